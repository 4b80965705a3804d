"""What a reviewer is shown of one proposal: its sentence with the words that say it, and what was made of them.

Words for the terminal only; what a key does is bot.cli.reviewing's business.
"""

from collections.abc import Iterable, Iterator

from rich.text import Text

from bot.curating.clauses import clause, flat
from facts.models import Fact, Origin, attribute_words, is_open
from facts.review.proposals import Card, Proposals
from facts.review.quotes import line_of

LONGEST_BEFORE = 110  # characters of the sentence before
LONGEST_SENTENCE = 700
MARKED, STRUCK, FAINT, STRONG = "bold reverse", "strike dim", "dim", "bold"


def heading(card: Card, proposals: Proposals, number: int, total: int) -> Text:
    """Say how far one is, and where in the document."""
    line = line_of(proposals.document.text, card.passage.start)
    return Text(f"\n{number} of {total} · {proposals.document.name}:{line}", style=FAINT)


def context(card: Card, proposals: Proposals) -> Iterator[Text]:
    """Yield the sentence before, and the passage with what says it marked."""
    text, passage = proposals.document.text, card.passage
    before = next((one for one in proposals.passages if one.number == passage.number - 1), None)
    if before is not None and not card.is_further:
        yield Text(_tail(before.of(text)), style=FAINT)
    marks = [card.fact.at] if card.fact else [one.at for one in card.statements]
    start, end = (
        (min(passage.start, card.fact.start), max(passage.end, card.fact.end))
        if card.fact
        else (
            passage.start,
            passage.end,
        )
    )
    yield marked(text, (start, end), marks)


def marked(text: str, span: tuple[int, int], marks: Iterable[tuple[int, int]], style: str = MARKED) -> Text:
    """Return a stretch of a document on one line, with some of its words standing out."""
    found = Text()
    place, end = span[0], min(span[1], span[0] + LONGEST_SENTENCE)
    for first, last in sorted(marks):
        if place <= first < last <= end:
            found.append(flat(text[place:first]))
            found.append(flat(text[first:last]), style=style)
            place = last
    found.append(flat(text[place:end]) + ("…" if end < span[1] else ""))
    return found


def claim(fact: Fact, proposals: Proposals) -> Text:
    """Say a fact: subject and kind, attribute, value, and what limits it."""
    subject = proposals.entities[fact.subject]
    value = proposals.entities[fact.value.entity] if fact.value.entity else None
    told = attribute_words(fact.attribute) if is_open(fact.attribute) else fact.attribute
    return Text.assemble(
        (subject.name, STRONG), (f" ({subject.kind})", FAINT), f" · {told} · ",
        (flat(value.name if value else fact.value.text), STRONG), (f" ({value.kind})" if value else "", FAINT),
    )  # fmt: skip


def limits(fact: Fact) -> Text:
    """Say how far the document commits itself to a fact, who says it, and how it was found."""
    parts = [fact.value.bound.value] if fact.value.bound else []
    parts += [fact.certainty.value, *(f"{name}: {held}" for name, held in fact.qualifiers.items())]
    parts += [f"according to {fact.speaker}"] if fact.speaker else []
    parts += ["answers already" if fact.origin is Origin.EXTRACTED else "waits for you", f"found by {fact.pattern}"]
    return Text("  " + " · ".join(parts), style=FAINT)


def clauses(card: Card, proposals: Proposals, struck: Iterable[int] = ()) -> Iterator[Text]:
    """Yield what each clause says, numbered; those that are struck out look it."""
    out = set(struck)
    for number, statement in enumerate(card.statements, 1):
        yield Text(f"  {number} {clause(statement, proposals)}", style=STRUCK if number in out else "")


def _tail(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_BEFORE else "…" + flat[-LONGEST_BEFORE:]
