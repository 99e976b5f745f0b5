"""What a web server should add to the site, in the files that several hosts read by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.exports.table import Table
from bitacora.records.documents import Direccion
from bitacora.records.kinds import KINDS
from bitacora.tallies.site_addresses import OWN_FOLDERS

HEADERS = "_headers"
REDIRECTS = "_redirects"
POLICY = "; ".join(
    (
        "default-src 'none'",
        # The search engine is compiled code, which browsers count as a kind of eval.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        # The theme's sheet draws its few icons from data.
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""What pages may load, which each page also says of itself."""
ALWAYS = (
    ("Content-Security-Policy", POLICY),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
UNFRAMED = ("Content-Security-Policy", "frame-ancestors 'self'")
EMBEDDED = "incrustar"
"""The folder of the pages made to be shown inside others' pages."""
EDITOR = "editar"
"""The folder of the editor of the data, where the entity publishes it."""


def server_files(edition: Edition, offered: Sequence[Table]) -> Iterator[Artefact]:
    """The headers of every answer, then where each address that moved leads."""
    base = urlsplit(edition.entity.direccion_sitio or "").path.rstrip("/")
    yield Artefact(HEADERS, "\n".join([*_headers(base, edition.entity.editor), ""]))
    yield Artefact(REDIRECTS, "\n".join([*_redirects(edition, base), ""]))


def _headers(base: str, with_editor: bool) -> Iterator[str]:
    yield "# Cabeceras para el servidor web. Algunos servicios leen este archivo; en los demás,"
    yield "# cópielas en su configuración. Una dirección cumple todas las reglas que la nombran."
    yield f"{base}/*"
    # The editor asks where the data are kept, and says so itself; policies only add up.
    everywhere = ALWAYS[1:] if with_editor else ALWAYS
    yield from (f"  {name}: {value}" for name, value in everywhere)
    yield ""
    yield f"# Nadie más muestra estas páginas dentro de las suyas; las de {EMBEDDED}/ son para eso."
    kept = {kind.folder for kind in KINDS if kind.has_pages} | OWN_FOLDERS
    for place in ("", *(f"{folder}/*" for folder in sorted(kept - {EMBEDDED, EDITOR}))):
        yield f"{base}/{place}"
        yield f"  {UNFRAMED[0]}: {UNFRAMED[1]}"
        if with_editor:
            yield f"  {ALWAYS[0][0]}: {ALWAYS[0][1]}"
    if with_editor:
        yield f"{base}/{EDITOR}/*"
        yield f"  {UNFRAMED[0]}: {UNFRAMED[1]}"


def _redirects(edition: Edition, base: str) -> Iterator[str]:
    yield "# Direcciones que se mudaron. Sin este archivo, la página vieja lleva a la nueva."
    for item in edition.register.all(Direccion):
        yield f"{base}/{item.antes} {base}/{item.ahora} 301"
