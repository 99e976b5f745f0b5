"""What a form looks at before it lets a value be saved; reading has the last word."""

from __future__ import annotations

from bitacora.records.fieldtypes import FieldType
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import (
    Day,
    Hour,
    Mail,
    Moment,
    Number,
    Pattern,
    Ref,
    ReportingPeriod,
    Slug,
    WebAddress,
    Whole,
    Year,
)

YEAR = "[0-9]{4}"
MONTH = "(0[1-9]|1[0-2])"
DAY = "(0[1-9]|[12][0-9]|3[01])"
SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
IDENTITY_FORM = "Solo lleva minúsculas sin tilde, cifras y guiones, por ejemplo feria-2026."
FORMS: tuple[tuple[type[FieldType], str, str], ...] = (
    (Year, YEAR, "Escriba el año con sus cuatro cifras, por ejemplo 2026."),
    (Whole, "[0-9]{1,10}", "Escriba solo cifras, sin puntos ni comas."),
    (
        Number,
        # A point before three figures may part thousands: 1.136.
        r"(?!-?[0-9]{1,3}\.[0-9]{3}$)-?[0-9]{1,20}(\.[0-9]+)?",
        "Escriba la cifra sin separador de miles y con punto decimal, por ejemplo 1234567.89.",
    ),
    (Day, f"{YEAR}-{MONTH}-{DAY}", "Escriba la fecha AAAA-MM-DD, por ejemplo 2026-11-21."),
    (
        Moment,
        f"{YEAR}(-{MONTH}(-{DAY})?)?",
        "Escriba AAAA-MM-DD, o solo AAAA-MM, o solo el año: 2026-11-21, 2026-11 o 2026.",
    ),
    (
        ReportingPeriod,
        f"{YEAR}(-(T[1-4]|S[12]|B[1-6]|C[1-3]|{MONTH}|{YEAR}))?",
        "Escriba AAAA-T3 (trimestre), AAAA-S1 (semestre), AAAA-MM (mes) o AAAA (año).",
    ),
    (Hour, "([01][0-9]|2[0-3]):[0-5][0-9]", "Escriba la hora HH:MM, por ejemplo 14:30."),
    (Slug, SLUG, IDENTITY_FORM),
    (Ref, SLUG, "Escriba el identificador de la ficha, por ejemplo feria-2026."),
    (
        WebAddress,
        r"https?://[^\s/]+\.[^\s]+",
        "Abra la página en el navegador y copie aquí la dirección completa, con https://.",
    ),
    (
        Mail,
        r"[\w.+-]+@[\w-]+(\.[\w-]+)+",
        "Escriba una dirección de correo, por ejemplo internacional@ejemplo.gov.co.",
    ),
)


def pattern_of(kind: FieldType) -> tuple[str, str] | None:
    """The expression that a value must match whole, with what to write instead in words; None
    where any text will do."""
    if isinstance(kind, Pattern):
        return _marked(kind, kind.regex, f"Escriba {kind.form}.")
    for model, regex, words in FORMS:
        if isinstance(kind, model):
            return _marked(kind, regex, words)
    return None


def _marked(kind: FieldType, regex: str, words: str) -> tuple[str, str]:
    if not kind.unknown:
        return f"^(?:{regex})$", words
    also = f"{words} Si no se sabe, escriba {NO_INFORMADO.value}."
    return f"^(?:{regex}|{NO_INFORMADO.value})$", also
