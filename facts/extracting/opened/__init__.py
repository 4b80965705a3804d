"""Facts that no attribute of the vocabulary foresaw. Proposals only: a person decides which are worth keeping."""

from facts.extracting.opened.opening import Opening

__all__ = ["Opening"]
