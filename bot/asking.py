"""One question in, one answer out: understanding, answering, wording and the conversation tied together.

Whatever somebody types gets a plain reply; what no words are left of is not even read.
"""

import re
import unicodedata
from collections.abc import Hashable
from dataclasses import replace
from functools import partial
from time import monotonic, perf_counter

from bot.answering import Answering
from bot.models import Answer, Query
from bot.models.finding import Chatter
from bot.models.query import Intent
from bot.understanding import Understanding
from bot.understanding.conversations import Conversations, Turn
from bot.wording import Wording
from bot.wording.explaining import Labels, explanation
from bot.wording.interpreting import interpretation
from facts.store.reader import FactStore

LONGEST = 10_000  # characters that are looked at
_SPACES = re.compile(r"\s+")


class Asker:
    """Answers questions from one store, and remembers each person's last turn."""

    def __init__(self, store: FactStore, conversations: Conversations | None = None) -> None:
        self._store = store
        self._understanding = Understanding(store)
        self._answering = Answering(store)
        self._wording = Wording(store.lexicon)
        self._conversations = conversations or Conversations(monotonic)

    def ask(self, text: str, *, who: Hashable = "terminal", language: str | None = None) -> Answer:
        """Answer a question of `who`, in the question's language unless another is given."""
        started = perf_counter()
        asked = readable(text)
        if not has_words(asked):
            query = Query(asked, language or "en", Intent.CHATTER)
            return self._wording.answer(Chatter(empty=True), query)
        turn = self._conversations.last(who)
        query = self._read(asked, turn, language)
        finding = self._answering.find(query, cited=turn.answer.sources if turn else ())
        answer = self._wording.answer(finding, query)
        answer = replace(
            answer,
            interpretation="; ".join(interpretation(query, self._name)),
            explanation=explanation(query, finding, Labels(self._name, partial(self._wording.label, query.language))),
            elapsed_ms=1000 * (perf_counter() - started),
        )
        self._conversations.remember(who, Turn(query, answer))
        return answer

    def _name(self, entity: str) -> str:
        return self._store.entity(entity).name

    def _read(self, text: str, turn: Turn | None, language: str | None) -> Query:
        query = self._understanding.read(text, turn)
        return replace(query, language=language) if language else query


def readable(text: str) -> str:
    """Return the text without control and formatting characters, its runs of space closed up."""
    kept = text[:LONGEST]
    if not kept.isprintable():  # whatever is printable holds neither; most messages are
        kept = "".join(" " if unicodedata.category(c).startswith("C") else c for c in kept)
    return _SPACES.sub(" ", kept).strip()


def has_words(text: str) -> bool:
    """Whether anything in a text could be read: a letter or a digit."""
    return any(c.isalnum() for c in text)
