from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.network.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"
