"""Everything that signs, or changes which keys may sign."""

from motcua.instruments.signing.acts.demo import issue_demo_key, make_demo_ca
from motcua.instruments.signing.acts.keys import register_token, revoke
from motcua.instruments.signing.acts.sign import seal, sign, sign_bytes

__all__ = ["issue_demo_key", "make_demo_ca", "register_token", "revoke", "seal", "sign", "sign_bytes"]
