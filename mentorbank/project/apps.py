from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.project"
    label = "project"
