"""The nouns of a conversation: what was asked (`Query`) and what is replied (`Answer`). Frozen, without I/O."""

from bot.models.answer import Answer, AnswerValue, Choice, Conflict, Source, Status, Tier
from bot.models.query import Claim, Condition, Intent, Limit, Match, Mention, Operator, Ordering, Query, Topic

__all__ = [
    "Answer",
    "AnswerValue",
    "Choice",
    "Claim",
    "Condition",
    "Conflict",
    "Intent",
    "Limit",
    "Match",
    "Mention",
    "Operator",
    "Ordering",
    "Query",
    "Source",
    "Status",
    "Tier",
    "Topic",
]
