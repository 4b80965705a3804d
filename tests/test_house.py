"""The shape of the house: what `../pyproject.toml` cannot express as a rule of a linter."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 400  # lines
LONGEST_FUNCTION = 50  # lines, docstring aside
BROAD_EXCEPTS = 1  # at the top of message handling
MOCKS = {"Mock", "MagicMock", "AsyncMock", "patch"}
SUPPRESSION = re.compile(
    r"#\s*(?:noqa|type: ignore)(?P<codes>(?::\s*|\[)[\w, -]*?[A-Za-z]+[\d-]*\w*\]?)?(?P<reason>\W.*)?$"
)

MODULES = sorted(path for package in ("bot", "facts") for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(read(path)))
    return (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring."""
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def comments(path: Path) -> Iterator[tuple[int, str]]:
    lines = io.StringIO(read(path))
    return (
        (token.start[0], token.string)
        for token in tokenize.generate_tokens(lines.readline)
        if token.type == tokenize.COMMENT
    )


def test_modules_open_with_a_docstring() -> None:
    assert [name(path) for path in MODULES if read(path).strip() and not ast.get_docstring(ast.parse(read(path)))] == []


def test_files_are_not_too_long() -> None:
    assert [name(path) for path in MODULES + TESTS if read(path).count("\n") > LONGEST_FILE] == []


def test_functions_are_not_too_long() -> None:
    found = [(path, function) for path in MODULES for function in functions(path)]

    assert [f"{name(path)}:{function.name}" for path, function in found if length(function) > LONGEST_FUNCTION] == []


def test_one_broad_except_in_the_project() -> None:
    handlers = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]

    assert len(handlers) <= BROAD_EXCEPTS, handlers


def test_no_mocks() -> None:
    used = [
        f"{name(path)}:{node.lineno}"
        for path in TESTS
        for node in ast.walk(ast.parse(read(path)))
        if (isinstance(node, ast.Name) and node.id in MOCKS) or (isinstance(node, ast.Attribute) and node.attr in MOCKS)
    ]

    assert used == []


def test_suppressed_checks_name_code_and_reason() -> None:
    bare = [
        f"{name(path)}:{line}: {comment}"
        for path in MODULES + TESTS
        for line, comment in comments(path)
        if (found := SUPPRESSION.search(comment)) and not (found["codes"] and found["reason"])
    ]

    assert bare == []


def test_the_import_contract_holds() -> None:
    lint_imports = Path(sys.executable).parent / "lint-imports"

    done = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_the_top_level_is_fixed() -> None:
    """Other things belong into one of the two storeys, or into the tests."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607 git is where PATH says

    top = {line.split("/")[0] for line in listed.stdout.splitlines()}

    assert top == {
        "bot", "facts", "tests",
        "pyproject.toml", "requirements.lock", "requirements-dev.lock", "Makefile", ".ci",
        "Dockerfile", ".dockerignore", ".gitignore", "README.md", "LICENSE",
    }  # fmt: skip
