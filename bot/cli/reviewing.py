"""The dialogue of a review: shows a proposal, takes a key, writes the sidecar. On a terminal or on piped input."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

import click
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text

from facts.corpus import Corpus, problems_of
from facts.errors import ReviewError
from facts.models import Entity, Fact, attribute_words
from facts.review import EntityReview, FactReview, Review, Verdict, write_review
from facts.review.proposals import Proposals, with_entities, with_facts
from facts.terms import squeeze

KEYS = {"a": "accept", "e": "edit", "r": "reject", "s": "skip", "q": "quit"}
EDITED = ("subject", "attribute", "value", "words", "certainty", "speaker")
EDITED_ENTITY = ("name", "kind", "aliases", "brand")


class Session:
    """One person reviewing one document."""

    def __init__(self, corpus: Corpus, console: Console | None = None) -> None:
        self.corpus = corpus
        (self.piece,) = corpus.pieces
        self.path = self.piece.sidecar.file
        self.review: Review = self.piece.sidecar.review
        self.proposals = Proposals.of(self.piece.document, corpus.merged.entities, corpus.merged.facts)
        self.console = console or Console(highlight=False)
        self.count: Counter[str] = Counter()

    def walk(self) -> None:
        """Go through entities, then facts, until the end or until the person quits."""
        if self._entities():
            self._facts()

    def told(self) -> str:
        """Say what was decided."""
        done = ", ".join(f"{number} {what}" for what, number in self.count.items()) or "nothing decided"
        return f"{done}; `lineup build` takes it over" if self.count else done

    def _entities(self) -> bool:
        waiting = self.proposals.unnamed(self.review)
        for number, entity in enumerate(waiting, 1):
            row = self.proposals.entity_row(entity)
            self.console.print(Text.assemble(f"\nname {number} of {len(waiting)}  ", *_entity_words(row)))
            decision = self._decision()
            if decision == "quit":
                return False
            if decision == "accept":
                self._save_entity(row, "accepted")
            elif decision == "edit":
                self._edit_entity(entity, row)
            elif decision == "reject":
                self._reject_all(entity)
        return True

    def _facts(self) -> None:
        waiting = [fact for fact in self.proposals.facts if not self._is_decided(fact)]
        for number, fact in enumerate(waiting, 1):
            self._show(fact, f"\nfact {number} of {len(waiting)}  ")
            decision = self._decision()
            if decision == "quit":
                return
            if decision == "accept":
                self._save_fact(self.proposals.row(fact), "accepted")
            elif decision == "edit":
                self._edit_fact(fact)
            elif decision == "reject":
                self._save_fact(self.proposals.row(fact, Verdict.REJECTED), "rejected")

    def _show(self, fact: Fact, head: str) -> None:
        text, row = self.piece.document.text, self.proposals.row(fact)
        start, end = fact.at
        quote = Text.assemble(text[fact.start : start], (text[start:end], "bold reverse"), text[end : fact.end])
        said = f" · {attribute_words(row.attribute)} · "
        claim = Text.assemble(head, (row.subject, "bold"), said, (row.value, "bold"))
        self.console.print(claim)
        self.console.print(quote)
        speaker = f", according to {fact.speaker}" if fact.speaker else ""
        self.console.print(Text(f"{fact.certainty}{speaker}; found by {fact.pattern}", style="dim"))

    def _decision(self) -> str:
        """Ask until a known key comes; the end of the input quits."""
        offer = "  ".join(f"[{key}]{name[1:]}" for key, name in KEYS.items())
        while True:
            self.console.print(Text(offer, style="dim"))
            key = _key()
            if key in KEYS:
                return KEYS[key]
            self.console.print(Text(f"{key!r} is none of {', '.join(KEYS)}"))

    def _edit_fact(self, fact: Fact) -> None:
        row = self.proposals.row(fact)
        while (changes := self._asked(row.model_dump(mode="json"), EDITED)) is not None:
            try:
                edited = self.proposals.corrected(fact, {key: value or None for key, value in changes.items()})
            except ValidationError as fault:
                first = fault.errors()[0]
                self.console.print(Text(f"{first['loc'][0]}: {first['msg']}"))
                continue
            if problem := self._problem(with_facts(self.review, [edited])):
                self.console.print(Text(f"{problem.message}; {problem.remedy}"))
                continue
            self._save_fact(edited, "corrected")
            return

    def _edit_entity(self, entity: Entity, row: EntityReview) -> None:
        shown = {**row.model_dump(mode="json"), "aliases": ", ".join(row.aliases)}
        while (changes := self._asked(shown, EDITED_ENTITY)) is not None:
            names = tuple(name.strip() for name in changes.pop("aliases", shown["aliases"]).split(",") if name.strip())
            aliases = dict.fromkeys((*names, *({row.name} - {changes.get("name", row.name)})))
            edited = row.model_copy(update={**changes, "aliases": tuple(aliases)})
            if problem := self._problem(with_entities(self.review, [edited])):
                self.console.print(Text(f"{problem.message}; {problem.remedy}"))
                continue
            self._save_entity(edited, "corrected")
            known = {**self.proposals.entities, entity.id: replace(entity, name=edited.name, kind=edited.kind)}
            self.proposals = replace(self.proposals, entities=known)
            return

    def _reject_all(self, entity: Entity) -> None:
        """Reject every waiting fact that a wrong entity takes part in."""
        for fact in self.proposals.facts:
            if entity.id in (fact.subject, fact.value.entity):
                self._save_fact(self.proposals.row(fact, Verdict.REJECTED), "rejected")

    def _asked(self, shown: Mapping[str, object], keys: Iterable[str]) -> dict[str, str] | None:
        """Ask for each key, Enter keeps it and - empties it; return what was changed. None at the end of the input."""
        changes: dict[str, str] = {}
        for key in keys:
            old = str(shown.get(key) or "")
            self.console.print(Text(f"{key} [{old}]: "), end="")
            line = sys.stdin.readline()
            if not line:
                return None
            given = "" if line.strip() == "-" else line.strip() or old
            if given != old:
                changes[key] = given
        return changes

    def _problem(self, review: Review) -> ReviewError | None:
        sidecar = replace(self.piece.sidecar, review=review)
        return next(iter(problems_of(replace(self.piece, sidecar=sidecar), self.corpus.tools)), None)

    def _is_decided(self, fact: Fact) -> bool:
        row = self.proposals.row(fact)
        claim = (row.quote, squeeze(row.subject), row.attribute)
        rejected = (one for one in self.review.fact if one.verdict is Verdict.REJECTED)
        return any(
            (one.quote, squeeze(one.subject), one.attribute) == claim and one.value == row.value for one in rejected
        )

    def _save_fact(self, row: FactReview, what: str) -> None:
        if row.verdict is not Verdict.REJECTED:
            self.review = with_entities(self.review, self.proposals.declared([row]))
        self._save(with_facts(self.review, [row]), what)

    def _save_entity(self, row: EntityReview, what: str) -> None:
        self._save(with_entities(self.review, [row]), what)

    def _save(self, review: Review, what: str) -> None:
        self.review = review
        write_review(self.path, review, self.piece.document)
        self.count[what] += 1


def _entity_words(row: EntityReview) -> list[str | tuple[str, str]]:
    names = f"  also {', '.join(row.aliases)}" if row.aliases else ""
    brand = f"  of {row.brand}" if row.brand else ""
    return [(row.name, "bold"), f"  {row.kind}{brand}{names}"]


def _key() -> str:
    """Read one key from a terminal, one line from a pipe; "q" at its end."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip().lower()[:1] if line else "q"
