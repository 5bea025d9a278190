"""What a rule found, and how sure and how grave it is: plain data."""

from dataclasses import dataclass
from enum import StrEnum

from leaflets.diagnostics import Diagnostic, Place, Severity


class Certainty(StrEnum):
    """Whether a rule can be wrong: only an error that is certain may not be ignored by a comment."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. What is not said here is taken from the rule and from the subject."""

    message: str
    span: tuple[int, int] | None = None
    """The characters of `Translation.text` that are meant."""
    expected: str = ""
    """What should stand there."""
    help: str = ""
    notes: tuple[str, ...] = ()
    place: Place | None = None
    severity: Severity | None = None
    certainty: Certainty | None = None


def of_diagnostic(found: Diagnostic) -> Finding:
    """What a reader said, as a finding."""
    return Finding(found.message, help=found.help, notes=found.notes, place=found.place)
