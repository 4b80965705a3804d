"""Files of this machine that a person attaches, and files that the bot sends, kept where one can open them."""

from dataclasses import dataclass
from pathlib import Path

from bot.simulation.fields import UnfitError


@dataclass
class Files:
    """Reads from one folder, keeps in another; what is kept is numbered, so that a second chart is another file."""

    source: Path
    target: Path
    prefix: str = ""
    kept: int = 0

    def read(self, path: str) -> tuple[str, bytes]:
        """Return the name and the content of a file to attach; raises UnfitError."""
        try:
            found = self.source / Path(path).expanduser()
            return found.name, found.read_bytes()
        except OSError as fault:
            raise UnfitError(f"{path} cannot be attached: {fault.strerror}") from fault
        except RuntimeError as fault:  # there is no such home
            raise UnfitError(f"{path} cannot be attached: {fault}") from fault

    def keep(self, name: str, content: bytes) -> str:
        """Keep what the bot sent; return what to call it: by its name alone where it lies beside what is read."""
        self.kept += 1
        path = self.target / f"{self.prefix}{self.kept}-{Path(name).name}"
        path.write_bytes(content)
        return path.name if self.target == self.source else str(path)
