"""Parts of a whole, what is not known, who serves what, tables whose sums agree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.pages.count_tables import counted, crossed
from bitacora.records.fields import leaves
from bitacora.records.indicators import Cifra
from bitacora.records.strategy import Objetivo
from bitacora.records.unknown import NO_INFORMADO
from bitacora.tallies.breakdown import breakdown
from bitacora.tallies.distributions import Distribution, distributions
from bitacora.tallies.served import served
from bitacora.tallies.unknowns import unknowns
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD

EXAMPLE = ROOT / "examples" / "quindio" / "data"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


def parts(edition: Edition, *values: str, unit: str = "%") -> Distribution:
    figure = edition.register.all(Cifra)[0]
    shared = {"distribucion": "Origen", "unidad": unit}
    made = (
        figure.model_copy(update={**shared, "id": f"c-{index}", "valor": Decimal(value)})
        for index, value in enumerate(values)
    )
    [found] = distributions(made)
    return found


@pytest.mark.parametrize(
    ("values", "remainder", "excess"),
    [
        (("50", "50"), None, None),
        (("40", "26"), Decimal(34), None),
        (("33.3", "33.3", "33.3"), None, None),
        (("50", "49"), None, None),
        (("60", "45"), None, Decimal(5)),
    ],
)
def test_what_lacks_detail_is_said_and_not_shared_out(
    edition: Edition, values: tuple[str, ...], remainder: Decimal | None, excess: Decimal | None
) -> None:
    found = parts(edition, *values)
    assert (found.remainder, found.excess) == (remainder, excess)


def test_the_whole_of_parts_that_are_no_percentages_is_not_known(edition: Edition) -> None:
    found = parts(edition, "3", "4", unit="personas")
    assert found.total == 7
    assert found.remainder is None
    assert found.excess is None


def test_the_parts_go_from_great_to_small(edition: Edition) -> None:
    found = parts(edition, "10", "70", "20")
    assert [part.valor for part in found.parts] == [70, 20, 10]


def test_the_unknown_values_are_counted_over_the_written_ones() -> None:
    quindio = load_edition(EXAMPLE, SHOWN, AS_OF).register
    records = [item.record for item in quindio.located]
    values = [leaf.value for record in records for leaf in leaves(record)]
    found = unknowns(quindio)
    assert sum(item.records for item in found) == len(records)
    assert sum(item.values for item in found) == len(values)
    unknown = sum(value in (NO_INFORMADO, NO_INFORMADO.value) for value in values)
    assert sum(item.unknown for item in found) == unknown > 0


def test_who_serves_a_code_is_who_names_it(edition: Edition) -> None:
    found = served(edition.register, "ods")
    for objective in edition.register.all(Objetivo):
        for code in objective.ods:
            assert objective in found[code]["objetivo"]


def test_the_sums_of_a_crossed_table_agree() -> None:
    table = crossed(breakdown([("a", "x"), ("b", "x"), (None, "y")], ["a", "b"], ["x", "y"]), "G")
    assert table.head == ("G", "x", "y", "Total")
    # In one piece: a narrow column would break it.
    third = "1\N{NO-BREAK SPACE}de\N{NO-BREAK SPACE}3"
    assert table.rows == (
        ("a", "1", "0", third),
        ("b", "1", "0", third),
        ("Sin clasificar", "0", "1", third),
        ("**Total**", "2", "1", "3"),
    )


def test_a_counted_table_carries_its_denominator() -> None:
    assert counted([("a", 1), ("b", 2)], ("G", "N")).rows == (("a", "1 de 3"), ("b", "2 de 3"))


def test_nothing_to_count_gives_no_table() -> None:
    assert crossed(breakdown([], [], []), "G").rows == ()
