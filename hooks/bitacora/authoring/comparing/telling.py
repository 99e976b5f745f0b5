"""A change in words: a verdict, a few short lines, the details in sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bitacora.authoring.comparing.change import (
    CHANGED,
    GONE,
    NEW,
    Change,
    Figure,
    FigureChange,
    RecordChange,
)
from bitacora.authoring.comparing.figures import SUMS, spoken_name
from bitacora.authoring.comparing.report_words import light_turns, report_line
from bitacora.problems import Problem, Severity
from bitacora.reading.code_lists import CodeLists
from bitacora.records.documents import Direccion, Retiro
from bitacora.records.indicators import Indicador
from bitacora.records.kinds import KINDS
from bitacora.spanish import count_of, join_y, number, sentence_case

FEW = 2
"""How many figures, lights or reports a short line names one by one."""
NOUNS = {
    Severity.ERROR: ("error", "errores"),
    Severity.AVISO: ("aviso", "avisos"),
    Severity.MEJORA: ("mejora", "mejoras"),
}
MOST_KINDS = 4
"""How many kinds of record a short line names."""
OF_PAGES = (Direccion, Retiro)
"""What the line of pages tells already."""
FIRST = ("a_la_fecha", "avance", "meta", "linea_base")
"""The figures of an indicator, the one that people quote first."""


@dataclass(frozen=True, slots=True)
class Short:
    """What a change means in a few lines: the verdict, then each line with its heading."""

    verdict: str
    lines: tuple[tuple[str, str], ...]


def short(change: Change, lists: CodeLists) -> Short:
    """The verdict and at most six lines; a line with nothing to say is left out."""
    if change.is_nothing:
        return Short(_nothing(change), tuple(_aside(change)))
    lines = (
        ("Registros", _records(change)),
        ("Cifras", _figures(change)),
        ("Luces", _lights(change, lists)),
        ("Informes", _reports(change)),
        ("Listas", _lists(change)),
        ("Páginas", _pages(change)),
        ("Revisión", _review(change)),
    )
    told = [(head, words) for head, words in lines if words]
    return Short(_verdict(change), (*told, *_aside(change)))


def _nothing(change: Change) -> str:
    if change.is_broken:
        return (
            f"Nada cambia para el público. Los datos ya tenían {_errors(change)}, y hasta que se "
            "corrijan no se publica nada nuevo."
        )
    if change.touched.words or change.touched.program:
        return "Los datos dicen lo mismo; lo que cambia está en otros archivos."
    return "Nada cambia para el público: los datos dicen lo mismo."


def _errors(change: Change) -> str:
    return count_of(change.after[Severity.ERROR], *NOUNS[Severity.ERROR])


def _verdict(change: Change) -> str:
    faults = _left(change, Severity.ERROR)
    if faults:
        noun = count_of(faults, "cosa", "cosas")
        return f"Este cambio todavía no se puede publicar: hay {noun} por corregir."
    if change.was_empty:
        return "Es la primera vez que hay datos aquí, y se pueden publicar."
    mended = " Además corrige lo que no dejaba publicar." if change.was_broken else ""
    return f"Este cambio se puede publicar.{mended}"


def _records(change: Change) -> str:
    parts = [
        (NEW, "Se añade", "Se añaden"),
        (CHANGED, "Cambia", "Cambian"),
        (GONE, "Sale", "Salen"),
    ]
    told: list[str] = []
    for what, one, many in parts:
        found = [it for it in change.records if it.what == what and it.kind.model not in OF_PAGES]
        if found:
            verb = one if len(found) == 1 else many
            told.append(f"{verb if not told else verb.lower()} {_counted(found)}")
    return f"{'; '.join(told)}." if told else ""


def _counted(found: list[RecordChange]) -> str:
    kinds = [(kind, sum(it.kind is kind for it in found)) for kind in KINDS]
    largest = sorted((it for it in kinds if it[1]), key=lambda it: -it[1])
    told = [count_of(total, it.singular, it.plural) for it, total in largest[:MOST_KINDS]]
    left = sum(total for _, total in largest[MOST_KINDS:])
    return join_y([*told, *([f"{number(left)} de otras clases"] if left else [])])


def _figures(change: Change) -> str:
    if change.is_broken or change.was_broken:
        when = "después" if change.is_broken else "antes"
        return f"No se pueden comparar: {when} del cambio los datos tienen errores."
    ordered = in_quoted_order(change.figures)
    return _some([figure_words(it) for it in ordered], "cifra", "cifras")


def in_quoted_order(figures: Iterable[FigureChange]) -> list[FigureChange]:
    """The figures, those that people quote first before the others."""
    return sorted(figures, key=lambda it: _rank(it.figure))


def _rank(figure: Figure) -> tuple[int, int]:
    own = figure.key[0] == Indicador.kind
    return (0, FIRST.index(figure.key[2])) if own else (1, 0)


def figure_words(change: FigureChange) -> str:
    """A figure before and after, in a phrase without its end."""
    name, sums = spoken_name(change.figure), change.figure.key[0] == SUMS
    was = change.before.shown if change.before else "0"
    now = change.after.shown if change.after else "0"
    if sums and change.before is None:
        return f"{name}: aparece, con {now}"
    if sums and change.after is None:
        return f"{name}: ya no aparece; era de {was}"
    unit = f" {change.after.unit}" if change.after and change.after.unit else ""
    return f"{name}{',' if change.figure.about else ''} pasa de {was} a {now}{unit}"


def _lights(change: Change, lists: CodeLists) -> str:
    return _some([words for _, words in light_turns(change.reports, lists)], "luz", "luces")


def _reports(change: Change) -> str:
    told = _some([report_line(it) for it in change.reports], "informe", "informes")
    risk = len(change.at_risk)
    if not risk:
        return told
    times = count_of(risk, "error toca", "errores tocan")
    return f"{told} Cuidado: {times} informes ya cerrados.".strip()


def _some(told: list[str], one: str, many: str) -> str:
    if not told:
        return ""
    left = len(told) - FEW
    more = [f"y {count_of(left, one, many)} más"] if left > 0 else []
    return f"{sentence_case('; '.join([*told[:FEW], *more]))}."


def _lists(change: Change) -> str:
    names = join_y([f"«{it.name}»" for it in change.lists])
    verb = "Cambia la lista" if len(change.lists) == 1 else "Cambian las listas"
    return f"{verb} {names}." if names else ""


def _pages(change: Change) -> str:
    pages = change.pages
    parts = (
        (pages.new, "página nueva", "páginas nuevas"),
        (pages.moved, "página cambia de dirección", "páginas cambian de dirección"),
        (
            pages.withdrawn,
            "página queda como constancia de retiro",
            "páginas quedan como constancia de retiro",
        ),
        (pages.gone, "página deja de existir", "páginas dejan de existir"),
    )
    told = [count_of(len(found), one, many) for found, one, many in parts if found]
    return f"{'; '.join(told)}." if told else ""


def _review(change: Change) -> str:
    new = (*change.faults, *change.new_problems)
    pairs = ((new, ("nuevo", "nuevos")), (change.solved, ("resuelto", "resueltos")))
    told = [_kinds(found, words) for found, words in pairs if found] or ["nada nuevo"]
    left = join_y([count_of(_left(change, one), *NOUNS[one]) for one in Severity])
    return f"{sentence_case('; '.join([*told, f'en total quedan {left}']))}."


def _left(change: Change, severity: Severity) -> int:
    return change.after[severity] + sum(it.severidad is severity for it in change.faults)


def _kinds(problems: Sequence[Problem], words: tuple[str, str]) -> str:
    told = []
    for severity in Severity:
        total = sum(it.severidad is severity for it in problems)
        if total:
            ending = words[0] if total == 1 else words[1]
            told.append(f"{count_of(total, *NOUNS[severity])} {_agreeing(ending, severity)}")
    return join_y(told)


def _agreeing(word: str, severity: Severity) -> str:
    """«nuevo» as «nueva» beside «mejora», the only noun that asks for it."""
    if severity is not Severity.MEJORA:
        return word
    return word.replace("os", "as") if word.endswith("os") else f"{word[:-1]}a"


def _aside(change: Change) -> Iterator[tuple[str, str]]:
    """What the public does not see, or that is no fact."""
    if change.hidden:
        hidden = count_of(change.hidden, "registro cambia", "registros cambian")
        yield "Sin publicar", f"{hidden} en borrador o en un trimestre que aún no sale."
    touched = change.touched
    if touched.data and not (change.records or change.lists or change.hidden or change.solved):
        files = count_of(len(touched.data), "archivo", "archivos")
        yield "Forma", f"Cambia la forma de {files} de datos, no lo que se lee en el sitio."
    others = (
        (touched.words, "de palabras y páginas escritas a mano"),
        (touched.program, "del programa"),
    )
    told = [f"{count_of(len(it), 'archivo', 'archivos')} {name}" for it, name in others if it]
    if told:
        yield "Además", f"Cambian {join_y(told)}: mírelos en la vista previa."
