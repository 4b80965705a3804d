"""Messages of people: which are meant for the bot, and whether and where it replies to them."""
