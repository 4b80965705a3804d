"""What a typed line means in a field of a form, or in a menu."""

import pytest

from bot.simulation.fields import Choice, ChoiceField, TextField, UnfitError, fields_of

VALUE = TextField("value", "Value", held="20,000 euros", longest=20)
NOTE = TextField("note", "Note", is_required=False)
CHOICES = (Choice("A", "a"), Choice("B", "b", is_chosen=True), Choice("C", "c"))


@pytest.mark.parametrize(
    ("field", "line", "said"),
    [
        (VALUE, "", "20,000 euros"),
        (VALUE, "19,000 euros", "19,000 euros"),
        (NOTE, "", ""),
        (NOTE, "-", ""),
        (NOTE, "a - b", "a - b"),
        (ChoiceField("k", "K", CHOICES), "", ["b"]),
        (ChoiceField("k", "K", CHOICES), "3", ["c"]),
        (ChoiceField("k", "K", CHOICES, fewest=0, most=3), "-", []),
        (ChoiceField("k", "K", CHOICES, most=3), "3, 1", ["c", "a"]),
        (ChoiceField("k", "K", CHOICES, most=3), "1 1 2", ["a", "b"]),
    ],
)
def test_a_line_says_what_it_means(field, line, said):
    assert field.read(line) == said


@pytest.mark.parametrize(
    ("field", "line", "complaint"),
    [
        (VALUE, "-", "Value may not be empty"),
        (VALUE, "x" * 21, "at most 20 characters"),
        (ChoiceField("k", "K", CHOICES), "0", "none of the numbers 1 to 3"),
        (ChoiceField("k", "K", CHOICES), "4", "none of the numbers 1 to 3"),
        (ChoiceField("k", "K", CHOICES), "A", "none of the numbers 1 to 3"),
        (ChoiceField("k", "K", CHOICES), "²", "none of the numbers 1 to 3"),
        (ChoiceField("k", "K", CHOICES), "-", "choose 1 of the 3"),
        (ChoiceField("k", "K", CHOICES, most=2), "1 2 3", "choose 1 to 2 of the 3"),
    ],
)
def test_what_does_not_fit_is_said(field, line, complaint):
    with pytest.raises(UnfitError, match=complaint):
        field.read(line)


def test_a_form_is_read_as_the_bot_sent_it():
    text = {"type": 4, "custom_id": "words", "value": "so", "max_length": 9}
    menu = {"type": 3, "custom_id": "sure", "options": [{"label": "Yes", "value": "y", "default": True}]}
    sent = {
        "components": [
            {"type": 18, "label": "Words", "description": "In short", "component": text},
            {"type": 18, "label": "Sure?", "component": menu},
        ]
    }
    words, sure = fields_of(sent, {})
    assert list(words.lines()) == ["Words [so]", "  In short"]
    assert list(sure.lines()) == ["Sure?", "  1 Yes  (chosen)"]
    assert (words.read(""), sure.read("")) == ("so", ["y"])
