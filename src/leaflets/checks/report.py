"""Findings with all that their reader needs: where, in which text, how it reads, and the next step."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from leaflets.checks.decode import SLOT
from leaflets.checks.finding import Certainty, Finding
from leaflets.checks.rule import Rule
from leaflets.checks.subject import Translation
from leaflets.diagnostics import Diagnostic, Place, Severity

LONGEST = 300
"""Characters of a message that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A text with the characters that are meant, and what it translates; placeholders as ⟦name⟧."""

    text: str
    start: int
    end: int
    source: str
    rtl: bool = False
    source_rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One finding as people and programs read it."""

    rule: str
    severity: Severity
    certainty: Certainty
    message: str
    place: Place | None = None
    language: str = ""
    leaflet: str = ""
    msgid: str | None = None
    context: str | None = None
    quotation: Quotation | None = None
    expected: str = ""
    where: tuple[str, ...] = ()
    """Places in the leaflet: `trifold: cover, title`."""
    notes: tuple[str, ...] = ()
    help: str = ""
    fixable: bool = False

    @property
    def is_beyond_doubt(self) -> bool:
        """An error that is certain: no comment and no setting takes it away."""
        return self.severity is Severity.ERROR and self.certainty is Certainty.CERTAIN

    @property
    def diagnostic(self) -> Diagnostic:
        """The form in which a build tells it."""
        told = [f'expected: "{self.expected}"'] if self.expected else []
        return Diagnostic(
            rule=self.rule,
            message=self.message,
            severity=self.severity,
            place=self.place,
            notes=(*told, *self.notes),
            help=self.help,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How one format of a leaflet fits its sheet."""

    leaflet: str
    format: str
    scale: float
    """Points of the root em; 0 where the pages could not be laid out."""
    is_overset: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings of one language; the empty tag stands for the project as a whole."""

    tag: str
    name: str
    findings: tuple[Reported, ...]
    fits: tuple[Fit, ...] = ()
    """Of the pages that were laid out."""

    def count(self, severity: Severity) -> int:
        return sum(found.severity is severity for found in self.findings)

    @property
    def failed(self) -> bool:
        return self.count(Severity.ERROR) > 0

    @property
    def worst_first(self) -> tuple[Reported, ...]:
        order = tuple(Severity)
        return tuple(sorted(self.findings, key=lambda found: order.index(found.severity)))

    @property
    def by_rule(self) -> Counter[str]:
        return Counter(found.rule for found in self.findings)


def reported(rule: Rule, finding: Finding, *, release: bool, place: Place | None = None) -> Reported:
    """A finding with what its rule says."""
    severity = finding.severity or rule.weighs(release=release)
    return Reported(
        rule=rule.id,
        severity=severity,
        certainty=finding.certainty or rule.certainty,
        message=_short(finding.message),
        place=finding.place or place,
        expected=finding.expected,
        notes=finding.notes,
        help=finding.help or rule.help,
        fixable=rule.fixable,
    )


def _short(message: str) -> str:
    """What a message quotes may be as long as a text."""
    return message if len(message) <= LONGEST else f"{message[:LONGEST]}…"


def quotation(translation: Translation, span: tuple[int, int] | None) -> Quotation:
    start, end = span or (0, 0)
    names = [f"⟦{name}⟧" for name in translation.slots]
    shown, starts = _filled(translation.text, names, (start, end))
    source, _ = _filled(translation.source.text, [f"⟦{name}⟧" for name in translation.source.slots], ())
    return Quotation(
        text=shown,
        start=starts[0],
        end=starts[1],
        source=source,
        rtl=translation.language.is_rtl,
        source_rtl=translation.setting.source.is_rtl,
    )


def _filled(text: str, names: list[str], positions: Iterable[int]) -> tuple[str, list[int]]:
    """The text with names for placeholders, and where these positions have moved."""
    if SLOT not in text:
        return text, [min(position, len(text)) for position in positions]
    pieces: list[str] = []
    moved: list[int] = [0]
    rest = iter(names)
    for character in text:
        piece = next(rest, "⟦…⟧") if character == SLOT else character
        pieces.append(piece)
        moved.append(moved[-1] + len(piece))
    return "".join(pieces), [moved[min(position, len(text))] for position in positions]
