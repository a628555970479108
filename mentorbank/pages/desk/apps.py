from django.apps import AppConfig


class Config(AppConfig):
    name = "mentorbank.pages.desk"
    label = "desk"

    def ready(self) -> None:
        from mentorbank.pages.desk.facts import desk_facts
        from mentorbank.pages.parts.navigation import tell_desk

        tell_desk(desk_facts)
