"""What an answer looks like on Discord, within its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.rendering import answers as embeds
from bot.discord.rendering import limits
from bot.models import Answer, AnswerValue, Conflict, Source, Status
from bot.wording.languages import catalogue_of

QUOTE = "The Twingo should cost 20,000 euros in 2026."


def source(quote: str = QUOTE, **fields: object) -> Source:
    return Source("twingo.md", quote, 100, 100 + len(quote), **fields)


def answered(*sources: Source, **fields: object) -> Answer:
    return Answer(Status.ANSWERED, "The Twingo costs €20,000.", "en", sources=sources, **fields)


def test_words_that_say_it_are_bold():
    marked = source(marks=((100 + QUOTE.index("20,000"), 100 + QUOTE.index(" in 2026")),))
    assert embeds.excerpt(marked) == "> The Twingo should cost **20,000 euros** in 2026."


def test_markdown_of_a_document_is_shown_as_written():
    assert embeds.excerpt(source("a *bold* _claim_")) == r"> a \*bold\* \_claim\_"


def test_every_line_of_a_quote_is_quoted():
    assert embeds.excerpt(source("one\n\ntwo")) == "> one\n> two"


def test_long_quote_is_cut_around_the_words_that_say_it():
    quote = "before " * 300 + "the words" + " after" * 300
    at = 100 + quote.index("the words")
    shown = embeds.excerpt(source(quote, marks=((at, at + 9),)))
    assert "**the words**" in shown
    assert shown.startswith("> … ")
    assert shown.endswith(" …")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "twingo.md · publisher unknown · published: unknown"),
        (
            {
                "title": "A [new] car",
                "url": "https://example.org/a_(b)",
                "publisher": "AFP",
                "published": "2025-02-20",
            },
            "[A (new) car](https://example.org/a_%28b%29) · AFP · 2025-02-20",
        ),
        ({"title": "Twingo", "url": "javascript:alert(1)"}, "Twingo · publisher unknown · published: unknown"),
    ],
)
def test_source_line_says_what_is_known_and_what_is_not(fields, line):
    assert embeds.source_line(source(**fields), "en") == line


def test_source_line_speaks_the_language_of_the_answer():
    assert embeds.source_line(source(), "fr") == "twingo.md · éditeur inconnu · publication : inconnue"


def test_certainty_is_below_the_quote():
    value = AnswerValue("€20,000", "money", certainty="expected")
    answer = answered(source(reviewed=True, note="seen twice"), values=(value,))
    footer = embeds.show(answer).embed.footer.text
    assert footer == "Certainty: expected · reviewed · seen twice"


def test_one_source_line_for_two_quotes_of_a_document():
    two = (source(), Source("twingo.md", "It is small.", 300, 312))
    description = embeds.show(answered(*two)).embed.description
    assert description.count("twingo.md") == 1
    assert description.count("\n") == 3


def test_disagreement_is_shown_with_its_source():
    conflict = Conflict("€25,000", Source("other.md", "It costs 25,000 euros.", 0, 22))
    (field,) = embeds.show(answered(source(), conflicts=(conflict,))).embed.fields
    assert field.name == "Another document says"
    assert field.value == "€25,000\n> It costs 25,000 euros.\n\nother.md · publisher unknown · published: unknown"


def test_unknown_has_no_embed():
    assert embeds.show(Answer(Status.UNKNOWN, "The documents do not say.", "en")).embed is None


def test_empty_text_becomes_a_hint():
    assert embeds.show(Answer(Status.CHATTER, "", "fr")).text == catalogue_of("fr").hint


@given(
    text=st.text(max_size=5_000),
    quotes=st.lists(st.text(min_size=1, max_size=3_000), min_size=1, max_size=6),
    conflicts=st.lists(st.text(max_size=2_000), max_size=30),
    note=st.none() | st.text(max_size=3_000),
)
def test_whatever_it_holds_discord_takes_it(text, quotes, conflicts, note):
    sources = tuple(Source(f"{n}.md", quote, 0, len(quote), title=note, note=note) for n, quote in enumerate(quotes))
    told = tuple(Conflict(one, sources[0]) for one in conflicts)
    answer = Answer(Status.ANSWERED, text, "en", sources=sources, conflicts=told)
    shown = embeds.show(answer)
    assert shown.embed is not None
    assert 0 < len(shown.text) <= limits.MESSAGE
    assert len(shown.plain) <= limits.MESSAGE
    assert len(shown.embed.description or "") <= limits.DESCRIPTION
    assert len(shown.embed) <= limits.EMBED
    assert len(shown.embed.fields) <= limits.FIELDS
    assert all(len(field.value or "") <= limits.FIELD_VALUE for field in shown.embed.fields)


@pytest.mark.parametrize(
    ("language", "fields", "values", "expected"),
    [
        ("en", {"language": "en"}, (), ""),
        ("en", {"language": "fr"}, (), "document in French"),
        ("fr", {"language": "en"}, (), "document en anglais"),
        ("fr", {"language": "en", "note": "machine-translated from French"}, (),
         "document en anglais, d'après un document traduit automatiquement du français"),
        ("en", {"language": "xx-nowhere"}, (), "document in xx-nowhere"),
        ("en", {}, (AnswerValue("it", "text", speaker="Luca de Meo"),), "according to Luca de Meo"),
        ("fr", {}, (AnswerValue("it", "text", certainty="stated", speaker="Nissan"),),
         "Certitude : affirmé · selon Nissan"),
    ],
)  # fmt: skip
def test_what_to_know_of_a_text_is_in_words(language, fields, values, expected):
    answer = Answer(Status.ANSWERED, "x", language, sources=(source(**fields),), values=values)
    assert embeds.certainty_of(answer) == expected
