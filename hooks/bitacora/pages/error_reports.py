"""How anybody may tell of a mistake."""

from __future__ import annotations

from bitacora.pages.escape import address, inline
from bitacora.pages.presenter import web_link
from bitacora.records.institution import Entidad


def ways_to_tell(entity: Entidad) -> list[str]:
    """The form and the mail of the entity, as far as it says them."""
    ways = []
    if entity.reporte_errores:
        ways.append(f"Formulario: {web_link(entity.reporte_errores)}")
    mail = entity.contacto.correo
    if isinstance(mail, str):
        ways.append(f"Correo: [{inline(mail)}](mailto:{address(mail)})")
    return ways
