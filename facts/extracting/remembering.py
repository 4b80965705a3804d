"""Questions about word order that many patterns ask of the same sentence: each is answered once.

A layout never changes once it is made, so an answer holds as long as the layout does, and goes with it.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from facts.extracting.arguments import Layout

Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")


def remembered(question: Callable[[Layout, *Asked], Answer]) -> Callable[[Layout, *Asked], Answer]:
    """Answer a question from the layout's memory where it was asked of the same layout before."""

    @wraps(question)
    def answer(layout: Layout, *asked: *Asked) -> Answer:
        key = (question, asked)
        try:
            known: Answer = layout.memory[key]
        except KeyError:
            known = layout.memory[key] = question(layout, *asked)
        return known

    return answer
