"""What reading a question as a clause has to know of a language: its verbs, prepositions and small words."""

from bot.understanding.vocabulary import Vocabulary
from bot.understanding.words import Word
from facts.lexicon import Lexicon
from facts.phrases import PhraseIndex, words_of
from facts.terms import fold

BE, HAVE, DO = frozenset({"be", "etre"}), frozenset({"have", "avoir"}), frozenset({"do"})
VERBS_OF_TENSE = BE | HAVE | DO
BY = frozenset({"by", "par"})
PARTICIPLE_ENDS = ("ées", "ée", "és", "é")
PARTICIPLES_FR = ("e", "ee", "es", "ees", "i", "ie", "is", "it", "ite", "u", "ue", "us", "ues")
DETERMINERS = ("articles", "demonstratives", "possessives")
SMALL = ("adverbs", "negators", "polite_words")
SILENT = ("articles", "demonstratives", "possessives", "conjunctions", "auxiliaries", "modals", "stopwords", "copulas")


class ClauseWords:
    """The classes of one language as the reading of questions uses them."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        language = vocabulary.language
        self.vocabulary, self.language = vocabulary, language
        classes = vocabulary.classes
        framed = (
            attribute.wording[language].frames
            for attribute in lexicon.attributes.values()
            if language in attribute.wording
        )
        verbs = {lemma for frames in framed for frame in frames for lemma in frame.verb[0]}
        verbs |= {fold(word).split()[0] for key in ("common_verbs", "saying_verbs", "announcing_verbs")
                  for word in classes.get(key, ())}  # fmt: skip
        self.phrases: PhraseIndex[bool] = PhraseIndex()
        for group in lexicon.predicates:
            for verb in group.verbs.get(language, ()):
                verbs.add(verb[0])
                self.phrases.add(verb, payload=True)
        verbs |= classes.get("further_verbs", frozenset())
        self.verbs = frozenset(verbs) - BE - HAVE - DO
        self.prepositions: PhraseIndex[str] = PhraseIndex()
        for preposition in classes.get("prepositions", ()):
            self.prepositions.add(words_of(preposition) or (preposition,), preposition)
        self.telling = frozenset(map(fold, classes.get("telling_prepositions", ())))
        self.possible = frozenset(map(fold, classes.get("possible_modals", ())))
        self.types: PhraseIndex[str] = PhraseIndex()
        for phrase, kind in vocabulary.table("question_types").items():
            self.types.add(words_of(phrase) or (phrase,), kind)

    def has(self, names: tuple[str, ...], word: Word) -> bool:
        return self.vocabulary.has_any(names, word.folded)

    def is_auxiliary(self, word: Word) -> bool:
        """Whether a word carries tense only: "did", "will", "a", "est"."""
        if word.kind == "number" or (word.text.casefold() == "à"):
            return False
        return word.lemma in VERBS_OF_TENSE or self.has(("modals", "auxiliaries"), word)

    def lemma(self, word: Word) -> str:
        """Return the lemma; a French participle in é keeps the verb that folding hides."""
        text = word.text.casefold()
        if text == "à":
            return text
        if self.language != "fr" or word.lemma in self.verbs:
            return word.lemma
        stem = next((text.removesuffix(end) for end in PARTICIPLE_ENDS if text.endswith(end)), None)
        verb = fold(f"{stem}er") if stem else word.lemma
        return verb if verb in self.verbs else word.lemma

    def is_verb(self, word: Word) -> bool:
        return word.kind == "word" and self.lemma(word) in self.verbs and not self.is_auxiliary(word)

    def is_small(self, word: Word) -> bool:
        """Whether a word may stand between an auxiliary and its verb."""
        return self.has(SMALL, word)

    def is_negator(self, word: Word) -> bool:
        return self.vocabulary.has_class("negators", word.folded) or word.folded.endswith("n't")

    def is_participle(self, word: Word) -> bool:
        if self.language == "fr":
            return word.folded.endswith(PARTICIPLES_FR) and not word.folded.endswith(("er", "ir"))
        return word.folded.endswith("ed") or (
            word.folded != word.lemma and not word.folded.endswith(("s", "ing"))
        ) or self.vocabulary.has_class("participles", word.folded)  # fmt: skip

    def is_silent(self, word: Word) -> bool:
        """Whether a word says nothing that a clause would have to hold."""
        return word.kind == "elision" or self.has((*SILENT, "frame_words"), word)
