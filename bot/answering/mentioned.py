"""Whether a document that gives one value leaves room for another: what it mentions without a fact may be one.

A person who reviewed a document has seen every mention; of what was only extracted, a place that stands somewhere in
the text unexplained may yet be where the car is built.
"""

from collections.abc import Sequence

from bot.answering.known import Known
from bot.models.finding import Row
from bot.models.query import Claim, Condition
from facts.models import Origin, Passage
from facts.terms import squeeze


def tells_all(known: Known, rows: Sequence[Row], claim: Claim | Condition) -> bool:
    """Whether rows with other values speak against a claim, although several values may hold at once."""
    attribute = known.attribute(claim.attribute)
    if attribute is None or not attribute.exhaustive:
        return False
    return not any(_may_be_told(known, row, claim) for row in rows if row.fact.origin is not Origin.REVIEWED)


def names_hold(text: str, name: str) -> bool:
    """Whether a text holds a name as whole words."""
    padded = " ".join(_words(text))
    wanted = " ".join(_words(name))
    return bool(wanted) and f" {wanted} " in f" {padded} "


def _may_be_told(known: Known, row: Row, claim: Claim | Condition) -> bool:
    """Whether a passage of the same document names what is claimed, save where that is told of something else."""
    text = known.document(row.fact.document).text
    subject = (row.subject.name, *row.subject.aliases)
    for passage in known.passages(row.fact.document):
        said = text[passage.start : passage.end]
        if not any(names_hold(said, name) for name in _claimed(known, claim)):
            continue
        if any(names_hold(said, name) for name in subject) or not _is_explained(known, passage, claim):
            return True
    return False


def _is_explained(known: Known, passage: Passage, claim: Claim | Condition) -> bool:
    facts = (fact for key in claim.entities for fact in known.with_value(key, claim.attribute))
    return any(
        fact.document == passage.document and fact.start < passage.end and passage.start < fact.end for fact in facts
    )


def _claimed(known: Known, claim: Claim | Condition) -> list[str]:
    entities = [known.entity(key) for key in claim.entities]
    names = [name for entity in entities for name in (entity.name, *entity.aliases)]
    return names or ([claim.value.text] if claim.value else [])


def _words(text: str) -> list[str]:
    return [squeeze(word) for word in text.replace("-", " ").split() if squeeze(word)]
