"""What findings sound like in French; spaces that keep lines together are made plain."""

import pytest

from bot.models import Query
from bot.models.query import Claim, Condition, Intent, Operator
from tests.bot.answering.asking import query
from tests.bot.wording.conftest import Reply

IN_PORTUGAL = Claim("factory", Operator.IS, entities=("portugal",))

FRENCH = [
    (query(Intent.LOOKUP, "brio", attributes=("price",), language="fr"), "L'Alda Brio coûte 21 000 €."),
    (query(Intent.LOOKUP, "nido", attributes=("price",), language="fr"),
     "La Bexa Nido coûte environ 18 500 € (prévu)."),
    (query(Intent.LOOKUP, "corso", attributes=("launch",), language="fr"), "Alda Corso — lancement : mars 2027."),
    (query(Intent.LOOKUP, "nido", attributes=("weight",), language="fr"), "La Bexa Nido pèse 980 kg."),
    (query(Intent.CHECK, "brio", claims=(IN_PORTUGAL,), language="fr"),
     "Non : Alda Brio — usine : Lomnica. Lomnica — pays : Slovénie."),
    (query(Intent.COMPARE, "nido", "brio", attributes=("price",), difference=True, language="fr"),
     "Environ 2 500 € de moins : la Bexa Nido coûte environ 18 500 € (prévu) ; l'Alda Brio coûte 21 000 €."),
    (query(Intent.LOOKUP, "brio", attributes=("seats",), language="fr"),
     "Places de l'Alda Brio : les documents n'en disent rien ; ils donnent : prix, lancement et autonomie."),
    (query(Intent.FILTER, set_kind="model", conditions=(Condition("seats", Operator.LACKS),), language="fr"),
     "Places de l'Alda Brio, l'Alda Corso, la Bexa Nido et la Bexa Tosca : les documents n'en disent rien."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "text"), FRENCH)
def test_french(reply: Reply, asked: Query, text: str) -> None:
    assert reply(asked).text.replace("\u00a0", " ") == text
