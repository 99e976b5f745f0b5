"""What each kind of record is, in words for the people who keep it."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.records.kinds import Kind

OFFICE = "La oficina de relaciones internacionales."


@dataclass(frozen=True, slots=True)
class About:
    """A kind in words: what one record is, who edits it, what the site works out from it.

    ``in_table`` says that an office keeps it as rows of a CSV rather than one YAML file a record.
    """

    what: str
    editor: str
    derived: str
    in_table: bool = False


_ABOUT: dict[str, About] = {
    "entidad": About(
        "El gobierno que publica: su nombre, su contacto y la licencia de sus datos.",
        OFFICE,
        "El nombre del sitio, el pie de página y el aviso de demostración.",
    ),
    "dependencia": About(
        "Una dependencia que responde por datos o ejecuta acciones.",
        OFFICE,
        "Lo que cada dependencia tiene a su cargo.",
        in_table=True,
    ),
    "estrategia": About(
        "La política, el plan o la estrategia, con su vigencia, su diagnóstico y su gobernanza.",
        OFFICE,
        "La lista de sus ejes y los periodos en que se debe reportar.",
    ),
    "eje": About(
        "Un eje de la estrategia; se aconsejan entre tres y seis.",
        OFFICE,
        "Sus objetivos, acciones, indicadores y prácticas, y cómo va en cada trimestre.",
    ),
    "objetivo": About(
        "Un objetivo de un eje, con la meta del plan de desarrollo a la que contribuye.",
        OFFICE,
        "Sus acciones, indicadores y resultados esperados.",
    ),
    "resultado": About(
        "Un resultado que la estrategia espera, con los años en que debe verse.",
        OFFICE,
        "Nada: se publica como está escrito.",
        in_table=True,
    ),
    "accion": About(
        "Una acción o un proyecto del plan operativo, con los 16 aspectos de la guía.",
        "La dependencia que la ejecuta; la oficina lo revisa.",
        "Sus indicadores, los instrumentos que la amparan y las sumas de su presupuesto, que no "
        "mezclan monedas, préstamos con donaciones ni compromisos con desembolsos.",
    ),
    "indicador": About(
        "La hoja de vida de un indicador: línea base, meta, fórmula y medio de verificación.",
        "La dependencia que lo reporta; la oficina lo revisa.",
        "El valor a la fecha, el progreso hacia la meta y los periodos sin reporte.",
    ),
    "avance": About(
        "Lo que valió un indicador en un periodo: una fila por indicador, periodo y versión. Las "
        "filas solo se añaden; una corrección es una fila nueva con la versión siguiente.",
        "La dependencia que reporta el indicador, una vez por periodo.",
        "El identificador de la fila, que se arma con el indicador, el periodo y la versión.",
        in_table=True,
    ),
    "informe": About(
        "El informe de un trimestre: cuándo se publica, qué explica de lo que va atrasado y qué "
        "cifras se corrigieron.",
        OFFICE,
        "Todas las cifras del informe, sus comparaciones, sus luces y lo que cambió.",
    ),
    "pregunta": About(
        "Una pregunta del Concejo, de la ciudadanía o de un órgano de control, con su respuesta.",
        OFFICE,
        "Si está respondida, si se venció el plazo y cuántos días tomó.",
        in_table=True,
    ),
    "compromiso": About(
        "Algo que la oficina prometió hacer, que se sigue hasta cerrarlo con evidencia.",
        "La dependencia que lo cumple; la oficina lo revisa.",
        "Si está abierto, vencido o cerrado en la fecha de cada informe.",
    ),
    "recurso": About(
        "Un aporte de cooperación, en dinero o en especie: una fila por aporte y momento.",
        OFFICE,
        "Las sumas de cada informe, que no mezclan monedas, préstamos con donaciones ni "
        "compromisos con desembolsos.",
        in_table=True,
    ),
    "tasa": About(
        "Cuánto valía una moneda en otra en un día, un mes o un año.",
        OFFICE,
        "El valor de cada aporte en otra moneda, al lado del original.",
        in_table=True,
    ),
    "evento": About(
        "Una misión al exterior, una visita recibida o un encuentro, con su costo y su resultado.",
        OFFICE,
        "Cómo está cada uno, cuánto cuestan las misiones por año, la agenda para el calendario.",
        in_table=True,
    ),
    "oportunidad": About(
        "Una convocatoria, un premio o una beca, y qué pasó si la entidad se postuló.",
        OFFICE,
        "Si está por abrir, abierta, por cerrar o cerrada; el calendario de cierres.",
        in_table=True,
    ),
    "cifra": About(
        "Una cifra de contexto con su periodo, su unidad y su fuente.",
        OFFICE,
        "Nada: se publica como está escrita.",
        in_table=True,
    ),
    "hermanamiento": About(
        "Un hermanamiento u otro instrumento de cooperación con una contraparte.",
        OFFICE,
        "Si está vencido, por vencer o sin actividad en la fecha de la edición.",
    ),
    "red": About(
        "Una red, junta, campaña u organismo del que hace parte el gobierno.",
        OFFICE,
        "Si lleva más de 24 meses sin actividad.",
        in_table=True,
    ),
    "buena-practica": About(
        "Una práctica propia, o una de otro gobierno que sirve de referente.",
        "La dependencia que la ejecuta; la oficina la revisa.",
        "El puntaje, que se muestra cuando hay respuestas en 12 de los 16 criterios o más.",
    ),
    "autoevaluacion": About(
        "Una revisión que la oficina hace de sí misma, factor por factor, con lo que la prueba.",
        OFFICE,
        "Cuántos factores se responden, con qué respuesta, y qué cambió desde la anterior.",
    ),
    "actor": About(
        "Una organización que participa en la acción internacional.",
        OFFICE,
        "Todo aquello en lo que participa.",
        in_table=True,
    ),
    "documento": About(
        "Un documento que respalda los datos. Solo se publica la información pública.",
        OFFICE,
        "Las fichas que lo citan.",
        in_table=True,
    ),
    "conteo": About(
        "Un total que declara una fuente.",
        OFFICE,
        "El total que sale de las filas, que se muestra al lado del declarado.",
        in_table=True,
    ),
    "retiro": About(
        "La constancia de una ficha que se retiró, que queda en su dirección.",
        OFFICE,
        "La página que explica el retiro.",
        in_table=True,
    ),
    "direccion": About(
        "Una dirección que tenía una página del sitio, y la que tiene hoy.",
        OFFICE,
        "La página que lleva de la dirección vieja a la nueva.",
        in_table=True,
    ),
}


def about(kind: Kind) -> About:
    """The words of a kind; every kind has its own."""
    return _ABOUT[kind.name]


def places(kind: Kind) -> str:
    """Where its records are written inside the data folder, as people read it."""
    if kind.name == "entidad":
        return "entidad.yml"
    if kind.derived_id:
        return f"{kind.folder}/AAAA-T1.csv"
    return f"{kind.folder}.csv" if about(kind).in_table else f"{kind.folder}/ID.yml"
