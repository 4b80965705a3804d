"""What Lineup is shipped and run with: the image, its bill of materials, the compose file, the unit of systemd."""

import json
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
DEPLOYING = ROOT / "bot" / "deploying"
IMAGE_EXTRAS = ("charts", "postgres", "publish")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
SETTING = re.compile(r"\b(?:DISCORD|LINEUP)_[A-Z_]+\b")
PAIR = re.compile(r"\s*=\s*")


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


def extra_pins() -> set[str]:
    """Return what the image takes of the development lock."""
    (names,) = re.findall(r"\^\\\(([a-z|\\-]+)\\\)==", DOCKERFILE)
    return set(names.split(r"\|"))


def test_bill_of_materials_lists_every_pin_of_the_image() -> None:
    command = ["make", "--silent", "sbom", f"VENV={sys.prefix}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

    told = json.loads((ROOT / "build" / "sbom.cdx.json").read_text(encoding="utf-8"))
    listed = {one["name"]: one["version"] for one in told["components"]}
    development = pins("requirements-dev.lock")
    assert listed == pins("requirements.lock") | {name: development[name] for name in extra_pins()}
    assert all(one["externalReferences"][0]["hashes"] for one in told["components"])
    assert told["metadata"]["component"]["name"] == "lineup-bot"


def test_image_has_the_extras_that_a_bot_may_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [one for name in IMAGE_EXTRAS for one in project["optional-dependencies"][name]]
    assert {re.match(r"[\w-]+", one)[0] for one in asked} <= extra_pins() <= pins("requirements-dev.lock").keys()


def test_image_is_built_of_what_is_let_in() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = [line[1:].rstrip("/") for line in ignored if line.startswith("!")]
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE)
    assert copied
    for name in " ".join(copied).split():
        assert any(fnmatch(name.rstrip("/"), one) for one in let_in), name
        assert (ROOT / name).exists()


def test_image_runs_as_an_ordinary_user_and_is_looked_after() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert "\nUSER 1000:1000\n" in last
    assert '\nHEALTHCHECK --interval=30s --timeout=10s --start-period=10m CMD ["lineup", "health"]\n' in last
    assert "LINEUP_METRICS=127.0.0.1:9100" in last


@pytest.mark.parametrize(
    "place", ["Dockerfile", "README.md", *(f"bot/deploying/{one.name}" for one in DEPLOYING.iterdir())]
)
def test_every_setting_that_is_named_is_read(place: str) -> None:
    known = set(SETTING.findall((ROOT / "bot" / "settings.py").read_text(encoding="utf-8")))
    assert set(SETTING.findall((ROOT / place).read_text(encoding="utf-8"))) <= known


def test_service_may_write_to_its_own_folders_alone() -> None:
    unit = (DEPLOYING / "lineup.service").read_text(encoding="utf-8")
    told = {tuple(PAIR.split(line, maxsplit=1)) for line in unit.splitlines() if "=" in line and line[0] != "#"}
    assert told >= {
        ("DynamicUser", "yes"),
        ("ProtectSystem", "strict"),
        ("NoNewPrivileges", "yes"),
        ("CapabilityBoundingSet", ""),
        ("LoadCredential", "token:/etc/lineup/token"),
        ("StateDirectory", "lineup"),
        ("CacheDirectory", "lineup"),
    }
    assert "ReadWritePaths" not in unit


def test_every_test_that_the_threat_model_names_is_there() -> None:
    page = (DEPLOYING / "threat-model.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", page)
    rows = [line for line in page.partition("## What holds")[2].splitlines() if line.startswith("| ")][1:]
    assert [row for row in rows if "::test_" not in row] == []
    assert [one for one in named if f"def {one[1]}(" not in (ROOT / one[0]).read_text(encoding="utf-8")] == []
