"""The store as answering sees it: facts as rows, with names, quotes and rival values settled.

The only module of this package that talks to the store about facts; the families of questions ask it.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.answering.cue_words import CueWords
from bot.answering.settling import settle
from bot.answering.synonyms import Synonyms
from bot.models.answer import Source
from bot.models.finding import Row
from bot.models.query import Mention, Query
from facts.lexicon.model import Attribute, Lexicon
from facts.models import Certainty, Document, Entity, Fact, Origin, Passage, ValueKind, is_open
from facts.store.reader import FactStore
from facts.terms import squeeze, tokenize

GENERAL_NOUN, GENERAL_VERB = 4, 15  # attributes that share a word of their nouns, a verb of their frames
LARGE = 5_000  # facts; a hundredth of a second to read them all
CACHED_WORDS = 20_000
CACHED_GIVEN = 4_096  # entities whose attributes are held
CACHED_ROWS = 4_000  # attributes of entities: of a small store, all that its sets are chosen from
CACHED_PASSAGES = 4_000  # taken apart: some 20 MB
KEPT_DOCUMENTS = 32  # whose passages are held in memory
BRAND, COUNTRY = "brand", "country"
LONGEST_VALUE = 30  # characters of a value in words; a longer one is a clause
MOST_ROWS = 6  # of one attribute of one entity; beyond that an answer is a dump
MOST_NAMING = 64  # documents that name a version
SAID = "said"  # the attribute that holds what somebody said
AGENTS = ("person", "organisation")  # "who" may be either
ANY_AMOUNT = "amount"  # "how much" and "how long" leave open of what


@dataclass(frozen=True, slots=True)
class Words:
    """A passage, or other text of a document, word by word; what is asked of it again and again is worked out once."""

    tokens: tuple[tuple[str, str, int, int], ...]  # folded form, lemma, start, end
    plain: str  # the folded forms between single spaces, and one at either end

    @classmethod
    def of(cls, text: str, start: int, end: int, lemma: Callable[[str], str]) -> "Words":
        """Take text[start:end] apart; marks are left out."""
        found = [token for token in tokenize(text, start, end) if token.kind != "mark"]
        tokens = tuple((token.folded, lemma(token.folded), token.start, token.end) for token in found)
        return cls(tokens, f" {' '.join(token.folded for token in found)} ")


class Known:
    """What the documents say, entity by entity."""

    def __init__(self, store: FactStore) -> None:
        self.store = store
        self.lexicon: Lexicon = store.lexicon
        self._passages: dict[str, list[Passage]] = {}
        self.accounted: dict[str, bool] = {}  # attributes of which no amount is left unread, as far as was asked

        self.lemma = lru_cache(maxsize=CACHED_WORDS)(store.lemmas.lemma)
        self.words = lru_cache(maxsize=CACHED_PASSAGES)(self._words)
        self.topics = lru_cache(maxsize=CACHED_PASSAGES)(self._topics)
        self.rows = lru_cache(maxsize=CACHED_ROWS)(self._rows)
        self._given = lru_cache(maxsize=CACHED_GIVEN)(self._gives)
        self.passages_with = lru_cache(maxsize=CACHED_WORDS)(store.passages_with)

    def entity(self, key: str) -> Entity:
        return self.store.entity(key)

    def find(self, key: str) -> Entity | None:
        """Return an entity, or None where no entity has this id."""
        try:
            return self.store.entity(key)
        except KeyError:
            return None

    def attribute(self, key: str) -> Attribute | None:
        return self.lexicon.attributes.get(key)

    def is_many(self, attribute: str) -> bool:
        """Whether several values may hold at once; of an attribute that nobody knows, they may."""
        known = self.attribute(attribute)
        return known is None or known.many

    def document(self, name: str) -> Document:
        return self.store.document(name)

    def passages(self, document: str) -> list[Passage]:
        """Return the passages of a document in reading order; those of the last few documents are kept."""
        if document not in self._passages:
            if len(self._passages) >= KEPT_DOCUMENTS:
                self._passages.pop(next(iter(self._passages)))
            self._passages[document] = self.store.passages(document)
        return self._passages[document]

    def _words(self, document: str, number: int) -> Words:
        """Return the words of a passage."""
        found, passage = self.document(document), self.passages(document)[number]
        return Words.of(found.text, passage.start, passage.end, lambda word: self.lemma(word, found.language[:2]))

    def _topics(self, document: str, number: int) -> Words:
        """Return the words of the title, and of what a passage speaks of without naming it."""
        found = self.document(document)
        text = " | ".join((found.title or "", *self.passages(document)[number].topics))
        return Words.of(text, 0, len(text), lambda word: self.lemma(word, found.language[:2]))

    def row(self, fact: Fact) -> Row:
        """Return a fact with its names and its quote."""
        document = self.document(fact.document)
        return Row(
            fact,
            self.entity(fact.subject),
            source_of(document, fact.start, fact.end, marks=(fact.at,), reviewed=fact.origin is Origin.REVIEWED),
            document.language[:2],
            self.entity(fact.value.entity) if fact.value.entity else None,
        )

    def _rows(self, entity: str, attribute: str) -> tuple[Row, ...]:
        """Return what is known of one attribute of an entity: best first, rivals inside. What is denied is out."""
        return self.settled(self.store.facts_about(entity, attribute), attribute)

    def denied(self, entity: str, attribute: str) -> tuple[Row, ...]:
        """Return what the documents say is *not* so."""
        return tuple(self.row(f) for f in self.store.facts_about(entity, attribute) if f.certainty is Certainty.DENIED)

    def holders(self, value: str, attribute: str) -> tuple[Row, ...]:
        """Return the rows whose value is this entity: who replaces it, what is built there."""
        by_subject: dict[str, list[Fact]] = {}
        for fact in self.with_value(value, attribute):
            by_subject.setdefault(fact.subject, []).append(fact)
        return tuple(self.settled(facts, attribute)[0] for facts in by_subject.values())

    def with_value(self, value: str, attribute: str) -> list[Fact]:
        """Return the facts with this value, without the denied and what later documents took back."""
        return self.store.standing_with_value(value, attribute)

    def settled(self, facts: Iterable[Fact], attribute: str) -> tuple[Row, ...]:
        """Return facts of one thing as rows: one for each value that stands, what was said before it inside."""
        stand, past = self.store.standing(list(facts), attribute)
        rows = settle(
            [self.row(fact) for fact in stand],
            past=[self.row(fact) for fact in past],
            is_many=self.is_many(attribute),
            published=self._published,
        )
        return tuple(rows[:MOST_ROWS])

    def family(self, entity: str, attribute: str) -> tuple[Row, ...]:
        """Return the rows of an entity, else of what it is a version of, else of its versions, each named as such.

        What is told of a model holds for a version that the same document knows: a price list of today tells nothing
        of a version that was sold in the eighties.
        """
        if own := self.rows(entity, attribute):
            return own
        parent = self.entity(entity).parent
        if parent and (inherited := self._inherited(entity, self.rows(parent, attribute))):
            return inherited
        found = [row for child in self.children(entity) for row in self.rows(child, attribute)]
        return tuple(found[:MOST_ROWS])

    def _inherited(self, version: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        if not rows or self.store.counts()["documents"] == 1:
            return rows
        knowing = self.store.documents_naming(self.entity(version).aliases, limit=MOST_NAMING)
        return tuple(row for row in rows if row.source.document in knowing)

    def telling(self, entity: str) -> tuple[Row, ...]:
        """Return the row that tells first of an entity: what shows that the documents speak of it."""
        return next((self.rows(entity, attribute)[:1] for attribute in self.gives(entity, most=1)), ())

    def is_reviewed(self, document: str) -> bool:
        """Whether a person went through the facts of a document: then what they leave out is not said there."""
        return document in self._reviewed

    @cached_property
    def is_all_reviewed(self) -> bool:
        return len(self._reviewed) == self.store.counts()["documents"]

    @cached_property
    def _reviewed(self) -> frozenset[str]:
        return frozenset(self.store.reviewed_documents())

    @cached_property
    def homes(self) -> dict[str, str]:
        """The country of each currency that one country's name is part of: pounds are money of the United Kingdom."""
        return {unit.id: unit.home for unit in self.lexicon.units if unit.home}

    @cached_property
    def countries(self) -> dict[str, tuple[str, ...]]:
        """Every name of each country of the world, by each of them, squeezed."""
        every = [(one.name, *one.aliases) for one in self.lexicon.names if one.kind == COUNTRY]
        return {squeeze(name): names for names in every for name in names}

    @cached_property
    def place_attributes(self) -> tuple[str, ...]:
        """The attributes by which one place lies in another: those whose subject and value are both places."""
        if "place" not in self.lexicon.kinds:
            return ()
        return tuple(
            attribute.id
            for attribute in self.lexicon.attributes.values()
            if any(self.lexicon.is_a(kind, "place") for kind in attribute.of)
            and any(self.lexicon.is_a(kind, "place") for kind in attribute.kinds)
        )

    @cached_property
    def general_words(self) -> frozenset[str]:
        """The words that many attributes share ("time", "date", "use"): they do not tell which is meant."""
        nouns: Counter[str] = Counter()
        verbs: Counter[str] = Counter()
        for attribute in self.lexicon.attributes.values():
            wording = attribute.wording.values()
            nouns.update({word for one in wording for noun in one.nouns for word in noun})
            verbs.update({verb for one in wording for frame in one.frames for verb in frame.verb[0]})
        return frozenset(
            [word for word, count in nouns.items() if count >= GENERAL_NOUN]
            + [word for word, count in verbs.items() if count >= GENERAL_VERB]
        )

    @cached_property
    def synonyms(self) -> Synonyms:
        return Synonyms.of(self.lexicon)

    @cached_property
    def cue_words(self) -> CueWords:
        return CueWords(self.lexicon, self.general_words)

    @cached_property
    def is_large(self) -> bool:
        """Whether reading every fact of an attribute would take too long for one question."""
        return self.store.counts()["facts"] > LARGE

    @cached_property
    def makers(self) -> tuple[Entity, ...]:
        """Whose models the documents tell of, by name; none of a large store, where they would be no help."""
        if self.is_large or "model" not in self.lexicon.kinds:
            return ()
        brands = {entity.brand for entity in self.store.entities("model") if entity.brand is not None}
        return tuple(sorted((self.entity(key) for key in brands), key=lambda entity: entity.name))

    def children(self, entity: str) -> list[str]:
        """Return the versions and generations of a model, kind by kind."""
        found = self.store.children(entity)
        return [one.id for kind in self._kinds_of_versions for one in found if one.kind == kind]

    @cached_property
    def _kinds_of_versions(self) -> tuple[str, ...]:
        kinds = self.lexicon.kinds.items()
        return tuple(kind for kind, known in kinds if known.parent and self.lexicon.is_a(known.parent, "model"))

    def is_a(self, entity: Entity, kind: str | None) -> bool:
        return kind is None or self.lexicon.is_a(entity.kind, kind)

    def is_of_brand(self, entity: Entity, brand: Mention | None) -> bool:
        """Whether an entity is of a brand, or a version of the model that is named like one: "which EV3"."""
        return brand is None or entity.brand in brand.entities or entity.parent in brand.entities

    def gives(self, entity: str, *, most: int) -> list[str]:
        """Return the attributes that the documents do give of an entity, the most telling first; clauses last.

        What its very name says is left out (a Renault Twingo is a Renault), and what no attribute foresaw: nobody can
        be offered "the donate of Toyota".
        """
        return list(self._given(entity)[:most])

    def _gives(self, entity: str) -> tuple[str, ...]:
        found = {
            attribute: kind == ValueKind.TEXT and length > LONGEST_VALUE
            for attribute, kind, length, value in self.store.listing.given(entity)
            if not is_open(attribute) and not self._repeats_name(entity, attribute, value)
        }
        return tuple(sorted(found, key=lambda attribute: (found[attribute], *self.rank(attribute))))

    def is_named_after(self, fact: Fact) -> bool:
        """Whether a fact only repeats what is part of its subject's name."""
        return self._repeats_name(fact.subject, fact.attribute, fact.value.entity)

    def _repeats_name(self, subject: str, attribute: str, value: str | None) -> bool:
        return attribute == BRAND and value is not None and self.entity(value).name in self.entity(subject).name

    def rank(self, attribute: str) -> tuple[int, str]:
        known = self.attribute(attribute)
        return (known.rank if known else 1000, attribute)

    def _published(self, document: str) -> str:
        return self.document(document).published or ""


