"""The example of each rule, made from the case that tests it: what breaks it, what keeps it.

``python tests/rule_examples.py`` writes ``hooks/bitacora/rulebook/examples.json`` anew.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from comparing_cases import Step, rewritten
from tiny_world import SHOWN, WORLD, Change, changed_text

CASES = Path(__file__).parent / "cases"
FILE = Path(__file__).parent.parent / "hooks" / "bitacora" / "rulebook" / "examples.json"
CHAPTERS = FILE.parent / "chapters"
MOST_LINES = 8
MOST_CHARACTERS = 110
MOST_COLUMNS = 6
MOST_ROWS = 3
PROBLEM = re.compile(
    r".+?:\d+: (?:error|aviso|mejora): (?:([\w.]+): )?(.*) \[([\w-]+)\]", re.DOTALL
)

Case = Mapping[str, Any]
Table = list[list[str]]
Excerpt = dict[str, Any]


def all_cases() -> list[Case]:
    """The golden cases of the rules, those of reading last."""
    found: list[Case] = []
    for folder in ("checks", "reading"):
        for file in sorted((CASES / folder).glob("*.yml")):
            found += yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def base_cases() -> list[Case]:
    """The golden cases of the rules that need the data before, one each."""
    found: list[Case] = yaml.safe_load(
        (CASES / "comparing" / "reglas.yml").read_text(encoding="utf-8")
    )
    return found


def chosen(cases: Iterable[Case]) -> dict[str, Case]:
    """The case that shows each rule best: the one marked «ejemplo: true», else the smallest. One
    marked «ejemplo: false» is not to be shown."""
    best: dict[str, Case] = {}
    for case in cases:
        rule = case["regla"]
        if case.get("ejemplo", True) and (rule not in best or _size(case) < _size(best[rule])):
            best[rule] = case
    return best


def _size(case: Case) -> tuple[bool, bool, int, bool]:
    changes = case["cambios"]
    whole = any("busca" not in change for change in changes)
    return not case.get("ejemplo"), whole, len(changes), "ademas" in case


def examples() -> dict[str, Any]:
    """What ``examples.json`` must hold."""
    worded = told_in_words()
    found = {
        rule: _example(case, [] if rule in worded else _parts(case, _field(case)))
        for rule, case in chosen(all_cases()).items()
    }
    for case in base_cases():
        found[case["regla"]] = _example(case, [] if case["regla"] in worded else _changed(case))
    return dict(sorted(found.items()))


def told_in_words() -> set[str]:
    """The rules whose example is words, for no excerpt of a file would show it."""
    chapters = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in CHAPTERS.glob("*.yml"))
    return {rule["regla"] for chapter in chapters for rule in chapter["reglas"] if "mal" in rule}


def as_text(found: Mapping[str, Any]) -> str:
    """One line a rule, so that a change shows which examples it touches."""
    rows = (f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in found.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _example(case: Case, parts: list[dict[str, Any]]) -> dict[str, Any]:
    told, *more = _told(case)[2].split("\n")
    # What there is to paste stands below.
    return {"partes": parts, "dice": f"{told.removesuffix(':')}." if more else told}


def _field(case: Case) -> str:
    return (_told(case)[1] or "").split(".")[0]


def _told(case: Case) -> re.Match[str]:
    told = PROBLEM.fullmatch(case["problemas"][0])
    assert told, case["problemas"][0]
    return told


def _parts(case: Case, field: str) -> list[dict[str, Any]]:
    wrong = _texts(case["cambios"], {})
    right = _texts(case["arreglo"], wrong) if "arreglo" in case else {}
    parts = []
    for name in sorted(wrong):
        pair = (wrong[name], right[name] if right else _original(name))
        if pair[0] != pair[1]:
            both = _tables(*pair, field) if name.endswith(".csv") else _lines(*pair)
            parts.append({"archivo": f"{SHOWN}/{name}", "mal": both[0], "bien": both[1]})
    return parts


def _changed(case: Case) -> list[dict[str, Any]]:
    """The files that a change touches or that mend it: as published, wrong, right."""
    wrong = _after(case["despues"], {})
    right = _after(case["arreglo"], wrong) if "arreglo" in case else {}
    parts = []
    for name in sorted({*wrong, *right}):
        was = _original(name)
        texts = was, wrong.get(name, was), right.get(name, was)
        excerpts = _states(name, *texts, case.get("campo", ""))
        parts.append({"archivo": f"{SHOWN}/{name}", **excerpts})
    return parts


def _states(name: str, was: str, wrong: str, right: str, field: str) -> dict[str, Excerpt]:
    if wrong == right:
        return {"publicado": _as_they_stand(was.splitlines()), "mal": {}, "bien": {}}
    compared = partial(_tables, field=field) if name.endswith(".csv") else _lines
    bad, good = compared(wrong, right)
    # Right is as it was published, or wrong is: then there are only two things to see.
    if was in (wrong, right):
        return {"mal": bad, "bien": good}
    before, after = compared(was, wrong)
    return {"publicado": before, "mal": after, "bien": good}


def _after(steps: Iterable[Step], before: Mapping[str, str]) -> dict[str, str]:
    texts = dict(before)
    for step in steps:
        name = step["archivo"]
        texts[name] = rewritten(texts[name] if name in texts else _original(name), step)
    return texts


def _texts(changes: Iterable[Change], before: Mapping[str, str]) -> dict[str, str]:
    """The files as the changes leave them, of which some may be as ``before`` says."""
    texts = dict(before)
    for change in changes:
        name = change["archivo"]
        texts[name] = changed_text(texts[name] if name in texts else _original(name), change)
    return texts


def _original(name: str) -> str:
    file = WORLD / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _lines(wrong: str, right: str) -> tuple[Excerpt, Excerpt]:
    old, new = wrong.splitlines(), right.splitlines()
    if not old or not new:
        return _as_they_stand(old), _as_they_stand(new)
    spans = [span[1:] for span in _differences(old, new)]
    first, last = spans[0], spans[-1]
    # A line above and one below say where it is.
    return (
        _as_they_stand(old[max(0, first[0] - 1) : last[1] + 1]),
        _as_they_stand(new[max(0, first[2] - 1) : last[3] + 1]),
    )


def _as_they_stand(lines: list[str]) -> Excerpt:
    cut = (line if len(line) <= MOST_CHARACTERS else f"{line[:MOST_CHARACTERS]}…" for line in lines)
    return {"lineas": [*cut][:MOST_LINES]}


def _differences(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [span for span in matcher.get_opcodes() if span[0] != "equal"]


def _tables(wrong: str, right: str, field: str) -> tuple[Excerpt, Excerpt]:
    bad, good = _table(wrong), _table(right)
    if bad[:1] != good[:1] or _ragged(bad):
        return _as_lines(wrong, right)
    head = bad[0]
    old: Table = []
    new: Table = []
    for _, start, end, other, stop in _differences([*map(tuple, bad)], [*map(tuple, good)]):
        if other == stop:
            # A row that has to go is best seen beside its neighbour.
            near = bad[start - 1 : start] if start > 1 else bad[end : end + 1]
            old, new = old + near, new + near
        old += bad[start:end]
        new += good[other:stop]
    names = _columns(head, old, new, field)
    return _rows(head, old, names), _rows(head, new, names)


def _as_lines(wrong: str, right: str) -> tuple[Excerpt, Excerpt]:
    """The header, then the rows that differ, as they stand in the file."""
    old, new = wrong.splitlines(), right.splitlines()
    spans = _differences(old, new)
    rows = max(1, spans[0][1]), max(1, spans[0][3])
    return (
        _as_they_stand([old[0], *old[rows[0] :][:1]]),
        _as_they_stand([*new[:1], *new[rows[1] :][:1]]),
    )


def _table(text: str) -> Table:
    return [row for row in csv.reader(text.splitlines()) if any(row)]


def _ragged(table: Table) -> bool:
    return len({len(row) for row in table}) > 1


def _columns(head: list[str], old: Table, new: Table, field: str) -> list[int]:
    """The columns that tell the rows apart: the first, the ones that differ, the one told."""
    differ = {
        index
        for index in range(len(head))
        for one, other in zip(old, new, strict=False)
        if one[index] != other[index]
    }
    named = {index for index, name in enumerate(head) if name == field}
    if not differ or len(old) != len(new):
        differ = {index for index in range(len(head)) if any(row[index] for row in [*old, *new])}
    wanted = {0, *named}
    for index in sorted(differ, key=lambda index: _dull(head[index])):
        if len(wanted) < MOST_COLUMNS:
            wanted.add(index)
    return sorted(wanted)


def _dull(name: str) -> bool:
    return name in {"fuente", "actualizado", "responsable", "nota", "descripcion", "version"}


def _rows(head: list[str], rows: Table, names: list[int]) -> Excerpt:
    if not rows:
        return {}
    shown = [[row[index] for index in names] for row in rows[:MOST_ROWS]]
    return {"columnas": [head[index] for index in names], "filas": shown}


if __name__ == "__main__":
    FILE.write_text(as_text(examples()), encoding="utf-8")
