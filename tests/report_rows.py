"""Rows of the kinds that a report tells of, laid over the tiny world."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import rmtree

from bitacora.edition import Review, review
from bitacora.quarters import Period
from bitacora.records.institution import Entidad
from bitacora.records.kinds import BY_NAME
from bitacora.records.record import Registro
from bitacora.records.reports import Informe
from bitacora.register import Register, make_register
from bitacora.reports.content import Contenido
from bitacora.reports.make import make_content
from bitacora.reports.published import OPEN, Published
from bitacora.reports.view import View
from tiny_world import SHOWN, Change, changed_world

TAIL = ",documento:plan,oficina,2026-07-01"
RESOURCES = "\n".join(
    (
        "id,concepto,aportante,rol,fuente_recursos,tipo_aporte,tipo_flujo,reembolsable,monto,"
        "moneda,precision,fecha,fuente,responsable,actualizado",
        "giro-1,Libros,agencia-norte,cooperante,oficial_bilateral,dinero,desembolso,no,100,USD,"
        "exacto,2026-02-10" + TAIL,
        "giro-2,Mesas,agencia-norte,cooperante,oficial_bilateral,dinero,desembolso,no,30,USD,"
        "exacto,2026-04-02" + TAIL,
        "giro-3,Sillas,no_informado,cooperante,oficial_bilateral,dinero,desembolso,no,20.5,USD,"
        "aproximado,2026-05" + TAIL,
        "giro-cop,Transporte,agencia-norte,cooperante,oficial_bilateral,dinero,desembolso,no,30,"
        "COP,exacto,2026-05-02" + TAIL,
        "prestamo,Obra,agencia-norte,cooperante,oficial_bilateral,dinero,desembolso,si,30,USD,"
        "exacto,2026-05-02" + TAIL,
        "promesa,Clases,agencia-norte,cooperante,oficial_bilateral,dinero,compromiso,no,70,USD,"
        "exacto,2026-06-30" + TAIL,
        "taller,Taller,universidad,contrapartida,nacional,especie,ejecucion,no,5,COP,exacto,"
        "2026-06-01" + TAIL,
        "del-anio,Asesoría,universidad,cooperante,nacional,dinero,compromiso,no,9,COP,exacto,2026"
        + TAIL,
        "futuro,Computadores,agencia-norte,cooperante,privada,dinero,desembolso,no,8,USD,exacto,"
        "2026-07-10" + TAIL,
    )
)
EVENTS = "\n".join(
    (
        "id,nombre,tipo,ciudad,pais,fecha_inicio,fecha_fin,proposito,delegacion,costo,moneda,paga,"
        "resultado,evidencia,fuente,responsable,actualizado",
        "feria-norte,Feria del Norte,mision_saliente,Oslo,NO,2026-05-04,2026-05-08,Vender,"
        "Alcaldía|Planeación,12000000,COP,La entidad,Dos pedidos,documento:acta-1" + TAIL,
        "visita-lago,Visita del Lago,visita_entrante,Puerto Claro,CO,2026-03-30,2026-04-02,"
        "no_informado,,no_informado,,,," + TAIL,
        "encuentro-julio,Encuentro,participacion,Quito,EC,2026-06-29,2026-07-02,Aprender,,,,,,"
        + TAIL,
    )
)
CALLS = "\n".join(
    (
        "id,titulo,oferente,categoria,cierre,monto,moneda,requiere_contrapartida,enlace,postulada,"
        "desenlace,desenlace_fecha,motivo_desenlace,fuente,responsable,actualizado",
        "premio,Premio de puertos,Liga de Puertos,premios,2026-03-01,500,EUR,no,"
        "https://liga.example/,2026-02-20,aprobada,2026-05-15," + TAIL,
        "beca,Becas del Norte,Agencia del Norte,educacion,2026-05-30,,,no,https://norte.example/,"
        "2026-05-20,negada,2026-07-05,Faltó una firma" + TAIL,
        "sola,Nadie se postuló,Fundación,convocatorias,2026-05-30,,,no,https://sola.example/,,,,"
        + TAIL,
    )
)
QUESTIONS = "\n".join(
    (
        "id,pregunta,origen,presentada_por,fecha,plazo,respuesta,fecha_respuesta,fuente,"
        "responsable,actualizado",
        "costo-viaje,¿Cuánto costó la feria?,concejo,Comisión de Hacienda,2026-02-01,2026-02-20,"
        "Doce millones.,2026-04-10" + TAIL,
        "marisma,¿Qué dejó Marisma?,ciudadania,,2026-06-01,2026-06-15,Un manual.,2026-07-03" + TAIL,
        "becas,¿Cuántas becas hay?,concejo,,2026-01-15,,Ninguna todavía.,2026-01-20" + TAIL,
        "metas,¿Cómo van las metas?,control,,2026-06-20,2026-07-20,," + TAIL,
        "futura,¿Y las redes?,concejo,,2026-07-02,,," + TAIL,
    )
)
COMMITMENT = """compromiso: Publicar el costo de cada viaje
pregunta: costo-viaje
ante: Sesión del 10 de abril
fecha: 2026-04-10
plazo: 2026-06-15
seguimientos:
  - fecha: 2026-05-02
    avance: Se pidieron las facturas.
  - fecha: 2026-07-02
    avance: Se publicó la tabla.
