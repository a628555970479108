"""Verbs of the life of a pair."""

from .answering import answer_proposal, answer_question, ask_first
from .clocks import expire_side, remind_side
from .contracting import draw_up_contract, sign_contract
from .ending import end_partnership, withdraw_participation
from .meeting import cancel_meeting, move_meeting, note_asked, plan_meeting
from .proposing import propose_match, withdraw_proposal

__all__ = [
    "answer_proposal",
    "answer_question",
    "ask_first",
    "cancel_meeting",
    "draw_up_contract",
    "end_partnership",
    "expire_side",
    "move_meeting",
    "note_asked",
    "plan_meeting",
    "propose_match",
    "remind_side",
    "sign_contract",
    "withdraw_participation",
    "withdraw_proposal",
]
