"""Facts without a cue word, from a value that hangs on a name: "the Twingo at 20,000 euros", "the Leaf (£31,900)".

Only for attributes whose unit alone names them (`implies` in the vocabulary), and only where nothing stands between.
"""

from collections.abc import Iterator

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import holds, span_of
from facts.extracting.voice import Voice
from facts.lexicon import Attribute, Lexicon
from facts.models import Value, ValueKind

HAVING = frozenset(
    {"have", "get", "offer", "develop", "deliver", "produce", "avoir", "offrir", "developper", "delivrer"}
)
COMPARING = frozenset({"more", "less", "de", "extra", "off", "plus", "moins"})
AT = frozenset({"at", "for", "a", "pour"})
LONGEST_PARTICIPLE = 4  # tokens of "now being offered"
SAME = frozenset({"same", "meme", "identical", "identique"})
REACH_SAME = 30  # tokens back from "the same price" to the price meant


class Attaching:
    """Matches values that stand right beside a noun phrase."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        self.fitting = fitting
        self.implied = [attribute for attribute in lexicon.attributes.values() if attribute.implies]
        self.nouns = {
            noun: attribute
            for attribute in lexicon.attributes.values()
            for noun in (attribute.wording[language].nouns if language in attribute.wording else ())
        }

    def drafts(self, clause: Clause, discourse: Discourse, taken: set[tuple[int, int]]) -> Iterator[Draft]:
        """Yield what hanging values say; `taken` holds the spans of values that another pattern used."""
        found: list[Draft] = []
        for argument in clause.arguments:
            if argument.value is None or (argument.value.start, argument.value.end) in taken:
                continue
            for attribute in self.implied:
                if self.fitting.fits(attribute, argument.value.value) and not self._has_veto(
                    clause, attribute, argument
                ):
                    found += self._hanging(clause, discourse, attribute, argument)
        yield from found

    def _hanging(self, clause: Clause, discourse: Discourse, attribute: Attribute, argument: Argument) -> list[Draft]:
        owner, how = self._owner(clause, attribute, argument)
        if owner is None or owner.mention is None or argument.value is None:
            return []
        value, at, pattern = argument.value.value, span_of(clause, argument), f"attached.{how}/{owner.mention.how}"
        return [
            Draft(entity, attribute.id, value, at, argument.first, pattern)
            for entity in self.fitting.subjects(attribute, owner, discourse)
        ]

    def _owner(self, clause: Clause, attribute: Attribute, argument: Argument) -> tuple[Argument | None, str]:
        """Return the noun phrase that the value hangs on, and how."""
        tokens, first = clause.sentence.tokens, argument.first
        if first > 0 and tokens[first - 1].text == "(" and (owner := clause.ending.get(first - 1)):
            is_named = owner.mention is not None and owner.mention.phrase.name is not None
            if attribute.value is ValueKind.MONEY or is_named:
                return owner, "bracket"
        if attribute.value is ValueKind.MONEY:
            place = first - 1
            while place > 0 and (
                clause.grammar.is_light(clause.sentence, place)
                or tokens[place].folded in clause.grammar.prepositions - AT
            ):
                place -= 1
            if place > 0 and tokens[place].folded in AT:
                owner = clause.ending.get(place) or self._behind_participle(clause, place)
                if owner is not None:
                    return owner, "at"
            left = clause.ending.get(first)
            if left is not None and left.mention is not None and left.mention.phrase.name:
                return left, "after"
        if owner := self._haver(clause, argument):
            return owner, "have"
        right = clause.covering.get(argument.last)
        if right is not None and right.mention is not None and right.first == argument.last:
            return right, "before"
        return None, ""

    def _haver(self, clause: Clause, argument: Argument) -> Argument | None:
        """Return the subject of "X has 340 kW", with nothing but an article or a bound between verb and value."""
        place = argument.first - 1
        while place > 0 and (
            (clause.grammar.is_light(clause.sentence, place) and clause.sentence.lemmas[place] not in HAVING)
            or clause.sentence.tokens[place].folded in clause.grammar.indefinite
        ):
            place -= 1
        if place <= 0 or clause.sentence.lemmas[place] not in HAVING:
            return None
        following = clause.sentence.tokens[argument.last : argument.last + 1]
        is_noun_behind = (
            bool(following)
            and following[0].kind == "word"
            and not (
                following[0].folded in clause.grammar.functions
                or clause.grammar.is_verb(clause.sentence, argument.last)
            )
        )
        return None if is_noun_behind else clause.subject(place, Voice.ACTIVE)

    @staticmethod
    def _behind_participle(clause: Clause, place: int) -> Argument | None:
        """Return the noun phrase of "the model expected at", "the model now offered at"."""
        position = place - 1
        while position > 0 and (
            clause.grammar.is_light(clause.sentence, position) or clause.grammar.is_verb(clause.sentence, position)
        ):
            position -= 1
        return clause.ending.get(position + 1) if place - position <= LONGEST_PARTICIPLE else None

    @staticmethod
    def _has_veto(clause: Clause, attribute: Attribute, argument: Argument) -> bool:
        behind = [token.folded for token in clause.sentence.tokens[argument.last : argument.last + 3]]
        if "than" in behind or set(behind[:1]) & COMPARING or any(word.endswith("er") for word in behind[:1]):
            return True  # "£2,950 cheaper": a difference
        window = clause.sentence.lemmas[max(0, argument.first - 6) : argument.last + 4]
        return any(holds(window, veto) for veto in attribute.wording[clause.sentence.language].vetoes)

    def same_value(self, clause: Clause, discourse: Discourse, drafts: list[Draft]) -> Iterator[Draft]:
        """Yield facts of "X at the same price": the value of that attribute that was given just before."""
        sentence = clause.sentence
        for place, token in enumerate(sentence.tokens[:-1]):
            attribute = self.nouns.get((sentence.lemmas[place + 1],)) if token.folded in SAME else None
            if attribute is None:
                continue
            start = place - 1 if place and sentence.tokens[place - 1].folded in clause.grammar.definite else place
            owner = None
            before = sentence.tokens[start - 1].folded if start > 0 else ""
            if before in AT or before in clause.grammar.prepositions:
                owner = clause.ending.get(start - 1) or self._behind_participle(clause, start - 1)
            earlier = [
                d
                for d in drafts
                if d.attribute == attribute.id and d.at[1] <= token.start and place - d.anchor <= REACH_SAME
            ]
            if owner is None or not earlier:
                continue
            value: Value = max(earlier, key=lambda draft: draft.at).value
            for entity in self.fitting.subjects(attribute, owner, discourse):
                if entity not in {draft.subject for draft in earlier}:
                    at = (sentence.tokens[start].start, sentence.tokens[place + 1].end)
                    yield Draft(
                        entity, attribute.id, value, at, place, "same/" + (owner.mention.how if owner.mention else "")
                    )
