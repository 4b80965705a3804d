"""Shows addresses and texts without the secrets in them: passwords, signatures, tokens of Discord.

Whatever holds an address goes through `redacted` before it is logged or said; it knows secrets by their shape alone.
"""

import re

HIDDEN = "***"

_PASSWORD = re.compile(r"(?<=://)([^\s/:@?#]*):(?!\d{1,5}[/?#])\S{0,4000}@")  # to the last @: some come unescaped
_NAMED = re.compile(
    r"""
    (?<![\w-])
    (?P<name>[\w-]{0,64}(?:password|passwd|pwd|secret|token|signature|credential|access_?key|api_?key)[\w-]{0,64}|sig)
    (?P<is>\s*=\s*)
    (?:'(?:[^'\\]|\\.)*'|[^\s&'][^\s&]*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INTERACTION = re.compile(r"/(interactions|webhooks)/(\d+)/[^/\s?#]+")
_BOT_TOKEN = re.compile(r"(?<![\w-])[\w-]{18,40}\.[\w-]{5,8}\.[\w-]{25,100}(?![\w-])")


def redacted(text: str) -> str:
    """Return a text or an address with stars for what opens a door."""
    text = _PASSWORD.sub(rf"\1:{HIDDEN}@", text)
    text = _NAMED.sub(rf"\g<name>\g<is>{HIDDEN}", text)
    text = _INTERACTION.sub(rf"/\1/\2/{HIDDEN}", text)
    return _BOT_TOKEN.sub(HIDDEN, text)
