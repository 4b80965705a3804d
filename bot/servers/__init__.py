"""What each server chose, and what was asked there and not known. Apart from the facts, and without discord.

servers      what the bot holds, and how it follows what is kept
keeper       the boundary: where it is kept
file         in SQLite, on this machine
database     in PostgreSQL, for many; imported where an address asks for it, since its driver is an extra
"""

from bot.servers.model import Asked, ServerSettings
from bot.servers.servers import Servers

__all__ = ["Asked", "ServerSettings", "Servers"]
