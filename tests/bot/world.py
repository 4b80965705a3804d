"""A small invented lineup in a real store: two documents, a handful of facts, a vocabulary of its own.

Each fact names the words of its value inside a sentence of its document; offsets are worked out from them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from facts.lexicon.codec import dump_lexicon
from facts.lexicon.forms import light_stem
from facts.lexicon.model import Attribute, Kind, Language, Lexicon, Unit, Wording
from facts.models import Bound, Certainty, Document, Entity, Fact, Origin, Passage, Value, ValueKind
from facts.store.indexing import filed
from facts.store.writer import Contents, write_store

OLD = [
    "The Alda Brio costs 21,000 euros.",
    "The Brio has a range of 310 km.",
    "The Alda Brio and the Bexa Nido are built in Lomnica.",
    "The Bexa Nido should cost around 18,500 euros.",
    "The Bexa Nido replaces the Bexa Tosca.",
    "The Bexa Tosca was built in Portugal.",
    "Lomnica is a plant in Slovenia.",
    "The Brio sits on the P2 platform, like the Nido and the Alda Corso.",
    "Mara Veld, head of Alda, said that the recovery needs small cars.",
    "They are built in Lomnica to keep freight short.",
    "The Corso is no longer planned for Slovenia.",
    "The Alda Corso will be launched in March 2027.",
    "The Brio goes on sale in 2026.",
    "Three cars share the P2 platform.",
    "The Corso costs 30,000 dollars in the United States.",
    "The Nido is expected soon after the Brio.",
    "The 5 seats of the Corso are filled with cork.",
]
NEW = ["The Brio now has a range of 325 km.", "Le Nido pèse 980 kg."]


@dataclass
class Draft:
    """Collects what goes into a store."""

    documents: dict[str, tuple[Document, list[Passage]]] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def document(self, name: str, sentences: Sequence[str], language: str = "en", **metadata: str | None) -> None:
        """Add a document of one paragraph."""
        text, passages = "", []
        for number, sentence in enumerate(sentences):
            start = len(text) + (number > 0)
            text += (" " if number else "") + sentence
            passages.append(Passage(name, number, start, len(text), "sentence", 0))
        self.documents[name] = (Document(name, text, 0, language, f"digest of {name}", **metadata), passages)

    def entity(
        self, key: str, name: str, kind: str, *aliases: str, brand: str | None = None, parent: str | None = None
    ) -> None:
        self.entities.append(Entity(key, name, kind, (name, *aliases), brand, parent))

    def fact(
        self, subject: str, attribute: str, value: Value, within: str, *, words: str | None = None, **more: object
    ) -> None:
        """Add a fact whose value is written in the sentence `within`."""
        name, (document, _) = next(item for item in self.documents.items() if within in item[1][0].text)
        start = document.text.index(within)
        at = document.text.index(words or value.text, start)
        span = (at, at + len(words or value.text))
        told = {"origin": Origin.REVIEWED, **more}
        self.facts.append(Fact(subject, attribute, value, name, start, start + len(within), span, "hand", **told))  # type: ignore[arg-type]  # told holds what Fact takes

    def _kinds(self, sentence: str) -> tuple[str, ...]:
        named = {entity.kind for entity in self.entities if any(alias in sentence for alias in entity.aliases)}
        numbers = {"count", "money", "quantity"} if any(letter.isdigit() for letter in sentence) else set()
        return tuple(sorted(named | numbers))

    def write(self, target: Path, lexicon: Lexicon) -> Path:
        """Write a store; the lemmas of a few words are known, the others only lose their s."""
        forms = {"en": {"cars": "car", "built": "build", "said": "say", "needs": "need"}, "fr": {}}

        def lemma(word: str, language: str) -> str:
            return forms.get(language, {}).get(word) or light_stem(word)

        documents = [
            filed(document, [replace(one, kinds=self._kinds(one.of(document.text))) for one in passages], lemma)
            for _, (document, passages) in sorted(self.documents.items())
        ]
        content = Contents(
            dump_lexicon(lexicon), "test", documents, self.entities, self.facts, forms, set(),
            complete=sorted(self.documents),
        )  # fmt: skip
        write_store(target, content)
        return target


def money(text: str, amount: float, unit: str = "EUR", bound: Bound | None = None) -> Value:
    return Value(text, ValueKind.MONEY, amount=amount, unit=unit, bound=bound)


def quantity(text: str, amount: float, unit: str) -> Value:
    return Value(text, ValueKind.QUANTITY, amount=amount, unit=unit)


def date(text: str, iso: str, first: int, last: int) -> Value:
    return Value(text, ValueKind.DATE, amount=first, upper=last, date=iso)


def entity(text: str, key: str) -> Value:
    return Value(text, ValueKind.ENTITY, entity=key)


def words(text: str) -> Value:
    return Value(text, ValueKind.TEXT)


def lineup() -> Draft:
    """Return the invented lineup."""
    draft = Draft()
    draft.document("old.txt", OLD, title="Spring lineup", published="2025-01-10", note="machine-translated from French")
    draft.document("new.txt", NEW, title="Autumn update", published="2025-09-01")
    _add_entities(draft)
    _add_facts(draft)
    return draft


def _add_entities(draft: Draft) -> None:
    draft.entity("alda", "Alda", "brand")
    draft.entity("bexa", "Bexa", "brand")
    draft.entity("brio", "Alda Brio", "model", "Brio", brand="alda")
    draft.entity("corso", "Alda Corso", "model", "Corso", brand="alda")
    draft.entity("nido", "Bexa Nido", "model", "Nido", brand="bexa")
    draft.entity("tosca", "Bexa Tosca", "model", "Tosca", brand="bexa")
    draft.entity("brio-sport", "Alda Brio Sport", "version", "Brio Sport", brand="alda", parent="brio")
    draft.entity("p2", "P2", "platform", "P2 platform")
    draft.entity("lomnica", "Lomnica", "plant")
    draft.entity("slovenia", "Slovenia", "country")
    draft.entity("portugal", "Portugal", "country")
    draft.entity("usa", "United States", "country", "US")
    draft.entity("vano", "Vano", "brand")
    draft.entity("mara-veld", "Mara Veld", "person")


def _add_facts(draft: Draft) -> None:
    draft.fact("brio", "price", money("21,000 euros", 21000), OLD[0])
    draft.fact("brio", "range", quantity("310 km", 310, "km"), OLD[1])
    draft.fact("brio", "range", quantity("325 km", 325, "km"), NEW[0])
    draft.fact("nido", "weight", quantity("980 kg", 980, "kg"), NEW[1])
    draft.fact("brio", "factory", entity("Lomnica", "lomnica"), OLD[2])
    draft.fact("nido", "factory", entity("Lomnica", "lomnica"), OLD[2])
    about = money("around 18,500 euros", 18500, bound=Bound.ABOUT)
    draft.fact("nido", "price", about, OLD[3], certainty=Certainty.EXPECTED)
    draft.fact("nido", "replaces", entity("Bexa Tosca", "tosca"), OLD[4])
    draft.fact("tosca", "built_in_country", entity("Portugal", "portugal"), OLD[5])
    draft.fact("lomnica", "country", entity("Slovenia", "slovenia"), OLD[6])
    for car, written in (("brio", "P2"), ("nido", "P2"), ("corso", "P2")):
        draft.fact(car, "platform", entity(written, "p2"), OLD[7])
    draft.fact("p2", "sharing", Value("Three", ValueKind.COUNT, amount=3), OLD[13])
    draft.fact("mara-veld", "said", words("the recovery needs small cars"), OLD[8], speaker="Mara Veld")
    draft.fact("mara-veld", "role", words("head of Alda"), OLD[8])
    for car in ("brio", "nido"):
        reason = words("to keep freight short")
        draft.fact(car, "reason", reason, OLD[9], qualifiers={"of": "factory"})
    draft.fact("corso", "built_in_country", entity("Slovenia", "slovenia"), OLD[10], certainty=Certainty.DENIED)
    draft.fact("corso", "launch", date("March 2027", "2027-03", 20270301, 20270331), OLD[11])
    draft.fact("brio", "launch", date("2026", "2026", 20260101, 20261231), OLD[12])
    dollars = money("30,000 dollars", 30000, "USD")
    draft.fact("corso", "price", dollars, OLD[14], qualifiers={"market": "United States"})
    draft.fact("nido", "launch", words("soon after the Brio"), OLD[15], certainty=Certainty.EXPECTED)
    draft.fact("tosca", "price", money("21,000 euros", 21000), OLD[0], origin=Origin.PROPOSED)


def lexicon() -> Lexicon:
    """Return a vocabulary just large enough for the lineup."""
    kinds = [
        Kind("model", None, {"en": ("car", "cars"), "fr": ("voiture", "voitures")}), Kind("version", "model"),
        Kind("organisation", None), Kind("brand", "organisation"), Kind("person", None), Kind("place", None),
        Kind("country", "place"), Kind("plant", "place"), Kind("platform", None),
    ]  # fmt: skip
    attributes = [
        _attribute("price", ValueKind.MONEY, 10, ("price", "prix"), ("{S} costs {V}", "{S} coûte {V}")),
        _attribute("launch", ValueKind.DATE, 20, ("launch", "lancement"), ("{S} is launched in {V}", None)),
        _attribute("range", ValueKind.QUANTITY, 30, ("range", "autonomie")),
        _attribute("weight", ValueKind.QUANTITY, 60, ("weight", "poids"), ("{S} weighs {V}", "{S} pèse {V}")),
        _attribute("factory", ValueKind.ENTITY, 40, ("factory", "usine"), ("{S} is built in {V}", None), ("plant",)),
        _attribute("built_in_country", ValueKind.ENTITY, 45, ("country", "pays"), kinds=("country",)),
        _attribute(
            "country", ValueKind.ENTITY, 50, ("country", "pays"), ("{S} is in {V}", None), ("country",), ("place",)
        ),
        _attribute("platform", ValueKind.ENTITY, 35, ("platform", "plateforme"), kinds=("platform",)),
        _attribute(
            "replaces", ValueKind.ENTITY, 36, ("predecessor", "remplacé"), ("{S} replaces {V}", None), ("model",)
        ),
        _attribute("sharing", ValueKind.COUNT, 90, ("cars on it", "voitures"), of=("platform",)),
        _attribute("said", ValueKind.TEXT, 200, ("statement", "déclaration"), of=("person",), many=True),
        _attribute("role", ValueKind.TEXT, 10, ("role", "fonction"), of=("person",)),
        _attribute("reason", ValueKind.TEXT, 200, ("reason", "raison"), many=True),
        _attribute("seats", ValueKind.COUNT, 70, ("seats", "places")),
    ]  # fmt: skip
    units = (Unit("km", "distance", 1, ("km",)), Unit("mi", "distance", 1.609344, ("miles",)),
             Unit("EUR", "money", 1, ("euros",)), Unit("USD", "money", 1, ("dollars",)))  # fmt: skip
    tables = {"asking": {"still": "still", "now": "current"}}
    languages = {name: Language(name, {}, tables) for name in ("en", "fr")}
    return Lexicon({a.id: a for a in attributes}, {k.id: k for k in kinds}, units, languages, ())


def _attribute(
    key: str, kind: ValueKind, rank: int, labels: tuple[str, str], say: tuple[str, str | None] | None = None,
    kinds: tuple[str, ...] = (), of: tuple[str, ...] = ("model",), *, many: bool = False,
) -> Attribute:  # fmt: skip
    says = say or (None, None)
    both = enumerate(zip(("en", "fr"), labels, strict=True))
    wording = {name: Wording(label, says[i], nouns=((light_stem(label),),)) for i, (name, label) in both}
    return Attribute(key, kind, of, kinds, many=many, rank=rank, wording=wording)
