"""What is known: documents in, one SQLite store of sourced facts out. Never imports `bot` or discord."""
