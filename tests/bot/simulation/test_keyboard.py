"""Lines reach the loop as they are typed or piped."""

import os

import pytest

from bot.simulation.keyboard import Keyboard


async def test_lines_come_one_by_one_and_end():
    reader, writer = os.pipe()
    keyboard = Keyboard(reader)
    os.write(writer, "first\nsecond, in twö ".encode())
    assert await keyboard.line(5) == "first"
    os.write(writer, b"pieces\nlast without an end")
    assert await keyboard.line(5) == "second, in twö pieces"
    os.close(writer)
    assert await keyboard.line(5) == "last without an end"
    with pytest.raises(EOFError):
        await keyboard.line(5)
    os.close(reader)


async def test_waiting_is_given_up_without_losing_a_line():
    reader, writer = os.pipe()
    keyboard = Keyboard(reader)
    with pytest.raises(TimeoutError):
        await keyboard.line(0.01)
    os.write(writer, b"late\n")
    assert await keyboard.line(5) == "late"
    os.close(writer)
    with pytest.raises(EOFError):
        await keyboard.line(5)
    os.close(reader)
