"""Addresses of the participants' own pages."""

from django.urls import path

from mentorbank.pages.mine import doors, views

app_name = "mine"

urlpatterns = [
    path("mine/", views.home, name="home"),
    path("mine/application/", views.application, name="application"),
    path("mine/who-looked/", views.looked, name="who_looked"),
    path("mine/proposals/<int:proposal_id>/", views.proposal, name="proposal"),
    path("mine/partnerships/<int:partnership_id>/", views.partnership, name="partnership"),
    path("mine/partnerships/<int:partnership_id>/contract/", views.contract, name="contract"),
    path("mine/partnerships/<int:partnership_id>/meeting/", views.meeting, name="meeting"),
    path("mine/partnerships/<int:partnership_id>/meetings.ics", views.calendar, name="calendar"),
    path("mine/meetings/<int:meeting_id>/report/", views.report, name="report"),
    path("l/<str:token>/", doors.letter, name="letter"),
    path("l/<str:token>/meetings.ics", doors.letter_calendar, name="letter_calendar"),
    path("l/<str:token>/<slug:part>/", doors.letter_part, name="letter_part"),
]
