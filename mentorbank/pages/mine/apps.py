from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.pages.mine"
    label = "mine"
