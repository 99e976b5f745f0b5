"""The groups in which the law orders public information, with what of each the site has."""

from __future__ import annotations

from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter

COLUMNS = ("Grupo", "Qué hay aquí")
SEAT = "En la sede electrónica de la entidad."
GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "1. Información de la entidad",
        (
            ("Dependencias", "dependencias/index.md"),
            ("Quién hace qué", "matriz/index.md"),
            ("Actores y cooperantes", "actores/index.md"),
            ("Misiones y eventos", "eventos/index.md"),
        ),
    ),
    (
        "2. Normativa",
        (
            ("Documentos y actos que respaldan los datos", "documentos/index.md"),
            ("Hermanamientos y acuerdos", "hermanamientos/index.md"),
        ),
    ),
    ("3. Contratación", ()),
    (
        "4. Planeación, presupuesto e informes",
        (
            ("Estrategia", "estrategia/index.md"),
            ("Acciones", "acciones/index.md"),
            ("Indicadores", "indicadores/index.md"),
            ("Informes trimestrales", "informes/index.md"),
            ("Correcciones", "correcciones/index.md"),
            ("Presupuesto de las acciones", "presupuesto/index.md"),
            ("Recursos de cooperación", "recursos/index.md"),
        ),
    ),
    ("5. Trámites", ()),
    (
        "6. Participa",
        (
            ("Preguntas y respuestas", "preguntas/index.md"),
            ("Compromisos", "compromisos/index.md"),
            ("Calendario de informes", "informes/calendario.md"),
        ),
    ),
    (
        "7. Datos abiertos",
        (
            ("Descargas", "datos/index.md"),
            ("Registro de activos de información", "transparencia/activos.md"),
            ("Esquema de publicación", "transparencia/esquema.md"),
        ),
    ),
    (
        "8. Información específica para grupos de interés",
        (
            ("Oportunidades, según a quién se dirigen", "oportunidades/index.md"),
            ("Buenas prácticas", "buenas-practicas/index.md"),
        ),
    ),
    (
        "9. Obligación de reporte de información específica por parte de la entidad",
        (
            ("Objetivos de Desarrollo Sostenible", "ods/index.md"),
            ("Agendas globales", "agendas/index.md"),
        ),
    ),
    ("10. Información tributaria en entidades territoriales locales", ()),
)
"""As anexo 2 of Resolución 1519 of 2020 numbers them, with the pages of the site."""


def group_rows(presenter: Presenter) -> list[list[str]]:
    """A row for each group; what the site has nothing of is in the entity's own site."""
    return [
        [
            f"**{inline(name)}**",
            " · ".join(presenter.to(title, path) for title, path in places) or SEAT,
        ]
        for name, places in GROUPS
    ]
