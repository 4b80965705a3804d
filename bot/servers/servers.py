"""The one boundary to what servers chose and asked. Settings are held in memory, so reading them costs nothing."""

from collections.abc import Mapping

from bot.servers.model import ServerSettings


class Servers:
    """The choices of every server, by its id."""

    def __init__(self) -> None:
        self._settings: dict[int, ServerSettings] = {}
        self._told: dict[int, Mapping[int, str]] = {}

    def settings(self, server: int | None) -> ServerSettings:
        """Return what a server chose; in direct messages there is nothing to choose."""
        return self._settings.get(server, ServerSettings()) if server is not None else ServerSettings()

    async def change(self, server: int, settings: ServerSettings) -> None:
        """Keep what a server's admins chose."""
        self._settings[server] = settings

    async def forget(self, server: int) -> None:
        """Forget a server with all that was kept of it."""
        self._settings.pop(server, None)

    def commands_told(self, application: int) -> Mapping[int, str]:
        """Return the hashes of the commands that Discord was told of, by server; 0 stands for all of them."""
        return self._told.get(application, {})

    async def note_commands(self, application: int, digests: Mapping[int, str]) -> None:
        """Keep what Discord was told of an application's commands."""
        self._told[application] = digests
