"""Where a sentence ends."""

import pytest

from facts.lexicon import Lexicon
from facts.reading.sentences import LONGEST, sentence_rules, sentences_of

ENGLISH = [
    ["It costs 4.5 million.", "Then it rose."],
    ["Mr. Brown met Dr. Green.", "They spoke."],
    ["The U.S. market grew.", "It is in the U.S.", "The firm left."],
    ["It has max. 110 kW and approx. 300 km, i.e. enough.", "Fine."],
    ["See No. 5 of the list.", "No.", "It is not there."],
    ["It charges in 31 min.", "The rest is slow."],
    ["J. R. Stone and Anna K. Bell drove it.", "There is no plan B.", "We wait."],
    ["“It is cheap.", "We like it,” said Bell.", "“Why?” asked Stone."],
    ['She said: " It is cheap. "', "Then she left."],
    ["He says: « It is cheap. »", "Then he left."],
    ['They say: " The group is strong. «', "The recovery will pass."],
    ["Well... it works.", "Really...", "It does!"],
    ["A new one.", "iX is its name."],
    ["Sold abroad as Ria.[4]", "The car was old.[citation needed]", "It left."],
    ["NWR: Is it fast?", "It is."],
    ["The car (see p. 4) is small.", "(It is cheap.)", "Good."],
    ["He drove\nit home.", "Then he\nslept."],
]
FRENCH = [
    ["M. Dupont a env. 20 ans.", "Il conduit."],
    ["« Elle est belle », dit-il.", "« C'est vrai. »", "Bien."],
    ["Le prix : 19 900 euros.", "C'est peu !", "Et l'autonomie ?"],
]


@pytest.mark.parametrize("parts", ENGLISH, ids=" ".join)
def test_english_sentences(lexicon: Lexicon, parts: list[str]) -> None:
    assert split(lexicon, " ".join(parts), "en") == parts


@pytest.mark.parametrize("parts", FRENCH, ids=" ".join)
def test_french_sentences(lexicon: Lexicon, parts: list[str]) -> None:
    assert split(lexicon, " ".join(parts), "fr") == parts


def split(lexicon: Lexicon, text: str, language: str) -> list[str]:
    rules = sentence_rules(lexicon, language)
    return [text[start:end] for start, end in sentences_of(text, 0, len(text), rules)]


def test_long_text_is_cut(lexicon: Lexicon) -> None:
    parts = split(lexicon, "word " * 5_000 + "x" * 5_000, "en")
    assert all(0 < len(part) <= LONGEST for part in parts)
    assert "".join(parts).replace(" ", "") == "word" * 5_000 + "x" * 5_000
