"""A passage taken apart: tokens with lemmas, typed values, clauses. Knows words and shapes, not entities or attributes."""

from facts.parsing.sentence import Sentence, analyse

__all__ = ["Sentence", "analyse"]
