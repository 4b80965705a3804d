"""Whose turns open the paragraphs of an interview."""

from facts.corpus import Tools
from facts.naming.speakers import speaker_labels, speakers_by_initials
from tests.facts.naming.conftest import FindSpans

TALK = """We met her in a café, on a cold day in March.

Petra Lumeo: It was a long year for us all.

TN: And then?

PL: Then we began again.

TN: When was that?

PL: It was in May.

TN: Thank you."""
LIST = """We list it all, as ever.

Price: it is high.

Price: it is low.

Price: it is fair.

PL: it is once."""


def test_names_and_initials_open_turns(tools: Tools, find_spans: FindSpans) -> None:
    sentences, spans = find_spans(TALK)
    labels = speaker_labels(sentences, tools.lemmas)

    assert [label.text for label in labels] == ["Petra Lumeo", "TN", "PL", "TN", "PL", "TN"]
    assert speakers_by_initials(labels, [*labels, *spans]) == {"pl": "petralumeo"}


def test_words_of_a_list_and_single_turns_are_no_speakers(tools: Tools, find_spans: FindSpans) -> None:
    sentences, _ = find_spans(LIST)

    assert speaker_labels(sentences, tools.lemmas) == []
