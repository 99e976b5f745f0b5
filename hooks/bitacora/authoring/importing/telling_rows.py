"""What an import does to each row, told to people: normalised, taken for granted, new, kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bitacora.authoring.importing.cells import letters
from bitacora.authoring.importing.drafts import Told
from bitacora.authoring.importing.outcomes import Group, Refusal
from bitacora.authoring.importing.planning import Plan
from bitacora.authoring.importing.resolving import Resolved, Status
from bitacora.authoring.importing.values import Written, written
from bitacora.records.indicators import Avance
from bitacora.spanish import count_of, join_y, number, sentence_case

EXAMPLES = 3
MOST_ROWS = 12
ALWAYS_ONE_BY_ONE = frozenset({Group.RECORD, Group.ZERO, Group.MONTH_FIRST})
"""Changes that people should look at one by one."""


def changes_told(rows: Iterable[Resolved]) -> Iterator[str]:
    groups: dict[tuple[str, str, Group], list[Told]] = {}
    for row in rows:
        for one in row.draft.told:
            key = (row.draft.sheet, one.column, one.change.group)
            groups.setdefault(key, []).append(one)
    for (sheet, column, group), found in groups.items():
        where = f"{sheet}, columna {letters(found[0].cell.column)} «{short(column)}»"
        yield f"{where}: {count_of(len(found), 'celda', 'celdas')}, {group}: {_examples(found)}"


def _examples(found: list[Told]) -> str:
    counted = Counter((one.change.was, one.change.now) for one in found)
    whole = found[0].change.group in ALWAYS_ONE_BY_ONE
    shown = list(counted)[: 40 if whole else EXAMPLES]
    texts = [f"«{short(was, 40)}» → {short(now, 40)}" for was, now in shown]
    more = len(counted) - len(shown)
    return "; ".join(texts) + (f"; y {more} más." if more else ".")


def assumed_told(rows: Iterable[Resolved]) -> Iterator[str]:
    found: dict[tuple[str, str, str], int] = {}
    for row in rows:
        changed = (row.changes or {}) if row.status is Status.CHANGED else {}
        for name, why in row.draft.assumed.items():
            text = row.draft.texts[name]
            key = (name, text if isinstance(text, str) else ", ".join(text), why)
            found[key] = found.get(key, 0) + (row.status is Status.NEW or name in changed)
    for (name, text, why), times in found.items():
        if times:
            yield f"{name}: «{short(text)}» en {count_of(times, 'fila', 'filas')} ({why})."


def rows_told(plan: Plan) -> Iterator[str]:
    several = len(plan.tables) > 1
    for row in plan.accepted:
        where = f"fila {row.draft.row}"
        where = f"hoja «{row.draft.sheet}», {where}" if several else where
        if row.status is Status.NEW:
            yield f"{where}: {_made(row)}."
        elif row.status is Status.CHANGED:
            yield f"{where}: cambia «{row.id}»: {'; '.join(_differences(row))}."
        elif row.status is Status.REPEATED:
            yield f"{where}: repite otra fila igual; se contó una vez."


def _made(row: Resolved) -> str:
    record = row.record
    if not isinstance(record, Avance):
        return f"nueva ficha «{row.id}» ({short(record.title)})"
    value = record.estado_dato if record.valor is None else number(record.valor)
    version = f", versión {record.version}" if record.version > 1 else ""
    return f"nuevo dato de «{record.indicador}» en {record.periodo}{version}: {value}"


def _differences(row: Resolved) -> Iterator[str]:
    assert row.existing is not None
    for name, now in (row.changes or {}).items():
        before = written(getattr(row.existing.record, name))
        if name != "actualizado":
            yield f"{name} de «{_listed(before)}» a «{_listed(now)}»"


def _stays_preliminary(row: Resolved) -> bool:
    record = row.record
    said = row.changes is not None and "valor" in row.changes
    told = "estado_dato" in row.draft.texts
    return isinstance(record, Avance) and record.estado_dato == "preliminar" and said and not told


def _listed(text: Written) -> str:
    found = "; ".join(map(str, text)) if isinstance(text, list) else str(text or "")
    return short(found) or "nada"


def kept_told(rows: Iterable[Resolved]) -> Iterator[str]:
    kept: dict[str, list[int]] = {}
    found = list(rows)
    old = [it for it in found if it.status is Status.CHANGED and "fuente" not in it.draft.texts]
    if old:
        yield (
            f"fuente: {count_of(len(old), 'ficha cambia y sigue', 'fichas cambian y siguen')} "
            "citando la que tenía; si el dato sale de otra parte, añada una columna «Fuente»."
        )
    for row in found:
        for name in row.kept:
            kept.setdefault(name, []).append(row.draft.row)
        if _stays_preliminary(row):
            yield (
                f"fila {row.draft.row}: el dato sigue como «preliminar»; si ya es definitivo, "
                "añada una columna «Estado del dato» que diga «Reportado»."
            )
        if row.renamed:
            yield (
                f"fila {row.draft.row}: la hoja dice «{short(row.renamed)}» y el sitio "
                f"«{short(row.record.title)}»; se conservó el nombre del sitio."
            )
    for name, numbers in kept.items():
        yield (
            f"{name}: la celda está vacía y el sitio tiene un dato, que no se tocó "
            f"({row_numbers(numbers)}). Para quitarlo escriba (borrar)."
        )


def refusals_told(plan: Plan) -> Iterator[str]:
    """One line for each different fault, with all the places where it is."""
    several = len(plan.tables) > 1
    found: dict[tuple[str, str], list[Refusal]] = {}
    for one in plan.refusals:
        found.setdefault((one.message, one.remedy), []).append(one)
    for (message, remedy), same in found.items():
        places = list(dict.fromkeys(_place(one, several) for one in same))
        more = len(places) - MOST_ROWS
        where = "; ".join(places[:MOST_ROWS]) + (f"; y {more} más" if more > 0 else "")
        first, *rest = remedy.split("\n")
        yield "\n    ".join((f"{sentence_case(where)}: {message} → {first}", *rest))


def _place(one: Refusal, several: bool) -> str:
    return f"hoja «{one.sheet}», {one.where}" if several and one.sheet else one.where


def remarks_told(plan: Plan) -> Iterator[str]:
    yield from plan.remarks[:MOST_ROWS]
    if len(plan.remarks) > MOST_ROWS:
        yield f"… y {len(plan.remarks) - MOST_ROWS} avisos más: python scripts/revisar.py"


def row_numbers(rows: list[int]) -> str:
    shown = [str(row) for row in sorted(set(rows))[:MOST_ROWS]]
    more = len(set(rows)) - len(shown)
    word = "fila" if len(shown) == 1 else "filas"
    return f"{word} {join_y(shown)}{f' y {more} más' if more else ''}"


def short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
