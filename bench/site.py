"""Settings of the floor: the product's database and nothing else, no middleware, no rights."""

from motcua.settings import DATABASES, SECRET_KEY, TIME_ZONE, USE_TZ

__all__ = ["DATABASES", "SECRET_KEY", "TIME_ZONE", "USE_TZ"]

INSTALLED_APPS = ["bench"]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.floor"
ALLOWED_HOSTS = ["127.0.0.1"]
USE_I18N = False