cerrado: 2026-07-02
desenlace: cumplido
evidencia: documento:acta-1
fuente: documento:acta-1
responsable: planeacion
actualizado: 2026-07-02
"""
REPORT = """periodo: 2026-T2
estado: preliminar
anunciado: 2026-06-01
publicacion: 2026-07-10
no_realizado:
  - que: Segunda visita a Marisma
    por_que: No hubo tiquetes.
    accion: ferias
  - que: Boletín de mayo
    por_que: Faltó quien lo escribiera.
correcciones:
  - clase: revision
    escala: menor
    registro: indicador:personas-formadas
    campo: valor
    valor_publicado: '59'
    valor_corregido: '60'
    causa: Llegó una lista tarde.
    fecha: 2026-07-12
  - clase: correccion
    escala: menor
    registro: hermanamiento:marisma
    campo: firmado
    valor_publicado: '2023'
    valor_corregido: '2024'
    causa: Error de digitación.
    fecha: 2026-09-01
fuente: documento:plan
responsable: oficina
actualizado: 2026-07-10
"""
ROWS: tuple[Change, ...] = (
    {"archivo": "recursos.csv", "pone": RESOURCES + "\n"},
    {"archivo": "eventos.csv", "pone": EVENTS + "\n"},
    {"archivo": "oportunidades.csv", "pone": CALLS + "\n"},
    {"archivo": "preguntas.csv", "pone": QUESTIONS + "\n"},
    {"archivo": "compromisos/costos.yml", "pone": COMMITMENT},
    {"archivo": "informes/2026-t2.yml", "pone": REPORT},
)
T1, T2, T3 = (Period.parse(f"2026-T{number}") for number in (1, 2, 3))
SEEN = date(2026, 7, 15)


def world(folder: Path, *changes: Change) -> Review:
    """The tiny world with these rows, and no others, of every kind that a report tells of."""
    data = changed_world(folder, ())
    for kind in ("recurso", "evento", "oportunidad", "pregunta", "compromiso", "informe"):
        place = data / BY_NAME[kind].folder
        place.with_suffix(".csv").unlink(missing_ok=True)
        rmtree(place, ignore_errors=True)
    for change in (*ROWS, *changes):
        file = data / change["archivo"]
        file.parent.mkdir(exist_ok=True)
        file.write_text(change["pone"], encoding="utf-8")
    return review(data, SHOWN, SEEN)


def view_of(
    found: Review,
    quarter: Period,
    seen: date = SEEN,
    earlier: Mapping[str, Contenido] | None = None,
    register: Register | None = None,
) -> View:
    """A quarter of a world, seen from a day."""
    public = register or found.register.public()
    record = next((one for one in public.all(Informe) if one.periodo == quarter), None)
    entity = public.all(Entidad)[0]
    return View(entity, public, found.lists, quarter, seen, record, earlier or {})


def contents(
    found: Review,
    *quarters: Period,
    seen: date = SEEN,
    register: Register | None = None,
) -> dict[str, Contenido]:
    """The reports of these quarters, each knowing those before it."""
    told: dict[str, Contenido] = {}
    for quarter in quarters:
        told[quarter.text] = make_content(view_of(found, quarter, seen, dict(told), register))
    return told


def opened(told: Mapping[str, Contenido]) -> tuple[Published, ...]:
    """Open reports with these contents."""
    return tuple(Published(content, OPEN, None) for content in told.values())


def with_record(register: Register, record: Registro) -> Register:
    """The register with one record changed."""
    return make_register(
        replace(item, record=record)
        if (item.record.kind, item.record.id) == (record.kind, record.id)
        else item
        for item in register.located
    )


def shuffled(register: Register, seed: int) -> Register:
    """The same records read in another order."""
    items = list(register.located)
    random.Random(seed).shuffle(items)
    return make_register(items)
