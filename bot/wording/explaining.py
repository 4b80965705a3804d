"""How a question was read and why it got the reply it got, in the question's language: for `--explain`, and for whoever
wonders about an answer.

One text of a few lines, made of the query and the finding alone. What is absent has no line.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.models.finding import Choosing, Finding, Missing, Passages
from bot.models.query import Claim, Condition, Mention, Query
from bot.wording.answers import rows_of, status_of
from bot.wording.phrases import PHRASES, Phrases

NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a store: an entity's name by its id, an attribute's label by its id."""

    entity: NameOf
    attribute: NameOf


def explanation(query: Query, finding: Finding, labels: Labels) -> str:
    """Return what was read of a question and where its reply comes from, a line a piece."""
    phrases = PHRASES.get(query.language, PHRASES["en"])
    return "\n".join(_Explaining(phrases, labels).lines(query, finding))


class _Explaining:
    """Explains in one language."""

    def __init__(self, phrases: Phrases, labels: Labels) -> None:
        self._phrases = phrases
        self._labels = labels

    def lines(self, query: Query, finding: Finding) -> Iterator[str]:
        phrases = self._phrases
        yield self._line("asked", phrases.intents[query.intent.value])
        yield from self._named(query)
        if query.attributes:
            labels = [self._labels.attribute(one) for one in query.attributes]
            joined = (phrases.either if query.alternatives else ", ").join(dict.fromkeys(labels))
            yield self._line("attribute", joined + (phrases.inverse if query.inverse else ""))
        yield from self._set(query)
        supposed = [self._claim(one) for one in query.claims]
        if supposed:
            yield self._line("supposed", "; ".join(supposed))
        yield from self._limits(query)
        yield self._line("reply", self._reply(finding))

    def _named(self, query: Query) -> Iterator[str]:
        mentions = [*query.subjects, *((query.brand,) if query.brand else ())]
        mentions += [query.speaker] if query.speaker else []
        if mentions:
            yield self._line("names", "; ".join(self._mention(one) for one in mentions))

    def _mention(self, mention: Mention) -> str:
        names = self._names(mention.entities) or self._phrases.nothing
        said = "" if mention.text in (names, *mention.entities) else f"{self._phrases.quotes.format(mention.text)} → "
        return (
            f"{self._phrases.left_out if mention.negated else ''}{said}{names} ({self._phrases.matches[mention.match]})"
        )

    def _names(self, entities: Sequence[str]) -> str:
        return self._phrases.either.join(self._labels.entity(key) for key in entities)

    def _claim(self, claim: Condition | Claim) -> str:
        parts = [self._labels.attribute(claim.attribute), self._phrases.operators[claim.operator.value]]
        parts += [claim.value.text] if claim.value else []
        parts += [self._names(claim.entities)] if claim.entities else []
        if isinstance(claim, Claim) and claim.than:
            parts.append(self._phrases.that_of.format(self._names(claim.than)))
        return " ".join(parts)

    def _set(self, query: Query) -> Iterator[str]:
        phrases = self._phrases
        if query.conditions:
            yield self._line("conditions", "; ".join(self._claim(one) for one in query.conditions))
        if query.ordering:
            order = phrases.descending if query.ordering.descending else phrases.ascending
            yield self._line("order", f"{self._labels.attribute(query.ordering.attribute)}, {order}")

    def _limits(self, query: Query) -> Iterator[str]:
        if query.asked_unit:
            yield self._line("unit", query.asked_unit)
        if query.market:
            yield self._line("market", query.market)
        if query.inherited:
            parts = [self._phrases.slots.get(one, one) for one in query.inherited]
            yield self._line("inherited", ", ".join(parts))
        if query.unknown:
            yield self._line("unknown", ", ".join(self._phrases.quotes.format(word) for word in query.unknown))

    def _reply(self, finding: Finding) -> str:
        """Say which tier answers, and what the tiers above it lacked."""
        phrases = self._phrases
        status, tier = status_of(finding)
        match finding:
            case Passages():
                reason = phrases.reasons[finding.passed.value] if finding.passed else phrases.no_question
                return phrases.passages.format(reason)
            case Missing():
                return phrases.missing.format(phrases.reasons[finding.reason.value])
            case Choosing():
                return phrases.choosing
        if tier is None:
            return phrases.statuses[status.value]
        rows = rows_of(finding)
        reviewed = sum(row.source.reviewed for row in rows)
        return phrases.facts.format(count=len(rows), reviewed=reviewed)

    def _line(self, heading: str, text: str) -> str:
        return f"{self._phrases.headings[heading]}{self._phrases.colon}{text}"
