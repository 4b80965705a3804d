"""A passage taken apart: tokens with lemmas, typed values, word classes.

Knows words and shapes, not entities or attributes.
"""

from facts.parsing.sentence import Sentence, analyse

__all__ = ["Sentence", "analyse"]
