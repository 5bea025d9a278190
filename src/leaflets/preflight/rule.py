"""What a check of a finished PDF is: its clauses, why it matters, and the function that finds faults."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from leaflets.preflight.opened import OpenPdf

BUILD_ANEW = "build the file anew; if leaflets wrote it as it is, that is a fault of leaflets: report it"


class Standard(StrEnum):
    """What a file promises. HOUSE stands for what shops and readers expect besides."""

    X4 = "PDF/X-4"
    X3 = "PDF/X-3:2002"
    X1A = "PDF/X-1a:2001"
    UA1 = "PDF/UA-1"
    A2A = "PDF/A-2a"


PRINT = (Standard.X4, Standard.X3, Standard.X1A)
SCREEN = (Standard.UA1, Standard.A2A)


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken; `page` counts from 1, None where the whole file is meant."""

    message: str
    page: int | None = None


Finder = Callable[[OpenPdf], Iterator[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check: its id names the problem."""

    id: str
    summary: str
    rationale: str
    help: str
    clauses: Mapping[Standard, str]
    """Standard -> the clause that asks for it; other standards do not."""
    find: Finder

    def clause(self, standards: tuple[Standard, ...]) -> str:
        """The clauses of those standards, each once."""
        return "; ".join(dict.fromkeys(self.clauses[s] for s in standards if s in self.clauses))


def rule(
    *,
    x: str = "",
    x4: str = "",
    x3: str = "",
    x1a: str = "",
    ua: str = "",
    a: str = "",
    help: str = BUILD_ANEW,
) -> Callable[[Finder], Rule]:
    """A finder as a rule: its docstring is the summary and the rationale; `x` is for all of PDF/X.

    Clauses are those of ISO 15930 (PDF/X; AN: CGATS application notes for PDF/X), ISO 14289-1 (`ua`) and
    ISO 19005-2 (`a`); `house` is a rule of this project.
    """
    given = {
        Standard.X4: x4 or x,
        Standard.X3: x3 or x,
        Standard.X1A: x1a or x,
        Standard.UA1: ua,
        Standard.A2A: a,
    }
    clauses = {standard: _named(standard, clause) for standard, clause in given.items() if clause}

    def decorated(find: Finder) -> Rule:
        summary, _, rationale = (find.__doc__ or "").partition("\n")
        return Rule(
            id=find.__name__.replace("_", "-"),
            summary=summary.strip(),
            rationale=" ".join(rationale.split()),
            help=help,
            clauses=MappingProxyType(clauses),
            find=find,
        )

    return decorated


NUMBERS = MappingProxyType(
    {
        Standard.X4: "ISO 15930-7",
        Standard.X3: "ISO 15930-3",
        Standard.X1A: "ISO 15930-1",
        Standard.UA1: "ISO 14289-1",
        Standard.A2A: "ISO 19005-2",
    }
)


def _named(standard: Standard, clause: str) -> str:
    return clause if clause.startswith("house") else f"{NUMBERS[standard]}, {clause}"
