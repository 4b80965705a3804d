"""What each server chose, and what was asked there and not known. Apart from the facts, and without discord."""

from bot.servers.model import Asked, ServerSettings
from bot.servers.servers import Servers

__all__ = ["Asked", "ServerSettings", "Servers"]
