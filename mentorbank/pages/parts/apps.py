from django.apps import AppConfig


class PartsConfig(AppConfig):
    name = "mentorbank.pages.parts"
    label = "parts"
