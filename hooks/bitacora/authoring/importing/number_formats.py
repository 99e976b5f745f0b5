"""What the format of a number says of it: «0,0 %», «mmm-yy», «[$USD] #,##0», «0;-0;;@»."""

from __future__ import annotations

import re

from bitacora.authoring.importing.cells import Look, Mark, Trait

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0',
    6: '"$"#,##0',
    7: '"$"#,##0.00',
    8: '"$"#,##0.00',
    9: "0%",
    10: "0.00%",
    17: "mmm-yy",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '"$"#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '"$"#,##0.00;-#,##0.00;"-"',
}
"""The formats that a workbook names by their number alone."""
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "US$": "USD"}
_SECTIONS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_UNSEEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_EMPTY_TEXT = re.compile(r'""|\[[^\]]*\]|_.|\*.|\s')


def format_look(code: str) -> Look:
    """How a number with a format looks."""
    bare = _UNSEEN.sub("", code).lower()
    traits = frozenset({Trait.ZERO_UNSEEN}) if _hides_zero(code) else frozenset[Trait]()
    if "%" in bare:
        return Look(Mark.PERCENT, None, _decimals(bare), traits)
    if re.search(r"[ymd]", bare) and "h" not in bare and "#" not in bare:
        if "d" not in bare and "m" in bare and "y" in bare:
            return Look(Mark.MONTH)
        if "d" not in bare and "m" not in bare:
            return Look(Mark.YEAR)
        return Look()
    return Look(Mark.PLAIN, _currency(code), _decimals(bare), traits)


def _decimals(bare: str) -> int | None:
    """How many decimals a format shows; None where it shows them all, or shows no plain figure."""
    first = bare.split(";")[0]
    if not re.search(r"[0#?]", first) or re.search(r"[e/ymdhsg@]", first):
        return None
    return len(re.findall(r"[0#?]", first.partition(".")[2]))


def _hides_zero(code: str) -> bool:
    """Whether a zero with this format is seen as an empty cell."""
    sections = _SECTIONS.split(code)
    for section in sections:
        if section.lstrip().startswith("[=0]"):
            return not _EMPTY_TEXT.sub("", section)
    if len(sections) > 2:
        return not _EMPTY_TEXT.sub("", sections[2])
    shown = _EMPTY_TEXT.sub("", sections[0])
    return bool(shown) and not shown.replace("#", "").replace(",", "")


def _currency(code: str) -> str | None:
    found = re.search(r"\[\$([^\]-]+)|\b(COP|USD|EUR|GBP)\b|(US\$|[€£¥]|(?<!\[)\$)", code)
    if found is None:
        return None
    sign = str(next(filter(None, found.groups()))).strip()
    if sign == "$":
        return sign
    return _SIGNS.get(sign) or (sign if re.fullmatch(r"[A-Z]{3}", sign) else None)
