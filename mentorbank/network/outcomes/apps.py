from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.network.outcomes"
    label = "outcomes"
    default_auto_field = "django.db.models.BigAutoField"
