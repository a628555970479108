from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.network.signals"
    label = "signals"
    default_auto_field = "django.db.models.BigAutoField"
