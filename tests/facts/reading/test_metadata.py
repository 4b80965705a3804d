"""What documents say of themselves, and what is said to those who write it wrongly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.errors import DocumentError
from facts.reading.metadata import KEYS, Metadata, front_matter, meta_file, title_span

FILE = "note.md"


def test_front_matter_is_read_with_its_end() -> None:
    text = "---\ntitle: The Renault 5 returns\npublisher: Road Weekly\npublished: 2026-02-20\nlanguage: en\n---\nBody."
    found, offset = front_matter(text, FILE)
    assert found == Metadata("The Renault 5 returns", "Road Weekly", None, "2026-02-20", "en")
    assert text[offset:] == "Body."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "---\n\n---\n",
        "---\nA rule, then prose about the Dacia Spring.\n",
        "The Fiat Panda is new.\n---\ntitle: no\n---\n",
        " ---\ntitle: indented\n---\n",
        "----\ntitle: a longer rule\n----\n",
    ],
)
def test_text_without_front_matter_is_all_body(text: str) -> None:
    assert front_matter(text, FILE) == (Metadata(), 0)


def test_byte_order_mark_is_passed_over() -> None:
    text = "\ufeff---\ntitle: Zoe\n---\nBody"
    found, offset = front_matter(text, FILE)
    assert (found.title, text[offset:]) == ("Zoe", "Body")
    assert front_matter("\ufeffBody", FILE) == (Metadata(), 1)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "Small" cars: a return', '"Small" cars: a return'),
        ("Title:   Spaced out   ", "Spaced out"),
        ("title: L'électrique à 20 000 €", "L'électrique à 20 000 €"),
        ("title: # not a comment", "# not a comment"),
        ("title:", None),
    ],
)
def test_value_stands_as_written(line: str, title: str | None) -> None:
    assert front_matter(f"---\n{line}\n---\n", FILE)[0].title == title


def test_blank_lines_and_carriage_returns_are_harmless() -> None:
    text = "---\r\ntitle: Twingo\r\n\r\nurl: https://example.org/a:b\r\n---\r\nBody"
    found, offset = front_matter(text, FILE)
    assert (found.title, found.url, text[offset:]) == ("Twingo", "https://example.org/a:b", "Body")


BROKEN = [
    ("---\ntitle: Ami\nno key here\n---\n", 3, "'no key here' is not `key: value`"),
    ("---\ntitle: Ami\n", 1, "not closed"),
    ("---\ntitle: Ami\n\nauthor: Ada\n---\n", 4, "unknown key 'author'"),
    ("---\nlanguage: german\n---\n", 2, "language 'german' is not read"),
    ("---\nlanguage: english\n---\n", 2, "language 'english' is not read"),
    ("---\npublished: soon\n---\n", 2, "'soon' is not a date"),
    ("---\ntitle: Ami\npublished: 2026-02-30\n---\n", 3, "'2026-02-30' is not a date"),
]


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_broken_front_matter_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(DocumentError) as caught:
        front_matter(text, FILE)
    assert (str(caught.value.file), caught.value.line) == (FILE, line)
    assert message in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize("written", ["en", "EN", "en-GB", "en_IN", "en-US"])
def test_english_of_any_country_is_english(written: str) -> None:
    assert front_matter(f"---\nlanguage: {written}\n---\n", FILE)[0].language == "en"


def test_canadian_french_is_french() -> None:
    assert meta_file('language = "fr-CA"', FILE).language == "fr"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2026", "2026"),
        ("2026-02", "2026-02"),
        ("2024-02-29", "2024-02-29"),
        ("2026-02-20T09:30:00Z", "2026-02-20"),
        ("2026-02-20 09:30", "2026-02-20"),
    ],
)
def test_publication_keeps_its_precision(written: str, published: str) -> None:
    assert front_matter(f"---\npublished: {written}\n---\n", FILE)[0].published == published


@pytest.mark.parametrize("written", ["26-02-20", "2026-2-3", "2026-13", "2025-02-29", "20/02/2026", "0000", "2026-02-"])
def test_publication_that_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(DocumentError, match="is not a date; write it as"):
        front_matter(f"---\npublished: {written}\n---\n", FILE)


def test_title_span_is_that_of_the_title() -> None:
    text = "---\nurl: x\nTitle:  The Ë-C3 sells well \n---\nTitle: not this\n"
    span = title_span(text, front_matter(text, FILE)[1])
    assert span is not None
    assert text[slice(*span)] == "The Ë-C3 sells well"


@pytest.mark.parametrize("text", ["---\nurl: x\n---\ntitle: of the body\n", "---\ntitle:\n---\n", ""])
def test_no_title_no_span(text: str) -> None:
    assert title_span(text, front_matter(text, FILE)[1]) is None


def test_sidecar_dates_need_no_quotes() -> None:
    found = meta_file('title = "La Twingo"\npublished = 2026-02-20\nnote = ""\n', FILE)
    assert found == Metadata(title="La Twingo", published="2026-02-20")
    assert meta_file("published = 2026-02-20T10:00:00Z", FILE).published == "2026-02-20"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('title = "Ami"\nurl = \n', 2, "not readable as TOML"),
        ('title = "Ami"\npublished = 2026\n', 2, "'published' is not a text"),
        ('url = "x"\nauthor = "Ada"\n', 2, "unknown key 'author'"),
        ('\n\nauthor = "Ada"\n', 3, "unknown key 'author'"),
        ('title = "Ami"\n[extra]\na = "b"\n', 2, "'extra' is not a text"),
        ('"language" = "de"\n', 1, "language 'de' is not read"),
    ],
)
def test_broken_sidecar_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(DocumentError) as caught:
        meta_file(text, "note.meta.toml")
    assert caught.value.line == line
    assert message in caught.value.message


def test_later_knowledge_overrides_only_what_it_knows() -> None:
    first = Metadata(title="Old", publisher="Road Weekly", language="en")
    assert first.overridden_by(Metadata(title="New", note="seen")) == Metadata(
        "New", "Road Weekly", language="en", note="seen"
    )
    assert first.overridden_by(Metadata()) == first


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_plain_words(text: str) -> None:
    try:
        _, offset = front_matter("---\n" + text, FILE)
    except DocumentError as error:
        assert error.remedy  # noqa: PT017 - most texts raise nothing
    else:
        assert 0 <= offset <= len(text) + 4


@given(
    key=st.sampled_from(["title", "publisher", "note", "url"]),
    value=st.from_regex(r"[\w'\": #-]{0,30}\w", fullmatch=True),
)
def test_value_comes_back_as_written(key: str, value: str) -> None:
    found, _ = front_matter(f"---\n{key}: {value}\n---\n", FILE)
    assert getattr(found, key) == value.strip()
    assert key in KEYS
