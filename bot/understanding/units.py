"""Units without an amount: "in dollars", "in km", "how many kilowatts"; and the market that an answer must hold for."""

from collections.abc import Iterable

from bot.understanding.draft import CuePiece, Draft, Piece
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from bot.understanding.vocabulary import Cue, Role
from facts.lexicon import Lexicon, Unit
from facts.models import ValueKind
from facts.phrases import Hit, PhraseIndex, words_of

SHORTEST = 2  # letters of a unit that stands alone; "l" and "m" are articles and typing errors
IN = ("in", "en", "as")
MARKETS = ("country", "region")
COUNTED = "how_many"
COUNTS = (COUNTED, "how_much")
MONEY = "money"  # the dimension of currencies


class UnitIndex:
    """Spellings of units."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._units: PhraseIndex[Unit] = PhraseIndex()
        for unit in lexicon.units:
            for spelling in unit.spellings:
                words = words_of(spelling)
                if sum(map(len, words)) >= SHORTEST:
                    self._units.add(words, unit)

    def asked_unit(self, draft: Draft) -> str | None:
        """Return the unit that the answer is wanted in; of several of one name, one that fits what is asked.

        A currency that is counted is one as well: "how many dollars".
        """
        for hit in self._hits(draft):
            if draft.is_in_class("articles", hit.start):
                continue  # "an" is a year in French
            counted = any(tag.last == hit.start for tag in draft.tagged(COUNTED))
            is_money = any(unit.dimension == MONEY for unit in hit.payloads)
            if hit.start > 0 and (draft.words[hit.start - 1].folded in IN or (counted and is_money)):
                draft.use(Piece(hit.start, hit.end))
                measured = _dimensions(draft, self._lexicon) if hit.payloads[1:] else frozenset[str]()
                fitting = [unit for unit in hit.payloads if unit.dimension in measured]
                return (fitting or hit.payloads)[0].id
        return None

    def add_cues(self, draft: Draft, lexicon: Lexicon) -> None:
        """Let "how many kilowatts" ask for what is measured in them, and "the Leaf in dollars" for its price."""
        for hit in self._hits(draft):
            is_money = hit.payloads[0].dimension == MONEY
            counts = (COUNTED,) if is_money else COUNTS  # "combien ça" counts no Canadian dollars
            counted = any(tag.last == hit.start for tag in draft.tagged(*counts))
            alone = is_money and hit.start > 0 and draft.words[hit.start - 1].folded in IN and not draft.cues
            if not counted and not alone:
                continue
            attributes = list(_measured(lexicon, hit.payloads[0].dimension))
            piece = Piece(hit.start, hit.end)
            if is_money:  # "combien de livres" asks for no delivery
                draft.cues = [cue for cue in draft.cues if not cue.overlaps(piece)]
            if attributes and not any(cue.overlaps(piece) for cue in draft.cues):
                draft.cues.append(CuePiece(hit.start, hit.end, tuple(Cue(key, Role.NOUN) for key in attributes)))

    def _hits(self, draft: Draft) -> Iterable[Hit[Unit]]:
        taken = {position for amount in draft.amounts for position in range(amount.first, amount.last)}
        for hit in self._units.find_longest([word.folded for word in draft.words]):
            if not taken.intersection(range(hit.start, hit.end)) and draft.name_at(hit.start) is None:
                yield hit


def _dimensions(draft: Draft, lexicon: Lexicon) -> frozenset[str]:
    """Return what the attributes that a question may ask for are measured in."""
    asked = [lexicon.attributes[key] for cue in draft.cues for key in cue.attributes()]
    return frozenset(MONEY if one.value is ValueKind.MONEY else one.dimension or "" for one in asked)


def market_of(draft: Draft, used: Iterable[Name], resolver: Resolver) -> Name | None:
    """Return the place that a question limits itself to: "in the United States"."""
    taken = set(used)
    for name in draft.names:
        if name in taken or not resolver.kinds(name) or not resolver.is_a(name, *MARKETS):
            continue
        before = [p for p in range(max(name.first - 2, 0), name.first) if draft.is_in_class("prepositions", p)]
        if before:
            return name
    return None


def _measured(lexicon: Lexicon, dimension: str) -> Iterable[str]:
    """Return the attributes of cars that are measured in a dimension; those that it implies first and alone."""
    is_money = dimension == MONEY
    fitting = [
        a
        for a in lexicon.attributes.values()
        if (a.value is ValueKind.QUANTITY and a.dimension == dimension) or (is_money and a.value is ValueKind.MONEY)
    ]
    implied = [attribute for attribute in fitting if attribute.implies]
    return (attribute.id for attribute in sorted(implied or fitting, key=lambda attribute: attribute.rank))
