"""`leaflets import`: files of translators are taken back, and nothing of theirs or ours is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import click

from leaflets.build.catalogs import template, updated, words_of
from leaflets.build.exchange import leaflet_of, read_return, texts_outside, with_left_overs
from leaflets.build.inputs import WORDS, find_catalog
from leaflets.build.open import open_files, open_project
from leaflets.build.sender import po_language, refuse_other_script
from leaflets.catalog.entries import PoFile
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import edited
from leaflets.cli.console import fails_politely, show, visible
from leaflets.config.languages import find_language
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, InputError
from leaflets.exchange.answers import Return
from leaflets.exchange.handoff import unmarked
from leaflets.exchange.returned import Judged, Verdict, changes, judge
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.project import Leaflet, Project
from leaflets.store import replace

OPEN = (Verdict.CONFLICT, Verdict.REFUSED, Verdict.LEFT_OVER, Verdict.OUTSIDE, Verdict.COMMENT)
"""What a person has to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that came back, and what it is."""

    path: Path
    data: bytes
    content: Return
    leaflet: Leaflet
    language: Language

    @property
    def is_po(self) -> bool:
        return self.path.suffix.lower() == ".po"


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--lang", "tag", metavar="TAG", help="The language, where the file does not say it.")
@click.option("--theirs", is_flag=True, help="Where both were changed, take the text of the file.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@fails_politely
def command(*, paths: tuple[Path, ...], tag: str | None, theirs: bool, dry_run: bool) -> int:
    """Take back .xlsx, .docx or .po files of translators.

    A text is taken if the catalog still has the one that was handed out. Whatever else differs is shown with
    both texts, and the catalog's stays. Exit code 1 if something is left to be decided.
    """
    files = open_files(Path.cwd())
    project = open_project(files)
    known = {leaflet.name: leaflet for leaflet in (words_of(project), *project.leaflets)}
    pots = {name: template(leaflet, project, files=files) for name, leaflet in known.items()}
    left = 0
    faults: list[Diagnostic] = []
    for path in paths:
        try:
            arrival = _arrival(path, known, pots, tag)
            left += _take(arrival, project, pots[arrival.leaflet.name], theirs=theirs, dry_run=dry_run)
        except InputError as error:
            faults += error.diagnostics
    show(faults)
    return int(bool(faults) or left > 0)


def _arrival(path: Path, known: dict[str, Leaflet], pots: dict[str, bytes], tag: str | None) -> Arrival:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.of(_unreadable(path, error)) from None
    content = read_return(data, file=str(path))
    if path.suffix.lower() == ".po":
        leaflet = known[leaflet_of(data, pots, file=str(path))]
        language = None if tag else po_language(data, leaflet.languages, file=str(path))
    else:
        leaflet = _leaflet(known, content.leaflet, path)
        language = find_language(content.tag, leaflet.languages) if content.tag else None
    asked = find_language(tag, leaflet.languages) if tag else language
    if asked is None or (language is not None and asked != language):
        raise CatalogError.of(_other_language(path, language, asked))
    refuse_other_script((one.text for one in content.answers), asked, file=str(path))
    return Arrival(path=path, data=data, content=content, leaflet=leaflet, language=asked)


def _leaflet(known: dict[str, Leaflet], name: str, path: Path) -> Leaflet:
    """The only one of a project, where the file does not say it; it is seldom that of the toolkit's words."""
    own = [leaflet for leaflet in known.values() if leaflet.name != WORDS]
    found = known.get(name) if name or len(own) != 1 else own[0]
    if found is None:
        raise CatalogError.of(_other_leaflet(path, name))
    return found


