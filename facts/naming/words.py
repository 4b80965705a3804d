"""The vocabulary as name finding needs it: known names by key, and the capitalised words that name nothing."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from facts.lemmas import Lemmas
from facts.lexicon import KnownName, Lexicon
from facts.parsing import Sentence
from facts.terms import first_word, fold, squeeze

LONGEST_BRAND = 3  # words of a known brand at the beginning of a name
LONGEST_KNOWN = 6  # tokens of a known name; "Bosnia and Herzegovina" has three

_FUNCTION_CLASSES = (
    "articles", "demonstratives", "possessives", "pronouns_thing", "pronouns_person", "pronouns_plural", "relatives",
    "prepositions", "conjunctions", "subordinators", "auxiliaries", "modals", "negators", "question_words", "stopwords",
)  # fmt: skip
_NEVER_INSIDE = frozenset(
    {"of", "the", "and", "for", "et", "a", "au", "aux", "en", "sur"}
)  # they join names, they do not make one
_ENDINGS = ("legal_suffixes", "event_nouns", "plant_nouns", "organisation_nouns", "colour_words", "body_nouns")
_MASK_CLASSES = ("holidays", "months", "relative_days", "weekdays", "acronyms", "role_nouns", "person_titles")


@dataclass(frozen=True)
class NamingWords:
    """Look-ups over one lexicon and language, built once per build."""

    lexicon: Lexicon
    language: str
    known: dict[str, list[KnownName]]  # squeezed name or alias -> what the world knows by it, its owner first
    openings: frozenset[str]  # first tokens of known names, squeezed
    demonyms: dict[str, str]  # folded adjective -> country
    functions: frozenset[str]
    masks: frozenset[str]
    type_nouns: dict[tuple[str, ...], str]  # lemma phrase -> kind
    roles: frozenset[tuple[str, ...]]
    titles: frozenset[str]
    connectors: frozenset[str]
    compound_heads: frozenset[str]  # behind a name and a hyphen: "Tesla-like" is no given name
    suffixes: frozenset[str]  # hyphenated ends of cars' names that may be written small: "e-tron"
    units: frozenset[str]  # spellings that look like names: "kWh"
    given: frozenset[str]  # what people are called, in any country; and family names that come first
    bylines: frozenset[str]  # words of a credit: "by", "photos"
    bodies: frozenset[str]  # first or last words of the names of bodies: "Ministry", "Agency"
    colours: frozenset[str]
    firm_endings: frozenset[str]  # last words of firms' and shows' names: never a surname
    product_nouns: frozenset[str]  # single words for a product in any language: never the beginning of a name
    drives: frozenset[str]  # "xDrive": what is driven, never a car
    frames: dict[str, list[tuple[str, tuple[str, ...]]]]  # verb lemma -> (grammatical place, kinds that stand there)

    @classmethod
    def of(cls, lexicon: Lexicon, language: str) -> "NamingWords":
        """Compile the look-ups for one language; known names count in every language."""
        words = lexicon.languages[language].classes
        known: dict[str, list[KnownName]] = defaultdict(list)
        demonyms: dict[str, str] = {}
        for name in lexicon.names:  # what bears a name comes before what is also called so: Mexico is the country
            known[squeeze(name.name)].append(name)
        for name in lexicon.names:
            for alias in name.aliases:
                known[squeeze(alias)].append(name)
            if lexicon.is_a(name.kind, "place"):
                demonyms |= {fold(adjective): name.name for adjective in name.adjectives}
        functions = frozenset(fold(word) for key in _FUNCTION_CLASSES for word in words.get(key, ()) if " " not in word)
        masks = frozenset(fold(word) for key in _MASK_CLASSES for word in words.get(key, ()) if " " not in word)
        return cls(
            lexicon=lexicon,
            language=language,
            known=dict(known),
            openings=frozenset(
                squeeze(first)
                for name in lexicon.names
                for one in (name.name, *name.aliases)
                if (first := first_word(one))
            ),
            demonyms=demonyms,
            functions=functions,
            masks=masks | frozenset(demonyms),
            type_nouns={noun: kind.id for kind in lexicon.kinds.values() for noun in kind.nouns.get(language, ())},
            roles=frozenset(tuple(fold(role).split()) for role in words.get("role_nouns", ())),
            titles=frozenset(fold(title).rstrip(".") for title in words.get("person_titles", ())),
            connectors=frozenset(fold(word) for word in words.get("name_connectors", ())) - _NEVER_INSIDE,
            compound_heads=frozenset(fold(word) for word in words.get("compound_heads", ())),
            suffixes=frozenset(w for w in words.get("model_suffixes", ()) if "-" in w),
            given=_given_names(lexicon) - masks - functions,
            bylines=frozenset(fold(word) for word in words.get("bylines", ())),
            bodies=frozenset(fold(word) for word in words.get("body_nouns", ())),
            colours=frozenset(fold(word) for word in words.get("colour_words", ())),
            firm_endings=frozenset(fold(w).rstrip(".") for key in _ENDINGS for w in words.get(key, ())),
            units=frozenset(spelling for unit in lexicon.units for spelling in unit.spellings),
            product_nouns=frozenset(
                noun[0]
                for kind in lexicon.kinds.values()
                if lexicon.is_a(kind.id, "model")
                for nouns in kind.nouns.values()
                for noun in nouns
                if len(noun) == 1
            ),
            drives=frozenset(fold(word) for word in words.get("drive_names", ())),
            frames=_frame_places(lexicon, language),
        )

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The words that titles of office are made of."""
        return frozenset(word for role in self.roles for word in role)

    def is_half(self, sentence: Sentence, position: int) -> bool:
        """Whether a word is the first half of an adjective of two countries: "the Franco-Italian group"."""
        tokens, place = sentence.tokens, position + 1
        while place + 1 < len(tokens) and tokens[place].text == "-" and sentence.touches(place):
            if tokens[place + 1].folded in self.demonyms:
                return True
            place += 2
        return False

    def is_initialled_place(self, sentence: Sentence, position: int) -> bool:
        """Whether initials stand for a country and not for what is there: "in the UK", never "UK sales"."""
        tokens, token = sentence.tokens, sentence.tokens[position]
        if not token.text.isupper() or not any(
            self.lexicon.is_a(kind, "place") for kind in self.kinds_known(squeeze(token.text))
        ):
            return False
        before, behind = tokens[position - 1 : position] if position else (), tokens[position + 1 : position + 2]
        is_led = any(one.folded in self.functions for one in before)
        return is_led and not any(one.is_word and one.folded not in self.functions for one in behind)

    def parts(self, name: str) -> list[str]:
        """Split a name into words; a known brand of several words, like Land Rover, is one."""
        words = name.split()
        for size in range(min(len(words), LONGEST_BRAND), 1, -1):
            if "brand" in self.kinds_known(squeeze(" ".join(words[:size]))):
                return [" ".join(words[:size]), *words[size:]]
        return words

    def spellings(self, key: str, kind: str, lemmas: Lemmas) -> tuple[str, ...]:
        """Return what else the world calls a thing of a kind: "VW" of Volkswagen.

        Only what means nothing else: no everyday word, and no other name.
        """
        same = [name for name in self.known.get(key, ()) if self.lexicon.is_a(name.kind, kind)]
        same = same or [name for name in self.known.get(key, ()) if self.lexicon.is_a(kind, name.kind)]
        if len({id(name) for name in same}) != 1:
            return ()
        written: tuple[str, ...] = (same[0].name, *same[0].aliases)
        if self.lexicon.is_a(kind, "model"):  # "500e" says more than "Fiat 500"
            bare = {key for other in written if len(key := squeeze(other.removeprefix(same[0].of or ""))) > 1}
            written = tuple(one for one in written if not any(other in squeeze(one) for other in bare - {squeeze(one)}))
        return tuple(
            other
            for other in written
            if not lemmas.is_ordinary(fold(other))
            and {id(name) for name in self.known[squeeze(other)]} == {id(same[0])}
        )

    def kinds_known(self, key: str) -> set[str]:
        """Return the kinds that the world gives a name."""
        return {name.kind for name in self.known.get(key, ())}


def _given_names(lexicon: Lexicon) -> frozenset[str]:
    """Return what opens a person's full name: people of every country stand in texts of any language."""
    return frozenset(
        fold(word)
        for language in lexicon.languages.values()
        for key in ("given_names", "family_names_first")
        for word in language.classes.get(key, ())
    )


def _frame_places(lexicon: Lexicon, language: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Say for each verb which kinds its subject and its object have, as the attributes' frames tell."""
    places: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for attribute in lexicon.attributes.values():
        kinds = {"S": attribute.of, "V": attribute.kinds}
        wording = attribute.wording.get(language)
        for frame in wording.frames if wording else ():
            for lemma in frame.verb[0]:
                if frame.agent and kinds.get(frame.agent):
                    places[lemma].append(("agent", kinds[frame.agent]))
                if frame.patient and kinds.get(frame.patient):
                    places[lemma].append(("patient", kinds[frame.patient]))
    return dict(places)
