"""One question in, one answer out: understanding, answering, wording and the conversation tied together.

Whatever somebody types gets a plain reply; what no words are left of is not even read.
"""

import unicodedata
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from time import monotonic, perf_counter

from bot.answering import Answering
from bot.models import Answer, Query, Status
from bot.models.finding import Chatter
from bot.models.query import Intent
from bot.understanding import Understanding
from bot.understanding.antecedents import followed
from bot.understanding.conversations import Conversations, Turn
from bot.wording import Wording
from bot.wording.explaining import Labels, explanation
from bot.wording.interpreting import interpretation
from facts.store.reader import FactStore

LONGEST = 10_000  # characters that are looked at
FIRST = ("What do you know?", "What is known of qwertzuiop?", "Que sait-on de qwertzuiop ?")  # each loads something


class Asker:
    """Answers questions from one store, and remembers each person's last turn."""

    def __init__(self, store: FactStore, conversations: Conversations | None = None) -> None:
        self._store = store
        self._understanding = Understanding(store)
        self._answering = Answering(store)
        self._wording = Wording(store.lexicon)
        self._conversations = conversations or Conversations(monotonic)

    def load(self) -> None:
        """Load what answers are made with, so that whoever asks first waits no longer than others."""
        for question in FIRST:
            self.ask(question, who=None)

    def ask(self, text: str, *, who: Hashable = "terminal", language: str | None = None) -> Answer:
        """Answer a question of `who`, in the question's language unless another is given."""
        started = perf_counter()
        asked = readable(text)
        if not has_words(asked):
            query = Query(asked, language or "en", Intent.CHATTER)
            return self._wording.answer(Chatter(empty=True), query)
        turn = self._conversations.last(who)
        query = self._read(asked, turn, language)
        finding = self._answering.find(
            query, cited=turn.answer.sources if turn and turn.answer.status is Status.ANSWERED else ()
        )
        answer = self._wording.answer(finding, query)
        names = {key: self._store.entity(key).name for key in query.entities}  # now: the store may be closed by then
        labels = Labels(names.__getitem__, partial(self._wording.label, query.language))
        answer = replace(
            answer,
            interpret=partial(interpreted, query, labels.entity),
            explain=partial(explanation, query, finding, labels),
            intent=query.intent,
            elapsed_ms=1000 * (perf_counter() - started),
        )
        self._conversations.remember(who, followed(turn, query, answer))
        return answer

    def _read(self, text: str, turn: Turn | None, language: str | None) -> Query:
        query = self._understanding.read(text, turn)
        return replace(query, language=language) if language else query


def interpreted(query: Query, name_of: Callable[[str], str]) -> str:
    """Return how a question was read, on one line."""
    return "; ".join(interpretation(query, name_of))


def readable(text: str) -> str:
    """Return the text without control and formatting characters, its runs of space closed up."""
    kept = text[:LONGEST]
    if not kept.isprintable():  # whatever is printable holds neither; most messages are
        kept = "".join(" " if unicodedata.category(c).startswith("C") else c for c in kept)
    return " ".join(kept.split())


def has_words(text: str) -> bool:
    """Whether anything in a text could be read: a letter or a digit."""
    return any(c.isalnum() for c in text)
