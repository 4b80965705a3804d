"""Which words have letters of two alphabets."""

import pytest

from facts.reading.alphabets import MixedWord, mixed_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Twingo costs 20,000 euros.", []),
        ("La Mégane, le Citroën, l'œuvre, Škoda, Ørsted, Łódź", []),
        ("Завод в Тольятти строит Lada Vesta", []),
        ("a kΩ, 5 μm and 3 µg; トヨタのSUV車", []),
        ("the R\u0435nault", [("R\u0435nault", "Latin", "Cyrillic", "\u0435")]),
        ("\u0410udi and \u0410udi", [("\u0410udi", "Latin", "Cyrillic", "\u0410")]),
        ("an \u039fpel", [("\u039fpel", "Latin", "Greek", "\u039f")]),
        ("a \u0421LA45", [("\u0421LA45", "Latin", "Cyrillic", "\u0421")]),
        ("a Клуcтер", [("Клуcтер", "Cyrillic", "Latin", "c")]),
        ("S\u0440r\u0456ng, then the \u0405pring", [
            ("S\u0440r\u0456ng", "Latin", "Cyrillic", "\u0440\u0456"),
            ("\u0405pring", "Latin", "Cyrillic", "\u0405"),
        ]),
    ],
)  # fmt: skip
def test_words_of_two_alphabets(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert list(mixed_words(text)) == [MixedWord(word, text.index(word), *rest) for word, *rest in found]
