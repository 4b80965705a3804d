"""Files become documents with their metadata, or errors that name file, line and remedy."""

from pathlib import Path

import pytest

from facts.errors import DocumentError
from facts.lexicon import Lexicon
from facts.reading.files import read_document


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_front_matter_gives_metadata(tmp_path: Path, lexicon: Lexicon) -> None:
    path = write(
        tmp_path,
        "news/car.md",
        '---\ntitle: "Small": a car\npublisher: Daily\nurl: https://x.example/a\n'
        "published: 2026-02-20\nlanguage: en-GB\n---\nBody.\n",
    )
    document = read_document(path, tmp_path, lexicon)
    assert (document.name, document.title, document.publisher) == ("news/car.md", '"Small": a car', "Daily")
    assert (document.published, document.language, document.url) == ("2026-02-20", "en", "https://x.example/a")
    assert document.text[document.body :] == "Body.\n"


def test_missing_metadata_is_none(tmp_path: Path, lexicon: Lexicon) -> None:
    document = read_document(write(tmp_path, "a.txt", "The car is here."), tmp_path, lexicon)
    assert (document.title, document.publisher, document.published, document.note) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The car is sold in the shops of the town.", "en"),
        ("La voiture est vendue dans les magasins de la ville.", "fr"),
    ],
)
def test_language_is_detected(tmp_path: Path, lexicon: Lexicon, text: str, language: str) -> None:
    path = write(tmp_path, "a.txt", text)
    assert read_document(path, tmp_path, lexicon).language == language
    assert read_document(path, tmp_path).language == language


def test_sidecar_gives_metadata_and_enters_the_digest(tmp_path: Path, lexicon: Lexicon) -> None:
    path = write(tmp_path, "x.csv", "model,price_eur\nAero,20000\n")
    before = read_document(path, tmp_path, lexicon)
    write(tmp_path, "x.csv.meta.toml", 'title = "Prices"\npublished = 2026-02-20\nlanguage = "en"\n')
    after = read_document(path, tmp_path, lexicon)
    assert (after.title, after.published) == ("Prices", "2026-02-20")
    assert after.text == before.text
    assert after.digest != before.digest


def test_review_changes_the_digest(tmp_path: Path, lexicon: Lexicon) -> None:
    path = write(tmp_path, "a.txt", "The car is here.")
    before = read_document(path, tmp_path, lexicon).digest
    write(tmp_path, "a.facts.toml", "")
    assert read_document(path, tmp_path, lexicon).digest != before


def test_text_is_what_utf8_reading_gives(tmp_path: Path, lexicon: Lexicon) -> None:
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbfThe caf\xc3\xa9.\r\nThe end.\rNow.")
    document = read_document(path, tmp_path, lexicon)
    assert document.text == path.read_text(encoding="utf-8")
    assert document.text[document.body :].startswith("The café.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Le café.".encode("utf-16")),
        ("a.txt", "Le café.".encode("utf-32")),
        ("a.html", b'<meta charset="iso-8859-1"><p>' + "Le café.".encode("latin-1")),
        (
            "a.html",
            b'<meta http-equiv="Content-Type" content="text/html; charset=latin1"><p>' + "Le café.".encode("latin-1"),
        ),
        ("a.html", b'<meta charset="iso-8859-1"><p>' + "Le café.".encode()),  # says one thing and is another
    ],
)
def test_encoding_is_taken_from_the_file(tmp_path: Path, lexicon: Lexicon, name: str, content: bytes) -> None:
    assert read_document(write(tmp_path, name, content), tmp_path, lexicon).text.strip() == "Le café."


@pytest.mark.parametrize(
    ("name", "content", "line", "message"),
    [
        ("a.txt", b"", 1, "holds no text"),
        ("a.txt", b" \n...\n", 1, "holds no text"),
        ("a.txt", b"one\ntwo \x00 three", 2, "binary"),
        ("a.txt", b"one\ncaf\xe9", 2, "not UTF-8"),
        ("a.txt", b"---\ntitle: x\nBody without an end", 3, "is not `key: value`"),
        ("a.txt", b"---\ntitle: x\n", 1, "not closed"),
        ("a.txt", b"---\ntitle: x\nauthour: y\n---\nBody", 3, "unknown key 'authour'"),
        ("a.txt", b"---\npublished: yesterday\n---\nBody", 2, "'yesterday' is not a date"),
        ("a.txt", b"---\npublished: 2026-13-01\n---\nBody", 2, "is not a date"),
        ("a.txt", b"---\nlanguage: klingon\n---\nBody", 2, "is not read"),
        ("a.html", b"<html><script>x = 1</script></html>", 1, "holds no text"),
        ("a.pdf", b"text", None, "are not read"),
    ],
)
def test_bad_file_is_named(
    tmp_path: Path, lexicon: Lexicon, name: str, content: bytes, line: int | None, message: str
) -> None:
    with pytest.raises(DocumentError, match=message.replace("(", r"\(")) as caught:
        read_document(write(tmp_path, name, content), tmp_path, lexicon)
    assert (str(caught.value.file), caught.value.line) == (name, line)
    assert caught.value.remedy


def test_broken_sidecar_is_named(tmp_path: Path, lexicon: Lexicon) -> None:
    path = write(tmp_path, "a.txt", "Body")
    write(tmp_path, "a.meta.toml", 'title = "x"\nlanguage = en\n')
    with pytest.raises(DocumentError) as caught:
        read_document(path, tmp_path, lexicon)
    assert (str(caught.value.file), caught.value.line) == ("a.meta.toml", 2)


def test_rule_between_paragraphs_is_no_front_matter(tmp_path: Path, lexicon: Lexicon) -> None:
    document = read_document(write(tmp_path, "a.md", "---\nThe car is here\n---\nBody"), tmp_path, lexicon)
    assert document.body == 0
