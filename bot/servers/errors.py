"""What can go wrong with the file of the servers: one sentence that names it and the way out."""

from facts.errors import FactsError


class ServersError(FactsError):
    """The file of what servers chose is damaged, of a newer kind, or cannot be written."""
