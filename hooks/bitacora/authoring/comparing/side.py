"""One of the two states of the data that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bitacora.edition import Edition, Review, edition_of
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.institution import Entidad
from bitacora.records.kinds import Kind
from bitacora.records.record import Registro
from bitacora.register import Register, kind_of
from bitacora.reports.published import tells_of, withheld_quarters

PRIVATE = ("dato-personal-cedula", "dato-personal-celular", "dato-personal-correo", "secreto")
"""The rules that find what must never be repeated; see ``checks.personal``."""


@dataclass(frozen=True, slots=True)
class Side:
    """The data before a change, or after it, both seen from the same moment.

    ``shown`` is how their folder is named to people; ``edition`` is None where errors leave none;
    ``register`` holds what the public may see; ``private`` the kind and id of the records that
    tell something which must not be repeated.
    """

    shown: str
    found: Review
    edition: Edition | None
    register: Register
    private: frozenset[tuple[str, str]]
    as_of: date

    def is_unread(self, kind: Kind, record_id: str) -> bool:
        """Whether a record may be among the data and cannot be read."""
        return bool({(kind.name, record_id), (kind.name, "")} & self.found.unread)

    def title(self, record: Registro) -> str:
        """How people call a record; its id where its words must not be repeated."""
        if (record.kind, record.id) in self.private:
            return record.id
        if not isinstance(record, Avance):
            return record.title
        indicator = self.found.register.get(Indicador, record.indicador)
        name = self.title(indicator) if indicator else record.indicador
        version = f", versión {record.version}" if record.version > 1 else ""
        return f"{name}, {record.periodo.spoken}{version}"

    @property
    def site(self) -> str | None:
        """The address of the site, if the data tell it."""
        entities = self.found.register.all(Entidad)
        return entities[0].direccion_sitio if entities else None

    def file(self, record: Registro) -> str:
        """The file of a record, as shown to people."""
        return self.found.register.where(record).place().archivo


def side_of(found: Review, shown: str, moment: datetime) -> Side:
    """What is compared of a reviewed data folder at a moment; data with errors have no edition."""
    day = moment.date()
    broken = any(problem.is_error for problem in found.problems)
    edition = None if broken else edition_of(found, day, time(moment.hour, moment.minute))
    register = edition.register if edition else _public(found.register, moment)
    return Side(shown, found, edition, register, _private(found), day)


def _public(register: Register, moment: datetime) -> Register:
    withheld = withheld_quarters(register, moment)
    return register.public().only(lambda record: not tells_of(record, withheld))


def _private(found: Review) -> frozenset[tuple[str, str]]:
    told = {it.registro for it in found.problems if it.regla in PRIVATE}
    return frozenset(
        (kind_of(item.record).name, item.record.id)
        for item in found.register.located
        if item.record.id in told
    )
