"""What an actor has given, gift by gift, with the sums that may be made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.contribution_rows import contribution_amount, contribution_kind
from bitacora.pages.escape import inline
from bitacora.pages.naming import inside
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import under
from bitacora.pages.resources.sums import kind_words, said
from bitacora.reading.code_lists import CodeLists
from bitacora.records.resources import Recurso
from bitacora.spanish import number
from bitacora.tallies.contributions import ContributionSum, contribution_sums
from bitacora.tallies.participation import GIVES

GIVEN = ("Para qué", "Monto", "Cómo", "A qué se destina", "Fecha")
SUMS = ("Quién lo pone", "Qué pasó con él", "Clase", "Suma", "Aportes")
DESTINATIONS = ("accion", "hermanamiento", "red", "evento", "oportunidad")


def given_rows(presenter: Presenter, gifts: Iterable[Recurso]) -> list[list[str]]:
    """Each contribution in the order given: for what, how much, how, to what, when."""
    return [
        [
            presenter.link(row),
            contribution_amount(presenter, row),
            under(*contribution_kind(presenter, row)),
            _destination(presenter, row),
            short_moment(row.fecha),
        ]
        for row in gifts
    ]


def _destination(presenter: Presenter, row: Recurso) -> str:
    view = presenter.view(row)
    found = [view[name] for name in DESTINATIONS if view[name]]
    return under(*found) or NOTHING


def gift_sum_rows(presenter: Presenter, gifts: Sequence[Recurso]) -> list[list[str]]:
    """The sums of contributions of one role, flow, kind, condition and currency."""
    lists = presenter.edition.lists
    return [
        [
            inline(lists.name("roles_recurso", one.key.role)),
            inline(lists.name("tipos_flujo", one.key.flow)),
            kind_words(lists, one.key),
            said(lists, one),
            number(len(one.rows)),
        ]
        for one in contribution_sums(gifts, lists)
    ]


def sum_lines(presenter: Presenter, sums: Iterable[ContributionSum]) -> str:
    """Sums under each other in one cell, each with its kind, and with its role where that is not
    the partner's."""
    return under(*(_sum_line(presenter.edition.lists, one) for one in sums))


def _sum_line(lists: CodeLists, done: ContributionSum) -> str:
    words = [said(lists, done), inside(kind_words(lists, done.key))]
    if done.key.role != GIVES:
        words.append(inside(inline(lists.name("roles_recurso", done.key.role))))
    return ", ".join(words)
