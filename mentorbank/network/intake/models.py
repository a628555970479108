"""What staff learnt and decided when they talked with somebody."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from encrypted_fields.fields import EncryptedTextField

from mentorbank.network.people.models import Mentee, Mentor, Person


class InterviewDecision(models.TextChoices):
    READY = "ready", _("Ready for a mentor")
    NOT_NOW = "not_now", _("Not now")
    REFER_ON = "refer_on", _("Refer on")
    DECLINE = "decline", _("Decline")


class Interview(models.Model):
    """A held interview: facts go to the mentee's row, impressions and promises stay here."""

    mentee = models.ForeignKey(Mentee, models.PROTECT, related_name="+")
    held_on = models.DateField(_("Held on"))
    held_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # None: the operator
    facts = EncryptedTextField(_("Facts"), blank=True, null=True)
    impression = EncryptedTextField(_("Impression"), blank=True, null=True)
    promised = models.TextField(_("What was promised"), blank=True)
    decision = models.CharField(_("Decision"), max_length=8, choices=InterviewDecision)
    reason = models.CharField(_("Reason"), max_length=200, blank=True)
    look_again_on = models.DateField(_("Look again on"), null=True, blank=True)
    written_at = models.DateTimeField()


class ScreeningDecision(models.TextChoices):
    APPROVE = "approve", _("Approve")
    DECLINE = "decline", _("Decline")


class Screening(models.Model):
    """What speaks for a mentor, the confidentiality promise, and the decision."""

    mentor = models.ForeignKey(Mentor, models.PROTECT, related_name="+")
    held_on = models.DateField(_("Held on"))
    held_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # None: the operator
    background = EncryptedTextField(_("Background"), blank=True, null=True)
    motivation = EncryptedTextField(_("Motivation"), blank=True, null=True)
    promised_confidentiality = models.BooleanField(_("Promised confidentiality"), default=False)
    course_taken = models.BooleanField(_("Has taken the mentor course"), default=False)
    decision = models.CharField(_("Decision"), max_length=8, choices=ScreeningDecision)
    reason = models.CharField(_("Reason"), max_length=200, blank=True)
    written_at = models.DateTimeField()
