"""`leaflets review`: who approved what, what was changed since, and a record of a new approval."""

from collections.abc import Set
from datetime import date
from pathlib import Path

import click

from leaflets.build.desk import Desk, open_desk, text_of
from leaflets.build.open import open_files, open_project
from leaflets.build.review_sheet import compared, review_sheets
from leaflets.build.signing import Signature, Signed, sign_proof, sign_text
from leaflets.cli.approvals import show_approvals
from leaflets.cli.console import fails_politely, show, visible
from leaflets.cli.dates import source_date
from leaflets.cli.vouching import by, on
from leaflets.config.languages import find_language
from leaflets.diagnostics import Diagnostic, Place, Severity
from leaflets.errors import ConfigError
from leaflets.exchange.review import SIGNED, Filled, read_review
from leaflets.language import Language
from leaflets.project import Leaflet, Project
from leaflets.store import replace, write_new

OTHERS = {
    "--sheet": ("--filled", "--text", "--proof", "--file", "--by", "--note"),
    "--filled": ("--text", "--proof", "--file", "--to", "--reference"),
    "": ("--to", "--reference"),
}
"""What is done -> options that mean something else; the last is what is done without `--sheet`."""


@click.command("review")
@click.argument("tag", metavar="LANG")
@click.option("--text", "is_text", is_flag=True, help="Record that WHO read all texts and approves them.")
@click.option(
    "--proof",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="Record that WHO approves its pages; repeatable.",
)
@click.option(
    "--file",
    "seen",
    type=click.Path(path_type=Path),
    help="For --proof: the PDF that was looked at; an old one is refused.",
)
@click.option("--sheet", is_flag=True, help="Write a sheet to review with: .xlsx and PDF.")
@click.option("--reference", metavar="TAG", help="For --sheet: show this language beside the source too.")
@click.option("--to", "folder", type=click.Path(path_type=Path), help="The folder for --sheet.")
@click.option(
    "--filled", "returned", type=click.Path(path_type=Path), help="Show the remarks of a filled .xlsx sheet."
)
@by("A name, a role or a pseudonym; never the translator.", required=False)
@on()
@click.option("--note", default="", help="What WHO says besides, in one line.")
@click.option("--leaflet", "name", metavar="NAME", help="Which one, where there are several.")
@fails_politely
def command(
    *,
    tag: str,
    is_text: bool,
    formats: tuple[str, ...],
    seen: Path | None,
    sheet: bool,
    reference: str | None,
    folder: Path | None,
    returned: Path | None,
    who: str | None,
    day: date,
    note: str,
    name: str | None,
) -> int:
    """Show what of LANG is approved, or record an approval.

    An approval is a digest: whatever is changed later makes it stale. Exit code 1 if something is missing.
    """
    options = {
        "--sheet": sheet,
        "--filled": returned,
        "--text": is_text,
        "--proof": formats,
        "--file": seen,
        "--by": who,
        "--note": note,
        "--to": folder,
        "--reference": reference,
    }
    _refuse_others({name for name, value in options.items() if value})
    files, today = open_files(Path.cwd()), date.today()
    project = open_project(files)
    leaflets = [chosen_leaflet(project, name)] if name else list(project.leaflets)
    if sheet or returned:
        desk = open_desk(project, chosen_leaflet(project, name), files, today=today)
        language = find_language(tag, _reviewed(desk.leaflet))
        if sheet:
            second = find_language(reference, desk.leaflet.languages) if reference else None
            return _write_sheets(desk, language, folder, reference=second)
        signature = Signature(by=who, on=day, note=note) if who else None
        return _take(desk, language, returned or Path(), signature)
    if not (is_text or formats):
        if who or seen or note:
            raise click.UsageError("say what is approved: --text, or --proof FORMAT")
        known = tuple(one for leaflet in leaflets for one in _reviewed(leaflet))
        return show_approvals(project, files, find_language(tag, known), leaflets)
    if not who:
        raise click.UsageError("say who approves: --by WHO")
    if seen and len(formats) != 1:
        raise click.UsageError("--file goes with one --proof")
    signature = Signature(by=who, on=day, note=note)
    desk = open_desk(project, chosen_leaflet(project, name), files, today=today)
    language = find_language(tag, _reviewed(desk.leaflet))
    if language != desk.leaflet.source and not text_of(desk, language).translator:
        show((_nobody_named(language, who),))
    if is_text:
        _write(sign_text(desk, language, signature), f"{language.english}: the text is approved by {who}")
    for one in formats:
        _write_proof(desk, language, one, signature, seen)
    return 0


def _refuse_others(given: Set[str]) -> None:
    """An option that would be passed over in silence could be the approval that somebody meant to record."""
    done = next((name for name in ("--sheet", "--filled") if name in given), "")
    others = [name for name in OTHERS[done] if name in given]
    if others:
        said = f"{others[0]} does not go with {done}" if done else f"{others[0]} goes with --sheet"
        raise click.UsageError(f"{said}: run them one after the other" if done else said)


