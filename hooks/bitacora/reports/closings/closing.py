"""A report closed: its version made from the data, ready to be written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.reports import Enmienda, Informe
from bitacora.register import Register
from bitacora.reports.closings.act import Acta
from bitacora.reports.closings.act_text import act_text, longer_act, plain
from bitacora.reports.closings.inputs import Scope, as_entries, inputs
from bitacora.reports.closings.living import as_first_told
from bitacora.reports.closings.recompute import FIGURES, shown
from bitacora.reports.content import Contenido, Renglon
from bitacora.reports.published import content_at
from bitacora.reports.verifying.digest import with_digests

CLOSING, MENDED, REVISED = "cierre", "correccion", "revision"


@dataclass(frozen=True, slots=True)
class Closing:
    """A version just made, with the text of the whole file of its act."""

    version: Mapping[str, Any]
    content: Contenido
    text: str


def close(
    quarter: Period,
    register: Register,
    lists: CodeLists,
    acts: Mapping[str, Acta],
    as_of: date,
    before: str | None = None,
    amendments: tuple[Enmienda, ...] = (),
) -> Closing:
    """The next version of a report, with the figures known at a date.

    ``before`` is the text of its act so far, which stays byte for byte; None closes it for the
    first time. ``amendments`` are those that made a new version necessary.
    """
    public = register.public()
    act = acts.get(quarter.text) if before is not None else None
    content = content_at(public, lists, acts, quarter, as_of)
    if act:
        earlier = acts.get(quarter.previous().text)
        told = act.latest.contenido
        content = as_first_told(content, told, earlier.latest.contenido if earlier else None)
        content = _marked(content, told)
    chain = act.latest.huella if act else (last_before(acts, quarter) or "")
    version = with_digests(
        quarter.text,
        {
            "version": act.latest.version + 1 if act else 1,
            "clase": _class(amendments) if act else CLOSING,
            "cerrado": as_of.isoformat(),
            "huella_anterior": chain,
            "huella_entradas": "",
            "huella_cifras": "",
            "huella": "",
            "contenido": plain(content),
            "entradas": _entries(Scope(public, lists, quarter, as_of)),
        },
    )
    text = longer_act(before, version) if before is not None else act_text(quarter.text, version)
    return Closing(version, content, text)


def last_before(acts: Mapping[str, Acta], quarter: Period) -> str | None:
    """The digest of the last version of the closed report before a quarter, or None."""
    act = act_before(acts, quarter)
    return act.latest.huella if act else None


def act_before(acts: Mapping[str, Acta], quarter: Period) -> Acta | None:
    """The act of the closed report before a quarter, or None."""
    earlier = [name for name in acts if Period.parse(name) < quarter]
    return acts[max(earlier, key=Period.parse)] if earlier else None


def report_of(register: Register, quarter: Period) -> Informe | None:
    """What the office wrote for the report of a quarter, or None."""
    return next((it for it in register.all(Informe) if it.periodo == quarter), None)


def _entries(scope: Scope) -> dict[str, list[dict[str, Any]]]:
    return {folder: list(rows) for folder, rows in as_entries(inputs(scope)).items()}


def _class(amendments: tuple[Enmienda, ...]) -> str:
    """A version that mends one mistake is a correction, whatever else it brings."""
    return MENDED if any(item.clase == MENDED for item in amendments) else REVISED


def _marked(content: Contenido, before: Contenido) -> Contenido:
    """The content with its corrected lines marked, those of earlier versions too."""
    return content.model_copy(
        update={"renglones": tuple(_mark(line, before) for line in content.renglones)}
    )


def _mark(line: Renglon, before: Contenido) -> Renglon:
    old = before.renglon(line.indicador)
    if old is None:
        return line.model_copy(update={"corregido": True, "cifras_corregidas": FIGURES})
    differing = {
        name for name in FIGURES if shown(getattr(line, name)) != shown(getattr(old, name))
    }
    mended = tuple(name for name in FIGURES if name in differing.union(old.cifras_corregidas))
    corrected = line.corregido or bool(mended) or old.corregido
    return line.model_copy(update={"corregido": corrected, "cifras_corregidas": mended})
