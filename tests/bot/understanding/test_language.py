"""Which language a question is in."""

import pytest

from bot.understanding.language import language_of
from bot.understanding.vocabulary import Vocabularies
from facts.store.reader import FactStore
from facts.terms import tokenize


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How much is the Brio?", "en"),
        ("combien coûte la Brio", "fr"),
        ("quand sort la brio", "fr"),
        ("prix de la brio", "fr"),
        ("brio price", "en"),
        ("autonomie brio ?", "fr"),
        ("second cheapest car?", "en"),
        ("Brio", "en"),
        ("", "en"),
    ],
)
def test_tells_the_language_by_its_words(world: FactStore, text: str, language: str) -> None:
    assert language_of(tokenize(text), Vocabularies(world.lexicon)) == language


def test_a_tie_goes_to_the_language_of_the_turn_before(world: FactStore) -> None:
    assert language_of(tokenize("Brio ?"), Vocabularies(world.lexicon), previous="fr") == "fr"
