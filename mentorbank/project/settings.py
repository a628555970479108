"""Settings, safe by default. Serving without a SECRET_KEY or with DEBUG is refused (see serving.py)."""

from pathlib import Path

import environ

env = environ.Env()

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(env("MENTORBANK_VAR", default=str(ROOT / "var")))  # what the running network writes

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("MENTORBANK_DEMO", default=False)
UNSAFE_KEY = "only-for-commands-that-do-not-serve"
SECRET_KEY = env("SECRET_KEY", default=UNSAFE_KEY)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
SALT_KEY = env.list("SALT_KEY", default=["mentorbank"])  # salts for encrypted fields, newest first
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
BASE_URL = env("BASE_URL", default="http://localhost:8000").rstrip("/")  # what links in letters begin with
SECURE = BASE_URL.startswith("https://")

INSTALLED_APPS = [
    "mentorbank.network.base",
    "mentorbank.network.organisation",
    "mentorbank.network.people",
    "mentorbank.network.letters",
    "mentorbank.network.signals",
    "mentorbank.network.intake",
    "mentorbank.network.partnerships",
    "mentorbank.network.matching",
    "mentorbank.network.journal",
    "mentorbank.network.outcomes",
    "mentorbank.network.records",
    "mentorbank.pages.parts",
    "mentorbank.pages.desk",
    "mentorbank.pages.mine",
    "mentorbank.pages.front",
    "mentorbank.project",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "template_partials",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "mentorbank.project.middleware.reader",
    "mentorbank.project.middleware.language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "mentorbank.project.middleware.Refusals",
    "mentorbank.project.middleware.Policy",
]

ROOT_URLCONF = "mentorbank.project.urls"
WSGI_APPLICATION = "mentorbank.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "mentorbank.pages.parts.context.look",
            ],
            "builtins": ["template_partials.templatetags.partials"],
        },
    }
]


def _database() -> dict[str, object]:
    """PostgreSQL by DATABASE_URL, otherwise SQLite tuned so that no acknowledged write is lost."""
    database = env.db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'mentorbank.sqlite3'}")
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
        }
    else:
        database["CONN_HEALTH_CHECKS"] = True
    database["CONN_MAX_AGE"] = 60  # opening SQLite with its pragmas costs more than a small page's queries
    return database


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Sign-in: a code by e-mail or SMS; staff may add a passkey or a one-time password.
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["mentorbank.project.sign_in.adapter.Backend"]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/in/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "mentorbank.project.sign_in.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email", "phone"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_REQUIRED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = False  # we count in the database: letters.actions.codes
ACCOUNT_PHONE_VERIFICATION_ENABLED = False  # staff register phones; a code that comes back proves one
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
SIGN_IN_SECONDS = 0.4  # every answer to an address takes this long, so that time tells nothing
CSRF_FAILURE_VIEW = "mentorbank.project.middleware.stale_form"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_NOTIFICATIONS = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SECURE_SSL_REDIRECT = SECURE and env.bool("SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = 31_000_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

# Languages: the desk exists in da and en, the participants' pages in all four.
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English"), ("nb", "Norsk"), ("ar", "العربية")]
STAFF_LANGUAGES = ("da", "en")
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SECURE
LOCALE_PATHS = [str(ROOT / "mentorbank" / "locale")]
SILENCED_SYSTEM_CHECKS = ["account.W001"]  # nobody signs up through allauth, so no field of it is required
TIME_ZONE = env("TIME_ZONE", default="Europe/Copenhagen")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env(
            "STATICFILES_BACKEND", default="whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# Letters: e-mail through Django's mail (anymail's providers by EMAIL_BACKEND), SMS to a file or a gateway.
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="filemail:///" + str(VAR / "mail").lstrip("/"))
vars().update(EMAIL_CONFIG)
if EMAIL_CONFIG.get("EMAIL_BACKEND", "").endswith("filebased.EmailBackend"):
    EMAIL_FILE_PATH = str(VAR / "mail")
EMAIL_BACKEND = env("EMAIL_BACKEND", default=EMAIL_CONFIG["EMAIL_BACKEND"])
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Mentorbank <network@localhost>")
ANYMAIL = env.dict("ANYMAIL", default={})
SMS_GATEWAY = env("SMS_GATEWAY", default="")  # an address that takes POST {to, text, key}; empty: a file
SMS_TOKEN = env("SMS_TOKEN", default="")
SMS_FILE = VAR / "sms.log"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"level": "ERROR"}},  # a path may hold a letter's token
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
