"""The dialogue of a review: shows a card, takes a key, writes the sidecar at once. On a terminal or on piped input.

What a card looks like is bot.cli.cards' business, what is asked for behind a key bot.cli.prompts'.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import click
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text

from bot.cli import cards
from bot.cli.prompts import Prompts
from bot.curating.reviewing import clauses_decided, decided, declaring
from facts.corpus import Corpus, problems_of
from facts.errors import ReviewError
from facts.models import Entity, Fact
from facts.review import EntityReview, FactReview, Review, Verdict, read_sidecar, write_review
from facts.review.proposals import Card, Proposals, with_entities, with_facts, with_statements
from facts.terms import squeeze

KEYS = {
    "a": "accept", "r": "reject", "c": "correct", "n": "new", "s": "skip", "w": "wrong name", "u": "undo", "q": "quit",
}  # fmt: skip
SKIPPED = "skipped"
EDITED = ("subject", "attribute", "value", "certainty")
EDITED_ENTITY = ("name", "kind", "aliases", "brand")


class Session:
    """One person reviewing one document."""

    def __init__(self, corpus: Corpus, document: Path, console: Console | None = None) -> None:
        self.corpus = corpus
        (self.piece,) = corpus.pieces
        self.document, self.path = document, self.piece.sidecar.file
        self.review: Review = self.piece.sidecar.review
        self.console = console or Console(highlight=False)
        self.prompts = Prompts(self.console)
        piece = self.piece
        self.proposals = Proposals.of(
            piece.document, corpus.merged.entities, corpus.kept_facts(), piece.passages, corpus.kept_statements()
        )
        self.cards = self.proposals.cards()
        self.place = 0
        self.struck: set[int] = set()
        self.past: list[tuple[int, Review, Counter[str]]] = []  # what undo goes back to
        self.count: Counter[str] = Counter()
        self.keys = 0  # how many were pressed

    def walk(self) -> None:
        """Go through the cards in reading order, until the end or until the person quits."""
        acts: Mapping[str, Callable[[Card], None]] = {
            "accept": self._accept, "reject": self._reject, "correct": self._correct, "new": self._add,
            "skip": self._skip, "wrong name": self._mend_name, "undo": self._undo,
        }  # fmt: skip
        while self.place < len(self.cards):
            card = self.cards[self.place]
            self._show(card)
            decision = self._decision(card)
            if decision == "quit":
                return
            self._catch_up()
            if decision.isdigit():
                self.struck ^= {int(decision)}
            else:
                acts[decision](card)
        self._finish()

    def told(self) -> str:
        """Say what was decided."""
        done = ", ".join(f"{number} {what}" for what, number in self.count.items() if number and what != SKIPPED)
        left = len(self.cards) - self.place + self.count[SKIPPED]
        waiting = f"; {left} left for the next time" if left else ""
        return f"{done}{waiting}; `lineup build` takes it over" if done else f"nothing decided{waiting}"

    def _show(self, card: Card) -> None:
        self.console.print(cards.heading(card, self.proposals, self.place + 1, len(self.cards)))
        for line in cards.context(card, self.proposals):
            self.console.print(line)
        if card.fact is not None:
            self.console.print(Text("  ").append_text(cards.claim(card.fact, self.proposals)))
            self.console.print(cards.limits(card.fact))
        for line in cards.clauses(card, self.proposals, self.struck):
            self.console.print(line)

    def _decision(self, card: Card) -> str:
        """Ask until a known key comes; the end of the input quits."""
        numbers = [str(number) for number in range(1, min(len(card.statements), 9) + 1)]
        offer = "  ".join(f"[{key}]{name[1:]}" for key, name in KEYS.items())
        strike = f"[1-{numbers[-1]}] strike out  " if len(numbers) > 1 else ""
        while True:
            self.console.print(Text(strike + offer, style=cards.FAINT))
            key = _key()
            self.keys += 1
            if key in KEYS:
                return KEYS[key]
            if key in numbers:
                return key
            self.console.print(Text(f"{key!r} is none of {', '.join((*numbers, *KEYS))}"))

    def _accept(self, card: Card) -> None:
        """Accept a fact, or all clauses that are not struck out; those that are, are rejected."""
        if card.fact is not None:
            self._decide([self.proposals.row(card.fact)], "accepted")
        else:
            self._decide_clauses(card, self.struck)

    def _reject(self, card: Card) -> None:
        if card.fact is not None:
            self._decide([self.proposals.row(card.fact, Verdict.REJECTED)], "rejected")
        else:
            self._decide_clauses(card, set(range(1, len(card.statements) + 1)))

    def _decide_clauses(self, card: Card, struck: set[int]) -> None:
        numbered = list(enumerate(card.statements, 1))
        rows = [
            self.proposals.statement_row(one, Verdict.REJECTED if number in struck else Verdict.CONFIRMED)
            for number, one in numbered
        ]
        kept = [one for number, one in numbered if number not in struck]
        pairs = list(zip(card.statements, rows, strict=True))
        self._step(clauses_decided(self.review, self.proposals, pairs), "accepted", len(kept))
        self.count.update({"rejected": len(rows) - len(kept)})

    def _correct(self, card: Card) -> None:
        if card.fact is None:
            self._correct_clause(card)
            return
        row = self.proposals.row(card.fact)
        while (changes := self.prompts.asked(row.model_dump(mode="json"), EDITED)) is not None:
            edited = self._edited(card.fact, changes)
            if edited is not None and self._fits(edited):
                self._decide([edited], "corrected")
                return

    def _edited(self, fact: Fact, changes: Mapping[str, str]) -> FactReview | None:
        try:
            return self.proposals.corrected(fact, {key: value or None for key, value in changes.items()})
        except ValidationError as fault:
            first = fault.errors()[0]
            self._say(f"{first['loc'][0]}: {first['msg']}")
            return None

    def _correct_clause(self, card: Card) -> None:
        """Correct the words on the sides of one clause; "-" empties a side."""
        number = self.prompts.number("which", len(card.statements))
        if number is None:
            return
        statement = card.statements[number - 1]
        row = self.proposals.statement_row(statement)
        shown = {"predicate": row.predicate, **row.parts}
        while (changes := self.prompts.asked(shown, shown)) is not None:
            said = {side: words for side, words in {**shown, **changes}.items() if words}
            predicate = said.pop("predicate", row.predicate)
            edited = self.proposals.corrected_statement(statement, predicate, said)
            if self._is_sound(with_statements(self.review, [edited])):
                rows = [edited if one is statement else self.proposals.statement_row(one) for one in card.statements]
                pairs = list(zip(card.statements, rows, strict=True))
                self._step(clauses_decided(self.review, self.proposals, pairs), "accepted", len(rows) - 1)
                self.count["corrected"] += 1
                return

    def _add(self, card: Card) -> None:
        """Add a fact that was not proposed, typed on one line; the card stays."""
        subject = self.proposals.entities[card.fact.subject].name if card.fact else ""
        while (given := self.prompts.claim(subject)) is not None:
            subject, attribute, value = given
            row = self.proposals.added(subject, attribute, value, card.passage)
            known = {squeeze(name) for one in self.proposals.entities.values() for name in (one.name, *one.aliases)}
            declared = {squeeze(one.name) for one in self.review.entity}
            extra = [] if squeeze(subject) in known | declared else [self._new_entity(subject)]
            if self._fits(row, extra):
                self._step(with_facts(declaring(self.review, self.proposals, [row], extra), [row]), "added", moves=0)
                return

    def _new_entity(self, name: str) -> EntityReview:
        kind = self.prompts.line(f"what is {name}?", "model") or "model"
        return EntityReview(name=name, kind=kind)

    def _skip(self, _card: Card) -> None:
        self._step(self.review, SKIPPED)

    def _undo(self, _card: Card) -> None:
        if not self.past:
            self._say("nothing to undo")
            return
        self.place, self.review, self.count = self.past.pop()
        self.struck = set()
        write_review(self.path, self.review, self.piece.document)

    def _mend_name(self, card: Card) -> None:
        """Correct a name and its kind, or reject all that is proposed of it."""
        keys = _named_on(card)
        by_name = {squeeze(self.proposals.entities[key].name): self.proposals.entities[key] for key in keys}
        first = next(iter(by_name.values()), None)
        name = self.prompts.line("which name", first.name if first else "")
        entity = by_name.get(squeeze(name or ""))
        if entity is None:
            self._say(f"it names {', '.join(one.name for one in by_name.values()) or 'nothing'}")
        else:
            self._edit_entity(entity)

    def _edit_entity(self, entity: Entity) -> None:
        row = self.proposals.entity_row(entity)
        shown = {**row.model_dump(mode="json"), "aliases": ", ".join(row.aliases)}
        while (changes := self.prompts.asked(shown, EDITED_ENTITY)) is not None:
            if changes.get("name") == "":
                self._reject_all(entity)
                return
            names = [name.strip() for name in changes.pop("aliases", str(shown["aliases"])).split(",") if name.strip()]
            aliases = dict.fromkeys((*names, *({row.name} - {changes.get("name", row.name)})))
            edited = row.model_copy(update={**changes, "aliases": tuple(aliases)})
            if self._is_sound(with_entities(self.review, [edited])):
                self._step(with_entities(self.review, [edited]), "corrected", moves=0)
                known = {**self.proposals.entities, entity.id: replace(entity, name=edited.name, kind=edited.kind)}
                self.proposals = replace(self.proposals, entities=known)
                return

    def _reject_all(self, entity: Entity) -> None:
        """Reject every waiting fact that a wrong entity takes part in."""
        wrong = [fact for fact in self.proposals.facts if entity.id in (fact.subject, fact.value.entity)]
        rows = [self.proposals.row(fact, Verdict.REJECTED) for fact in wrong]
        self._step(with_facts(self.review, rows), "rejected", len(rows), moves=0)
        self.cards = [
            card
            for place, card in enumerate(self.cards)
            if place < self.place or card.fact is None or card.fact not in wrong
        ]

    def _finish(self) -> None:
        """Ask whether the review holds everything, once nothing is left to decide."""
        if not self.count or self.count[SKIPPED] or self.review.complete:
            return
        self._say(
            "\nIs all that the document says in it now, so that whatever is left out is “not known”?  [y]es  [n]o"
        )
        if _key() == "y":
            self._write(self.review.model_copy(update={"complete": True}))

    def _decide(self, rows: Iterable[FactReview], what: str) -> None:
        given = list(rows)
        self._step(decided(self.review, self.proposals, given), what, len(given))

    def _catch_up(self) -> None:
        """Take over what somebody else decided in another place meanwhile; then there is no way back behind it."""
        now = read_sidecar(self.document).review
        if _decisions(now) != _decisions(self.review):
            self.review = now
            self.past.clear()

    def _fits(self, row: FactReview, extra: Iterable[EntityReview] = ()) -> bool:
        return self._is_sound(with_facts(declaring(self.review, self.proposals, [row], extra), [row]))

    def _is_sound(self, review: Review) -> bool:
        """Whether a review holds together; what does not is said."""
        sidecar = replace(self.piece.sidecar, review=review, lines={})
        problem: ReviewError | None = next(
            iter(problems_of(replace(self.piece, sidecar=sidecar), self.corpus.tools)), None
        )
        if problem is not None:
            self._say(f"{problem.message}; {problem.remedy}")
        return problem is None

    def _step(self, review: Review, what: str, number: int = 1, *, moves: int = 1) -> None:
        """Take a decision over, remember what was before, and go on."""
        self.past.append((self.place, self.review, self.count.copy()))
        self.count[what] += number
        self.place += moves
        self.struck = set()
        if review is not self.review:
            self._write(review)

    def _write(self, review: Review) -> None:
        self.review = review
        write_review(self.path, review, self.piece.document)

    def _say(self, words: str) -> None:
        self.console.print(Text(words))


def _decisions(review: Review) -> list[str]:
    """Return what a review holds, in whatever order it stands there."""
    return sorted(map(repr, (review.complete, *review.entity, *review.fact, *review.statement)))


def _named_on(card: Card) -> list[str]:
    """Return the ids of what a card names."""
    keys = [card.fact.subject, card.fact.value.entity] if card.fact else []
    keys += [key for one in card.statements for part in one.parts for key in part.entities]
    return list(dict.fromkeys(key for key in keys if key))


def _key() -> str:
    """Read one key from a terminal, one line from a pipe; "q" at its end."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip().lower()[:1] if line else "q"
