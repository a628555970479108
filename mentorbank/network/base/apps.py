from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.network.base"
    label = "base"
    default_auto_field = "django.db.models.BigAutoField"
