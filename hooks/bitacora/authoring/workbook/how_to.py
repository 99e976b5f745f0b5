"""The sheet of instructions: how to fill a workbook, in plain words."""

from __future__ import annotations

from bitacora.quarters import Period
from bitacora.records.kinds import Kind
from bitacora.spanish import count_of

NAME = "Cómo llenar"
Chapter = tuple[str, tuple[str, ...]]

RETURN: Chapter = (
    "Cuando termine",
    (
        "Guarde el archivo como libro de Excel (.xlsx) y devuélvalo a la oficina internacional.",
        "No cambie el nombre de las hojas ni los títulos de las columnas: por ellos se sabe qué "
        "es cada dato.",
        "La oficina lo recibe con: python scripts/importar.py ARCHIVO.xlsx. El programa dice fila "
        "por fila qué entendió y qué no.",
    ),
)
CELLS: Chapter = (
    "Qué se llena",
    (
        "Escriba solo en las celdas amarillas. Las grises ya vienen llenas y están protegidas.",
        "Los títulos con asterisco (*) son obligatorios.",
        "Si la celda tiene una flecha a la derecha, escoja de la lista.",
        "Al pararse en una celda, un letrero dice qué va en ella.",
    ),
)
WRITING: Chapter = (
    "Cómo se escribe",
    (
        "Números: solo la cifra, con el signo decimal de su computador. Sin %, sin $, sin "
        "«millones».",
        "Cero no es lo mismo que vacío. Si el valor fue cero, escriba 0.",
        "Fechas: completas, con día, mes y año.",
        "Varios valores en una celda: sepárelos con una barra (|).",
        "Nunca escriba cédulas, celulares ni correos personales: lo que escriba aquí se publica.",
    ),
)


def for_progress(quarter: Period, units: int, rows: int, published: str) -> tuple[Chapter, ...]:
    """How to fill the progress of a quarter, whose report comes out on a day told in words."""
    when = (
        f"El informe se publica el {published}."
        if published
        else "La fecha del informe todavía no se ha anunciado."
    )
    return (
        (
            "Para qué es este libro",
            (
                f"Aquí se reporta cómo le fue a cada indicador en el {quarter.spoken}.",
                f"Tiene {count_of(units, 'hoja', 'hojas')}, una por dependencia, y "
                f"{count_of(rows, 'fila', 'filas')} en total. Llene solo la suya.",
                when,
            ),
        ),
        CELLS,
        (
            "Cada fila es un indicador en un periodo",
            (
                "«Valor»: lo que valió el indicador en ese periodo. La nota del nombre dice cómo "
                "se calcula.",
                "Si el indicador es un porcentaje, escriba el numerador y el denominador; el valor "
                "se calcula solo.",
                "«Estado del dato»: «Reportado» si la cifra es firme; «Preliminar» si todavía "
                "puede cambiar.",
                "Si no tiene la cifra, deje «Valor» vacío, escoja «Sin dato» y diga por qué en "
                "«Dificultades». Si no había nada que medir, escoja «No aplica».",
                "«Con qué se prueba»: el acta, el enlace o el documento donde consta la cifra.",
                "Las filas que dicen «Ya reportado» no se llenan, salvo para corregir: entonces "
                "escriba el valor bueno, «Corregido» y el motivo. El valor de antes se conserva.",
                "Una fila vacía no cambia nada: puede devolver el libro a medias.",
            ),
        ),
        WRITING,
        RETURN,
    )


def for_table(kind: Kind, with_data: bool) -> tuple[Chapter, ...]:
    """How to fill the rows of a table."""
    present = (
        "Las primeras filas son las que ya están: puede corregirlas. Su identificador no se cambia."
        if with_data
        else "La tabla está vacía: lo que escriba se suma a lo que ya hay."
    )
    return (
        ("Para qué es este libro", (f"Aquí se escriben {kind.plural}, uno por fila.", present)),
        CELLS,
        (
            "Cada fila es una ficha",
            (
                "«Identificador»: déjelo vacío en lo nuevo; el programa lo arma con el nombre.",
                "«Fuente»: de dónde sale el dato. Es obligatoria: sin fuente no se publica.",
                "«Se publica»: escoja «Borrador» si todavía no debe salir en el sitio.",
                "Borrar una fila de aquí no la borra del sitio: para eso hay que retirarla.",
            ),
        ),
        WRITING,
        RETURN,
    )
