"""What kind of record a table holds, where that is evident."""

from __future__ import annotations

from collections.abc import Iterable

from bitacora.authoring.importing.columns import BY_LIKENESS, Columns, columns_of
from bitacora.authoring.importing.field_values import Reader
from bitacora.authoring.importing.tables import Table
from bitacora.authoring.importing.vocabulary import FOLDERS
from bitacora.spanish import plain

KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "avances": (("indicador",), ("valor", "estado_dato", "numerador")),
    "hermanamientos": (("contraparte", "ciudad"), ("tipo_instrumento", "firmado", "pais")),
    "redes": (("nombre",), ("rol", "adhesion", "cuota", "tipo", "sigla")),
    "recursos": (("concepto", "aportante"), ("monto",)),
    "eventos": (("nombre",), ("fecha_inicio",)),
    "oportunidades": (("titulo",), ("cierre",)),
    "actores": (("nombre",), ("tipo", "que_aporta", "sigla")),
    "documentos": (("titulo",), ("formato", "clasificacion", "fecha", "tipo")),
}
"""For each kind, groups of columns of which a table must have one."""
_WORDS = {
    "avances": ("avance", "indicador", "seguimiento", "reporte"),
    "hermanamientos": ("hermana", "convenio", "instrumento"),
    "redes": ("redes", "red ", "membres"),
    "recursos": ("recurso", "aporte", "cooperacion"),
    "eventos": ("evento", "mision", "agenda", "visita"),
    "oportunidades": ("oportunidad", "convocatoria", "beca"),
    "actores": ("actor", "directorio", "aliado"),
    "documentos": ("documento", "archivo"),
}
LEAD = 2


def kinds_of(table: Table, names: Iterable[str], reader: Reader) -> tuple[str, ...]:
    """The kinds that a table may hold: one where it is evident, none where it is no table of ours.

    ``names`` are the words around it: the file, the sheet, the title."""
    around = plain(" ".join(names)).replace("_", " ").replace("-", " ") + " "
    scores: dict[str, int] = {}
    for folder in FOLDERS:
        columns = columns_of(table, folder, reader)
        if all(any(columns.of(one) for one in group) for group in KEYS[folder]):
            bonus = 3 if any(word in around for word in _WORDS[folder]) else 0
            scores[folder] = _score(columns) + bonus
    if not scores:
        return ()
    best = max(scores.values())
    return tuple(sorted(folder for folder, score in scores.items() if score > best - LEAD))


def _score(columns: Columns) -> int:
    filled = [column for column in columns.columns if column.field]
    near = sum(column.how == BY_LIKENESS for column in filled)
    return 2 * len({column.field for column in filled}) - near
