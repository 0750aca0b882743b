"""Settings of the test runs: the product's own, with cheap passwords and a throw-away data folder."""

import os
import tempfile

os.environ.setdefault("MOTCUA_DATA_DIR", tempfile.mkdtemp(prefix="motcua-test-"))
os.environ.setdefault("MOTCUA_SECRET_KEY", "only-for-tests")

from motcua.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AUTH_PASSWORD_VALIDATORS = []
