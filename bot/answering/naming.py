"""Values that the vocabulary names: whether the words of a row say "plug-in hybrid" or "petrol", in any language."""

from bot.answering.known import Known
from bot.models.finding import Row
from facts.phrases import PhraseIndex
from facts.terms import tokenize


def names_value(known: Known, row: Row, value: str) -> bool | None:
    """Whether a row's words name a value by one of its phrases; None where the vocabulary knows neither of them."""
    attribute = known.attribute(row.fact.attribute)
    if attribute is None or not any(value in wording.values for wording in attribute.wording.values()):
        return None
    if row.fact.value.amount is not None:
        return f"{row.fact.value.amount:g}" == value
    said = _named(known, row)
    if not said:
        return None
    wide = set(value.split())  # a plug-in hybrid is a hybrid
    return any(wide <= set(one.split()) for one in said)


def _named(known: Known, row: Row) -> list[str]:
    """Return the values that the words of a row name, the longest phrase at each place."""
    index: PhraseIndex[str] = PhraseIndex()
    attribute = known.lexicon.attributes[row.fact.attribute]
    for value, phrases in attribute.wording[row.language].values.items() if row.language in attribute.wording else ():
        for phrase in phrases:
            index.add(phrase, value)
    tokens = tokenize(row.fact.value.text)
    lemmas = [known.lemma(token.folded, row.language) for token in tokens if token.kind != "mark"]
    return [value for hit in index.find_longest(lemmas) for value in hit.payloads[:1]]
