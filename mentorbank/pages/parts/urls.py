from django.urls import path
from django.views.i18n import set_language

from mentorbank.pages.parts import views

urlpatterns = [
    path("", views.show_parts, name="parts"),
    path("language/", set_language, name="language"),
    path("comfort/", views.choose_comfort, name="comfort"),
    path("accent.css", views.show_accent, name="accent"),
]
