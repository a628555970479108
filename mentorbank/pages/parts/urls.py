from django.urls import path

from mentorbank.pages.parts import views

urlpatterns = [
    path("", views.show_parts, name="parts"),
    path("comfort/", views.choose_comfort, name="comfort"),
]
