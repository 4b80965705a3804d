"""What findings sound like in French; spaces that keep lines together are made plain."""

import pytest

from bot.models import Query
from bot.models.query import Claim, Intent, Operator
from tests.bot.answering.asking import query
from tests.bot.wording.conftest import Reply

IN_PORTUGAL = Claim("factory", Operator.IS, entities=("portugal",))

FRENCH = [
    (query(Intent.LOOKUP, "brio", attributes=("price",), language="fr"), "Alda Brio coûte 21 000 €."),
    (query(Intent.LOOKUP, "nido", attributes=("price",), language="fr"), "Bexa Nido coûte environ 18 500 € (prévu)."),
    (query(Intent.LOOKUP, "corso", attributes=("launch",), language="fr"), "Alda Corso — lancement : mars 2027."),
    (query(Intent.LOOKUP, "nido", attributes=("weight",), language="fr"), "Bexa Nido pèse 980 kg."),
    (query(Intent.CHECK, "brio", claims=(IN_PORTUGAL,), language="fr"),
     "Non : Alda Brio — usine : Lomnica. Lomnica — pays : Slovenia."),
    (query(Intent.COMPARE, "nido", "brio", attributes=("price",), difference=True, language="fr"),
     "Environ 2 500 € de moins : Bexa Nido : environ 18 500 € (prévu); Alda Brio : 21 000 €."),
    (query(Intent.LOOKUP, "brio", attributes=("seats",), language="fr"),
     "Les documents ne donnent rien pour Alda Brio (places) ; ils donnent : prix, lancement et autonomie."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "text"), FRENCH)
def test_french(reply: Reply, asked: Query, text: str) -> None:
    assert reply(asked).text.replace("\u00a0", " ") == text
