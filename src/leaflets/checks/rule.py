"""What a check is: its summary and reason, how grave it is, examples, and the function that finds faults."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar, get_type_hints

from leaflets.checks.finding import Certainty, Finding
from leaflets.diagnostics import Severity

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A translation that a rule must find (bad) or let pass (good); the manual and tests are made of them."""

    text: str = ""
    source: str = ""
    language: str = "sr-Latn"
    forms: tuple[str, ...] = ()
    """All texts of a plural message, instead of `text`."""
    plural: str = ""
    """The plural of the source."""
    context: str | None = None
    flags: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """Comments of the translator."""
    header: str = ""
    """Lines of the catalog's header."""
    po: str = ""
    """Entries of a catalog, where the rule judges more than one text."""
    other: str = ""
    """A second catalog: that of another leaflet."""
    layout: str = ""
    """What stands in the layout, where the rule judges layouts or pages."""
    folders: tuple[str, ...] = ()
    """Folders below `locales/`."""
    ignore: tuple[str, ...] = ()
    """`[checks] ignore` of leaflets.toml."""
    contact: str = ""
    """Lines of contacts.toml that say more of a contact."""
    record: tuple[tuple[str, str], ...] = ()
    """What an approval says: `by` and `note`."""
    note: str = ""


def example(text: str, source: str = "", language: str = "sr-Latn", **more: object) -> Example:
    """A short way to write most examples."""
    return Example(text=text, source=source, language=language, **more)  # type: ignore[arg-type]  # fields of Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check: its id names the problem."""

    id: str
    summary: str
    rationale: str
    help: str
    """The next step."""
    severity: Severity
    certainty: Certainty
    in_release: Severity
    """How much it weighs before a release."""
    since: str
    subject: type
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    fixable: bool
    """Whether `leaflets fix` mends it."""
    aliases: tuple[str, ...]
    """Ids under which readers of layouts and catalogs report the same fault when they build."""
    find: Callable[..., Iterator[Finding]]

    @property
    def may_be_ignored(self) -> bool:
        return not (self.in_release is Severity.ERROR and self.certainty is Certainty.CERTAIN)

    def weighs(self, *, release: bool) -> Severity:
        return self.in_release if release else self.severity


def check(
    *,
    since: str,
    help: str,
    severity: Severity = Severity.ERROR,
    certainty: Certainty = Certainty.CERTAIN,
    in_release: Severity | None = None,
    good: tuple[Example, ...] = (),
    bad: tuple[Example, ...] = (),
    fixable: bool = False,
    aliases: tuple[str, ...] = (),
) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule]:
    """A finder as a rule: name = id, docstring = summary and rationale, first argument = subject."""

    def decorated(find: Callable[[Subject], Iterator[Finding]]) -> Rule:
        summary, _, rationale = (find.__doc__ or "").partition("\n")
        hints = get_type_hints(find)
        return Rule(
            id=find.__name__.replace("_", "-"),
            summary=summary.strip(),
            rationale=" ".join(rationale.split()),
            help=help,
            severity=severity,
            certainty=certainty,
            in_release=in_release or severity,
            since=since,
            subject=next(iter(hints.values())),
            good=good,
            bad=bad,
            fixable=fixable,
            aliases=aliases,
            find=find,
        )

    return decorated


POSSIBLE = Certainty.POSSIBLE
WARNING = Severity.WARNING
NOTE = Severity.NOTE
