"""Rules that keep persons and secrets out of the data.

What was found is never repeated in the problem: the log that shows it may be public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.texts import betraying
from bitacora.problems import Severity

IDENTITY = re.compile(
    r"\b(?:c\.\s?c\.?|cc|t\.\s?i\.|c[ée]dulas?(?: de (?:ciudadan[ií]a|extranjer[ií]a))?"
    r"|documento de identidad|identificad[oa] con|pasaporte)"
    r"[\s:.,#]*(?:n[.°ºo]*|n[uú]mero|de)?[\s:.#]*[A-Z]{0,2}\d{1,3}(?:[. ]?\d{3}){1,3}\d{0,2}(?!\d)",
    re.I,
)
MOBILE = re.compile(
    r"(?<![\d.,$])(?:\(?\+?57\)?[\s.-]?)?3(?:[0-2]\d|33|5\d)[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}"
    r"(?![\d,]|\.\d)"
)
PRIVATE_MAIL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|proton(?:mail)?"
    r"|gmx|zoho|une|etb)\.(?:com|es|net|me|co|org)(?:\.co|\.net)*\b",
    re.I,
)
SECRET = re.compile(
    r"\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{15,}|\bAKIA[0-9A-Z]{12,}"
    r"|\bAIza[\w-]{30,}|\bxox[baprs]-[\w-]{10,}|\bsk-[\w-]{20,}|\beyJ[\w-]{10,}\.[\w-]{10,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:contraseña|password)\s*[:=]\s*\S{4,}",
    re.I,
)


@rule("dato-personal-cedula", Severity.ERROR)
def identity_number(world: World) -> Iterator[Finding]:
    """No text holds a number of an identity document."""
    return betraying(
        world,
        IDENTITY,
        "El texto trae lo que parece un número de cédula o de otro documento de identidad.",
        "Bórrelo: aquí solo van cargos y dependencias, nunca datos de personas.",
    )


@rule("dato-personal-celular", Severity.ERROR)
def mobile_number(world: World) -> Iterator[Finding]:
    """No text holds a Colombian mobile number."""
    return betraying(
        world,
        MOBILE,
        "El texto trae lo que parece un número de celular.",
        "Escriba el conmutador de la entidad, o bórrelo.",
    )


@rule("dato-personal-correo", Severity.ERROR)
def private_mail(world: World) -> Iterator[Finding]:
    """No text holds a private mail address."""
    return betraying(
        world,
        PRIVATE_MAIL,
        "El correo es de un servicio personal, no de la entidad.",
        "Escriba el correo institucional de la dependencia, o bórrelo.",
    )


@rule("secreto", Severity.ERROR)
def secret(world: World) -> Iterator[Finding]:
    """No text holds a password, a token or a private key."""
    return betraying(
        world,
        SECRET,
        "El texto trae lo que parece una contraseña o una clave de acceso.",
        "Bórrela de aquí y cámbiela cuanto antes donde se use: ya pudo quedar copiada.",
    )


RULES = (identity_number, mobile_number, private_mail, secret)
