from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.pages.front"
    label = "front"
