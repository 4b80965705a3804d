"""What comes of one document."""

from tests.facts.extracting.conftest import ReadText

TEXT = "Kia builds the EV4 in Žilina."


def test_keeps_document_passages_entities_and_facts(read: ReadText) -> None:
    reading = read(TEXT)
    assert reading.document.text == TEXT
    assert [passage.of(TEXT) for passage in reading.passages] == [TEXT]
    assert {fact.subject for fact in reading.facts} <= {entity.id for entity in reading.entities}
