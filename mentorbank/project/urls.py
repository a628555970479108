"""Every address, by the kind of reader it is for."""

from importlib import import_module

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from mentorbank.project import views
from mentorbank.project.sign_in.views import arrive

ROOMS = {"parts": "parts/", "desk": "desk/", "mine": "", "front": ""}

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", include("mentorbank.project.sign_in.urls")),
    path("in/", arrive, name="home_after_sign_in"),
    path("logo", views.logo, name="logo"),
    path("accent.css", views.accent, name="accent"),
    path("language/", set_language, name="language"),
]
for room, prefix in ROOMS.items():
    try:
        urlpatterns.append(path(prefix, include(import_module(f"mentorbank.pages.{room}.urls"))))
    except ImportError as missing:  # rooms are being built
        print(f"{room} is not open yet: {missing}")

handler403 = "mentorbank.project.middleware.forbidden"
