"""The global agendas: who answers to each one, a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages import serving
from bitacora.pages.escape import inline
from bitacora.pages.links import code_path
from bitacora.pages.presenter import UNKNOWN, Presenter, plain_value, web_link
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo, CodigoAgenda
from bitacora.records.fieldtypes import fault  # noqa: F401
from bitacora.records.strategy import Objetivo
from bitacora.register import in_reading_order
from bitacora.spanish import number
from bitacora.tallies.served import Served, served

CODELIST = "agendas"
HEAD = PageHead(
    "agendas/index.md",
    "Agendas globales",
    kind="Listado",
    description="A qué acuerdos mundiales responde cada objetivo.",
)
