"""Facts from where names of places stand: "Kragujevac, Serbia", "Douai (France)", "Novo Mesto, in Slovenia"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import span_of
from facts.lexicon import Lexicon

LINKS = ((",",), ("(",), (",", "in"), ("in",), (",", "en"), ("en",), (",", "au"), ("au",))
COUNTRY, FACTORY, BUILT_IN = "country", "factory", "built_in_country"  # attributes, where the vocabulary has them


class Placing:
    """Reads which country a town stands in, and so where what is built there is built."""

    def __init__(self, lexicon: Lexicon, fitting: Fitting) -> None:
        self.fitting = fitting
        self.attribute = lexicon.attributes.get(COUNTRY)
        self.tells_country_of_built = BUILT_IN in lexicon.attributes

    def drafts(self, clause: Clause, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield the country of each town that a country stands behind, and of the cars built there."""
        tokens = clause.sentence.tokens
        for town, country in zip(clause.arguments, clause.arguments[1:], strict=False):
            yield from self._owned(clause, discourse, town, country)
            between = tuple(token.folded for token in tokens[town.last : country.first])
            if self.attribute is None or between not in LINKS or len(town.entities) != 1 or len(country.entities) != 1:
                continue
            if not discourse.is_a(town.entities[0], "city", "plant") or not discourse.is_a(
                country.entities[0], "country"
            ):
                continue
            for value in self.fitting.values(self.attribute, country, discourse):
                at = span_of(clause, country)
                yield Draft(town.entities[0], COUNTRY, value, at, country.first, "place.country/name")
                for draft in drafts:
                    if (
                        self.tells_country_of_built
                        and draft.attribute == FACTORY
                        and draft.value.entity == town.entities[0]
                    ):
                        yield replace(
                            draft,
                            attribute=BUILT_IN,
                            value=value,
                            at=at,
                            pattern="place.built/" + draft.pattern.split("/")[-1],
                        )

    def _owned(self, clause: Clause, discourse: Discourse, country: Argument, firm: Argument) -> Iterator[Draft]:
        """Yield the country of "China's Geely"."""
        mention = country.mention
        is_pair = mention is not None and mention.phrase.genitive and country.last == firm.first
        if self.attribute is None or not is_pair or len(firm.entities) != 1 or len(country.entities) != 1:
            return
        if discourse.is_a(firm.entities[0], "organisation") and discourse.is_a(country.entities[0], "country"):
            for value in self.fitting.values(self.attribute, country, discourse):
                yield Draft(
                    firm.entities[0], COUNTRY, value, span_of(clause, country), country.first, "place.owned/name"
                )
