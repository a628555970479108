"""Every address, by the kind of reader it is for."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from mentorbank.project import views
from mentorbank.project.sign_in.views import arrive

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", include("mentorbank.pages.desk.urls")),
    path("parts/", include("mentorbank.pages.parts.urls")),
    path("sign-in/", include("mentorbank.project.sign_in.urls")),
    path("in/", arrive, name="home_after_sign_in"),
    path("logo", views.logo, name="logo"),
    path("accent.css", views.accent, name="accent"),
    path("language/", set_language, name="language"),
    path("", include("mentorbank.pages.mine.urls")),
    path("", include("mentorbank.pages.front.urls")),
]

handler403 = "mentorbank.project.middleware.forbidden"
