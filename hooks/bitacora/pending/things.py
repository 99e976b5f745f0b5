"""One thing that waits: what, of whom, until when, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bitacora.records.record import Registro
from bitacora.spanish import SortKey, count_of, sort_key

COMMAND = "python "
NEAR = timedelta(days=30)
"""What is due within so many days is near."""


class Matter(StrEnum):
    """What kind of thing waits; the order is that in which people are told."""

    AVANCE = "avance"
    INFORME = "informe"
    EXPLICACION = "explicacion"
    MEDIDA = "medida"
    PREGUNTA = "pregunta"
    COMPROMISO = "compromiso"
    ACCION = "accion"
    HITO = "hito"
    INSTRUMENTO = "instrumento"
    RED = "red"
    CONVOCATORIA = "convocatoria"
    EVENTO = "evento"
    REVISION = "revision"


MATTERS: dict[Matter, tuple[str, str]] = {
    Matter.AVANCE: ("Avance por reportar", "Avances por reportar"),
    Matter.INFORME: ("Informe", "Informes"),
    Matter.EXPLICACION: ("Explicación que falta", "Explicaciones que faltan"),
    Matter.MEDIDA: ("Medida prometida en el informe", "Medidas prometidas en el informe"),
    Matter.PREGUNTA: ("Pregunta sin responder", "Preguntas sin responder"),
    Matter.COMPROMISO: ("Compromiso abierto", "Compromisos abiertos"),
    Matter.ACCION: ("Acción con el plazo vencido", "Acciones con el plazo vencido"),
    Matter.HITO: ("Hito por cumplir", "Hitos por cumplir"),
    Matter.INSTRUMENTO: ("Hermanamiento o convenio", "Hermanamientos y convenios"),
    Matter.RED: ("Red", "Redes"),
    Matter.CONVOCATORIA: ("Convocatoria", "Convocatorias"),
    Matter.EVENTO: ("Evento sin resultado", "Eventos sin resultado"),
    Matter.REVISION: ("Dato por revisar", "Datos por revisar"),
}
"""One, several."""


class Urgency(StrEnum):
    """How a thing stands on a day."""

    VENCIDO = "vencido"
    PRONTO = "pronto"
    EN_PLAZO = "en_plazo"
    SIN_FECHA = "sin_fecha"


URGENCIES: dict[Urgency, tuple[str, str]] = {
    Urgency.VENCIDO: ("vencido", "vencidos"),
    Urgency.PRONTO: ("para los próximos 30 días", "para los próximos 30 días"),
    Urgency.EN_PLAZO: ("con más plazo", "con más plazo"),
    Urgency.SIN_FECHA: ("sin fecha", "sin fecha"),
}


@dataclass(frozen=True, slots=True)
class Pending:
    """A thing that waits. ``key`` tells it from any other, edition after edition; ``until`` is the
    last day in time, None where nobody has set one; ``remedy`` the command to run or what to
    write; ``where`` the file with its line, empty if there is none yet."""

    matter: Matter
    key: str
    what: str
    unit: str
    until: date | None
    remedy: str
    where: str = ""
    record: Registro | None = None

    @property
    def is_command(self) -> bool:
        """Whether its remedy is a command to run, rather than something to write."""
        return self.remedy.startswith(COMMAND)

    def urgency(self, day: date) -> Urgency:
        """How it stands on a day."""
        if self.until is None:
            return Urgency.SIN_FECHA
        if self.until < day:
            return Urgency.VENCIDO
        return Urgency.PRONTO if self.until <= day + NEAR else Urgency.EN_PLAZO

    def days_late(self, day: date) -> int:
        """How many days it is late; 0 if it is not."""
        return max((day - self.until).days, 0) if self.until else 0

    def when(self, day: date) -> str:
        """How it stands on a day, in words: «vencido hace 3 días», «faltan 12 días»."""
        if self.until is None:
            return "sin fecha"
        left = (self.until - day).days
        if left < 0:
            return f"vencido hace {count_of(-left, 'día', 'días')}"
        if not left:
            return "vence hoy"
        return f"{'falta' if left == 1 else 'faltan'} {count_of(left, 'día', 'días')}"

    @property
    def order(self) -> tuple[date, int, SortKey, str]:
        """The key by which things are listed: the earliest first, what has no date at the end."""
        matters = list(Matter)
        return (self.until or date.max, matters.index(self.matter), sort_key(self.what), self.key)
