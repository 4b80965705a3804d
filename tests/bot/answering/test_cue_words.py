"""Which words ask for an attribute, and by which of them a text tells of it."""

import pytest

from bot.answering.cue_words import CueWords
from facts.lexicon.frames import parse_frame
from facts.lexicon.model import Attribute, Language, Lexicon, Wording
from facts.models import ValueKind

ENGLISH = Wording(
    "cost", nouns=(("cost",), ("sum", "due")), frames=(parse_frame("S demand V"),), phrases=(("how", "dear"),)
)
FRENCH = Wording("coût", nouns=(("coût",),), frames=(parse_frame("S valoir V"),))
COST = Attribute("cost", ValueKind.MONEY, ("model",), wording={"en": ENGLISH, "fr": FRENCH})
TIME = Attribute("time", ValueKind.DATE, ("model",), wording={"en": Wording("due time", nouns=(("due", "time"),))})


@pytest.fixture
def cue_words() -> CueWords:
    tables = {"nominal": {"demander": "demand", "demandant": "demand"}}
    languages = {"en": Language("en", {"articles": frozenset({"the"})}, tables), "fr": Language("fr", {}, {})}
    attributes = {one.id: one for one in (COST, TIME)}
    return CueWords(Lexicon(attributes, {}, (), languages, ()), {"due"})


def test_questions_ask_by_nouns_verbs_and_phrases(cue_words: CueWords) -> None:
    assert cue_words.asking(("cost",)) >= {"cost", "sum", "due", "demand", "how", "dear", "coût", "valoir"}


def test_texts_tell_by_plain_words_of_all_languages_in_turn(cue_words: CueWords) -> None:
    assert cue_words.telling(("cost",)) == ("cost", "coût", "demand", "valoir")


def test_words_of_many_attributes_tell_of_none(cue_words: CueWords) -> None:
    assert cue_words.telling(("time",)) == ("time",)


def test_rival_attributes_share_their_words(cue_words: CueWords) -> None:
    assert set(cue_words.telling(("cost", "time"))) == {"cost", "coût", "demand", "valoir", "time"}


def test_unknown_attributes_have_no_words(cue_words: CueWords) -> None:
    assert cue_words.telling(("colour",)) == ()


@pytest.mark.parametrize("word", ["demand", "demandant"])
def test_verbs_and_their_nouns_are_forms_of_each_other(cue_words: CueWords, word: str) -> None:
    assert set(cue_words.forms(word)) == {"demand", "demander", "demandant", word}
