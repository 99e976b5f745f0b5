"""What somebody of the office writes in each form: a new record, a change to another."""

from __future__ import annotations

from typing import Any

SHARED = {
    "fuente": ["documento:acta-1, punto 2"],
    "actualizado": "2026-07-10",
    "responsable": "oficina",
}
NEW: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "estrategia",
        "puerto-claro-y-sus-vecinos",
        {
            "nombre": "Puerto Claro y sus vecinos",
            "tipo": "plan_de_accion",
            "vigencia_inicio": "2026",
            "vigencia_fin": "no_informado",
            "semaforo": {"en_meta": "0.90", "en_riesgo": "0.5"},
            "fecha_adopcion": "2026-02",
            "objetivo_general": "Que los municipios de la bahía hablen con una sola voz.",
            "documento": "plan",
            "retos": [{"numero": "1", "descripcion": "Reunirse: cada mes, aunque no haya crisis."}],
        },
    ),
    (
        "ejes",
        "cuidar-con-otros",
        {
            "estrategia": "mundo",
            "numero": "4",
            "nombre": "Cuidar con otros",
            "descripcion": "Lo que se busca en el río.\n\nY lo que se busca en el mar.",
            "dimension": "cooperacion",
            "ods": ["6", "14"],
            "hitos": [{"texto": "Primer convenio", "periodo": "2025"}],
            "servicios": ["Asesoría # 1", "Biblioteca: préstamo"],
        },
    ),
    (
        "objetivos",
        "limpiar-el-rio-con-las-ciudades-vecinas",
        {
            "eje": "aprender",
            "numero": "1.2",
            "descripcion": "Limpiar el río con las ciudades vecinas.",
            "meta_plan_desarrollo": "no_informado",
            "agendas": ["ADIS"],
        },
    ),
    (
        "acciones",
        "guardianes-del-rio",
        {
            "codigo": "3.10",
            "nombre": "Guardianes del río",
            "objetivo": "formar",
            "tipo": "proyecto",
            "estado": "no_iniciada",
            "objeto": "Cuadrillas de vecinos que limpian «su» tramo: 2 km cada una.",
            "resultados_esperados": ["Doce cuadrillas", "- Cero basura"],
            "responsables": ["oficina", "planeacion"],
            "presupuesto": [
                {
                    "concepto": "Guantes y botas",
                    "monto": "12345678901234567.80",
                    "moneda": "COP",
                    "fuente_recursos": "recursos_propios",
                    "reembolsable": "no",
                }
            ],
            "actores": [{"actor": "universidad", "rol": "asesora"}],
            "destinatarios": "Vecinos de la ribera",
            "fecha_inicio": "2027",
            "fecha_fin": "2028-06",
            "hitos": [{"fecha": "2027-03-01", "descripcion": "Primera jornada", "cumplido": "no"}],
            "sinergias": ["escuela"],
            "territorio": ["05001"],
        },
    ),
    (
        "indicadores",
        "kilometros-de-rio-limpios",
        {
            "codigo": "I-4",
            "nombre": "Kilómetros de río limpios",
            "accion": "escuela",
            "tipo": "producto",
            "sentido": "aumentar",
            "unidad": "kilómetros",
            "formula": "Suma de los tramos que pasan la revisión",
            "linea_base": "0",
            "linea_base_anio": "2025",
            "linea_base_fuente": "Acta de la revisión",
            "meta": "24.50",
            "metas_por_periodo": [
                {"periodo": "2026", "meta": "6"},
                {"periodo": "2027", "meta": "12"},
            ],
            "acumulacion": "acumulado",
            "periodicidad": "anual",
            "medio_verificacion": ["Acta de la revisión"],
            "responsable_reporte": "oficina",
        },
    ),
    (
        "informes",
        "2026-t4",
        {
            "periodo": "2026-T4",
            "estado": "borrador",
            "anunciado": "2026-07-10",
            "publicacion": "2027-01-29",
            "publicacion_hora": "10:30",
            "explicaciones": [{"indicador": "relatos-publicados", "causa": "Faltó tiempo."}],
        },
    ),
    (
        "compromisos",
        "contar-cuanto-costo-la-visita",
        {
            "compromiso": "Contar cuánto costó la visita.",
            "fecha": "2026-06-01",
            "plazo": "no_informado",
            "seguimientos": [{"fecha": "2026-07-01", "avance": "Se pidieron las cuentas."}],
        },
    ),
    (
        "hermanamientos",
        "bahia-del-norte",
        {
            "contraparte": "Bahía del Norte",
            "ciudad": "Bahía del Norte",
            "pais": "NO",
            "tipo_contraparte": "ciudad",
            "tipo_instrumento": "memorando_de_entendimiento",
            "estado": "vigente",
            "firmado": "2025",
            "vence": "2029-12-31",
            "firmantes": ["Alcaldía de Puerto Claro", "Alcaldía de Bahía del Norte"],
            "motivo": "Cuidan una bahía como la nuestra.",
            "ambitos": ["Ambiente"],
            "acciones": ["escuela"],
            "plan_trabajo": "Una visita cada año.",
            "actividades": [
                {
                    "fecha": "2026-02",
                    "descripcion": "Visita",
                    "costo": "1200000",
                    "moneda": "COP",
                    "evidencia": "documento:acta-1",
                }
            ],
        },
    ),
    (
        "buenas-practicas",
        "faros-abiertos",
        {
            "titulo": "Faros abiertos",
            "origen": "referente",
            "territorio": "Marisma",
            "pais": "ES",
            "temas": ["Turismo"],
            "inicio": "2021",
            "etapa": "consolidada",
            "resumen": "Los faros se visitan un día al mes.",
            "problema": "Nadie los conocía.",
            "solucion": "Se abrieron con guías del barrio.",
            "resultados": "Mil visitas en 2025, según el puerto.",
            "acciones": ["escuela"],
            "disponible_para_transferir": "no_informado",
        },
    ),
    (
        "autoevaluaciones",
        "autoevaluacion-de-julio",
        {
            "nombre": "Autoevaluación de julio",
            "fecha": "2026-07-15",
            "quienes": "Oficina Internacional",
            "respuestas": [
                {"factor": "DIS-01", "respuesta": "si", "evidencia": "documento:plan"},
                {"factor": "DIS-02", "respuesta": "no", "que_falta": "Un acta."},
            ],
        },
    ),
)
"""Collection, the id that the form makes of the name, what is filled in; in the order in which an
office would do it, since some name others."""

CHANGES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("estrategia", "mundo", {"participacion": "Trece mesas: vecinos, gremios y jóvenes."}),
    ("ejes", "vender", {"ods": ["8"]}),
    ("objetivos", "ensenar", {"eje": "cuidar-con-otros"}),
    ("acciones", "ferias", {"sinergias": ["guardianes-del-rio"]}),
    ("indicadores", "personas-formadas", {"meta": "450"}),
    ("informes", "2026-t2", {"resumen": "Se graduaron sesenta personas."}),
    ("compromisos", "directorio-de-compradores", {"ante": "Concejo"}),
    ("hermanamientos", "lago-grande", {"acciones": ["guardianes-del-rio"]}),
    ("buenas-practicas", "relato-de-puerto", {"inicio": "2024-03"}),
    ("autoevaluaciones", "de-2026", {"quienes": "Toda la oficina"}),
)
"""Collection, record, what is written in it; several name the records made before."""
