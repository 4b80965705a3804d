"""Whether what a document tells speaks against what it does not."""

import pytest

from bot.answering.mentioned import names_hold


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("built in Flins-sur-Seine", "Flins sur Seine", True),
        ("built in Flins-sur-Seine", "Flins", True),
        ("the Kia plant", "Ki", False),
        ("Novo Mesto, in Slovakia", "novo mesto", True),
        ("anything", "", False),
    ],
)
def test_names_are_whole_words(text: str, name: str, held: bool) -> None:
    assert names_hold(text, name) is held
