"""Addresses of the public pages."""

from django.urls import path

from mentorbank.pages.front import views, walks

app_name = "front"

urlpatterns = [
    path("", views.home, name="home"),
    path("talk/", views.talk, name="talk"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.access, name="access"),
    path("join/", walks.join, name="join"),
    path("join/done/", walks.join_done, name="join_done"),
    path("join/<slug:step>/", walks.join_step, name="join_step"),
    path("volunteer/", walks.volunteer, name="volunteer"),
    path("volunteer/done/", walks.volunteer_done, name="volunteer_done"),
    path("volunteer/<slug:step>/", walks.volunteer_step, name="volunteer_step"),
]
