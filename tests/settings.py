"""Settings of the test runs: the product's own, with cheap passwords and a throw-away data folder."""

import os
import tempfile

if "PYTEST_XDIST_WORKER" in os.environ:  # it inherits the folder of who started it
    os.environ["MOTCUA_DATA_DIR"] = tempfile.mkdtemp(prefix="motcua-test-")
os.environ.setdefault("MOTCUA_DATA_DIR", tempfile.mkdtemp(prefix="motcua-test-"))
os.environ.setdefault("MOTCUA_SECRET_KEY", "only-for-tests")

from motcua.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AUTH_PASSWORD_VALIDATORS = []
