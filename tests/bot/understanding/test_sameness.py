"""What several things are said to have in common."""

import pytest

from bot.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "attribute"),
    [
        ("Do the Brio and the Nido share a platform?", "platform"),
        ("Does the Brio share its platform with the Nido?", "platform"),
        ("Are the Brio and the Nido built in the same factory?", "factory"),
        ("Do the Brio and the Nido have the same price?", "price"),
        ("Do the Brio and the Nido cost the same?", "price"),
        ("La Brio et la Nido ont-elles la même autonomie ?", "range"),
        ("La Brio est-elle au même prix que la Nido ?", "price"),
        ("La Brio et la Nido partagent-elles une plateforme ?", "platform"),
    ],
)
def test_one_is_compared_with_the_other(understanding: Understanding, question: str, attribute: str) -> None:
    query = understanding.read(question)

    (claim,) = query.claims
    assert (claim.attribute, claim.than, query.unknown) == (attribute, ("nido",), ())
    assert [mention.entities for mention in query.subjects] == [("brio",)]


@pytest.mark.parametrize(
    "question",
    ["Is the Brio built in the same place?", "Does the Brio share a platform?", "Is the Brio as good as new?"],
)
def test_one_thing_shares_nothing(understanding: Understanding, question: str) -> None:
    assert all(claim.than == () for claim in understanding.read(question).claims)
