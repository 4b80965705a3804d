"""The notation of frames."""

import pytest

from facts.lexicon import Slot, parse_frame
from facts.lexicon.frames import BARE, FrameError

S, V, ANYONE = Slot.SUBJECT, Slot.VALUE, Slot.ANYONE

FRAMES = [  # notation, verb, agent, patient, prepositions
    ("S use V", (("use",),), S, V, ()),
    ("V develop S", (("develop",),), V, S, ()),
    ("S rest|sit @on V", (("rest", "sit"),), S, None, ((("on",), V),)),
    ("S go sale @in|out_of V", (("go",), ("sale",)), S, None, ((("in", "out_of"), V),)),
    ("* build S @in|at V", (("build",),), ANYONE, S, ((("in", "at"), V),)),
    ("* sell S V", (("sell",),), ANYONE, S, ((BARE, V),)),
    ("V take @from S", (("take",),), V, None, ((("from",), S),)),
    ("* sell S @to * @for V", (("sell",),), ANYONE, S, ((("to",), ANYONE), (("for",), V))),
]
UNREADABLE = [
    "",
    "S V",
    "S use",
    "use V",
    "* sell S",
    "S rest @on",
    "S go @on sale @in V",
    "S rest @on @in V",
    "* sell S S",
]


@pytest.mark.parametrize(("text", "verb", "agent", "patient", "prepositions"), FRAMES)
def test_frame_is_read(
    text: str,
    verb: tuple[tuple[str, ...], ...],
    agent: Slot | None,
    patient: Slot | None,
    prepositions: tuple[tuple[tuple[str, ...], Slot], ...],
) -> None:
    frame = parse_frame(text)

    assert (frame.verb, frame.agent, frame.patient, frame.prepositions) == (verb, agent, patient, prepositions)


@pytest.mark.parametrize("text", UNREADABLE)
def test_unreadable_frame_is_named(text: str) -> None:
    with pytest.raises(FrameError) as caught:
        parse_frame(text)

    assert repr(text) in str(caught.value)


def test_spaces_do_not_count() -> None:
    assert parse_frame("  S   use  V ") == parse_frame("S use V")
