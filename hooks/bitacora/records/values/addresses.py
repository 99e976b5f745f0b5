"""The types of address: of a page, of an office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlsplit

from bitacora.records.fieldtypes import FieldType, ReadingContext, fault


@dataclass(frozen=True)
class WebAddress(FieldType):
    """A web address that a reader can follow."""

    name: ClassVar[str] = "dirección web"
    example: ClassVar[str] = "«https://www.ejemplo.gov.co/pagina»"

    def parse(self, text: str, context: ReadingContext) -> str:
        reason = self._reason(text)
        if reason is None:
            return text
        whole = f"https://{text.removeprefix('//')}"
        if re.match(r"(//)?[\w-]+(\.[\w-]+)+(/|$)", text) and self._reason(whole) is None:
            raise fault("direccion-web", reason, f"Escriba «{whole}», después de abrirla.")
        raise fault(
            "direccion-web",
            reason,
            "Abra la página en el navegador y copie la dirección completa; si no hay enlace "
            "que sirva, deje el campo vacío y cítelo en la fuente.",
        )

    @staticmethod
    def _reason(text: str) -> str | None:
        if re.search(r"\s", text):
            return "La dirección lleva espacios por dentro."
        if not re.match(r"https?://", text):
            return "La dirección no empieza por https:// ni http://."
        if "%25" in text or re.search(r"%7[BD]|[{}<>\"\\^`|]", text, re.IGNORECASE):
            return "La dirección quedó mal copiada: lleva signos que sobran."
        try:
            host = urlsplit(text).hostname or ""
        except ValueError:
            host = ""
        if not re.fullmatch(r"[\w-]+(\.[\w-]+)+", host):
            return "La dirección no trae el nombre de un sitio."
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


@dataclass(frozen=True)
class Mail(FieldType):
    """The mail address of an office, never of a person."""

    name: ClassVar[str] = "correo institucional"
    example: ClassVar[str] = "«internacional@ejemplo.gov.co»"

    def parse(self, text: str, context: ReadingContext) -> str:
        if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text):
            return text.lower()
        guess = re.sub(r"\s|^mailto:|[;,.]+$", "", text).lower()
        good = re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", guess)
        raise fault(
            "correo",
            f"«{text}» no es una dirección de correo.",
            f"Escriba «{guess}»." if good else f"Escríbala completa, como {self.example}.",
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "email"}
