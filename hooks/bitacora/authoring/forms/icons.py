"""The small pictures by which the editor tells one kind of record from another."""

from __future__ import annotations

ICONS = {
    "entidad": "account_balance",
    "estrategia": "flag",
    "eje": "account_tree",
    "objetivo": "target",
    "accion": "construction",
    "indicador": "monitoring",
    "informe": "summarize",
    "pregunta": "contact_support",
    "compromiso": "task_alt",
    "evento": "event",
    "hermanamiento": "handshake",
    "red": "hub",
    "buena-practica": "lightbulb",
    "autoevaluacion": "checklist",
    "dependencia": "apartment",
    "resultado": "flag_check",
    "avance": "trending_up",
    "recurso": "payments",
    "tasa": "currency_exchange",
    "oportunidad": "campaign",
    "cifra": "bar_chart",
    "actor": "groups",
    "documento": "description",
    "conteo": "calculate",
    "retiro": "delete_history",
    "direccion": "moving",
}
