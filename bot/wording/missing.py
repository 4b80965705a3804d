"""How an unknown answer is worded: what is not there by name, and what is there instead."""

from collections.abc import Sequence

from bot.models.finding import Gap, Missing, Reason, Row
from bot.wording.rows import RowWording
from bot.wording.values import currency_name

MOST_GIVEN = 3
MOST_WORDS = 4


class MissingWording:
    """Words what no document says."""

    def __init__(self, rows: RowWording) -> None:
        self.rows = rows
        self.words = rows.words

    def text(self, missing: Missing) -> str:
        """Return the sentence for a reason, with what is given instead."""
        words = self.words
        match missing.reason:
            case Reason.NO_FACT if missing.gaps:
                return self.no_fact(missing.gaps) + self._offers(missing)
            case Reason.NO_FACT:
                return words.nothing_of.format(names=self.rows.listed(self.rows.name(e) for e in missing.near))
            case Reason.NO_SUCH_NAME:
                return self._no_such_name(missing)
            case Reason.STRANGE_WORDS:
                named = self.rows.listed(words.quotes.format(word) for word in missing.words[:MOST_WORDS])
                return words.strange_words.format(words=named)
            case Reason.OTHER_UNIT:
                return words.other_unit.format(unit=self._unit(missing.words)) + self._given(missing.given)
            case Reason.OTHER_MARKET:
                return words.other_market.format(market=self.rows.naming.market("".join(missing.words))) + self._given(
                    missing.given
                )
            case Reason.OTHER_SPEAKER:
                return words.other_speaker.format(speaker="".join(missing.words)) + self._given(missing.given)
        return self._short(missing)

    def no_fact(self, gaps: Sequence[Gap]) -> str:
        """Say which attributes of which entities no document gives."""
        labels = self.rows.listed(dict.fromkeys(self.rows.label(gap.attribute) for gap in gaps), self.words.either)
        names = self.rows.listed(dict.fromkeys(self.rows.name(gap.subject) for gap in gaps), self.words.either)
        return self.words.no_fact.format(labels=labels, names=names, of=self.rows.naming.of(names))

    def _short(self, missing: Missing) -> str:
        words = self.words
        match missing.reason:
            case Reason.NO_MEMBER:
                return words.no_member + self._given(missing.given)
            case Reason.NOT_COMPARABLE:
                return words.not_comparable + self._given(missing.given)
            case Reason.UNDECIDED:
                return words.undecided + self._given(missing.given)
            case Reason.NO_SOURCE:
                return words.no_source
        return words.nothing

    def _offers(self, missing: Missing) -> str:
        labels = self.rows.listed(dict.fromkeys(self.rows.label(offer.attribute) for offer in missing.offers))
        return self.words.no_fact_offers.format(labels=labels) if labels else ""

    def _given(self, rows: Sequence[Row]) -> str:
        shown = dict.fromkeys(self.rows.sentence([row]) for row in rows[:MOST_GIVEN])
        return self.words.given.format(self.words.either_clause.join(shown)) if shown else ""

    def _no_such_name(self, missing: Missing) -> str:
        words = self.words
        name = words.quotes.format("".join(missing.words[:1]))
        labels = self._kind_labels(missing.kind)
        text = words.no_such_kind.format(kind=labels[0], name=name) if labels else words.no_such_name.format(name=name)
        if missing.near:
            near = self.rows.listed((entity.name for entity in missing.near[:MOST_GIVEN]), words.either)
            return text + words.closest.format(names=near)
        if missing.makers and labels:
            makers = self.rows.listed(entity.name for entity in missing.makers)
            return text + words.known_of.format(kinds=labels[1], names=makers)
        return text

    def _kind_labels(self, kind: str | None) -> tuple[str, str] | None:
        """Return what things of a kind are called, one and several."""
        known = self.rows.lexicon.kinds.get(kind) if kind else None
        return known.labels.get(self.words.language) if known else None

    def _unit(self, words: Sequence[str]) -> str:
        unit = "".join(words)
        is_currency = any(known.id == unit and known.dimension == "money" for known in self.rows.lexicon.units)
        return currency_name(unit, self.words) if is_currency else unit
