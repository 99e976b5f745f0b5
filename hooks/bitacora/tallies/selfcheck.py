"""What a self-check of the office amounts to, set against the one before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoFactor
from bitacora.records.selfcheck import Autoevaluacion, RespuestaFactor
from bitacora.register import Register
from bitacora.tallies.evaluation import Answer

CODELIST = "factores_sostenibilidad"


class Step(StrEnum):
    """What happened to a factor since the check before."""

    GANADO = "ganado"
    PERDIDO = "perdido"
    OTRO = "otro"
    IGUAL = "igual"


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor with its answer, None where the check does not have it, and the one before."""

    code: CodigoFactor
    given: RespuestaFactor | None
    before: RespuestaFactor | None

    @property
    def answer(self) -> Answer | None:
        """The answer of this check."""
        return answer_of(self.given)

    @property
    def step(self) -> Step:
        """Won if it became a yes, lost if it was one; any other change is just a change."""
        now, then = self.answer, answer_of(self.before)
        if now is then:
            return Step.IGUAL
        if now is Answer.SI:
            return Step.GANADO
        return Step.PERDIDO if then is Answer.SI else Step.OTRO


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage, or a kind of capacities, with its factors in the order of the list."""

    code: str
    name: str
    factors: tuple[Factor, ...]

    def count(self, answer: Answer | None) -> int:
        """How many factors have that answer; None counts those that the check leaves out."""
        return sum(factor.answer is answer for factor in self.factors)


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """A self-check with every factor of the list, and the check it is compared with."""

    record: Autoevaluacion
    former: Autoevaluacion | None
    stages: tuple[Stage, ...]

    @property
    def factors(self) -> tuple[Factor, ...]:
        """The factors of all stages."""
        return tuple(factor for stage in self.stages for factor in stage.factors)

    def count(self, answer: Answer | None) -> int:
        """How many factors have that answer."""
        return sum(stage.count(answer) for stage in self.stages)

    def moved(self, step: Step) -> tuple[Factor, ...]:
        """The factors that changed so; none where there is nothing to compare with."""
        if self.former is None:
            return ()
        return tuple(factor for factor in self.factors if factor.step is step)


def answer_of(given: RespuestaFactor | None) -> Answer | None:
    """The answer of a factor, None where the check does not have it."""
    return Answer(given.respuesta) if given else None


def in_time(register: Register) -> tuple[Autoevaluacion, ...]:
    """The self-checks, the oldest first."""
    return tuple(sorted(register.all(Autoevaluacion), key=lambda one: (one.fecha, one.id)))


def self_checks(register: Register, lists: CodeLists) -> tuple[SelfCheck, ...]:
    """Every self-check against the one before it, the oldest first."""
    found = in_time(register)
    return tuple(
        SelfCheck(record, former, _stages(record, former, lists))
        for record, former in zip(found, (None, *found), strict=False)
    )


def _stages(
    record: Autoevaluacion, former: Autoevaluacion | None, lists: CodeLists
) -> tuple[Stage, ...]:
    given, before = _by_factor(record.respuestas), _by_factor(former.respuestas if former else ())
    stages: dict[str, list[CodigoFactor]] = {}
    for code in lists.all(CODELIST):
        if isinstance(code, CodigoFactor):
            stages.setdefault(code.etapa, []).append(code)
    return tuple(
        Stage(
            stage,
            codes[0].etapa_nombre,
            tuple(Factor(it, given.get(it.codigo), before.get(it.codigo)) for it in codes),
        )
        for stage, codes in stages.items()
    )


def _by_factor(answers: Iterable[RespuestaFactor]) -> dict[str, RespuestaFactor]:
    """The first answer of each factor; a check tells of a second one."""
    found: dict[str, RespuestaFactor] = {}
    for answer in answers:
        found.setdefault(answer.factor, answer)
    return found
