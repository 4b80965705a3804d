"""A crowd at the bot's doors: Discord's gateway in front, its HTTP behind, and everything between them real."""
