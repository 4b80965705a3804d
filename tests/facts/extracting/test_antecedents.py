"""What pronouns and descriptions mean, on snippets that the rules were not written from (`antecedents.toml`)."""

import re
import tomllib
from pathlib import Path

import pytest

from facts.corpus import Tools
from facts.extracting.noun_phrases import Shape
from facts.models import Document
from facts.reading.passages import passages_of

CASES = tomllib.loads((Path(__file__).parent / "antecedents.toml").read_text(encoding="utf-8"))
OWNERS = ("model", "organisation", "person", "plant")
BRACES = re.compile(r"\{([^}]*)\}")


def meanings(tools: Tools, text: str, language: str, title: str | None) -> dict[int, str]:
    """Return what each phrase means, by the place where it begins."""
    document, found = Document("note.txt", text, 0, language, "", title=title), {}
    reader, values = tools.readers[language], tools.glossaries.reader(document)
    for clause, discourse in reader.clauses(document, passages_of(document, tools.lexicon), values):
        for mention in clause.mentions:
            first, number = mention.phrase.first, clause.sentence.passage.number
            entities = mention.entities
            if mention.phrase.shape is Shape.POSSESSIVE:
                owner = discourse.centring.its(number, clause, first + 1, OWNERS)
                entities = (owner,) if owner else ()
            found[clause.sentence.tokens[first].start] = " + ".join(discourse.entities[e].name for e in entities)
    return found


def marked(text: str) -> tuple[str, list[int]]:
    """Return a text without its braces, and where they opened."""
    places = [found.start() - 2 * before for before, found in enumerate(BRACES.finditer(text))]
    return BRACES.sub(r"\1", text), places


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:60])
def test_finds_what_is_meant(tools: Tools, case: dict[str, object]) -> None:
    """The one thing that is meant, and nothing where two can be."""
    text, places = marked(str(case["text"]))
    title = case.get("title")
    found = meanings(tools, text, str(case.get("language", "en")), str(title) if title else None)
    assert [found.get(place, "") for place in places] == case["means"]


@pytest.mark.parametrize("case", CASES["gap"], ids=lambda case: case["text"][:60])
def test_leaves_open_rather_than_guess(tools: Tools, case: dict[str, object]) -> None:
    """What is not found yet is left open, never taken for something else."""
    text, places = marked(str(case["text"]))
    found = meanings(tools, text, str(case.get("language", "en")), None)
    assert all(found.get(place, "") in ("", meant) for place, meant in zip(places, case["means"], strict=True))
