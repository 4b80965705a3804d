"""Which part of Discord one process serves: Discord splits a large bot's servers among connections, called shards."""

from dataclasses import dataclass

TIME_BITS = 22  # of a server's id stand below the moment that it was made; Discord shares out by that moment


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards that this process runs, of so many in all. Direct messages come to shard 0."""

    ids: tuple[int, ...]
    count: int

    def holds(self, server: int) -> bool:
        """Whether what happens in a server is told to one of these shards: Discord's own rule."""
        return (server >> TIME_BITS) % self.count in self.ids

    def __str__(self) -> str:
        """Write them as the setting does: "0,1/4"."""
        return f"{','.join(map(str, self.ids))}/{self.count}"

    @property
    def is_first(self) -> bool:
        """Whether shard 0 is among these: of several processes, its own does what is to be done once."""
        return 0 in self.ids


EVERY_SERVER = Shards((0,), 1)  # one process for all
