"""Every page of the story: its name, who opens it and where. `{names}` are those of `filled.Filled.things`."""

from dataclasses import dataclass

PARTICIPANTS, STAFF = ("da", "en", "nb", "ar"), ("da", "en")


@dataclass(frozen=True)
class Sight:
    """One page as one reader finds it; `who` is a key of the sessions, empty for a stranger."""

    name: str
    who: str
    address: str
    languages: tuple[str, ...] = PARTICIPANTS
    status: int = 200
    living: bool = False  # shows every component at once
    send: str = ""  # a button to press first, so that the page shows what is wrong

    @property
    def for_staff(self) -> bool:
        return self.languages == STAFF


FRONT = [
    Sight("home", "", "/"),
    Sight("talk", "", "/talk/"),
    Sight("privacy", "", "/privacy/"),
    Sight("accessibility", "", "/accessibility/"),
    Sight("join", "", "/join/contact/"),
    Sight("join-wrong", "", "/join/contact/", send="#step button.primary"),
    Sight("join-help", "visitor", "/join/help/"),
    Sight("join-about", "visitor", "/join/about/"),
    Sight("join-send", "visitor", "/join/send/"),
    Sight("join-done", "", "/join/done/"),
    Sight("volunteer-work", "visitor", "/volunteer/work/"),
    Sight("volunteer-offer", "visitor", "/volunteer/offer/"),
    Sight("volunteer-send", "visitor", "/volunteer/send/"),
    Sight("volunteer-done", "", "/volunteer/done/"),
    Sight("sign-in", "", "/sign-in/"),
    Sight("sign-in-wrong", "", "/sign-in/", send="main form button.primary"),
    Sight("not-found", "", "/no-such-page/", status=404),
    Sight("not-allowed", "amal", "/desk/", STAFF, status=403),
]
MINE = [
    Sight("mine-registered", "applicant", "/mine/"),
    Sight("mine-waiting", "ready", "/mine/"),
    Sight("mine-asked", "asked", "/mine/"),
    Sight("mine-draft", "fresh", "/mine/"),
    Sight("mine", "amal", "/mine/"),
    Sight("mine-mentor", "kirsten", "/mine/"),
    Sight("mine-ended", "zahra", "/mine/"),
    Sight("mine-applied", "volunteer", "/mine/"),
    Sight("mine-in-bank", "bank", "/mine/"),
    Sight("application", "ready", "/mine/application/"),
    Sight("application-change", "ready", "/mine/application/?change=1"),
    Sight("application-mentor", "bank", "/mine/application/"),
    Sight("who-looked", "ready", "/mine/who-looked/"),
    Sight("who-looked-nobody", "volunteer", "/mine/who-looked/"),
    Sight("proposal", "asked", "/mine/proposals/{asked}/"),
    Sight("proposal-by-link", "", "/l/{letter}/"),
    Sight("proposal-question", "asker", "/mine/proposals/{with_question}/"),
    Sight("contract-write", "fresh", "/mine/partnerships/{fresh}/contract/"),
    Sight("contract-wrong", "fresh", "/mine/partnerships/{fresh}/contract/", send="main form button.primary"),
    Sight("contract-sign", "signing", "/mine/partnerships/{written}/contract/"),
    Sight("contract-signed", "signed", "/mine/partnerships/{written}/contract/"),
    Sight("partnership-draft", "fresh", "/mine/partnerships/{fresh}/"),
    Sight("partnership", "amal", "/mine/partnerships/{running}/"),
    Sight("partnership-ended", "zahra", "/mine/partnerships/{ended}/"),
    Sight("meeting-move", "amal", "/mine/partnerships/{running}/meeting/"),
    Sight("report", "amal", "/mine/meetings/{meeting}/report/"),
    Sight("report-by-link", "", "/l/{did_you_meet}/"),
    Sight("report-told", "amal", "/mine/meetings/{told}/report/"),
    Sight("link-ended", "", "/l/nothing-behind-it/", status=404),
]


def desk(name: str, address: str, who: str = "bente", **more: str) -> Sight:
    return Sight(name, who, f"/desk/{address}", STAFF, **more)


DESK = [
    desk("today", ""),
    desk("find", "find/?q=ma"),
    desk("find-nobody", "find/?q=qqq"),
    desk("waiting-list", "mentees/waiting/"),
    desk("before-interview", "mentees/waiting/?stage=interview"),
    desk("register", "register/"),
    desk("register-mentee", "register/mentee/"),
    desk("register-wrong", "register/mentor/", send="main form button.primary"),
    desk("mentee", "mentees/{ready}/"),
    desk("mentee-matched", "mentees/{matched}/"),
    desk("interview", "mentees/{applicant}/interview/"),
    desk("interview-wrong", "mentees/{applicant}/interview/", send="main form button.primary"),
    desk("shortlist", "mentees/{ready}/shortlist/"),
    desk("shortlist-asked", "mentees/{proposed}/shortlist/"),
    desk("question", "questions/{question}/"),
    desk("mentor-bank", "mentors/"),
    desk("mentor-bank-found", "mentors/?q=syge"),
    desk("mentor", "mentors/{mentor}/"),
    desk("screening", "mentors/{volunteer}/screening/"),
    desk("person", "people/{ready_person}/"),
    desk("person-details", "people/{ready_person}/details/"),
    desk("partnerships", "partnerships/"),
    desk("partnerships-look", "partnerships/?state=look"),
    desk("partnership-desk", "partnerships/{running}/"),
    desk("partnership-desk-draft", "partnerships/{fresh}/"),
    desk("contract-desk", "partnerships/{fresh}/contract/"),
    desk("meeting-desk", "partnerships/{running}/meeting/"),
    desk("end-desk", "partnerships/{running}/end/"),
    desk("outcome", "mentees/{matched}/outcome/"),
    desk("outcome-correct", "outcomes/{outcome}/"),
    desk("effects", "effects/"),
    desk("figure-running", "effects/running-partnerships/"),
    desk("figure-days", "effects/days-ready-to-match/"),
    desk("figure-work", "effects/ever-in-work/"),
    desk("imports", "imports/"),
    desk("imports-wrong", "imports/", send="main form button.primary"),
    desk("import", "imports/{upload}/"),
    desk("letters", "letters/"),
    desk("letter", "letters/{sent}/"),
    desk("settings", "settings/", "anna"),
    desk("settings-network", "settings/network/", "anna"),
    desk("settings-division", "settings/divisions/{division}/", "anna"),
    desk("settings-programme", "settings/programmes/{programme}/", "anna"),
    desk("settings-staff", "settings/staff/", "anna"),
    desk("settings-texts", "settings/texts/", "anna"),
    desk("settings-text", "settings/texts/proposal-mentee/", "anna"),
    Sight("parts", "bente", "/parts/", STAFF, living=True),
    Sight("keys", "bente", "/sign-in/keys/", STAFF),
]