def chosen_leaflet(project: Project, name: str | None) -> Leaflet:
    """The one that is meant, where there are several."""
    found = project.leaflet(name) if name else project.leaflets[0]
    if found is None or (name is None and len(project.leaflets) > 1):
        known = ", ".join(leaflet.name for leaflet in project.leaflets)
        raise click.UsageError(f"say which leaflet is meant: --leaflet, one of {known}")
    return found


def _reviewed(leaflet: Leaflet) -> tuple[Language, ...]:
    """Its languages, and the one that it is written in: readers of that need not get a leaflet."""
    return (*leaflet.languages, leaflet.source)


def _nobody_named(language: Language, who: str) -> Diagnostic:
    return Diagnostic(
        rule="no-translator",
        message=f"the catalog does not say who translated {language.english}",
        severity=Severity.WARNING,
        notes=(f"it cannot be seen whether {who} is somebody else",),
        help="write a name, a role or a pseudonym into its header: Last-Translator",
    )


def _write_sheets(desk: Desk, language: Language, folder: Path | None, *, reference: Language | None) -> int:
    if folder is None:
        raise click.UsageError("say where to: --to DIR")
    if reference in (language, desk.leaflet.source):
        raise click.UsageError("the reference stands on the sheet anyway: name another language")
    sheets = review_sheets(desk, language, reference=reference)
    made = {folder / name: data for name, data in sheets.items()}
    write_new(made)
    click.echo("\n".join(map(str, made)))
    return 0


def _take(desk: Desk, language: Language, path: Path, signature: Signature | None) -> int:
    """Tell the remarks; record an approval only where somebody says by whom, and nothing is left to do."""
    filled = read_review(_bytes(path), file=str(path))
    _refuse_other(filled, desk, language, path)
    found = compared(desk, language, filled)
    for item, remark in found.remarks:
        click.echo(
            visible(f"{item.number} · {item.place}\n  {item.source}\n  {item.current}\n  → {remark}\n")
        )
    for cell in found.beside:
        click.echo(visible(f"beside the texts ({cell.place})\n  → {cell.text}\n"))
    for item in found.outdated:
        click.echo(
            visible(f"{item.number}: the reader has not seen this text as it is now: {item.source:.70}")
        )
    click.echo(visible(f"signed: {found.signed}") if found.signed else "nobody says in it who has read it")
    remarks = len(found.remarks) + len(found.beside)
    click.echo(f"{remarks} remarks, {len(found.outdated)} texts to read again")
    is_open = bool(remarks or found.outdated or not found.signed)
    if signature is None:
        return int(is_open)
    if is_open:
        raise ConfigError.of(_not_yet(path, language, unsigned=not (remarks or found.outdated)))
    _write(
        sign_text(desk, language, signature), f"{language.english}: the text is approved by {signature.by}"
    )
    return 0


def _refuse_other(filled: Filled, desk: Desk, language: Language, path: Path) -> None:
    known = (filled.leaflet, filled.tag) == (desk.leaflet.name, language.tag)
    if not known or not filled.rows:
        fault = Diagnostic(
            rule="other-sheet",
            message=f"this is not a review sheet of {desk.leaflet.name} in {language.english}",
            place=Place(file=str(path)),
            help=f"take one that was written by: leaflets review --sheet {language.tag} --to DIR",
        )
        raise ConfigError.of(fault)


def _not_yet(path: Path, language: Language, *, unsigned: bool) -> Diagnostic:
    why = "remarks, or texts that were changed since"
    settle = "settle them with the reader"
    if unsigned:
        why, settle = "no name", f'ask who has read it: a name or pseudonym stands beside "{SIGNED}"'
    return Diagnostic(
        rule="not-finished",
        message=f"the sheet has {why}: nothing was approved",
        place=Place(file=str(path)),
        notes=("a sheet that nobody filled in looks like one without remarks",) if unsigned else (),
        help=f"{settle}, then run: leaflets review {language.tag} --text --by WHO",
    )


def _write_proof(desk: Desk, language: Language, name: str, signature: Signature, seen: Path | None) -> None:
    """With a fresh look at the record, which the approval before has changed."""
    again = open_desk(desk.project, desk.leaflet, open_files(Path.cwd()), today=desk.today)
    data = _bytes(seen) if seen else None
    signed = sign_proof(again, language, name, signature, seen=data, date=source_date())
    _write(signed, f"{language.english}: the pages of {name} are approved by {signature.by}")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise click.UsageError(f"{path} cannot be read: {error.strerror}") from None


def _write(signed: Signed, said: str) -> None:
    replace(Path(signed.path), signed.new, old=signed.old)
    click.echo(f"{visible(said)} ({signed.path})")
