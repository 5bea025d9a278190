"""`leaflets contacts`: whom to call again, that somebody did, and where a contact stands."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import click

from leaflets.build.contacts import Call, Shown, calls, where
from leaflets.build.open import open_files, open_project
from leaflets.cli.console import fails_politely, show, visible
from leaflets.cli.vouching import by, on
from leaflets.config.project import CONTACTS_FILE
from leaflets.config.verify import verified
from leaflets.contact import Contact
from leaflets.diagnostics import Diagnostic, Place, Severity
from leaflets.document.parse import did_you_mean
from leaflets.errors import ConfigError
from leaflets.files import decode
from leaflets.project import MOST_DAYS, Project
from leaflets.store import replace


@click.group("contacts")
def command() -> None:
    """Keep the numbers right: whom to call again, who called, where a number stands."""


@command.command("due")
@click.option(
    "--days", default=14, show_default=True, type=click.IntRange(0, MOST_DAYS), help="Look so far ahead."
)
@fails_politely
def due(*, days: int) -> int:
    """Print a call sheet of the contacts that have to be verified. Exit code 1 if one is overdue."""
    files, today = open_files(Path.cwd()), date.today()
    project = open_project(files)
    found = calls(project, files, by=today + timedelta(days=days))
    for call in found:
        click.echo(visible("\n".join(_sheet(call, today))) + "\n")
    if not found:
        click.echo(f"nobody has to be called within {days} days")
    return int(any(call.due is None or call.due < today for call in found))


@command.command("verify")
@click.argument("name", metavar="ID")
@by("Who dialled: a name, a role or a pseudonym.")
@on()
@fails_politely
def verify(*, name: str, who: str, day: date) -> int:
    """Record that WHO dialled the numbers of the contact ID and heard who answers."""
    project = open_project(open_files(Path.cwd()))
    contact = _contact(project, name)
    if contact.checked_by and day < contact.checked_on <= date.today():
        raise ConfigError.of(_older_call(contact, day))
    path = Path(CONTACTS_FILE)
    old = path.read_bytes()
    decode(old, file=CONTACTS_FILE)
    new = verified(old.decode(), contact=name, by=who, on=day)
    if new is None:
        raise ConfigError.of(_by_hand(contact, who, day))
    replace(path, new.encode(), old=old)
    until = day + timedelta(days=project.contact_days)
    click.echo(
        f"{CONTACTS_FILE}: {name} was verified by {visible(who)} on {day}, which is good until {until}"
    )
    if until < date.today():
        show((_overdue(contact, day, until),))
    return 0


@command.command("where")
@click.argument("name", metavar="ID")
@click.option("--built", default="dist", show_default=True, type=click.Path(path_type=Path))
@fails_politely
def place(*, name: str, built: Path) -> int:
    """Tell which leaflets, formats and files carry the contact ID: what to call back if it is wrong.

    Files of older editions, and others that the last build did not write, may carry it and are named too.
    """
    files = open_files(Path.cwd())
    project = open_project(files)
    found = where(project, files, name=name, folder=built)
    if not any(shown.entries for shown in found):
        _contact(project, name)  # one that was deleted may still stand in files
    for shown in found:
        click.echo("\n".join(_places(shown, built)))
    if not found:
        click.echo(f"no layout shows {name}")
    return 0


def _contact(project: Project, name: str) -> Contact:
    if name not in project.contacts:
        fault = Diagnostic(
            rule="unknown-contact",
            message=f'there is no contact "{name}"',
            place=Place(file=CONTACTS_FILE),
            help=did_you_mean(name, tuple(project.contacts), form="{}"),
        )
        raise ConfigError.of(fault)
    return project.contacts[name]


def _sheet(call: Call, today: date) -> Sequence[str]:
    contact = call.contact
    known = (
        "never verified" if call.due is None else f"verified on {contact.checked_on} by {contact.checked_by}"
    )
    late = (
        ""
        if call.due is None
        else f"; overdue since {call.due}"
        if call.due < today
        else f"; until {call.due}"
    )
    said = {
        "languages": ", ".join(contact.languages),
        "hours": contact.hours or ", ".join(map(str, contact.open)),
        "cost": contact.cost,
        "web": contact.web,
        "source": contact.source,
    }
    return (
        f"{contact.name} ({contact.id}): {known}{late}",
        f"  {contact.role}; in {', '.join(call.leaflets)}",
        *(f"  [ ] dial {number.dial}, printed as {number.display}" for number in contact.numbers),
        *(f"  [ ] {question}" for question in call.ask),
        *(f"  {key}: {value}" for key, value in said.items() if value),
        f"  then: leaflets contacts verify {contact.id} --by WHO",
    )


def _places(shown: Shown, built: Path) -> Sequence[str]:
    leaflet = shown.leaflet
    lines = [f"{leaflet.name}: {', '.join(shown.formats) or 'no layout shows it today'}"]
    for entry in shown.entries:
        edition = leaflet.release.edition if entry.is_of(leaflet.release.edition) else "an older edition"
        tags = ", ".join(entry.tags)
        lines.append(
            f"  {built}/{leaflet.name}/{entry.path}: {edition}, {tags}, {entry.format}, {entry.state}"
        )
    lines += [f"  {old.path}: {old.edition}, {old.state}, may carry it" for old in shown.leftovers]
    if shown.leftovers:
        count = len(shown.leftovers)
        lines.append(f"  {count} of these files are of earlier builds: no manifest says what they show")
    return lines if len(lines) > 1 else [*lines, f"  no file in {built}"]


def _older_call(contact: Contact, day: date) -> Diagnostic:
    known = f"on {contact.checked_on} by {contact.checked_by}"
    return Diagnostic(
        rule="older-call",
        message=f'"{contact.id}" was verified later than {day}: {known}',
        place=contact.place,
        notes=("the newest call says most about a number; nothing was written",),
        help="leave out --on if the call was today; a wrong day in contacts.toml is mended by hand",
    )


def _overdue(contact: Contact, day: date, until: date) -> Diagnostic:
    return Diagnostic(
        rule="contact-expired",
        severity=Severity.WARNING,
        message=f'a call of {day} was good until {until}: nothing that shows "{contact.id}" can be released',
        place=contact.place,
        help=f"dial its numbers again, then run: leaflets contacts verify {contact.id} --by WHO",
    )


def _by_hand(contact: Contact, who: str, day: date) -> Diagnostic:
    return Diagnostic(
        rule="not-changed",
        message=f'the table of "{contact.id}" is not written so that it can be changed safely',
        place=contact.place,
        notes=("nothing was written",),
        help=f'write into it: checked_on = {day} and checked_by = "{who}"',
    )
