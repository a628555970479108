"""Addresses under /desk/settings/."""

from django.urls import path

from . import letters, organisation, staff, views

urlpatterns = [
    path("", views.overview, name="settings"),
    path("network/", organisation.network, name="settings_network"),
    path("divisions/new/", organisation.division, name="settings_new_division"),
    path("divisions/<int:pk>/", organisation.division, name="settings_division"),
    path("divisions/<int:pk>/areas/", organisation.area, name="settings_area"),
    path("areas/<int:pk>/remove/", organisation.take_area_away, name="settings_remove_area"),
    path("divisions/<int:pk>/partners/", organisation.partner, name="settings_partner"),
    path("partners/<int:pk>/remove/", organisation.take_partner_away, name="settings_remove_partner"),
    path("programmes/new/", organisation.programme, name="settings_new_programme"),
    path("programmes/<int:pk>/", organisation.programme, name="settings_programme"),
    path("staff/", staff.staff, name="settings_staff"),
    path("staff/roles/<int:pk>/", staff.role, name="settings_role"),
    path("staff/roles/<int:pk>/end/", staff.leave, name="settings_end_role"),
    path("texts/", letters.texts, name="settings_texts"),
    path("texts/<slug:kind>/", letters.text, name="settings_text"),
]
