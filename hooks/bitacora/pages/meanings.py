"""What each headline figure of the site means, in plain words: the one place where it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure counts, what to bear in mind, as of when (empty for the day of the edition),
    where its rows are from the root of the site, which part of the method tells how it is made."""

    name: str
    counts: str
    beware: str = ""
    moment: str = ""
    rows: str = ""
    method: str = ""


OF_A_REPORT = "Del día de corte que dice el informe. Un informe cerrado no cambia."
LAST_REPORTED = "Del último periodo que se reportó; la tabla de valores dice cuál."

MEANINGS: Mapping[str, Meaning] = {
    "acciones": Meaning(
        "acciones por estado",
        "Las acciones de la estrategia que están en cada estado. Cada una se cuenta una sola vez.",
        "No mide cuánto se ha avanzado: eso lo dicen los indicadores.",
        rows="acciones/",
        method="acciones",
    ),
    "luces": Meaning(
        "indicadores por luz",
        "Cómo iba cada indicador en el último informe, frente a lo que se esperaba a la fecha.",
        "Los que no tienen dato van aparte: de esos no se sabe cómo van.",
        OF_A_REPORT,
        rows="indicadores/",
        method="el-semaforo",
    ),
    "relaciones": Meaning(
        "acuerdos, redes y buenas prácticas",
        "Todo lo que está en cada registro, según su situación de hoy.",
        "Estar en el registro no quiere decir que siga en pie, ni que se use: lo dice cada ficha.",
        method="acuerdos",
    ),
    "linea_base": Meaning(
        "línea base",
        "El valor que tenía el indicador antes de empezar. Con él se compara lo que viene después.",
        moment="Del año que dice la ficha del indicador.",
        method="avance",
    ),
    "meta": Meaning(
        "meta",
        "El valor al que se prometió llegar al final de la vigencia.",
        "No es un resultado. Si cambió, la página muestra la anterior y el acto que la cambió.",
        moment="Para el final de la vigencia.",
        method="metas",
    ),
    "a_la_fecha": Meaning(
        "valor a la fecha",
        "Lo que se lleva, según lo que reportó la dependencia y según cómo se suman sus periodos.",
        "No incluye los periodos sin dato: un periodo sin dato no vale cero.",
        LAST_REPORTED,
        method="avance",
    ),
    "avance": Meaning(
        "avance hacia la meta",
        "Qué parte del camino va recorrida, desde la línea base hasta la meta final.",
        "No dice si va a tiempo: eso lo dice el semáforo, que compara con lo esperado a la fecha.",
        LAST_REPORTED,
        method="avance",
    ),
    "informe_en_meta": Meaning(
        "indicadores en meta o cumplidos",
        "Los indicadores que lograron lo que se esperaba a la fecha, o que ya cumplieron su meta.",
        "El segundo número son los que se pueden medir: los que tienen meta y un valor.",
        OF_A_REPORT,
        method="el-semaforo",
    ),
    "informe_atrasados": Meaning(
        "indicadores atrasados",
        "Los indicadores que no llegaron al mínimo que se esperaba a la fecha.",
        "Los que no reportaron no están aquí: de esos no se sabe cómo van.",
        OF_A_REPORT,
        method="el-semaforo",
    ),
    "informe_con_dato": Meaning(
        "indicadores con dato",
        "Los indicadores que entregaron su dato, de los que debían entregarlo en este trimestre.",
        "Los que este trimestre no tenían que reportar no están aquí.",
        OF_A_REPORT,
        method="situaciones",
    ),
    "informe_aportes": Meaning(
        "aportes del trimestre",
        "Los aportes con fecha de este trimestre: de quienes cooperan, propios y préstamos.",
        "Son filas, no dinero: las sumas están en «Recursos», moneda por moneda.",
        OF_A_REPORT,
        method="dinero",
    ),
    "informe_vinculos_activos": Meaning(
        "hermanamientos y redes con actividad",
        "Los acuerdos y las redes en que se hizo algo durante el trimestre.",
        "El segundo número son los que no habían terminado.",
        OF_A_REPORT,
        method="acuerdos",
    ),
    "recursos": Meaning(
        "sumas de aportes",
        "Lo que han prometido quienes cooperan, sin lo propio. Cada moneda va aparte.",
        "No suma préstamos, ni bienes o trabajo, ni lo entregado: sería contar dos veces.",
        rows="recursos/sumas/",
        method="dinero",
    ),
    "acuerdos_en_pie": Meaning(
        "acuerdos en pie",
        "Los acuerdos de los que se sabe que siguen: no han vencido ni terminado.",
        "No están aquellos de los que nadie dice si siguen. Y seguir no quiere decir que se usen.",
        method="acuerdos",
    ),
    "redes_en_pie": Meaning(
        "redes en que se sigue",
        "Las redes en que se sabe que se sigue: la adhesión no ha vencido ni terminado.",
        "No están aquellas de las que nadie lo dice. Y seguir no quiere decir que se participe.",
        method="acuerdos",
    ),
    "practicas_propias": Meaning(
        "prácticas propias",
        "Las experiencias de este gobierno que están en el catálogo.",
        "Las de otros gobiernos se cuentan aparte.",
    ),
    "convocatorias": Meaning(
        "convocatorias",
        "Las convocatorias del registro, según su situación en esta fecha.",
        "Que esté abierta no quiere decir que la entidad se vaya a postular.",
        method="convocatorias",
    ),
    "compromisos": Meaning(
        "compromisos",
        "Lo que la oficina prometió hacer, según si lo cumplió y en qué fecha.",
        "No son compromisos de dinero: esos están en los recursos.",
        method="compromisos",
    ),
    "calidad": Meaning(
        "avisos y mejoras",
        "Las observaciones que encontró el programa al revisar los datos.",
        "No son errores graves: con uno solo de esos, el sitio no se publica.",
    ),
}
