"""A stretch of text as tokens, with the few moves that readers of numbers and dates make over them."""

from collections.abc import Iterable, Sequence

from facts.terms import Token, tokenize

DASHES = frozenset("-‐‑‒–—−")


class Scan:
    """Tokens of text[start:end]; every move is by token position, and out of range is simply no match."""

    def __init__(self, text: str, start: int, end: int, tokens: Sequence[Token] | None = None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.tokens: Sequence[Token] = tokenize(text, start, end) if tokens is None else tokens
        self._size = len(self.tokens)

    def __len__(self) -> int:
        return self._size

    def folded(self, position: int) -> str:
        """Return the folded token, "" beyond either end."""
        return self.tokens[position].folded if 0 <= position < self._size else ""

    def written(self, position: int) -> str:
        """Return the token as written, "" beyond either end."""
        return self.tokens[position].text if 0 <= position < self._size else ""

    def kind(self, position: int) -> str:
        """Return the token's kind, "" beyond either end."""
        return self.tokens[position].kind if 0 <= position < self._size else ""

    def touches(self, position: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < position < self._size and self.tokens[position - 1].end == self.tokens[position].start

    def matches(self, position: int, run: Sequence[str], *, fold_case: bool = True) -> bool:
        """Whether the tokens from here on are those of `run`."""
        if position < 0 or position + len(run) > self._size:
            return False
        for place, expected in enumerate(run, position):
            token = self.tokens[place]
            if (token.folded if fold_case else token.text) != expected:
                return False
        return True

    def longest(self, position: int, runs: Iterable[tuple[str, ...]]) -> int:
        """Return how many tokens the first of `runs` (longest first) takes here; 0 where none matches."""
        word = self.folded(position)
        for run in runs:
            if run[0] == word and (len(run) == 1 or self.matches(position, run)):
                return len(run)
        return 0

    def is_dash(self, position: int) -> bool:
        """Whether a dash of any sort stands here."""
        return self.written(position) in DASHES

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of tokens first..last-1."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def is_name(self, position: int) -> bool:
        """Whether a capitalised word stands here."""
        return 0 <= position < self._size and self.tokens[position].is_word and self.tokens[position].is_capital
