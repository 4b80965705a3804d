"""The few sentences that Discord needs and no answer holds. What an answer says is worded elsewhere."""

from collections.abc import Mapping

TROUBLE = {
    "en": "Something went wrong on my side; whoever runs me can see it in the log.",
    "fr": "Quelque chose s'est mal passé de mon côté ; la personne qui m'exploite le verra dans le journal.",
}
CERTAINTY = {"en": "Certainty", "fr": "Certitude"}
STATED = {"en": "stated", "fr": "affirmé"}
OTHERWISE = {"en": "Another document says", "fr": "Un autre document dit"}
PUBLISHER_UNKNOWN = {"en": "publisher unknown", "fr": "éditeur inconnu"}
MORE = {"en": "… and {count} more", "fr": "… et {count} de plus"}

NOT_OPERATOR = "Only the operator of this bot can do that."
RELOADING = "Reading the documents again. Questions are answered from the old facts meanwhile."
ALREADY_RELOADING = "A reload is already running; its result goes to whoever started it."


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Choose by the first two letters of a language tag; English where there is none."""
    return texts.get(language[:2], texts["en"])
