"""Tag questions: "..., right?", "..., isn't it?", "..., n'est-ce pas ?" ask whether what stands before them is so.

They are cut off before anything is looked for: their "not" denies nothing and their "it" means nobody new.
"""

from collections.abc import Sequence

from bot.understanding.vocabulary import Vocabulary
from bot.understanding.words import Word
from facts.terms import fold

SHORTEST = 3  # words of a statement that a tag can ask about: "twingo costs 20k"
LONGEST = 5  # words of a tag, contractions written out: "n'est-ce pas"
VERBS = ("auxiliaries", "modals", "copulas")
PRONOUNS = ("pronouns_thing", "pronouns_person", "pronouns_plural")
OPENING = (*VERBS, "question_words")  # a question that opens so has asked already
GOVERNING = ("articles", "prepositions", "possessives", *VERBS)  # "on the right", "is right"


def without_tag_question(text: str, words: Sequence[Word], vocabulary: Vocabulary) -> tuple[list[Word], bool]:
    """Return the words of a text before its tag question, and whether there is one."""
    for length in range(1, LONGEST + 1):
        first = len(words) - length
        if first < SHORTEST or words[first].start == words[first - 1].start:
            continue  # inside a contraction
        set_off = "," in words[first].before
        if not set_off and not _may_stand_unmarked(words, first, vocabulary):
            continue
        is_phrase = vocabulary.has_class("tag_questions", fold(text[words[first].start : words[-1].end]))
        if is_phrase or (set_off and _repeats_verb(words[first:], vocabulary)):
            return list(words[:first]), True
    return list(words), False


def _may_stand_unmarked(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> bool:
    """Whether a tag is one without its comma: behind a statement, and governed by nothing."""
    is_statement = not _is_one_of(words[0], OPENING, vocabulary)
    return is_statement and not _is_one_of(words[first - 1], GOVERNING, vocabulary)


def _repeats_verb(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether these words are a verb and its pronoun: "isn't it", "will they"."""
    between = all(vocabulary.table("asking").get(word.folded) == "not" for word in words[1:-1])
    verb, pronoun = words[0], words[-1]
    return (
        len(words) > 1 and between and _is_one_of(verb, VERBS, vocabulary) and _is_one_of(pronoun, PRONOUNS, vocabulary)
    )


def _is_one_of(word: Word, classes: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    return vocabulary.has_any(classes, word.folded)
