r"""Text of documents and people, made safe to show: it reads as written and is neither Markdown, mention nor link.

Discord shows any punctuation mark behind a backslash as it is. What nobody can see (direction marks, zero-width
characters) goes: it could turn a sentence round or hide what a name is made of.
"""

import re
import unicodedata

JOINERS = "\u200c\u200d"  # scripts and emoji need them
KEPT_CONTROLS = "\n\t"
BREAKS = {"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\r": "\n", "\v": "\n", "\f": "\n"}

_LINES = re.compile(r"\r\n")
_MARKS = re.compile(
    r"""
    [\\*_~|`<\[\]@]                  # emphasis, spoilers, code, mentions, times, commands, emoji, links
  | (?<=[A-Za-z]):(?=//)             # an address
  | (?<=discord)\.(?=gg|com|me)      # an invitation needs no "https:"
  | (?<=discordapp)\.(?=com)
  | ^(?<![^\n])(?P<lead>[ \t]*)(?P<mark>\#|>|-|\+)   # a heading, quote or list
  | ^(?P<number>[ \t]*\d+)(?P<dot>[.)])(?=\s|$)      # a numbered list
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def escape(text: str) -> str:
    """Return a text that Discord shows as it is written, in a message or an embed."""
    return _MARKS.sub(_behind_backslash, visible(text))


def visible(text: str) -> str:
    """Return what can be seen of a text: for labels and other places that know no Markdown."""
    if text.isascii() and text.isprintable():
        return text
    lines = _LINES.sub("\n", text)
    return "".join(BREAKS.get(character, character) for character in lines if not _is_hidden(character))


def in_code(text: str) -> str:
    """Return a text for the inside of a code block, which only three backticks can end."""
    return visible(text).replace("``", "`\u200b`").replace("``", "`\u200b`")


def in_link(text: str) -> str:
    """Return a text for the title of a masked link, whose brackets would end it."""
    return escape(visible(text).replace("[", "(").replace("]", ")"))


def _behind_backslash(found: re.Match[str]) -> str:
    if found["mark"]:
        return f"{found['lead']}\\{found['mark']}"
    if found["dot"]:
        return f"{found['number']}\\{found['dot']}"
    return f"\\{found.group()}"


def _is_hidden(character: str) -> bool:
    """Whether a character shows nothing by itself and may change how others are shown, or cannot be sent at all."""
    if character in JOINERS or character in KEPT_CONTROLS or character in BREAKS:
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")
