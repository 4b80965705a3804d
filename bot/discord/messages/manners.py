"""Which messages get a reply, decided from what matters of them and nothing else. No discord here.

A person who turns to the bot is answered whatever the answer is. Anybody else is spoken to only where the server's
admins let the bot listen, and only when it is sure or can offer the choice that makes it so.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.models import Answer, Status


class Sort(StrEnum):
    """What an answer is worth to somebody who did not turn to the bot, best first."""

    SURE = "sure"  # a tier vouches for it
    TIE = "tie"  # two or more fit equally well
    OFFER = "offer"  # an overview, a lone guess at what was meant, a description of what was only named
    PASSAGE = "passage"
    UNKNOWN = "unknown"
    CHATTER = "chatter"


Worth = frozenset[Sort]

NOTHING: Worth = frozenset()
UNASKED: Worth = frozenset({Sort.SURE, Sort.TIE})
QUESTIONS: Worth = UNASKED | {Sort.OFFER, Sort.PASSAGE, Sort.UNKNOWN}
EVERYTHING: Worth = QUESTIONS | {Sort.CHATTER}  # who says nothing but the bot's name is told what can be asked


@dataclass(frozen=True, slots=True)
class Heard:
    """What matters of a message."""

    by_person: bool = True  # neither a bot nor a webhook nor a notice of Discord's own
    in_private: bool = False
    calls_me: bool = False  # mentions the bot or its own role, or opens with its name
    answers_me: bool = False  # replies to something that the bot said; that it pings the bot adds nothing
    in_my_thread: bool = False  # the bot opened the thread, or takes part in it
    in_listened_channel: bool = False
    only_thanks: bool = False  # takes note of an answer and asks nothing
    to_others: bool = False  # replies to, or mentions, another person or a group of them


def worth_saying(heard: Heard) -> Worth:
    """Return the sorts of answer that a message is replied to with; where there are none, it is not even read."""
    if not heard.by_person:
        return NOTHING
    if heard.calls_me:
        return EVERYTHING
    if heard.only_thanks:
        return NOTHING
    if heard.in_private and not heard.answers_me:
        return EVERYTHING
    if heard.to_others:
        return UNASKED if heard.answers_me else NOTHING
    if heard.answers_me or heard.in_my_thread:
        return QUESTIONS  # to "lol" there is nothing to say
    return UNASKED if heard.in_listened_channel else NOTHING


def is_addressed(worth: Worth) -> bool:
    """Whether the person turned to the bot, so that it owes them a word where something goes wrong."""
    return Sort.UNKNOWN in worth


def sort_of(answer: Answer) -> Sort:
    """Say of which sort an answer is."""
    match answer.status:
        case Status.ANSWERED:
            return Sort.SURE if answer.tier is not None and answer.is_asked_for else Sort.OFFER
        case Status.AMBIGUOUS:
            return Sort.TIE if len(answer.choices) > 1 else Sort.OFFER
        case other:
            return Sort(other.value)
