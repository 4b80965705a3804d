"""Every refusal is one sentence in either language, and a name in it is only a name."""

import pytest

from bot.curating.errors import Reason, RefusedError
from bot.discord.operator.refusals import refusal
from bot.discord.texts import LANGUAGES, texts_in

FIELDS = {"name": "*a*.md", "folder": "/data", "endings": ".md, .txt", "most": 4, "place": "s3://facts"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason, language: str) -> None:
    said = refusal(RefusedError(reason, **FIELDS), texts_in(language))

    assert said.endswith(".")
    assert "{" not in said
    assert "*a*" not in said.replace("\\*", "")
