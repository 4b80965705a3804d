"""Words that narrow a claim beyond its value."""

import pytest

from bot.models import Limit
from bot.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("Is the Brio still built in Lomnica?", [Limit.STILL]),
        ("La Brio est-elle toujours fabriquée à Lomnica ?", [Limit.STILL]),
        ("Is the Nido already on sale?", [Limit.ALREADY]),
        ("Has the Brio been launched yet?", [Limit.ALREADY]),
        ("La Nido est-elle déjà en vente ?", [Limit.ALREADY]),
        ("Is the Tosca no longer built in Portugal?", [Limit.ENDED]),
        ("La Tosca n'est-elle plus fabriquée au Portugal ?", [Limit.ENDED]),
        ("Is the Brio built exclusively in Lomnica?", [Limit.ONLY]),
        ("Is the Brio the only car built in Lomnica?", [Limit.ONLY]),
        ("Is the Brio exactly 21,000 euros?", [Limit.EXACTLY]),
        ("Do all Aldas cost 21,000 euros?", [Limit.ALL]),
        ("Toutes les Bexa coûtent-elles 18 500 euros ?", [Limit.ALL]),
        ("Is the Brio built in Lomnica?", []),
        ("La Nido est-elle plus chère que la Brio ?", []),
        ("Does the Brio cost only 21,000 euros?", []),
    ],
)
def test_limits_are_read(understanding: Understanding, question: str, limits: list[Limit]) -> None:
    assert list(understanding.read(question).limits) == limits
