"""An address names a folder or a place elsewhere, and is never shown with what opens it."""

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.publishing.address import folder_of, place_at, shown
from bot.publishing.errors import AddressError

posix = pytest.mark.skipif(sys.platform == "win32", reason="paths as they are written elsewhere")


@posix
@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("/srv/facts", "/srv/facts"),
        (" /srv/facts/ ", "/srv/facts"),
        ("/srv/../srv/our facts#1", "/srv/our facts#1"),
        ("file:///srv/facts", "/srv/facts"),
        ("file://localhost/srv/our%20facts%231", "/srv/our facts#1"),
        ("FILE:///srv/facts", "/srv/facts"),
    ],
)
def test_folder_is_a_path_or_a_file_address(address: str, folder: str) -> None:
    assert folder_of(address) == Path(folder)
    assert shown(address) == place_at(address).shown == folder


def test_relative_folder_is_taken_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert folder_of("facts") == tmp_path / "facts"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://user:secret@example.org/facts", "https://user:***@example.org/facts"),
        ("https://example.org/facts?sig=secret", "https://example.org/facts?sig=***"),
        ("https://example.org/facts?X-Amz-Signature=secret&x=1", "https://example.org/facts?X-Amz-Signature=***&x=1"),
        ("s3://bucket/facts", "s3://bucket/facts"),
        ("az://account/container/facts", "az://account/container/facts"),
    ],
)
def test_elsewhere_is_shown_without_secrets(address: str, said: str) -> None:
    assert folder_of(address) is None
    assert shown(address) == said


@pytest.mark.parametrize(
    "address",
    [
        "",
        "  ",
        "file://[",
        "~nobody-of-that-name/x",
        "file:///a%00b",
        "ftp://user:secret@example.org/x",
        "memory:///",
        "file://server/share",
        "s3+x://secret",
    ],
)
def test_other_addresses_are_refused_with_the_way_out(address: str) -> None:
    with pytest.raises(AddressError, match=r"write (a folder|file:)") as caught:
        place_at(address)

    assert ":secret@" not in str(caught.value)


@pytest.mark.parametrize("address", ["http://user:secret@127.0.0.1:9/facts?sig=hidden", "s3://secret:hidden@"])
def test_faults_show_no_secret(address: str) -> None:
    with pytest.raises(Exception, match="cannot be") as caught:
        place_at(address).read()

    assert "hidden" not in str(caught.value)
    assert ":secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@settings(max_examples=50)
@given(address=st.text(max_size=60) | st.from_regex(r"(file|https?|s3|gs)://[ -~]{0,40}", fullmatch=True))
def test_any_text_is_an_address_or_is_refused(address: str) -> None:
    with suppress(AddressError):
        assert shown(address)
        place_at(address)
