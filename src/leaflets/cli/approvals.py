"""What of a language is approved, what forbids a release, and what was changed since -> the screen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import click

from leaflets.build.approve import Review, reviews
from leaflets.build.desk import Desk, open_desk, record, text_of
from leaflets.cli.console import told, visible
from leaflets.config.approvals import TextApproval
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.project import Leaflet, Project


def show_approvals(project: Project, files: Disk, language: Language, leaflets: Sequence[Leaflet]) -> int:
    """Approvals, what forbids a release, and what was changed since; 1 if anything is missing."""
    chosen, today = replace(project, leaflets=tuple(leaflets)), date.today()
    shown = reviews(chosen, files, today=today, languages=(language,))
    for review in shown:
        _tell(review)
    sources = [one for one in leaflets if one.source == language and language not in one.languages]
    read = [_tell_source(open_desk(project, one, files, today=today)) for one in sources]
    missing = any(review.faults or set(review.formats) != set(review.proofs) for review in shown)
    return int(missing or not all(read))


def _tell_source(desk: Desk) -> bool:
    """Whether the text that all translations are of is approved, where it is not published itself."""
    source = desk.leaflet.source
    click.echo(f"{desk.leaflet.name} in {source.english} ({source.tag}), which is only translated")
    digest, (_path, approvals) = text_of(desk, source).digest, record(desk, source)
    good = [one for one in approvals.texts if one.digest == digest]
    for one in good:
        _tell_text(one)
    if not good:
        click.echo(
            f"  text: nobody has approved it as it is; then: leaflets review {source.tag} --text --by WHO"
        )
    return bool(good)


def _tell(review: Review) -> None:
    click.echo(f"{review.leaflet} in {review.language.english} ({review.language.tag})")
    for text in review.approvals.texts:
        _tell_text(text)
    for proof in review.approvals.proofs:
        said = f"  {proof.format}: looked at by {proof.by} on {proof.on}"
        click.echo(visible(said + (f": {proof.note}" if proof.note else "")))
    for fault in (*review.faults, *(one for faults in review.proofs.values() for one in faults)):
        click.echo(told(fault))
    for name, tags in review.waits_for.items():
        click.echo(f"  {name}: waits for its approval in {', '.join(tags)}")
    ready = ", ".join(review.formats) or "nothing"
    click.echo(f"  may be handed out: {ready}")


def _tell_text(text: TextApproval) -> None:
    said = f"  text: read by {text.by} on {text.on}"
    click.echo(visible(said + (f": {text.note}" if text.note else "")))
