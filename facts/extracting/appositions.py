"""What a noun means that a name stands beside: "the Leaf, an electric car", "its cheapest car, the Up, is sold out"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from facts.extracting.heirs import leads_to_another
from facts.extracting.mention import Mention
from facts.extracting.noun_phrases import Determiner, NounPhrase, Shape
from facts.lexicon import Lexicon
from facts.parsing.grammar import Grammar
from facts.parsing.sentence import Sentence
from facts.terms import fold

OF = frozenset({"of", "de", "du", "d"})
LINKS = OF | {":", ",", "in", "at", "that", "a", "celle", "celui", "the", "la", "le"}  # between a noun and its name
LONGEST_LINK = 4
LONGEST_ADDITION = 6  # tokens of "de la gamme", with the comma
IsA = Callable[..., bool]


@dataclass(frozen=True)
class Appositions:
    """Reads the nouns of one document by the names beside them."""

    grammar: Grammar
    lexicon: Lexicon
    heirs: frozenset[str]  # nouns for what another thing tells of: "successor"
    is_a: IsA

    @cached_property
    def naming(self) -> frozenset[str]:
        """Lemmas of verbs that give a name, in any language."""
        languages = self.lexicon.languages.values()
        return frozenset(fold(verb) for one in languages for verb in one.classes.get("naming_verbs", ()))

    def before(self, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]) -> tuple[str, ...]:
        """Read "the Leaf, an electric car" and "the Leaf is a car": the noun means what the name means."""
        if phrase.shape is not Shape.DESCRIPTION or phrase.name or not phrase.kind or not before:
            return ()
        if phrase.determiner not in (Determiner.INDEFINITE, Determiner.DEFINITE) or phrase.plural:
            return ()
        named = before[-1]
        between = range(named.phrase.last, phrase.first)
        links = [sentence.tokens[p].text == "," or sentence.lemmas[p] in ("be", "etre") for p in between]
        is_linked = len(between) == 1 and all(links)
        same = len(named.entities) == 1 and self.is_a(named.entities[0], phrase.kind)
        return named.entities if is_linked and same and named.phrase.shape is Shape.NAME else ()

    def behind(self, sentence: Sentence, phrase: NounPhrase, later: Sequence[NounPhrase]) -> tuple[str, ...]:
        """Read a noun by the name right behind it: "the factory in Sunderland", "la plateforme AmpR Small"."""
        if phrase.shape is not Shape.DESCRIPTION or phrase.name or not phrase.kind or phrase.plural:
            return ()
        inserted = self._inserted(sentence, phrase, later)
        if inserted is not None and self.is_a(inserted, phrase.kind):
            return (inserted,)
        following = later[0] if later else None
        if following is None or following.name is None or following.shape is not Shape.NAME:
            return ()
        between = [token.folded.rstrip("'") for token in sentence.tokens[phrase.last : following.first]]
        if not between:  # "la plateforme AmpR Small", "le groupe Stellantis"
            return (following.name,) if self.is_a(following.name, phrase.kind) else ()
        if len(between) > LONGEST_LINK or not set(between) <= LINKS:
            return ()
        is_place = self.lexicon.is_a(phrase.kind, "place") and self.is_a(following.name, "place")
        is_base = (
            self.lexicon.is_a(phrase.kind, "platform") and between[-1] in OF and self.is_a(following.name, "model")
        )
        return (following.name,) if is_place or is_base else ()

    def is_told_apart(self, sentence: Sentence, phrase: NounPhrase) -> bool:
        """Whether what follows tells which one is meant: "the car that replaces the C1", "the successor to the C1"."""
        tokens, place = sentence.tokens, phrase.last
        is_bare = phrase.shape is Shape.DESCRIPTION and phrase.name is None and phrase.determiner is Determiner.DEFINITE
        if not is_bare or place + 1 >= len(tokens):
            return False
        is_verb = self.grammar.is_light(sentence, place + 1) or self.grammar.is_verb(sentence, place + 1)
        is_heir = leads_to_another(self.heirs, sentence.lemmas[place - 1], tokens[place].folded)
        return is_heir or (tokens[place].folded in self.grammar.relatives and is_verb)

    def _inserted(self, sentence: Sentence, phrase: NounPhrase, later: Sequence[NounPhrase]) -> str | None:
        """Return the name between commas behind a noun: "an even smaller car, the Up, "; "la plus petite voiture de la
        gamme, la Twingo, "; or the name that it gets: "the car will be called the Up".
        """
        tokens = sentence.tokens
        if later and later[0].shape is Shape.NAME and self._is_named(sentence, phrase.last, later[0].first):
            return later[0].name
        stop = min(phrase.last + LONGEST_ADDITION, len(tokens))
        comma = next((p for p in range(phrase.last, stop) if tokens[p].text == ","), stop)
        if any(not tokens[p].is_word or self.grammar.is_verb(sentence, p) for p in range(phrase.last, comma)):
            return None
        inserted = next((one for one in later if one.first == comma + 1 and one.shape is Shape.NAME), None)
        is_closed = inserted is not None and any(t.text == "," for t in tokens[inserted.last : inserted.last + 1])
        return inserted.name if inserted is not None and is_closed else None

    def _is_named(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether only a verb of naming and its helpers stand between two noun phrases."""
        naming = [p for p in range(first, last) if sentence.lemmas[p] in self.naming]
        helpers = range(first, last - 1)
        is_bare = all(self.grammar.is_light(sentence, p) or sentence.tokens[p].text == "," for p in helpers)
        return naming == [last - 1] and is_bare
