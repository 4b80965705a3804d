"""Nouns by which a text tells of another car than the one it names: "the successor of the C1", "C1 replacement"."""

from facts.lexicon import Lexicon
from facts.parsing.grammar import Grammar

CAR = "model"
OF_ANOTHER = frozenset({"of", "for", "to", "de", "du", "d", "a"})  # between such a noun and the name


def heirs_of(lexicon: Lexicon, language: str, grammar: Grammar) -> frozenset[str]:
    """Return those nouns of a language, as lemmas; what may be a verb ("substitute", "relève") is none."""
    joining = [one for one in lexicon.attributes.values() if CAR in one.of and CAR in one.kinds]
    wordings = [wording for one in joining if (wording := one.wording.get(language))]
    single = (noun[0] for wording in wordings for noun in wording.inverse if len(noun) == 1)
    return frozenset(single) - grammar.verbs


def leads_to_another(heirs: frozenset[str], noun: str, joint: str) -> bool:
    """Whether two words before a name make it tell of another car: "successor", "of"."""
    return noun in heirs and joint.rstrip("'") in OF_ANOTHER
