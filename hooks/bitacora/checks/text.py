"""Rules of what texts are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.texts import Written, holding, texts
from bitacora.problems import Severity
from bitacora.records.record import Registro
from bitacora.records.values import WebAddress
from bitacora.spanish import plain

HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
SCRIPT = re.compile(r"\b(?:javascript|vbscript)\s*:\s*\S+|\bdata:[a-z]+/[a-z0-9.+-]+[;,]", re.I)
# What a spreadsheet would run on opening the CSV: a call, or a command of another program.
FORMULA = re.compile(r"^[=+@-].*?(?:[^\W\d]\(|\|.*!)", re.S)
ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10}\d?);")
SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){4,}[^\W\d_](?!\w)")
CUT = re.compile(r"[^\W\d_]{2,}[-\u00ad] [a-záéíóúñ]{2,}")
HERE = re.compile(
    r"\[\s*(?:aquí|acá|clic aquí|haga clic|ver más|este enlace)\s*\]|\bclic (?:aquí|acá)\b", re.I
)
BROKEN_LINK = re.compile(r"https?://(?=\s|$|[,.;)])|https?://\S*(?:%25|%7[BD])\S*|\bfile:\S+", re.I)
MARKDOWN = re.compile(r"\[[^\]]+\]\([^)]+\)|\*\*[^*]+\*\*|^#{1,6} ", re.M)
TO_FILL = "por llenar"
"""How a text ends that nobody has written yet, as a new site is made."""
UNFILLED = re.compile(rf"\b{TO_FILL}\W*$", re.I)
LONG_TEXT = 30
REPEATABLE = frozenset(
    {
        "acto",
        "contraparte",
        "contrapartida",
        "cuota_paga",
        "delegacion",
        "denominador",
        "evaluador",
        "evidencias",
        "firmantes",
        "formula",
        "linea_base_fuente",
        "lugar",
        "medio_verificacion",
        "nota",
        "numerador",
        "oferente",
        "paga",
        "texto_original",
        # The parts of one distribution bear its name.
        "distribucion",
    }
)
KNOWN_REPETITION = "texto_duplicado_en_fuente"


@rule("texto-html", Severity.ERROR)
def html(world: World) -> Iterator[Finding]:
    """No text holds HTML."""
    return holding(
        world,
        HTML,
        "El texto lleva código de páginas web: «{}».",
        "Deje solo las palabras, sin los signos < y >.",
    )


@rule("texto-guion", Severity.ERROR)
def script(world: World) -> Iterator[Finding]:
    """No text holds a link that runs a program."""
    return holding(
        world,
        SCRIPT,
        "El texto lleva un enlace que puede ejecutar un programa: «{}».",
        "Bórrelo; los enlaces empiezan por https://.",
    )


@rule("texto-formula", Severity.ERROR)
def formula(world: World) -> Iterator[Finding]:
    """No text is a formula that a spreadsheet would run, for open data keep texts as they are."""
    return holding(
        world,
        FORMULA,
        "El texto es una fórmula que una hoja de cálculo ejecutaría: «{}».",
        "Quite el signo del comienzo.",
    )


@rule("texto-entidades", Severity.AVISO)
def entities(world: World) -> Iterator[Finding]:
    """No text holds characters written as codes of a web page, once or twice escaped."""
    return holding(
        world,
        ENTITY,
        "El texto trae un signo escrito en clave: «{}».",
        "Escriba el signo mismo: & en lugar de &amp;amp;, á en lugar de &aacute;.",
    )


@rule("texto-mal-extraido", Severity.AVISO)
def badly_extracted(world: World) -> Iterator[Finding]:
    """No word comes with its letters apart, or cut by the hyphen of a line's end."""
    for written in texts(world):
        found = SPACED.search(written.text) or CUT.search(written.text)
        if found and not isinstance(written.leaf.value_type, WebAddress):
            yield Finding(
                written.record,
                written.leaf.path,
                f"Parece mal copiado de un PDF: «{found[0].strip()[:40]}».",
                "Escriba las palabras completas, sin espacios ni guiones por dentro.",
            )


@rule("texto-enlace-roto", Severity.AVISO)
def broken_link(world: World) -> Iterator[Finding]:
    """No text holds an address that leads nowhere."""
    for written in texts(world):
        found = BROKEN_LINK.search(written.text)
        if found and not isinstance(written.leaf.value_type, WebAddress):
            yield Finding(
                written.record,
                written.leaf.path,
                f"El texto trae una dirección que no sirve: «{found[0].strip()[:40]}».",
                "Copie la dirección completa del navegador, o bórrela.",
            )


@rule("texto-enlace-aqui", Severity.AVISO)
def link_named_here(world: World) -> Iterator[Finding]:
    """No text sends the reader to «aquí», which says nothing to who hears the page."""
    return holding(
        world,
        HERE,
        "El texto manda a «{}», que no dice a dónde lleva.",
        "Nombre la página o el documento, y ponga la dirección en el campo del enlace.",
    )


@rule("texto-con-formato", Severity.AVISO)
def markup(world: World) -> Iterator[Finding]:
    """Texts are plain: signs of format would be seen as they are."""
    return holding(
        world,
        MARKDOWN,
        "El texto lleva signos de formato que se verían tal cual: «{}».",
        "Escriba texto corrido; los enlaces van en su propio campo.",
    )


@rule("texto-duplicado", Severity.AVISO)
def repeated_text(world: World) -> Iterator[Finding]:
    """No long text is the same in two records of one kind, unless a flag says otherwise."""
    first: dict[tuple[str, str], Registro] = {}
    for written in texts(world):
        if not _may_not_repeat(written):
            continue
        key = (written.record.kind, plain(written.text))
        other = first.setdefault(key, written.record)
        # Two rows with one id are told by the rule of repeated ids.
        if other.id != written.record.id:
            yield Finding(
                written.record,
                written.leaf.path,
                f"El mismo texto está en «{other.id}».",
                "Quizá se copió por error. Si la fuente lo repite, añada la bandera "
                f"«{KNOWN_REPETITION}».",
            )


def _may_not_repeat(written: Written) -> bool:
    record, path = written.record, written.leaf.path
    # A name that stands in two records is told by the rule of like names.
    if path == (record.title_field,) and record.title_field != "descripcion":
        return False
    return (
        type(written.leaf.value_type).__name__ in ("Text", "LongText")
        and len(written.text) >= LONG_TEXT
        and str(path[0]) not in REPEATABLE
        and path[-1] not in ("evidencia", "quien")
        and KNOWN_REPETITION not in record.banderas
    )


@rule("texto-por-llenar", Severity.AVISO)
def unfilled(world: World) -> Iterator[Finding]:
    """No text still says that it is to be filled in."""
    return holding(
        world,
        UNFILLED,
        "Falta escribir este dato.",
        "Cambie «por llenar» por lo que es; si no se sabe y el campo lo admite, «no_informado».",
    )


RULES = (
    html,
    script,
    formula,
    entities,
    badly_extracted,
    broken_link,
    link_named_here,
    markup,
    repeated_text,
    unfilled,
)
