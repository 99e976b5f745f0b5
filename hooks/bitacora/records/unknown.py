"""The explicit «no informado»: a value the office says it does not know."""

from __future__ import annotations

from enum import Enum
from typing import Final


class NoInformado(Enum):
    """The single value of a field whose fact no source gives; it is neither empty nor zero."""

    NO_INFORMADO = "no_informado"

    def __str__(self) -> str:
        return self.value


NO_INFORMADO: Final = NoInformado.NO_INFORMADO
SPELLINGS: Final = frozenset({"no_informado", "no informado", "no informada", "no informados"})
