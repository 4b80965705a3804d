"""The few sentences that Discord needs and no answer holds. What an answer says is worded elsewhere."""

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

HINT = {
    "en": "Ask me about the cars in my documents, in your own words: “how much is the …?”, “where is it built?”",
    "fr": "Posez-moi une question sur les voitures de mes documents : « combien coûte la … ? », « où est-elle ? »",
}
TROUBLE = {
    "en": "Something went wrong on my side; whoever runs me can see it in the log.",
    "fr": "Quelque chose s'est mal passé de mon côté ; la personne qui m'exploite le verra dans le journal.",
}
QUOTED = {"en": "Quote", "fr": "Citation"}
CERTAINTY = {"en": "Certainty", "fr": "Certitude"}
OTHERWISE = {"en": "Another document says", "fr": "Un autre document dit"}
REVIEWED = {"en": "reviewed by a person", "fr": "relu par une personne"}
PUBLISHER_UNKNOWN = {"en": "publisher unknown", "fr": "éditeur inconnu"}
DATE_UNKNOWN = {"en": "date unknown", "fr": "date inconnue"}
MORE = {"en": "… and {count} more", "fr": "… et {count} de plus"}
DEGREES = {
    "en": {
        "stated": "stated",
        "approximate": "approximate",
        "expected": "expected",
        "rumoured": "rumoured",
        "denied": "denied",
    },
    "fr": {
        "stated": "affirmé",
        "approximate": "approximatif",
        "expected": "attendu",
        "rumoured": "selon la rumeur",
        "denied": "démenti",
    },
}

NOT_OPERATOR = "Only the operator of this bot can do that."
RELOADING = "Reading the documents again. Questions are answered from the old facts meanwhile."
ALREADY_RELOADING = "A reload is already running; its result goes to whoever started it."


def in_language(texts: Mapping[str, T], language: str) -> T:
    """Choose by the first two letters of a language tag; English where there is none."""
    return texts.get(language[:2], texts["en"])
