"""The old one, the new one, the current one: which car that is, and when the documents do not tell of it."""

import pytest

from bot.models import Match
from bot.understanding.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "entity", "match"),
    [
        ("price of the new Tosca", "nido", Match.DESCRIBED),
        ("le prix de la nouvelle Tosca", "nido", Match.DESCRIBED),
        ("combien coûtera la future Tosca ?", "nido", Match.DESCRIBED),
        ("price of the old Tosca", "tosca", Match.EXACT),
        ("where is the current Tosca built", "tosca", Match.EXACT),
        ("où est fabriquée l'ancienne Tosca ?", "tosca", Match.EXACT),
        ("price of the new Brio", "brio", Match.EXACT),
        ("price of the current Brio", "brio", Match.EXACT),
        ("what does the Brio cost now", "brio", Match.EXACT),
        ("price of the old Brio", "brio", Match.UNKNOWN),
        ("how much was the previous Frost", "frost", Match.UNKNOWN),
        ("prix de l'ancienne Brio", "brio", Match.UNKNOWN),
        ("combien coûtait la Brio précédente ?", "brio", Match.UNKNOWN),
        ("price of the old Alda", None, Match.UNKNOWN),
    ],
)
def test_generations(understanding: Understanding, question: str, entity: str | None, match: Match) -> None:
    """A car that nothing replaces has no old generation that the documents tell of: it is only the closest."""
    (mention,) = understanding.read(question).subjects
    assert (mention.match, mention.entities) == (match, (entity,) if entity else ())


@pytest.mark.parametrize(
    ("question", "attribute"),
    [
        ("how long is the new Brio", "length"),
        ("what does the new Brio weigh", "weight"),
        ("combien coûte la nouvelle Brio ?", "price"),
        ("how far does the new Brio go", "range"),
        ("when is the Brio coming", "launch"),
    ],
)
def test_the_adjective_of_a_name_asks_for_nothing(understanding: Understanding, question: str, attribute: str) -> None:
    assert understanding.read(question).attributes[:1] == (attribute,)
