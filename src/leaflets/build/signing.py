"""What somebody approves to a new record of approvals; refused where it would be worth nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from leaflets.build.desk import Desk, record, text_faults, text_of, translated_by
from leaflets.build.inputs import find_catalog
from leaflets.build.job import run_job
from leaflets.build.plan import pages_job, released
from leaflets.build.proof import proof_of
from leaflets.build.texts import LeafletText
from leaflets.config.approvals import Approvals, ProofApproval, TextApproval, write_approvals
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.parse import did_you_mean
from leaflets.errors import ConfigError
from leaflets.files import Files, refuse_forbidden
from leaflets.language import Language
from leaflets.project import Job, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who approves, on which day, and what she says besides."""

    by: str
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A record to be written: `old` is what the file holds now, None if there is none."""

    path: str
    old: bytes | None
    new: bytes


def sign_text(desk: Desk, language: Language, signature: Signature) -> Signed:
    """The record with an approval of all messages as they stand. ConfigError if it is refused."""
    text = text_of(desk, language)
    _refuse_stranger(desk, language, text, signature)
    faults = tuple(text_faults(desk, language, text))
    if faults:
        raise ConfigError.of(*faults)
    one = TextApproval(
        by=signature.by,
        on=signature.on,
        digest=text.digest,
        messages=tuple(part.pair for part in text.parts),
        note=signature.note,
    )
    path, approvals = record(desk, language)
    kept = [old for old in approvals.texts if old.digest == one.digest and old.by != one.by]
    return _signed(desk, path, replace(approvals, texts=(*kept, one)))


def sign_proof(
    desk: Desk,
    language: Language,
    format_name: str,
    signature: Signature,
    *,
    seen: bytes | None = None,
    date: datetime | None = None,
) -> Signed:
    """The record with an approval of the pages as they would be printed now. ConfigError if it is refused.

    `seen` is the file that was looked at: an older one is refused. `date` is what builds give their files.
    """
    names = desk.leaflet.formats_in(language)
    if format_name not in names:
        raise ConfigError.of(_no_format(desk, language, format_name, names))
    text = text_of(desk, language)
    _refuse_stranger(desk, language, text, signature)
    job = pages_job(desk.project, desk.leaflet, language, format_name)
    digest, laid = proof_of(job, desk.files)
    if laid.pages.overset or laid.pages.gaps:
        raise ConfigError.of(_not_whole(job.name, language))
    if seen is not None and seen not in _made(replace(job, date=date), desk.files):
        raise ConfigError.of(_older_file(job.name))
    one = ProofApproval(
        format=format_name, by=signature.by, on=signature.on, digest=digest, note=signature.note
    )
    path, approvals = record(desk, language)
    kept = [
        old
        for old in approvals.proofs
        if old.format != format_name or (old.digest == digest and old.by != one.by)
    ]
    order = {name: place for place, name in enumerate(desk.leaflet.formats)}
    proofs = sorted((*kept, one), key=lambda proof: order.get(proof.format, len(order)))
    return _signed(desk, path, replace(approvals, proofs=tuple(proofs)))


def _made(job: Job, files: Files) -> Iterator[bytes]:
    """What a build makes of the job: drafts, or where others have approved it already, what is released."""
    whole = replace(job, profiles=tuple(Profile))
    for one in (whole, released(whole)):
        yield from (file.data for file in run_job(one, files).files)


def _signed(desk: Desk, path: str, approvals: Approvals) -> Signed:
    old = desk.files.read(path) if desk.files.exists(path) else None
    return Signed(path=path, old=old, new=write_approvals(approvals))


def _refuse_stranger(desk: Desk, language: Language, text: LeafletText, signature: Signature) -> None:
    """ConfigError for a signature that nobody could read later, and for that of the translator."""
    for said in (signature.by, signature.note):
        refuse_forbidden(said, file="the command line")
        if "\n" in said or said != said.strip():
            raise ConfigError.of(_bad_words(said))
    if not signature.by:
        raise ConfigError.of(_bad_words(signature.by))
    if signature.on > desk.today:
        raise ConfigError.of(_future(signature.on))
    if translated_by(desk, text, signature.by):
        raise ConfigError.of(_own_translation(desk, language, signature.by))
    if "@" in signature.by:
        raise ConfigError.of(_address())


def _bad_words(said: str) -> Diagnostic:
    return Diagnostic(
        rule="bad-value",
        message=f"{said!r} is empty, or has line breaks or blanks around it",
        help="write a name, a role or a pseudonym in one line",
    )


def _future(day: date) -> Diagnostic:
    return Diagnostic(
        rule="bad-value", message=f"{day} has not come yet", help="give the day on which it was read"
    )


def _address() -> Diagnostic:
    return Diagnostic(
        rule="personal-data",
        message="an e-mail address would be published with the project",
        notes=("who helps victims of trafficking may not want to be found",),
        help="write a role or a pseudonym; who it is may stand in identities.toml, which git ignores",
    )


def _own_translation(desk: Desk, language: Language, who: str) -> Diagnostic:
    catalog = find_catalog(language, desk.leaflet.name, files=desk.files)
    return Diagnostic(
        rule="own-translation",
        message=f"{who} translated {language.english}, as the catalog says, and cannot approve it",
        place=Place(file=catalog) if catalog else None,
        notes=("nobody sees the faults of her own text",),
        help="let somebody else read it who knows the language",
    )


def _no_format(desk: Desk, language: Language, name: str, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        rule="unknown-format",
        message=f'leaflet "{desk.leaflet.name}" has no format "{name}" in {language.english}',
        help=did_you_mean(name, known, form="{}"),
    )


def _older_file(name: str) -> Diagnostic:
    return Diagnostic(
        rule="older-file",
        message=f"this file is not what a build of {name} makes today: nothing was approved",
        notes=("what was looked at must be what is printed",),
        help="build again, and let the reader look at the new file",
    )


def _not_whole(name: str, language: Language) -> Diagnostic:
    return Diagnostic(
        rule="not-finished",
        message=f"{name}: a text does not fit its panel, or letters are missing",
        help=f"run: leaflets check {language.tag}",
    )
