"""What is wrong, where, why it matters and what to do next: plain data for people and programs."""

from enum import StrEnum

from leaflets.frozen import dataclass


class Severity(StrEnum):
    """How much a diagnostic weighs, the gravest first: an error stops a release, a warning is counted, a note
    is told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a user's file; `line` counts from 1, None where the file as a whole is meant."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing that is wrong: `rule` is its id, `help` the next step, `notes` why and what else."""

    rule: str
    message: str
    severity: Severity = Severity.ERROR
    place: Place | None = None
    notes: tuple[str, ...] = ()
    help: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a text can be repaired: the layout's line, and the catalog's line and msgid if it has one."""

    place: Place
    msgid: str | None = None
    context: str | None = None
    catalog: Place | None = None
    """The msgstr that was used; None where the source text itself is shown."""

    @property
    def repair(self) -> Place:
        """The line that the reader of an error can change: the translation if there is one."""
        return self.catalog or self.place
