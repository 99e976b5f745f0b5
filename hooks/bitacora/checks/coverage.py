"""Rules of what the data say they do not know."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.fields import Leaf, leaves
from bitacora.records.record import Registro
from bitacora.records.unknown import NO_INFORMADO
from bitacora.spanish import join_y

# Each of these is told by a rule of its own.
TOLD_APART = frozenset(
    {
        ("objetivo", "meta_plan_desarrollo"),
        ("cifra", "periodo"),
        ("estrategia", "vigencia_inicio"),
        ("estrategia", "vigencia_fin"),
    }
)
DOUBTS = frozenset(
    {
        "asignacion_de_columnas_incierta",
        "columnas_desplazadas",
        "dato_dudoso_en_fuente",
        "fechas_contradictorias",
        "medio_de_verificacion_no_corresponde",
        "no_cuadra_entre_secciones",
    }
)


@rule("no-informado", Severity.AVISO)
def unknown_values(world: World) -> Iterator[Finding]:
    """What a record does not know is told once, with all its fields."""
    for item in world.register.located:
        unknown = [leaf for leaf in leaves(item.record) if _is_unknown(item.record, leaf)]
        if unknown:
            fields = join_y([leaf.field for leaf in unknown])
            yield Finding(
                item.record,
                unknown[0].path,
                f"No se informa: {fields}. El sitio lo muestra como «No informado».",
                "Complete lo que pueda averiguar; lo que no, déjelo así.",
            )


def _is_unknown(record: Registro, leaf: Leaf) -> bool:
    told = (record.kind, str(leaf.path[0])) in TOLD_APART
    return leaf.value in (NO_INFORMADO, NO_INFORMADO.value) and not told


@rule("bandera-por-revisar", Severity.AVISO)
def doubts(world: World) -> Iterator[Finding]:
    """What a flag calls doubtful waits for a person to look at it."""
    for item in world.register.located:
        for index, flag in enumerate(item.record.banderas):
            if flag in DOUBTS:
                name = world.lists.name("banderas", flag)
                yield Finding(
                    item.record,
                    ("banderas", index),
                    f"El dato lleva una advertencia que el público verá: «{name}».",
                    "Consulte a quien hizo el documento; cuando se aclare, corrija el dato y "
                    "quite la bandera.",
                )


@rule("actualizado-futuro", Severity.AVISO)
def revised_in_the_future(world: World) -> Iterator[Finding]:
    """A record was last revised on a date that has come."""
    for item in world.register.located:
        if item.record.actualizado > world.as_of:
            yield Finding(
                item.record,
                ("actualizado",),
                f"La fecha de revisión ({item.record.actualizado}) no ha llegado.",
                "Escriba el día en que se revisó el dato por última vez.",
            )


RULES = (unknown_values, doubts, revised_in_the_future)
