"""Settings: read only from `MOTCUA_*` variables, so that one installed wheel serves any office.

Each variable stands in docs/administrator.md with its default.
"""

import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

PACKAGE = Path(__file__).resolve().parent


def _text(name: str, default: str = "") -> str:
    return os.environ.get(f"MOTCUA_{name}", default).strip()


def _flag(name: str, *, default: bool = False) -> bool:
    value = _text(name).lower()
    if value not in {"", "0", "1", "no", "yes", "off", "on", "false", "true"}:
        raise ImproperlyConfigured(f"MOTCUA_{name} must be on or off, not {value!r}.")
    return value in {"1", "yes", "on", "true"} if value else default


def _number(name: str, default: int) -> int:
    value = _text(name)
    if value and not value.isdigit():
        raise ImproperlyConfigured(f"MOTCUA_{name} must be a whole number, not {value!r}.")
    return int(value) if value else default


def _folder(name: str) -> Path:
    """Law and office files: a folder of the office's own, the repository's, or the wheel's copy."""
    if own := _text(f"{name}_DIR"):
        return Path(own).resolve()
    beside = PACKAGE.parent / name.lower()
    return beside if beside.is_dir() else PACKAGE / "_shipped" / name.lower()


# --- where things are -------------------------------------------------------
LAW_DIR = _folder("LAW")
OFFICE_DIR = _folder("OFFICE")
DATA_DIR = Path(_text("DATA_DIR") or Path.cwd() / "var").resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
SITE_URL = _text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
PUBLIC_NAME = _text("PUBLIC_NAME", "Một cửa Tư pháp")

# --- how this installation runs --------------------------------------------
DEMO = _flag("DEMO")
DEBUG = _flag("DEBUG")
CLOCK = datetime.fromisoformat(_text("CLOCK")).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")) if _text("CLOCK") else None
if CLOCK and not DEMO:
    raise ImproperlyConfigured("MOTCUA_CLOCK sets another day and is for MOTCUA_DEMO=on only.")


def _secret_key() -> str:
    if given := _text("SECRET_KEY"):
        return given
    path = DATA_DIR / "secret-key"
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = [*filter(None, _text("HOSTS").split(",")), urlsplit(SITE_URL).hostname or "", "127.0.0.1", "localhost"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
_HTTPS = SITE_URL.startswith("https://")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _flag("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_AGE = 12 * 3600
SESSION_ENGINE = "motcua.house.accounts.sessions"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "django.views.csrf.csrf_failure"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# --- what it is made of ------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "motcua.base.ui",
    "motcua.base.worktime",
    "motcua.house.numbering",
    "motcua.house.journal",
    "motcua.house.accounts",  # above allauth: its templates win
    "motcua.house.office",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "motcua.instruments.jobs",
    "motcua.instruments.vault",
    "motcua.instruments.notices",
    "motcua.instruments.signing",
    "motcua.instruments.printing",
    "motcua.legal.citations",
    "motcua.legal.procedures",
    "motcua.legal.eforms",
    "motcua.legal.formats",
    "motcua.legal.lawbase",
    "motcua.counter.dossiers",
    "motcua.trades.civil_status",
    "motcua.trades.certification",
    "motcua.bureau.law_watch",
    "motcua.bureau.law_review",
    "motcua.bureau.drafting",
    "motcua.faces.portal",
    "motcua.faces.kiosk",
    "motcua.demo",
    "motcua.operations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "motcua.house.accounts.middleware.SessionLimits",
    "motcua.house.office.middleware.ActorMiddleware",
    "motcua.house.accounts.middleware.SecondFactor",
    "axes.middleware.AxesMiddleware",
    "motcua.house.office.middleware.AnswerNotAllowed",
    "motcua.house.office.middleware.AnswerBusy",
]

ROOT_URLCONF = "motcua.urls"
WSGI_APPLICATION = "motcua.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "motcua.site.page_context",
            ],
        },
    }
]


# --- database ----------------------------------------------------------------
def _database(url: str) -> dict[str, object]:
    """SQLite in the data folder by default; `postgres://user:password@host:port/name` in production."""
    if not url or url.startswith("sqlite:"):
        path = url.removeprefix("sqlite:").removeprefix("//") or str(DATA_DIR / "motcua.sqlite3")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                    "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;"
                ),
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"MOTCUA_DATABASE_URL: {parts.scheme}:// is neither sqlite nor postgres.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # Statements are kept prepared: planning them anew costs the server more than running them. 0 turns it off,
        # which a pooler that hands connections around between transactions needs.
        "OPTIONS": {
            "server_side_binding": True,
            "prepare_threshold": _number("PREPARE_AFTER", 2) or None,
            **dict(parse_qsl(parts.query)),
        },
    }


DATABASES = {"default": _database(_text("DATABASE_URL"))}

# --- language and time --------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

# --- files ----------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
UPLOAD_MAX_BYTES = _number("UPLOAD_MAX_MB", 20) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "motcua.instruments.vault.uploads.SizeLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- mail, jobs -------------------------------------------------------------------
_MAIL = "filebased" if DEMO else "console"  # hundreds of invented letters would bury the address to open
EMAIL_BACKEND = _text("EMAIL_BACKEND", f"django.core.mail.backends.{_MAIL}.EmailBackend")
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = _text("EMAIL_HOST", "localhost")
EMAIL_PORT = _number("EMAIL_PORT", 25)
EMAIL_HOST_USER = _text("EMAIL_USER")
EMAIL_HOST_PASSWORD = _text("EMAIL_PASSWORD")
EMAIL_USE_TLS = _flag("EMAIL_TLS")
DEFAULT_FROM_EMAIL = _text("EMAIL_FROM", "motcua@localhost")
TASKS = {"default": {"BACKEND": "motcua.instruments.jobs.backend.DatabaseBackend"}}
TSA_URL = _text("TSA_URL")

# --- who logs in --------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Account"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:start"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "full_name", "email", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "motcua.house.accounts.backend.LoginBackend",
]
ACCOUNT_ADAPTER = "motcua.house.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_UNIQUE_EMAIL = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_RATE_LIMITS = False  # our own limits hold across processes
ACCOUNT_FORMS = {
    "login": "motcua.house.accounts.forms.LoginForm",
    "signup": "motcua.house.accounts.forms.SignUpForm",
    "reset_password": "motcua.house.accounts.forms.ResetForm",
    "change_password": "motcua.house.accounts.forms.ChangePasswordForm",
    "reset_password_from_key": "motcua.house.accounts.forms.NewPasswordForm",
}
MFA_ADAPTER = "motcua.house.accounts.adapter.FactorAdapter"
MFA_FORMS = {
    "authenticate": "motcua.house.accounts.forms.SecondFactorForm",
    "reauthenticate": "motcua.house.accounts.forms.ReauthenticateForm",
    "activate_totp": "motcua.house.accounts.forms.ActivateTOTPForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = PUBLIC_NAME
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "motcua.house.accounts.lockout.address_of"
AXES_USERNAME_CALLABLE = "motcua.house.accounts.lockout.login_of"
AXES_USERNAME_FORM_FIELD = "login"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "motcua.house.accounts.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    # A signer of an authority this office does not know is told on the page; no server is in trouble over it.
    "loggers": {"pyhanko.sign.validation": {"level": "ERROR"}, "pyhanko_certvalidator": {"level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": _text("LOG_LEVEL", "WARNING").upper()},
}
