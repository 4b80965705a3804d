"""The closed classes of one language as sets of lemmas, and the few questions about a token that they answer."""

from dataclasses import dataclass
from functools import cached_property

from facts.lexicon import Lexicon
from facts.parsing.sentence import Sentence
from facts.terms import fold

STRONG_MARKS = frozenset(".;:()[]|•!?")
DASHES = frozenset("–—-")
AMBIGUOUS = frozenset({"that", "such", "said"})  # demonstratives that are mostly something else
ACCENTED = frozenset({"à", "À"})  # a preposition that folds into an auxiliary
SHORTEST_ADVERB = 4  # letters; "only" is one, "fly" is none
QUOTES = frozenset('"“”«»„')
BOUNDS = ("approximators", "bounds_from", "bounds_up_to", "bounds_below", "bounds_above")
SPEAKERS = frozenset({"i", "me", "you", "we", "us", "je", "j'", "tu", "vous", "nous", "on"})  # never spoken of


@dataclass(frozen=True)
class Grammar:
    """Word classes of a language, folded."""

    auxiliaries: frozenset[str]
    modals: frozenset[str]
    negators: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    subordinators: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    demonstratives: frozenset[str]
    possessives: frozenset[str]
    pronouns_thing: frozenset[str]
    pronouns_person: frozenset[str]
    pronouns_plural: frozenset[str]
    ordinals: frozenset[str]  # "will first be sold"
    bounds: frozenset[str]  # words of what limits an amount: "up to", "as little as"
    hedges: frozenset[str]  # single words between subject and verb: "is expected to", "is due to"
    saying: frozenset[str]
    verbs: frozenset[str]
    functions: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, language: str) -> "Grammar":
        """Compile the classes of a language; verbs are the listed ones and all that frames name."""
        classes = lexicon.languages[language].classes

        def words(*keys: str) -> frozenset[str]:
            return frozenset(fold(word) for key in keys for word in classes.get(key, ()))

        framed = frozenset(
            lemma
            for attribute in lexicon.attributes.values()
            if language in attribute.wording
            for frame in attribute.wording[language].frames
            for lemma in frame.verb[0]
        )
        articles = words("articles")
        indefinite = frozenset({"a", "an", "un", "une", "des"}) & articles
        pointing = words("demonstratives", "relatives", "articles") | SPEAKERS
        saying = words("saying_verbs", "announcing_verbs")
        closed = words(
            "articles", "demonstratives", "possessives", "pronouns_thing", "pronouns_person", "pronouns_plural",
            "relatives", "prepositions", "conjunctions", "subordinators", "auxiliaries", "modals", "negators",
        )  # fmt: skip
        return cls(
            auxiliaries=words("auxiliaries"),
            modals=words("modals"),
            negators=words("negators"),
            adverbs=words("adverbs") | {word for word in words("both_words", "all_words") if " " not in word},
            prepositions=words("prepositions"),
            conjunctions=words("conjunctions"),
            relatives=words("relatives"),
            subordinators=words("subordinators"),
            definite=articles - indefinite,
            indefinite=indefinite,
            demonstratives=words("demonstratives") - AMBIGUOUS,
            possessives=words("possessives"),
            pronouns_thing=words("pronouns_thing") - pointing,
            pronouns_person=words("pronouns_person") - pointing,
            pronouns_plural=words("pronouns_plural") - pointing,
            ordinals=words("ordinal_adverbs"),
            bounds=frozenset(word for phrase in words(*BOUNDS) for word in phrase.split()),
            hedges=frozenset(w for w in words("hedges_expected", "hedges_rumoured", "hedges_denied") if " " not in w),
            saying=saying,
            verbs=(words("common_verbs") | framed | saying) - closed,  # "en" and "ne" open frames in French
            functions=closed,
        )

    @cached_property
    def light(self) -> frozenset[str]:
        """What may stand between a subject and its verb."""
        return self.auxiliaries | self.modals | self.negators | self.adverbs | self.ordinals | self.hedges

    @cached_property
    def openings(self) -> frozenset[str]:
        """What begins a clause."""
        return self.relatives | self.subordinators

    @cached_property
    def articles(self) -> frozenset[str]:
        return self.definite | self.indefinite

    @cached_property
    def determiners(self) -> frozenset[str]:
        return self.articles | self.demonstratives | self.possessives

    @cached_property
    def before_base(self) -> frozenset[str]:
        """What an English base form that is a verb may stand behind."""
        closed = self.modals | self.adverbs | self.negators | self.conjunctions | self.relatives | SPEAKERS
        return closed | self.pronouns_plural | self.auxiliaries | {"to"}

    def is_light(self, sentence: Sentence, position: int) -> bool:
        token = sentence.tokens[position]
        if token.text in ACCENTED:
            return False
        return (
            token.folded in self.light
            or sentence.lemmas[position] in self.auxiliaries
            or (token.folded.endswith("ly") and len(token.folded) > SHORTEST_ADVERB)
            or (token.folded.endswith("ment") and sentence.language == "fr" and token.folded in self.adverbs)
        )

    def is_preposition(self, sentence: Sentence, position: int) -> bool:
        return sentence.tokens[position].folded in self.prepositions or sentence.tokens[position].folded == "d'"

    def is_verb(self, sentence: Sentence, position: int) -> bool:
        """Whether the token is a form of a known verb and nothing before it makes it a noun."""
        if sentence.lemmas[position] not in self.verbs or sentence.tokens[position].kind != "word":
            return False
        if position == 0:
            return True
        before = sentence.tokens[position - 1]
        if before.folded in self.determiners or before.kind == "clitic":
            return False
        return (
            sentence.language != "en"
            or sentence.tokens[position].folded != sentence.lemmas[position]
            or self._takes_base(sentence, position)
        )

    def _takes_base(self, sentence: Sentence, position: int) -> bool:
        """Whether an English base form can be a verb here: behind "to", a modal, a pronoun, an adverb or a plural."""
        before = sentence.tokens[position - 1]
        is_plural = before.folded != sentence.lemmas[position - 1] and before.folded.endswith("s")
        return is_plural or before.folded in self.before_base or before.kind == "mark"

    def is_break(self, sentence: Sentence, position: int) -> bool:
        """Whether a clause surely ends here."""
        token = sentence.tokens[position]
        if token.kind != "mark":
            return token.folded in self.openings
        if token.text in DASHES:
            return not sentence.touches(position)
        return token.text in STRONG_MARKS
