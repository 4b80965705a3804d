"""Whether extraction has missed nothing of a sort: every price that a small collection writes down is some fact's.

Then the cheapest of what is known is the cheapest that the documents tell of, though no person has reviewed them.
"""

from collections.abc import Iterator

from bot.answering.known import Known
from facts.lexicon.model import Attribute
from facts.models import Document, Origin, ValueKind
from facts.reading import Glossaries, Glossary, TypedSpan

MOST_DOCUMENTS = 3  # read once for it; more of them seldom tell of one set of cars
SORTS = (ValueKind.MONEY, ValueKind.QUANTITY)  # values that can be told from all others in a text


def is_accounted_for(known: Known, attribute: str) -> bool:
    """Whether each amount of an attribute's sort in all documents is the value of a fact that may answer."""
    if attribute not in known.accounted:
        known.accounted[attribute] = _is_accounted_for(known, attribute)
    return known.accounted[attribute]


def _is_accounted_for(known: Known, attribute: str) -> bool:
    described = known.attribute(attribute)
    if described is None or described.value not in SORTS or known.is_large:
        return False
    documents = known.store.documents()
    if len(documents) > MOST_DOCUMENTS:
        return False
    told = _told(known, described)
    return all(
        any(document == name and start < span.end and span.start < end for name, start, end in told)
        for document, span in _written(known, described, [one.name for one in documents])
    )


def _told(known: Known, attribute: Attribute) -> set[tuple[str, int, int]]:
    """Return where the amounts of facts of the sort stand."""
    alike = [
        one.id
        for one in known.lexicon.attributes.values()
        if one.value is attribute.value and one.dimension == attribute.dimension
    ]
    facts = (fact for key in alike for fact in known.store.facts_of(key))
    return {(fact.document, *fact.at) for fact in facts if fact.origin is not Origin.PROPOSED}


def _written(known: Known, attribute: Attribute, names: list[str]) -> Iterator[tuple[str, TypedSpan]]:
    for name in names:
        document = known.document(name)
        for span in _spans(known, document):
            if span.value.kind is attribute.value and span.dimension in (attribute.dimension, "money"):
                yield name, span


def _spans(known: Known, document: Document) -> list[TypedSpan]:
    language = document.language[:2]
    if language not in known.lexicon.languages:
        language = next(iter(known.lexicon.languages))
    reader = Glossaries({language: Glossary(known.lexicon, language)}).plain(language)
    passages = known.passages(document.name)
    found = (reader.values_in(document.text, passage.start, passage.end) for passage in passages)
    return [span for spans in found for span in spans if span.role is None]
