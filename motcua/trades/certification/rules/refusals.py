"""What may not be certified: CT_NO_COPY and its like stand in the law files, CT_OWN_RELATIVES is about the officer.

The law file of each procedure lists what the counter must look at (an erased original, a secret one, a contract …); an
answer that blocks stops the certification again when it is signed.
"""

from collections.abc import Iterable

from motcua.base.vn.rules import fold
from motcua.legal.procedures.rules import Problem
from motcua.trades.certification.choices import RELATION_NAME, Relation

OWN_RELATIVES = "23/2015/NĐ-CP, 9.3"


class RefusedByLaw(ValueError):
    """The certification is forbidden; the message gives the reason and its basis for the refusal in writing."""


def stop_at(problems: Iterable[Problem]) -> None:
    """Refuses: RefusedByLaw with the first blocking problem of certification."""
    for problem in problems:
        if problem.blocks and problem.rule.startswith("CT_"):
            raise RefusedByLaw(f"{problem.message} [{problem.citation}]")


def may_certify_signature(*, signer: str, requester: str, relation: Relation = Relation.NONE) -> None:
    """An officer certifies no signature that touches the property or interests of self or near kin.

    A requester of the officer's own name counts as the officer, until another officer signs. Refuses: RefusedByLaw.
    """
    if relation is Relation.NONE and fold(signer) == fold(requester):
        relation = Relation.SELF
    if relation is not Relation.NONE:
        raise RefusedByLaw(
            f"Không được chứng thực chữ ký liên quan đến tài sản, lợi ích của: {RELATION_NAME[relation].lower()}. "
            f"Chuyển người có thẩm quyền khác ký [{OWN_RELATIVES}]"
        )
