"""What Discord takes, in characters or pieces (its developer documentation: messages, embed limits, components).

A message over a limit is refused whole, so everything that is sent is cut to these first.
"""

MESSAGE = 2_000
COMMAND_OPTION = 6_000
DESCRIPTION = 4_096
FIELD_NAME = 256
FIELD_VALUE = 1_024
FIELDS = 25
FOOTER = 2_048
EMBED = 6_000  # title, description, fields and footer together
BUTTONS = 25
BUTTON_LABEL = 80


def clip(text: str, room: int) -> str:
    """Cut a text to so many characters; an ellipsis shows that something is gone."""
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"
