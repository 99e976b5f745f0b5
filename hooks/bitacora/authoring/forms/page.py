"""The page on which the editor opens."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape

IMPORTS = json.dumps({"imports": {"./locales/es-CO.json": "./idioma.js"}})
"""The editor asks for its Spanish words as data; the page hands them to it as a module."""


def editor_page(title: str, services: tuple[str, ...]) -> str:
    """The page as HTML; ``services`` are the only addresses, besides its own, that it may ask."""
    known = b64encode(sha256(IMPORTS.encode()).digest()).decode()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'sha256-{known}'",
            # The editor writes its own styles into the page.
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' blob: data:",
            " ".join(("connect-src 'self' blob: data:", *services)),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return f"""<!doctype html>
<html lang="es-CO">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
<link rel="stylesheet" href="editar.css">
<script type="importmap">{IMPORTS}</script>
<script type="module" src="editar.js"></script>
</head>
<body>
<noscript>Para editar los datos aquí, permita JavaScript en su navegador.</noscript>
</body>
</html>
"""
