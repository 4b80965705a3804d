"""An invented lineup with every trap a question can step into, in a real store with the real vocabulary.

Names that are everyday words (Frost), names one digit apart (N4, N5), a car without a name, versions, a car that
replaces another, a supplier, a person; and a short way to write a query down.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.models import Claim, Condition, Mention, Query
from facts.lemmas import BuildLemmas
from facts.lexicon.codec import dump_lexicon
from facts.lexicon.loader import load_lexicon
from facts.models import Certainty, Entity
from facts.store.indexing import filed
from facts.store.writer import Contents, write_store
from facts.terms import tokenize
from tests.bot.world import Draft, date, entity, money, quantity, words

TEXT = [
    "The Alda Brio costs 21,000 euros and goes on sale in 2026.",
    "The Brio has a range of 310 km.",
    "The Alda Brio, the Bexa Nido and the small Alda city car are built in Lomnica, in Slovenia.",
    "The Bexa Nido should cost around 18,500 euros.",
    "The Bexa Nido replaces the Bexa Tosca, which is built in Portugal.",
    "The Brio, the Nido and the Alda city car sit on the P2 platform, developed by Volta with the help of Orient Cell.",
    "The Alda city car, derived from the Nido, is expected at 20,000 euros.",
    "Mara Veld, head of Alda, said that the recovery needs small cars.",
    "The Alda Frost was presented in Lyon in March 2025.",
    "The Brio 52 costs 23,000 euros, the Brio 70 costs 27,500 euros.",
    "The strikers in Lomnica demand a bonus and shorter shifts.",
    "The Bexa N5 was founded on the platform of the old N4.",
]
SMALL = (21000.0, 18500.0, 20000.0)


def build_world(target: Path) -> Path:
    """Write the store."""
    draft = Draft()
    draft.document("lineup.txt", TEXT, title="The lineup", published="2025-01-10")
    _add_entities(draft)
    _add_facts(draft)
    return write_world(draft, TEXT, target)


def write_world(draft: Draft, text: Sequence[str], target: Path) -> Path:
    """Write a draft as a store with the real vocabulary and lemmas."""
    lexicon = load_lexicon()
    lemmas = BuildLemmas(lexicon)
    kept = {lemmas.lemma(token.folded, "en") for token in tokenize(" ".join(text)) if token.is_word}
    contents = Contents(
        lexicon=dump_lexicon(lexicon),
        fingerprint="test",
        documents=[filed(*draft.documents[name], lemmas.lemma) for name in sorted(draft.documents)],
        entities=draft.entities,
        facts=draft.facts,
        forms=lemmas.forms({"en": kept}),
        ordinary=lemmas.ordinary(),
    )
    write_store(target, contents)
    return target


def _add_entities(draft: Draft) -> None:
    draft.entity("alda", "Alda", "brand")
    draft.entity("bexa", "Bexa", "brand")
    draft.entity("volta", "Volta", "company")
    draft.entity("orient-cell", "Orient Cell", "company")
    draft.entity("brio", "Alda Brio", "model", "Brio", brand="alda")
    draft.entity("brio-52", "Alda Brio 52", "version", "Brio 52", brand="alda", parent="brio")
    draft.entity("brio-70", "Alda Brio 70", "version", "Brio 70", brand="alda", parent="brio")
    draft.entity("frost", "Alda Frost", "model", "Frost", brand="alda")
    draft.entity("nido", "Bexa Nido", "model", "Nido", brand="bexa")
    draft.entity("tosca", "Bexa Tosca", "model", "Tosca", brand="bexa")
    draft.entity("n4", "Bexa N4", "model", "N4", brand="bexa")
    draft.entity("n5", "Bexa N5", "model", "N5", brand="bexa")
    traits = ("small", "city car")
    names = ("Alda city car", "small Alda")
    draft.entities.append(Entity("alda-city-car", names[0], "model", names, "alda", None, True, traits))
    draft.entity("p2", "P2", "platform", "P2 platform")
    draft.entity("lomnica", "Lomnica", "plant")
    draft.entity("slovenia", "Slovenia", "country", "Slovénie")
    draft.entity("portugal", "Portugal", "country")
    draft.entity("mara-veld", "Mara Veld", "person")


def _add_facts(draft: Draft) -> None:
    draft.fact("brio", "price", money("21,000 euros", SMALL[0]), TEXT[0])
    draft.fact("brio", "launch", date("2026", "2026", 20260101, 20261231), TEXT[0])
    draft.fact("brio", "range", quantity("310 km", 310, "km"), TEXT[1])
    for car in ("brio", "nido", "alda-city-car"):
        draft.fact(car, "factory", entity("Lomnica", "lomnica"), TEXT[2])
        draft.fact(car, "platform", entity("P2", "p2"), TEXT[5])
    draft.fact("lomnica", "country", entity("Slovenia", "slovenia"), TEXT[2])
    draft.fact("nido", "price", money("around 18,500 euros", SMALL[1]), TEXT[3], certainty=Certainty.EXPECTED)
    draft.fact("nido", "replaces", entity("Bexa Tosca", "tosca"), TEXT[4])
    draft.fact("tosca", "built_in_country", entity("Portugal", "portugal"), TEXT[4])
    draft.fact("p2", "developer", entity("Volta", "volta"), TEXT[5])
    draft.fact("p2", "development_partner", entity("Orient Cell", "orient-cell"), TEXT[5])
    draft.fact("alda-city-car", "parent_model", entity("Nido", "nido"), TEXT[6])
    draft.fact("alda-city-car", "price", money("20,000 euros", SMALL[2]), TEXT[6])
    draft.fact("alda", "head", entity("Mara Veld", "mara-veld"), TEXT[7])
    draft.fact("mara-veld", "said", words("the recovery needs small cars"), TEXT[7], speaker="Mara Veld")
    draft.fact("frost", "reveal", date("March 2025", "2025-03", 20250301, 20250331), TEXT[8])
    draft.fact("brio-52", "price", money("23,000 euros", 23000.0), TEXT[9])
    draft.fact("brio-70", "price", money("27,500 euros", 27500.0), TEXT[9])


def written(query: Query) -> str:
    """Write a query down on one line: intent, who, what, then whatever else it holds."""
    parts = [query.intent.value, _names(query.subjects), "|".join(query.attributes) or "-"]
    parts += ["rivals"] * query.alternatives + ["inverse"] * query.inverse + ["difference"] * query.difference
    parts += [f"kind={query.set_kind}"] * bool(query.set_kind) + [f"size={query.set_size}"] * bool(query.set_size)
    if query.brand:
        parts.append(f"brand={_names([query.brand])}")
    if query.speaker:
        parts.append(f"speaker={_names([query.speaker])}")
    if order := query.ordering:
        parts.append(f"{'highest' if order.descending else 'lowest'}:{order.place}:{order.count}")
    parts += [_supposed(one) for one in (*query.claims, *query.conditions)]
    parts += [f"unit={query.asked_unit}"] * bool(query.asked_unit) + [f"market={query.market}"] * bool(query.market)
    parts += [f"left={','.join(query.unknown)}"] * bool(query.unknown)
    return " ".join(parts)


def _names(mentions: Iterable[Mention]) -> str:
    marks = {"unknown": "?", "ambiguous": "*"}
    return "+".join("/".join(m.entities) + marks.get(m.match.value, "") for m in mentions) or "-"


def _supposed(one: Claim | Condition) -> str:
    value = (
        f"{one.value.amount:g}" if one.value and one.value.amount is not None else one.value.text if one.value else ""
    )
    others = "/".join((*one.entities, *getattr(one, "than", ())))
    negated = "not " if getattr(one, "negated", False) else ""
    return f"({negated}{one.attribute} {one.operator.value} {value or others})"
