"""Yes and no, and what decides neither."""

import pytest

from bot.answering import Answering
from bot.models.finding import Comparison, Missing, Told
from bot.models.query import Claim, Intent, Operator
from facts.models import Value, ValueKind
from tests.bot.answering.asking import query
from tests.bot.world import date, money, words

IS, BELOW, ABOVE = Operator.IS, Operator.BELOW, Operator.ABOVE


@pytest.mark.parametrize(
    ("subject", "claim", "verdict"),
    [
        ("brio", Claim("factory", IS, entities=("lomnica",)), True),
        ("brio", Claim("factory", IS, entities=("slovenia",)), True),
        ("brio", Claim("factory", IS, entities=("portugal",)), False),
        ("brio", Claim("factory", Operator.IS_NOT, entities=("portugal",)), True),
        ("brio", Claim("factory", IS, entities=("portugal",), negated=True), False),
        ("corso", Claim("built_in_country", IS, entities=("slovenia",)), False),
        ("brio", Claim("launch", IS, date("2026", "2026", 20260101, 20261231)), True),
        ("brio", Claim("launch", IS, date("2028", "2028", 20280101, 20281231)), False),
        ("brio", Claim("launch", IS, date("May 2026", "2026-05", 20260501, 20260531)), None),
        ("corso", Claim("launch", IS, date("2027", "2027", 20270101, 20271231)), True),
        ("corso", Claim("launch", BELOW, date("2027", "2027", 20270101, 20271231)), False),
        ("brio", Claim("price", BELOW, money("25k", 25000)), True),
        ("brio", Claim("price", BELOW, money("15k", 15000)), False),
        ("brio", Claim("price", BELOW, money("$25k", 25000, "USD")), None),
        ("nido", Claim("price", BELOW, than=("brio",)), True),
        ("nido", Claim("price", ABOVE, than=("brio",)), False),
        ("nido", Claim("price", ABOVE, than=("corso",)), None),
        ("nido", Claim("replaces", IS, entities=("tosca",)), True),
        ("tosca", Claim("replaces", IS, entities=("nido",), inverse=True), True),
        ("tosca", Claim("replaces", IS, entities=("brio",), inverse=True), False),
        ("brio", Claim("seats", IS, Value("five", ValueKind.COUNT, 5)), None),
        ("brio", Claim("range", Operator.HAS), True),
        ("brio", Claim("seats", Operator.HAS), None),
        ("mara-veld", Claim("role", IS, words("head of Alda")), True),
    ],
)
def test_verdicts(answering: Answering, subject: str, claim: Claim, verdict: bool | None) -> None:
    found = answering.find(query(Intent.CHECK, subject, claims=(claim,)))
    assert isinstance(found, Missing if verdict is None else Told | Comparison)
    assert getattr(found, "verdict", None) is verdict


def test_the_chain_of_places_is_quoted(answering: Answering) -> None:
    claim = Claim("factory", IS, entities=("slovenia",))
    found = answering.find(query(Intent.CHECK, "brio", claims=(claim,)))
    assert isinstance(found, Told)
    assert [row.value for row in found.rows] == ["Lomnica", "Slovenia"]


def test_an_undecided_check_says_what_is_known(answering: Answering) -> None:
    claim = Claim("launch", IS, date("May 2026", "2026-05", 20260501, 20260531))
    found = answering.find(query(Intent.CHECK, "brio", claims=(claim,)))
    assert isinstance(found, Missing)
    assert [row.value for row in found.given] == ["2026"]


def test_all_subjects_must_hold(answering: Answering) -> None:
    claim = Claim("factory", IS, entities=("lomnica",))
    found = answering.find(query(Intent.CHECK, "brio", "corso", claims=(claim,)))
    assert isinstance(found, Missing)


@pytest.mark.parametrize(("words", "verdict"), [(("brio", "range"), True), (("range", "winter"), None)])
def test_without_a_claim_only_the_quote_itself_says_yes(
    answering: Answering, words: tuple[str, ...], verdict: bool | None
) -> None:
    found = answering.find(query(Intent.CHECK, "brio", attributes=("range",), words=words))
    assert getattr(found, "verdict", None) is verdict


def test_a_wrong_premise_is_corrected(answering: Answering) -> None:
    claim = Claim("factory", IS, entities=("portugal",))
    found = answering.find(query(Intent.WHY, "brio", claims=(claim,), words=("build",)))
    assert isinstance(found, Told)
    assert found.is_correction
