"""Frames: how a verb joins a subject to a value, in a tiny notation for the vocabulary files.

    S use V                 the subject of the verb has the value that is its object
    S rest|sit|ride @on V   verb alternatives; the value stands behind a preposition
    V develop S             the value is the subject: "Renault develops AMPR", and so "AMPR is developed by Renault"
    * sell S V              behind the object a second slot needs no preposition: "vendue 20 000 euros"
    * build S @in|at V      whoever builds it; "S is built in V", "S, built in V" and "build S in V" all match

S is what the fact is about, V its value, * anyone. A slot right behind the verb is its object, and a frame with an
object matches the passive as well. Frames say nothing of word order: that is the business of whoever matches them.
"""

from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """What may stand in a place of a frame."""

    SUBJECT = "S"
    VALUE = "V"
    ANYONE = "*"


BARE = ("",)  # in place of prepositions: the slot follows without one ("* sell S V")
_SLOTS = {slot.value: slot for slot in Slot}


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: lemmas of the verb (each word a tuple of alternatives), and what stands around it."""

    verb: tuple[tuple[str, ...], ...]
    agent: Slot | None  # grammatical subject of the active verb
    patient: Slot | None  # its object
    prepositions: tuple[tuple[tuple[str, ...], Slot], ...]  # ((("in", "out_of"), Slot.VALUE), ...)


class FrameError(ValueError):
    """A frame that cannot be read; the message names it."""


def parse_frame(text: str) -> Frame:
    """Read one frame of the notation above; raises FrameError."""
    agent: Slot | None = None
    patient: Slot | None = None
    verb: list[tuple[str, ...]] = []
    prepositions: list[tuple[tuple[str, ...], Slot]] = []
    pending: tuple[str, ...] | None = None
    for word in text.split():
        if slot := _SLOTS.get(word):
            if pending is not None:
                prepositions.append((pending, slot))
                pending = None
            elif not verb and agent is None:
                agent = slot
            elif verb and patient is None and not prepositions:
                patient = slot
            elif verb and (BARE, slot) not in prepositions and slot is not patient:
                prepositions.append((BARE, slot))
            else:
                raise FrameError(f"frame {text!r}: unexpected slot {word!r}")
        elif pending is not None:
            raise FrameError(f"frame {text!r}: {word!r} stands where a preposition needs its slot")
        elif word.startswith("@"):
            pending = tuple(word[1:].split("|"))
        elif len(word) == 1 and word.isupper():
            raise FrameError(f"frame {text!r}: there is no slot {word!r}, only {', '.join(_SLOTS)}")
        else:
            verb.append(tuple(word.split("|")))
    slots = {agent, patient, *(slot for _, slot in prepositions)}
    if not verb or pending is not None or not {Slot.SUBJECT, Slot.VALUE} <= slots:
        raise FrameError(f"frame {text!r} needs a verb, a slot behind each preposition, and both S and V")
    return Frame(tuple(verb), agent, patient, tuple(prepositions))
