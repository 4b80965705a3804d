"""The JSON that scripts rely on."""

import json

from bot.models.query import Claim, Intent, Operator
from bot.wording import to_json
from tests.bot.answering.asking import query
from tests.bot.wording.conftest import Reply

FIELDS = {
    "status", "tier", "text", "verdict", "values", "sources", "conflicts", "choices", "suggestions", "unknown_words",
    "interpretation", "language", "elapsed_ms",
}  # fmt: skip


def test_an_answer_has_the_promised_fields(reply: Reply) -> None:
    data = to_json(reply(query(Intent.LOOKUP, "nido", attributes=("price",))))
    assert set(data) == FIELDS
    (value,) = data["values"]
    assert (value["text"], value["kind"], value["amount"], value["unit"]) == (
        "around 18,500 euros",
        "money",
        18500,
        "EUR",
    )
    assert (value["entity"], value["certainty"]) == ("Bexa Nido", "expected")
    assert "market" not in value
    (source,) = data["sources"]
    assert source["end"] - source["start"] == len(source["quote"])
    assert source["published"] == "2025-01-10"


def test_a_verdict_is_yes_or_no(reply: Reply) -> None:
    claim = Claim("factory", Operator.IS, entities=("portugal",))
    assert to_json(reply(query(Intent.CHECK, "brio", claims=(claim,))))["verdict"] == "no"


def test_conflicts_carry_their_source(reply: Reply) -> None:
    (conflict,) = to_json(reply(query(Intent.LOOKUP, "brio", attributes=("range",))))["conflicts"]
    assert conflict["source"]["quote"] == "The Brio has a range of 310 km."


def test_an_unknown_answer_is_json_as_well(reply: Reply) -> None:
    data = to_json(reply(query(Intent.LOOKUP, "brio", attributes=("seats",))))
    assert json.loads(json.dumps(data)) == data
    assert (data["status"], data["tier"], data["values"]) == ("unknown", None, [])
