"""A finding as one or two sentences. Each shape of finding has one method; nothing is decided here."""

from collections.abc import Iterable, Sequence

from bot.models.finding import (
    Chatter,
    Choosing,
    Cited,
    ClauseKind,
    Clauses,
    Comparison,
    Description,
    Difference,
    Finding,
    Gap,
    Members,
    Missing,
    Overview,
    Passages,
    Ranking,
    Read,
    Row,
    Shelf,
    Told,
    newest_rival,
)
from bot.wording.catalogue import Catalogue
from bot.wording.citing import source_line
from bot.wording.missing import MissingWording
from bot.wording.rows import RowWording
from bot.wording.values import clip, day, like, value_text
from facts.lexicon.model import Lexicon
from facts.models import Certainty, Entity, ValueKind

LONGEST = 200  # characters of an ordinary answer
LONGEST_CLAUSE = 400  # of a description, of what was said, of a reason
ROOM_A_MEMBER = 75
MOST_RUNNERS_UP = 3
MOST_NAMED = 8
MOST_IN_ORDER = 12  # of a ranking, which is asked for to be read to its end


class Sentences:
    """Words findings in one language."""

    def __init__(self, lexicon: Lexicon, words: Catalogue) -> None:
        self.words = words
        self.rows = RowWording(lexicon, words)
        self.missing = MissingWording(self.rows)

    def text(self, finding: Finding) -> str:
        """Return the words of a finding, a full stop at the end."""
        match finding:
            case Told():
                return self._told(finding)
            case Members():
                return clip(_stop(self._members(finding)), max(LONGEST, ROOM_A_MEMBER * len(finding.members)))
            case Ranking():
                return clip(_stop(self._ranking(finding)), max(LONGEST, ROOM_A_MEMBER * len(finding.first)))
            case Comparison():
                return clip(_stop(self._comparison(finding)), max(LONGEST, ROOM_A_MEMBER * len(finding.rows)))
            case Clauses():
                return clip(_stop(self._clauses(finding)), LONGEST_CLAUSE)
            case Description():
                return clip(_stop(self._description(finding)), LONGEST_CLAUSE)
            case Read() | Missing():
                text = self._read(finding) if isinstance(finding, Read) else self.missing.text(finding)
                return clip(_stop(text), LONGEST_CLAUSE)
        return _stop(self._other(finding))

    def _other(self, finding: Passages | Cited | Choosing | Overview | Shelf | Chatter) -> str:
        match finding:
            case Passages():
                missing = self.rows.listed(f"“{word}”" for word in finding.missing)
                return self.words.passages + (self.words.uncovered.format(missing) if missing else "")
            case Cited():
                named = dict.fromkeys(source_line(source, self.words) for source in finding.cited)
                return self.words.cited.format("; ".join(named))
            case Choosing():
                names = self.rows.listed((choice.name for choice in finding.choices), self.words.either)
                asks = self.words.which if len(finding.choices) > 1 else self.words.did_you_mean
                return asks.format(names)
            case Overview():
                return self._overview(finding)
            case Shelf():
                return self._shelf(finding)
            case Chatter():
                said = self.words.about_bot.get(finding.topic or "", self.words.hint)
                return self.words.empty if finding.empty else said

    def _told(self, finding: Told) -> str:
        sentences = self._facts(finding.rows)
        start = sentences[0]
        if finding.is_correction:
            start = self.words.otherwise.format(start)
        elif finding.verdict is not None:
            start = (self.words.yes if finding.verdict else self.words.no).format(start)
        text = " ".join(_stop(sentence) for sentence in (start, *sentences[1:]))
        if finding.gaps and len(text) < LONGEST:
            text += " " + _stop(self.missing.no_fact(finding.gaps))
        return clip(text, LONGEST if len(sentences) == 1 else LONGEST_CLAUSE)

    def _read(self, finding: Read) -> str:
        """Say what stands in the text, who says so and how surely."""
        notes = []
        if finding.certainty not in (Certainty.STATED, Certainty.APPROXIMATE):
            notes.append(self.words.hedges[str(finding.certainty)])
        if finding.speaker and finding.speaker != (finding.entity.name if finding.entity else None):
            notes.append(self.words.according_to.format(finding.speaker))
        said = finding.entity.name if finding.entity else finding.text.strip(" ,;:")
        return self.words.reads.format(said) + (f" ({', '.join(notes)})" if notes else "")

    def _facts(self, rows: Sequence[Row]) -> list[str]:
        """Return a sentence for each subject and attribute; subjects that share a value share a sentence."""
        grouped: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            grouped.setdefault((row.subject.id, row.fact.attribute), []).append(row)
        shared: dict[tuple[str, tuple[str, ...]], list[list[Row]]] = {}
        for group in grouped.values():
            key = (group[0].fact.attribute, tuple(self.rows.hedged(row) for row in group))
            shared.setdefault(key, []).append(group)
        return [
            (self.rows.sentence(groups[0]) if len(groups) == 1 else self._shared(attribute, values, groups))
            + self._rival(rival for group in groups for row in group for rival in row.rivals)
            for (attribute, values), groups in shared.items()
        ]

    def _rival(self, rivals: Iterable[Row]) -> str:
        """Say what another document gives instead, the newest of them."""
        row = newest_rival(rivals)
        if row is None:
            return ""
        date = row.source.published or self.words.unknown_date
        return self.words.another.format(value=self.rows.hedged(row), date=date)

    def _shared(self, attribute: str, values: Sequence[str], groups: Sequence[Sequence[Row]]) -> str:
        names = self.rows.listed(self.rows.name(group[0].subject) for group in groups)
        label = self.rows.label(attribute)
        return self.words.label_value.format(name=names, label=label, value=self.rows.listed(values))

    def _members(self, finding: Members) -> str:
        shown = finding.members[:MOST_NAMED]
        if finding.lacking:
            names = self.rows.listed(self.rows.name(member) for member in shown)
            names += self._further(finding.members, finding.total)
            return self.words.no_fact.format(
                labels=self.rows.label(finding.lacking), names=names, of=self.rows.naming.of(names)
            )
        by_member = {row.subject.id: row for row in reversed(finding.rows)}
        values = {self.rows.hedged(row) for row in by_member.values()}
        if len(values) == 1 and len(shown) > 1:
            row = next(iter(by_member.values()))
            names = self.rows.listed(self.rows.name(member) for member in shown)
            names += self._further(finding.members, finding.total)
            label = self.rows.label(row.fact.attribute)
            names = self.words.label_value.format(
                name=names, label=label, value=self.rows.hedged(row, self.rows.unlabelled(row))
            )
        else:
            told = (self._with_value(self.rows.name(member), by_member.get(member.id)) for member in shown)
            names = self.rows.listed(told) + self._further(finding.members, finding.total)
        if not finding.counted:
            return names
        text = self.words.counted.format(count=finding.total or len(finding.members), names=names)
        stated = finding.stated
        return text + (self.words.stated.format(self.rows.hedged(stated)) if stated else "")

    def _further(self, members: Sequence[Entity], total: int | None) -> str:
        """Say how many members are not named."""
        if total == 0:
            return self.words.and_more
        left = (total or len(members)) - len(members[:MOST_NAMED])
        return self.words.further.format(count=left) if left > 0 else ""

    def _with_value(self, name: str, row: Row | None) -> str:
        return name if row is None else f"{name} ({', '.join((self.rows.value(row), *self.rows.notes(row)))})"

    def _ranking(self, finding: Ranking) -> str:
        first, ordering = finding.first, finding.ordering
        is_date = first[0].fact.value.kind is ValueKind.DATE
        low, high = (self.words.earliest, self.words.latest) if is_date else (self.words.lowest, self.words.highest)
        nth = "" if ordering.place == 1 else self.words.ordinals[min(ordering.place, len(self.words.ordinals) + 1) - 2]
        if ordering.count > 1:
            first_end = (self.words.lowest_first, self.words.highest_first)[ordering.descending]
            shown = (self._with_value(self.rows.name(row.subject), row) for row in first[:MOST_IN_ORDER])
            told = self.rows.listed(shown)
            left = len(first) - MOST_IN_ORDER
            told += self.words.further.format(count=left) if left > 0 else ""
            return first_end.format(label=self.rows.label(ordering.attribute), names=told) + self._left_out(finding)
        values = list(dict.fromkeys(self.rows.hedged(row) for row in first))
        template = high if ordering.descending else low
        names = [self.rows.name(row.subject) for row in first]
        if len(first) > 1:
            template = self.words.tied[2 * is_date + ordering.descending]
            names = [self._with_value(self.rows.name(row.subject), row) for row in first]
        text = template.format(
            name=self.rows.listed(names),
            told=self._with_value(names[0], first[0]),
            has=self.words.has[0],
            nth=nth,
            label=self.rows.label(ordering.attribute),
            value=self.rows.listed(values),
        )
        rest = [row for row in finding.rows if row not in first][:MOST_RUNNERS_UP]
        if rest and ordering.place == 1:
            others = self.rows.listed(self._with_value(self.rows.name(r.subject), r) for r in rest)
            text += self.words.before.format(others)
        return text + self._left_out(finding)

    def _left_out(self, finding: Ranking) -> str:
        """Say what could not be put in order with the others."""
        entries = ", ".join(self.rows.entry(row) for row in finding.left_out[:MOST_RUNNERS_UP])
        return f".{self.words.left_out.format(entries)}".rstrip(".") if entries else ""

    def _comparison(self, finding: Comparison) -> str:
        entries = self.words.either_clause.join(self._entries(finding))
        differences = ", ".join(self._difference(one, finding) for one in finding.differences)
        if finding.verdict is not None:
            return (self.words.yes if finding.verdict else self.words.no).format(entries)
        if finding.total is not None:
            return f"{self.words.together.format(self._amount(finding.total))}{self.words.colon}{entries}"
        if not differences:
            return entries
        return f"{differences}{self.words.colon}{entries}" if finding.wants_difference else f"{entries} ({differences})"

    def _entries(self, finding: Comparison) -> list[str]:
        """Return an entry a row; with several attributes, each under its label."""
        attributes = list(dict.fromkeys(row.fact.attribute for row in finding.rows))
        if len(attributes) == 1:
            return [self.rows.sentence([row]) for row in finding.rows]
        return [
            f"{self.rows.label(attribute)}{self.words.colon}"
            + ", ".join(
                self._with_value(self.rows.title(r.subject), r) for r in finding.rows if r.fact.attribute == attribute
            )
            for attribute in attributes
        ]

    def _difference(self, difference: Difference, finding: Comparison) -> str:
        """Return how far apart the rows are; less or more, of the first of them, only where that was asked."""
        label = self.rows.label(difference.attribute)
        if not difference.amount:
            return self.words.same.format(label=label)
        amount = self._amount(difference)
        directed = self.words.less if difference.amount < 0 else self.words.more
        text = (directed if finding.wants_difference else self.words.apart).format(amount)
        return text if len({row.fact.attribute for row in finding.rows}) == 1 else f"{label}{self.words.colon}{text}"

    def _amount(self, difference: Difference) -> str:
        amount = like(difference.like, abs(difference.amount), self.words)
        return self.words.about.format(amount) if difference.is_rough else amount

    def _clauses(self, finding: Clauses) -> str:
        if finding.kind is ClauseKind.WHY:
            values = dict.fromkeys(value_text(row, self.words, is_clause=True) for row in finding.rows)
            told = [one for one in values if not any(one != other and _plain(one) in other for other in values)]
            names = self.rows.listed(dict.fromkeys(self.rows.name(row.subject) for row in finding.rows))
            return self.words.reason.format(name=names, value=self.words.either_clause.join(told))
        clauses = [row for row in finding.rows if row.fact.value.kind is ValueKind.TEXT]
        by_speaker: dict[str, list[str]] = {}
        for row in clauses:
            said = value_text(row, self.words, is_clause=True)
            quoted = said if said.startswith(self.words.quotes[:1]) else self.words.quotes.format(said)
            by_speaker.setdefault(row.fact.speaker or row.subject.name, []).append(quoted)
        join = self.words.either_clause
        spoken = [f"{speaker}{self.words.colon}{join.join(quotes)}" for speaker, quotes in by_speaker.items()]
        return join.join([*spoken, *(self.rows.sentence([row]) for row in finding.rows if row not in clauses)])

    def _description(self, finding: Description) -> str:
        """Tell facts under the subject's name; those that only point at it get sentences of their own."""
        parts: list[str] = []
        for subject in dict.fromkeys(row.subject.id for row in finding.rows):
            parts += self._told_of([row for row in finding.rows if row.subject.id == subject])
        first, *others = parts
        text = ". ".join([first if finding.opinion else _capital(first), *map(_capital, others)])
        return self.words.advice.format(text) if finding.opinion else text

    def _told_of(self, rows: Sequence[Row]) -> list[str]:
        """Return one sentence of all that can be said of a subject, and one of what has only a label."""
        told = [(row, self.rows.predicate([row])) for row in rows]
        said = [predicate for _, predicate in told if predicate]
        labelled = [row for row, predicate in told if not predicate]
        name = self.rows.name(rows[0].subject)
        sentences = [f"{name} {self.rows.listed(said)}"] if said else []
        if labelled:
            entries = self.words.either_clause.join(self.rows.labelled(row) for row in labelled)
            sentences.append(entries if said else f"{name} — {entries}")
        return sentences

    def _overview(self, finding: Overview) -> str:
        names = ", ".join(self.rows.title(entity) for entity in finding.entities)
        text = self.words.overview.format(names=names) + self._further(finding.entities, finding.total)
        return text + self.words.try_asking.format(labels=self.labels(finding.attributes))

    def _shelf(self, finding: Shelf) -> str:
        """Name the documents, or say of when they are."""
        documents = finding.documents
        named = "; ".join(dict.fromkeys(source_line(source, self.words) for source in documents))
        further = (
            self.words.further.format(count=finding.total - len(documents)) if finding.total > len(documents) else ""
        )
        if not finding.asks_age:
            return self.words.documents[finding.total > 1].format(count=finding.total, names=named + further)
        dates = [source.published for source in documents if source.published]
        if not dates:
            return self.words.undated[finding.total > 1].format(count=finding.total, names=named)
        return self.words.dated[finding.total > 1].format(count=finding.total, newest=day(dates[0], self.words))

    def example(self, offer: Gap) -> str:
        """Return a question for an attribute of an entity."""
        return self.question(offer.attribute, self.owner(offer.subject))

    def owner(self, entity: Entity) -> str:
        """Return an entity as the owner of an attribute: "of the Twingo"."""
        return self.rows.naming.of(self.rows.name(entity))

    def question(self, attribute: str, owner: str) -> str:
        """Return a question for an attribute of an owner."""
        return _capital(self.words.example.format(label=self.rows.label(attribute), of=owner))

    def labels(self, attributes: Iterable[str]) -> str:
        return self.rows.listed(dict.fromkeys(self.rows.label(attribute) for attribute in attributes))


def _plain(text: str) -> str:
    """Return a clause without its quotation marks."""
    return text.strip("“”«» ")


def _stop(text: str) -> str:
    """Capitalise a sentence and end it."""
    capital = _capital(text)
    return capital if capital.endswith((".", "?", "!", "…", "».", ".”")) else f"{capital}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
