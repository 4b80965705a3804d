"""The package as it is installed: complete, content with a folder it cannot write to, and quick to start."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
QUESTION = "What is the price of the Twingo?"
NOT_FOR_A_QUESTION = {
    "discord", "simcord",  # the wiring's
    "pydantic", "simplemma", "sqlite_utils",  # the build's
    "dotenv", "dynaconf", "pydantic_settings",  # settings are five environment variables
}  # fmt: skip
ASK = """
import json, sys
sys.argv = ["lineup", "ask", *sys.argv[1:]]
from bot.cli import main
try:
    main()
finally:
    print(json.dumps(sorted(name for name in sys.modules if "." not in name)), file=sys.stderr)
"""


def data_files(folder: Path) -> set[str]:
    packages = (path for package in ("bot", "facts") for path in (folder / package).rglob("*"))
    return {
        path.relative_to(folder).as_posix() for path in packages if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    site = folder / "site"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    return site


def test_wheel_holds_every_file_of_the_packages(installed: Path) -> None:
    assert data_files(installed) == data_files(ROOT)


def test_wheel_says_that_it_is_typed(installed: Path) -> None:
    assert (installed / "bot" / "py.typed").exists()
    assert (installed / "facts" / "py.typed").exists()


def test_answers_from_a_folder_it_cannot_write_to(installed: Path, tmp_path: Path) -> None:
    """Its store goes into the user's cache; beside the code nothing changes."""
    before = data_files(installed)
    for path in [installed, *installed.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    environment = os.environ | {
        "PYTHONPATH": str(installed),
        "PYTHONDONTWRITEBYTECODE": "1",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }

    code = "import bot.cli; bot.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "ask", QUESTION, "--json"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    for path in [installed, *installed.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["sources"]
    assert data_files(installed) == before


def test_a_question_imports_only_what_it_needs(shipped_store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK, QUESTION, "--json", "--facts", shipped_store],
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout)["status"] == "answered"
    assert NOT_FOR_A_QUESTION.isdisjoint(json.loads(done.stderr.splitlines()[-1]))
