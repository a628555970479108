"""Addresses of the import, under /desk/imports/."""

from django.urls import path

from mentorbank.pages.desk.imports import views

urlpatterns = [
    path("", views.imports, name="imports"),
    path("<int:pk>/", views.preview, name="import"),
    path("<int:pk>/columns/", views.columns, name="import_columns"),
    path("<int:pk>/rows/<int:line>/", views.row, name="import_row"),
    path("<int:pk>/now/", views.bring_in, name="import_now"),
    path("<int:pk>/rest/", views.rest, name="import_rest"),
    path("<int:pk>/remove/", views.remove, name="import_remove"),
]
