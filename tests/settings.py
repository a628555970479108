"""The settings under test: a safe server's, with a throw-away folder and nothing that is slow on purpose."""

import os
from pathlib import Path
from tempfile import mkdtemp

VAR_FOR_TESTS = mkdtemp(prefix="mentorbank-tests-")
Path(VAR_FOR_TESTS, "static").mkdir()
os.environ.update(
    MENTORBANK_VAR=VAR_FOR_TESTS,
    SECRET_KEY="a key that only tests know, long enough to please every check of it",
    STATICFILES_BACKEND="django.contrib.staticfiles.storage.StaticFilesStorage",
    EMAIL_URL="memorymail://",
    SMS_GATEWAY="",
    BASE_URL="http://testserver",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
)
for unwanted in ("DEBUG", "MENTORBANK_DEMO", "BEHIND_PROXY", "SSL_REDIRECT"):
    os.environ.pop(unwanted, None)

from mentorbank.project.settings import *  # noqa: E402, F403 - only after the environment is set

LANGUAGE_CODE = "en"  # the sentences as the code says them, whatever catalogues are compiled
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
