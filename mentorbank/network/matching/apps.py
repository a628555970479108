from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.network.matching"
    label = "matching"
    default_auto_field = "django.db.models.BigAutoField"
