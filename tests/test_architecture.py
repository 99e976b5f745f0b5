"""The house as a test: floors, clock, disk, sizes, first lines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "hooks" / "bitacora"
FLOORS: dict[str, int] = {
    **dict.fromkeys(("problems", "artefacts", "period_words", "spanish", "canonical"), 0),
    **dict.fromkeys(("colours", "unmarked"), 0),
    **dict.fromkeys(("quarters", "money", "hours", "palette"), 1),
    **dict.fromkeys(("records", "sources"), 2),
    "reading": 3,
    "register": 4,
    "tallies": 5,
    "reports": 6,
    **dict.fromkeys(("checks", "charts"), 7),
    **dict.fromkeys(("edition", "pending", "rulebook", "wording"), 8),
    **dict.fromkeys(("pages", "exports", "authoring", "printing"), 9),
    "publication": 10,
}
MODULES = sorted(CORE.rglob("*.py"))
ALL_MODULES = [*MODULES, *sorted((ROOT / "scripts").rglob("*.py")), *(ROOT / "hooks").glob("*.py")]
CLOCKS = {"today", "now", "utcnow", "time", "gmtime", "localtime", "monotonic"}
DISK = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "iterdir",
}


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, node.module or ""


def room(name: str) -> str:
    return name.split(".")[1]


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_imports_only_from_floors_below(path: Path) -> None:
    inside = path.relative_to(CORE).with_suffix("").parts
    if inside == ("__init__",):
        return
    floor = FLOORS[inside[0]]
    for line, name in imported(ast.parse(path.read_text(encoding="utf-8"))):
        assert not name.startswith(("mkdocs", "properdocs")), f"{path}:{line}"
        if name.startswith("bitacora.") and room(name) != inside[0]:
            below = FLOORS[room(name)]
            assert below < floor, f"{path}:{line} imports {name} from floor {below}"


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_the_core_never_asks_the_clock(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCKS, f"{path}:{node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_only_sources_touch_the_disk(path: Path) -> None:
    if path.is_relative_to(CORE / "sources"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert called not in DISK, f"{path}:{node.lineno} calls {called}"


@pytest.mark.parametrize("path", ALL_MODULES, ids=names(ALL_MODULES))
def test_rooms_are_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= 250, "a room of over 250 lines"
    assert ast.get_docstring(tree), "no first line that says what the room is"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 40, f"{node.name} has {length} lines"
        if isinstance(node, ast.ExceptHandler):
            caught = getattr(node.type, "id", "")
            assert node.type is not None, "a bare except"
            assert caught not in {"Exception", "BaseException"}, "a wide except"


def test_the_hook_decides_nothing_and_is_the_only_one() -> None:
    hook = ROOT / "hooks" / "publish.py"
    assert hook.read_text(encoding="utf-8").count("\n") < 80
    assert {path.name for path in (ROOT / "hooks").glob("*.py")} == {
        "publish.py",
        "edition_date.py",
        "search_index.py",
    }


def test_only_the_date_of_the_edition_reads_the_clock() -> None:
    for path in ALL_MODULES:
        if path.name == "edition_date.py":
            continue
        assert ".now(" not in path.read_text(encoding="utf-8"), path