def source_of(
    document: Document, start: int, end: int, *, marks: tuple[tuple[int, int], ...] = (), reviewed: bool = False
) -> Source:
    """Return the quote document[start:end], which is verbatim by construction."""
    return Source(
        document=document.name,
        quote=document.text[start:end],
        start=start,
        end=end,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=document.published,
        note=document.note,
        language=document.language[:2],
        digest=document.digest,
        reviewed=reviewed,
        marks=tuple(mark for mark in marks if start <= mark[0] < mark[1] <= end and mark != (start, end)),
    )


def subjects_of(query: Query) -> list[str]:
    """Return the entities a question is about, in the order of the question, each once."""
    return list(
        dict.fromkeys(entity for mention in query.subjects if not mention.negated for entity in mention.entities)
    )


def excluded_by(query: Query) -> set[str]:
    """Return the entities that the question leaves out: "except the Twingo", "cheaper than the Twingo"."""
    named = {entity for mention in query.subjects if mention.negated for entity in mention.entities}
    return named.union(*(condition.than for condition in query.conditions))


def has_wanted_kind(known: Known, row: Row, wanted: str | None) -> bool:
    """Whether the value of a row is of the kind that the question wants: a kind of entity or of value."""
    if wanted in (None, ANY_AMOUNT, row.fact.value.kind):
        return True
    if row.target is None:
        return wanted not in known.lexicon.kinds or row.fact.value.kind is ValueKind.TEXT
    attribute = known.attribute(row.fact.attribute)
    if attribute and any(known.lexicon.is_a(kind, wanted) for kind in attribute.kinds):
        return True
    if any(known.lexicon.is_a(wanted, agent) for agent in AGENTS):
        return any(known.lexicon.is_a(row.target.kind, agent) for agent in AGENTS)
    return known.lexicon.is_a(row.target.kind, wanted)
