"""The code lists of a site: those that ship with the project plus what the office adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from pydantic import ValidationError

from bitacora.problems import Problem, Severity
from bitacora.reading.faults import plain_value, problems_of
from bitacora.records.codes import SPECIAL_MODELS, Codigo, CodigoLista, CodigoPais
from bitacora.sources import Mapping as Entry
from bitacora.sources import SourceFile, Sources
from bitacora.spanish import country_name, nearest, plain

LISTS_FOLDER = "listas"


@dataclass(frozen=True, slots=True)
class CodeLists:
    """Every list with its codes in order."""

    lists: Mapping[str, Mapping[str, Codigo]]

    def all(self, name: str) -> tuple[Codigo, ...]:
        """The codes of a list in the order of its file."""
        return tuple(self.lists.get(name, {}).values())

    def name(self, codelist: str, code: str) -> str:
        """How people read a code; the code itself where the list does not know it."""
        found = self.lists.get(codelist, {}).get(code)
        return found.nombre if found else code

    def names(self) -> dict[str, dict[str, str]]:
        """Codes and names of each list, as field types want them."""
        return {
            name: {code: entry.nombre for code, entry in codes.items()}
            for name, codes in self.lists.items()
        }

    def notes(self) -> dict[str, dict[str, str]]:
        """What the list of countries explains of some codes."""
        return {
            name: {
                code: entry.nota
                for code, entry in codes.items()
                if isinstance(entry, CodigoPais) and entry.nota
            }
            for name, codes in self.lists.items()
        }

    def aliases(self) -> dict[str, dict[str, str]]:
        """Other spellings of a code: its name, and the aliases that the list of countries gives."""
        found: dict[str, dict[str, str]] = {}
        for name, codes in self.lists.items():
            spellings = {plain(entry.nombre): code for code, entry in codes.items()}
            for code, entry in codes.items():
                spellings.setdefault(plain(code), code)
                spellings.setdefault(plain(code).replace("_", " "), code)
                if isinstance(entry, CodigoPais):
                    spellings.update({plain(alias): code for alias in entry.alias})
            found[name] = spellings
        return found


def read_code_lists(shipped: Sources, office: Sources) -> tuple[CodeLists, list[Problem]]:
    """Both sets of lists as one; a code that the office repeats takes the office's name."""
    problems: list[Problem] = list(shipped.problems)
    lists: dict[str, dict[str, Codigo]] = {"paises": _countries()}
    for source in shipped.files:
        rows, faults = _rows(source)
        problems += faults
        lists.setdefault(_list_name(source), {}).update(rows)
    for source in office.files:
        if source.path.startswith(f"{LISTS_FOLDER}/"):
            problems += _extend(lists, source)
    return CodeLists(lists), problems


def _countries() -> dict[str, Codigo]:
    codes = (first + second for first in ascii_uppercase for second in ascii_uppercase)
    named = ((code, country_name(code)) for code in codes)
    return {code: CodigoPais(codigo=code, nombre=name) for code, name in named if name}


def _list_name(source: SourceFile) -> str:
    return source.path.rsplit("/", 1)[-1].removesuffix(".csv")


def _rows(source: SourceFile) -> tuple[dict[str, Codigo], list[Problem]]:
    model = SPECIAL_MODELS.get(_list_name(source), Codigo)
    rows: dict[str, Codigo] = {}
    problems: list[Problem] = []
    for entry in source.entries:
        code = str(entry.get("codigo") or "")
        try:
            row = model.model_validate(plain_value(entry))
        except ValidationError as error:
            problems += problems_of(error, entry, model, code)
            continue
        if row.codigo in rows:
            problems.append(_repeated(entry, row.codigo))
        rows[row.codigo] = row
    return rows, problems


def _extend(lists: dict[str, dict[str, Codigo]], source: SourceFile) -> list[Problem]:
    name = _list_name(source)
    if name not in lists:
        return [_unknown_list(entry, name, list(lists)) for entry in source.entries[:1]]
    rows, problems = _rows(source)
    for code, row in rows.items():
        if _is_closed(lists, name) and code not in lists[name]:
            entry = next(e for e in source.entries if e.get("codigo") == code)
            problems.append(_closed(entry, name, code, list(lists[name])))
        else:
            lists[name][code] = row
    return problems


def _is_closed(lists: dict[str, dict[str, Codigo]], name: str) -> bool:
    described = lists.get("listas", {}).get(name)
    return isinstance(described, CodigoLista) and described.cerrada


def _repeated(entry: Entry, code: str) -> Problem:
    return Problem(
        entry.place,
        code,
        "codigo",
        code,
        "codigo-repetido",
        Severity.ERROR,
        f"El código «{code}» está dos veces en la lista.",
        "Deje una sola fila con ese código.",
    )


def _closed(entry: Entry, name: str, code: str, codes: list[str]) -> Problem:
    return Problem(
        entry.place,
        code,
        "codigo",
        code,
        "lista-cerrada",
        Severity.ERROR,
        f"A la lista «{name}» no se le pueden añadir códigos, porque cada uno tiene su cálculo.",
        f"Use uno de estos, con el nombre que prefiera: {', '.join(codes)}.",
    )


def _unknown_list(entry: Entry, name: str, names: list[str]) -> Problem:
    near = nearest(name, names)
    guess = f"¿Quiso decir «{near}.csv»?" if near else ""
    return Problem(
        entry.place,
        name,
        "",
        name,
        "lista-desconocida",
        Severity.ERROR,
        f"No hay una lista llamada «{name}».",
        guess or f"Las listas son: {', '.join(sorted(names))}.",
    )
