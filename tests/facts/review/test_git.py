"""Two people review one article on two branches, and git merges what they decided without a conflict."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from facts.fingerprint import shipped_documents
from facts.models import Document
from facts.review import EntityReview, FactReview, Review, StatementReview, Verdict, read_sidecar, write_review
from facts.review.proposals import with_entities, with_facts, with_statements

SENTENCES = [f"The Élan {number} costs {number}0,000 euros." for number in range(1, 9)]
DOCUMENT = Document("a.txt", " ".join(SENTENCES), 0, "en", "digest")
Git = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    program = shutil.which("git") or pytest.skip("git is not installed")
    identity = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    known = os.environ | identity | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program, *arguments], cwd=tmp_path, env=known, check=False, capture_output=True, text=True
        )

    run("init", "--quiet", "--initial-branch=main")
    (tmp_path / "a.txt").write_text(DOCUMENT.text)
    (tmp_path / ".gitattributes").write_text((shipped_documents() / ".gitattributes").read_text())
    run("add", ".")
    run("commit", "--quiet", "--message=article")
    return run


def decided(review: Review, number: int, verdict: Verdict = Verdict.CONFIRMED) -> Review:
    """Decide on the fact and the statement of one sentence."""
    quote, name = SENTENCES[number - 1], f"Élan {number}"
    row = FactReview(verdict=verdict, subject=name, attribute="price", value=f"{number}0,000 euros", quote=quote)
    parts = {"subject": f"The {name}", "object": f"{number}0,000 euros"}
    said = StatementReview(verdict=verdict, predicate="cost", parts=parts, quote=quote)
    named = with_entities(review, [EntityReview(name=name, kind="model")])
    return with_statements(with_facts(named, [row]), [said])


def commit(git: Git, folder: Path, branch: str, numbers: list[int]) -> None:
    """Decide on some sentences on a branch that leaves from main."""
    git("checkout", "--quiet", "-b", branch, "main")
    review = read_sidecar(folder / "a.txt").review
    for number in numbers:
        review = decided(review, number)
        write_review(folder / "a.facts.toml", review, DOCUMENT)
    git("add", ".")
    git("commit", "--quiet", f"--message={branch}")


@pytest.mark.parametrize(
    ("begun", "one", "other"),
    [
        ([], [1, 2, 3, 4], [5, 6, 7, 8]),  # neither found a review there
        ([], [1, 3, 5], [2, 4, 6]),
        ([4], [3, 5], [2, 6]),  # both add beside what stands there
        ([1, 8], [4, 5], [4, 5]),  # both decide the same
        ([1, 2, 3, 4], [5], [5, 6]),
    ],
)
def test_decisions_of_two_people_merge(
    git: Git, tmp_path: Path, begun: list[int], one: list[int], other: list[int]
) -> None:
    if begun:
        commit(git, tmp_path, "begun", begun)
        git("checkout", "--quiet", "main")
        git("merge", "--quiet", "begun")
    commit(git, tmp_path, "one", one)
    commit(git, tmp_path, "other", other)

    merged = git("merge", "--no-edit", "one")

    assert merged.returncode == 0, merged.stdout
    review = read_sidecar(tmp_path / "a.txt").review
    wanted = {f"Élan {number}" for number in (*begun, *one, *other)}
    assert {row.subject for row in review.fact} == wanted
    assert {row.parts["subject"].removeprefix("The ") for row in review.statement} == wanted
    assert {row.name for row in review.entity} == wanted


def test_what_was_merged_is_written_in_order_again(git: Git, tmp_path: Path) -> None:
    commit(git, tmp_path, "one", [2, 4])
    commit(git, tmp_path, "other", [1, 3])
    git("merge", "--no-edit", "one")

    write_review(tmp_path / "a.facts.toml", read_sidecar(tmp_path / "a.txt").review, DOCUMENT)

    review = read_sidecar(tmp_path / "a.txt").review
    assert [row.subject for row in review.fact] == ["Élan 1", "Élan 2", "Élan 3", "Élan 4"]