def _take(arrival: Arrival, project: Project, pot: bytes, *, theirs: bool, dry_run: bool) -> int:
    """Write what can be taken into today's catalog; the number of texts that a person has to look at."""
    own = Disk((Path.cwd(),))
    catalog = find_catalog(arrival.language, arrival.leaflet.name, files=own)
    if catalog is None:
        raise CatalogError.of(_no_catalog(arrival))
    old = own.read(catalog)
    kept = with_left_overs(old, arrival.data, pot, file=catalog) if arrival.is_po else old
    today = updated(kept, pot, leaflet=arrival.leaflet, project=project, file=catalog).data
    source = lex(today, file=catalog)
    answers = judge(arrival.content.answers, source, chips=not arrival.is_po, theirs=theirs)
    judged = (*answers, *_outside(arrival, source))
    taken = changes(judged)
    if (taken or kept != old) and not dry_run:
        replace(Path(catalog), edited(today, taken, file=catalog), old=old)
    _tell(judged, source)
    _summary(arrival, judged, catalog, dry_run=dry_run)
    return sum(one.verdict in OPEN for one in judged) if judged else 1


def _outside(arrival: Arrival, source: PoFile) -> Iterator[Judged]:
    for cell in texts_outside(arrival.content, arrival.leaflet, source):
        place = f"{arrival.path.name}: it stands in {cell.place}"
        if cell.note:
            yield Judged(verdict=Verdict.COMMENT, text=cell.text, why=f"{place}, and is not taken")
            continue
        why = f"{place}; if it is a translation, copy it into the field of its text"
        yield Judged(verdict=Verdict.OUTSIDE, text=cell.text, why=why)


def _tell(judged: Sequence[Judged], source: PoFile) -> None:
    for one in judged:
        if one.verdict is Verdict.SAME:
            continue
        place = f"{source.file}:{one.entry.texts[one.form].line}: " if one.entry else ""
        click.secho(f"{place}{one.verdict}{f': {one.why}' if one.why else ''}", bold=one.verdict in OPEN)
        if one.entry:
            click.echo(f"    source   {visible(one.entry.key[1])}")
        if one.current:
            click.echo(f"    catalog  {visible(one.current)}")
        click.echo(f"    file     {visible(unmarked(one.text))}")


def _summary(arrival: Arrival, judged: Sequence[Judged], catalog: str, *, dry_run: bool) -> None:
    counts = {verdict: sum(one.verdict is verdict for one in judged) for verdict in Verdict}
    said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
    then = " (nothing was written)" if dry_run else ""
    click.echo(f"{PurePath(arrival.path).name} -> {catalog}: {said or 'no texts'}{then}")
    fuzzy = sum(one.verdict is Verdict.SAME and one.is_fuzzy for one in judged)
    if fuzzy:
        how = "by removing the mark" if arrival.is_po else "by yes beside ✓"
        click.echo(
            f"  still fuzzy, and not printed: {fuzzy} of the unchanged ones; have them adapted,"
            f" or confirmed {how}"
        )


def _unreadable(path: Path, error: OSError) -> Diagnostic:
    return Diagnostic(
        rule="unreadable-file",
        message=f"the file cannot be read: {error.strerror}",
        place=Place(file=str(path)),
        help="check its name and permissions",
    )


def _other_language(path: Path, found: Language | None, asked: Language | None) -> Diagnostic:
    said = (
        f"it is {found.english}, not {asked.english}" if found and asked else "it does not say its language"
    )
    return Diagnostic(
        rule="wrong-language",
        message=f"the language is not clear: {said}",
        place=Place(file=str(path)),
        notes=("nothing was changed",),
        help="make sure that it is the right file, and name its language: --lang TAG",
    )


def _other_leaflet(path: Path, name: str) -> Diagnostic:
    said = f'it is of "{name}"' if name else "its first line was deleted"
    return Diagnostic(
        rule="other-leaflet",
        message=f"this file is of none of the project's leaflets: {said}",
        place=Place(file=str(path)),
        notes=("nothing was changed",),
        help="take it back in the project that it was handed out from",
    )


def _no_catalog(arrival: Arrival) -> Diagnostic:
    return Diagnostic(
        rule="no-catalog",
        message=f"there is no catalog in {arrival.language.english} to take the texts into",
        place=Place(file=str(arrival.path)),
        help=f"run: leaflets add {arrival.language.tag}, and then the import again",
    )
