"""A project to what of it is approved, and to what is missing where it is not; only approvals decide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from leaflets.build.desk import (
    TOLD,
    Desk,
    open_desk,
    record,
    text_faults,
    text_of,
    translated_by,
)
from leaflets.build.job import findings_of
from leaflets.build.plan import pages_job
from leaflets.build.pool import crashed_job, in_order
from leaflets.build.proof import as_released, proof_of
from leaflets.build.texts import LeafletText, changed_since
from leaflets.checks.contacts import is_unverified, outdated, unverified
from leaflets.config.approvals import Approvals, ProofApproval, TextApproval
from leaflets.config.project import PROJECT_FILE
from leaflets.contact import Contact
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import ConfigError, InputError
from leaflets.files import Disk, Files
from leaflets.language import Language
from leaflets.project import Job, Leaflet, Project

FEW = 3
"""Proofs for which starting other processes is not worth it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The pages of a format as they would be released now."""

    digest: str = ""
    """Empty if they cannot be made."""
    errors: tuple[Diagnostic, ...] = ()
    """For which a build writes no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What is approved of one leaflet in one language, and what is not."""

    leaflet: str
    language: Language
    path: str
    """Of the file that holds its approvals."""
    approvals: Approvals
    text: LeafletText
    faults: tuple[Diagnostic, ...]
    """What forbids every format in this language."""
    proofs: Mapping[str, tuple[Diagnostic, ...]]
    """Format -> what forbids it besides; nothing if its pages are approved."""
    signed: Mapping[str, tuple[ProofApproval, ...]]
    """Format -> who looked at its pages and is not the translator."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Format -> digest of its pages as they are now; where nothing else forbids to hand it out."""
    waits_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Format of several languages -> tags of those in which it is not approved."""

    @property
    def approved(self) -> tuple[str, ...]:
        """Formats that are approved in this language."""
        return () if self.faults else tuple(name for name, faults in self.proofs.items() if not faults)

    @property
    def formats(self) -> tuple[str, ...]:
        """Those that may be handed out."""
        return tuple(name for name in self.approved if not self.waits_for.get(name))

    @property
    def released(self) -> dict[str, str]:
        """Format -> digest of its approved pages."""
        return {name: self.pages[name] for name in self.formats}


def reviews(
    project: Project,
    files: Disk,
    *,
    today: date,
    languages: Sequence[Language] = (),
    formats: Sequence[str] = (),
    workers: int = 1,
) -> tuple[Review, ...]:
    """One for each leaflet and language; pages are laid out only where somebody approved them."""
    found: list[Review] = []
    others: list[Review] = []
    for leaflet in project.leaflets:
        chosen = [one for one in leaflet.languages if not languages or one in languages]
        try:
            desk = open_desk(project, leaflet, files, today=today)
            common = tuple(_common_faults(desk))
        except ConfigError:
            raise  # a damaged record is told at once, whatever is built
        except InputError as error:
            found += [_unreadable(leaflet, one, error) for one in chosen]
            continue
        found += [_review_of(desk, one, common, formats) for one in chosen]
        others += [
            _review_of(desk, one, common, names) for one, names in _beside(leaflet, chosen, formats).items()
        ]
    looked = _with_proofs([*found, *others], project, files, workers)
    leaflets = {leaflet.name: leaflet for leaflet in project.leaflets}
    return tuple(_waiting(one, leaflets[one.leaflet], looked) for one in looked[: len(found)])


def _beside(
    leaflet: Leaflet, chosen: Sequence[Language], formats: Sequence[str]
) -> dict[Language, tuple[str, ...]]:
    """Languages that stand on a sheet with one that was chosen, and the formats of these sheets."""
    found: dict[Language, tuple[str, ...]] = {}
    for name, languages in leaflet.together.items():
        if (not formats or name in formats) and any(one in languages for one in chosen):
            for language in (one for one in languages if one not in chosen):
                found[language] = (*found.get(language, ()), name)
    return found


def _waiting(review: Review, leaflet: Leaflet, looked: Sequence[Review]) -> Review:
    """A sheet of several languages may be handed out when all of them are approved."""
    approved = {one.language.tag: one.approved for one in looked if one.leaflet == leaflet.name}
    waits = {
        name: tuple(one.tag for one in languages if name not in approved.get(one.tag, ()))
        for name, languages in leaflet.together.items()
        if name in review.approved
    }
    return replace(review, waits_for={name: tags for name, tags in waits.items() if tags})


def approved(project: Project, found: Sequence[Review]) -> Project:
    """The project in which the leaflets know what of them may be handed out."""
    return replace(project, leaflets=tuple(_released(leaflet, found) for leaflet in project.leaflets))


def approve(project: Project, files: Disk, *, today: date, workers: int = 1) -> Project:
    """The project with its approvals. InputError if a record or a layout cannot be read."""
    if not any_approvals(project, files):
        return project
    return approved(project, reviews(project, files, today=today, workers=workers))


def any_approvals(project: Project, files: Files) -> bool:
    """Whether it is worth to look: most projects begin without a single one."""
    names = {f"{leaflet.name}.approvals.toml" for leaflet in project.leaflets}
    folders = (folder for folder in files.children("locales") if "." not in folder)
    return any(names & set(files.children(f"locales/{folder}")) for folder in folders)


def _released(leaflet: Leaflet, found: Sequence[Review]) -> Leaflet:
    mine = (review for review in found if review.leaflet == leaflet.name)
    proofs = {(one.language.tag, name): digest for one in mine for name, digest in one.released.items()}
    return replace(leaflet, release=replace(leaflet.release, proofs=proofs))


def _common_faults(desk: Desk) -> Iterator[Diagnostic]:
    """Of a leaflet in all of its languages: its edition, its contacts, its source text."""
    leaflet = desk.leaflet
    for gone in leaflet.withdrawn:
        if gone.edition == leaflet.release.edition:
            yield Diagnostic(
                rule="withdrawn",
                message=f"{leaflet.name}: edition {gone.edition} is withdrawn: {gone.text}",
                place=Place(file=PROJECT_FILE),
                help="give the leaflet a new edition",
            )
    for name in sorted(desk.source.shown):
        contact = desk.project.contacts[name]
        if is_unverified(contact):
            yield _contact_fault("contact-unverified", unverified(contact), contact)
        elif why := outdated(contact, today=desk.today, days=desk.project.contact_days):
            yield _contact_fault("contact-expired", why, contact)
    text = text_of(desk, leaflet.source)
    yield from _approval_faults(desk, leaflet.source, text, record(desk, leaflet.source)[1])


def _contact_fault(rule: str, message: str, contact: Contact) -> Diagnostic:
    step = f"dial its numbers, then run: leaflets contacts verify {contact.id} --by WHO"
    return Diagnostic(rule=rule, message=message, place=contact.place, help=step)


def _review_of(
    desk: Desk, language: Language, common: tuple[Diagnostic, ...], formats: Sequence[str]
) -> Review:
    """A damaged catalog forbids its own language and no other."""
    try:
        return _review(desk, language, common, formats)
    except ConfigError:
        raise
    except InputError as error:
        return _unreadable(desk.leaflet, language, error)


def _unreadable(leaflet: Leaflet, language: Language, error: InputError) -> Review:
    return Review(
        leaflet=leaflet.name,
        language=language,
        path="",
        approvals=Approvals(),
        text=LeafletText(parts=()),
        faults=error.diagnostics,
        proofs={},
        signed={},
    )


def _review(desk: Desk, language: Language, common: tuple[Diagnostic, ...], formats: Sequence[str]) -> Review:
    leaflet = desk.leaflet
    path, approvals = record(desk, language)
    text = text_of(desk, language)
    own = () if language == leaflet.source else tuple(_approval_faults(desk, language, text, approvals))
    if approvals.texts:
        own += tuple(text_faults(desk, language, text))
    signed = {
        name: tuple(
            one for one in approvals.proofs if one.format == name and not translated_by(desk, text, one.by)
        )
        for name in leaflet.formats_in(language)
        if not formats or name in formats
    }
    return Review(
        leaflet=leaflet.name,
        language=language,
        path=path,
        approvals=approvals,
        text=text,
        faults=(*common, *own),
        proofs={name: _proof_faults(language, approvals, name, found) for name, found in signed.items()},
        signed=signed,
    )


def _approval_faults(
    desk: Desk, language: Language, text: LeafletText, approvals: Approvals
) -> Iterator[Diagnostic]:
    """Why the text is not approved; nothing if somebody else than the translator approved it as it stands."""
    command = f"leaflets review {language.tag} --text --by WHO"
    others = [one for one in approvals.texts if not translated_by(desk, text, one.by)]
    if any(one.digest == text.digest for one in others):
        return
    if others:
        yield _stale(others[-1], text, language, command)
    elif approvals.texts:
        yield Diagnostic(
            rule="own-translation",
            message=f"{language.english}: the text was approved by its translator only",
            place=approvals.texts[-1].place,
            notes=("a second pair of eyes finds what the first has written",),
            help=f"let somebody else read it, then run: {command}",
        )
    else:
        yield Diagnostic(
            rule="not-approved",
            message=f"{language.english}: nobody has approved the text",
            help=f"let somebody read it who did not translate it, then run: {command}",
        )


def _stale(one: TextApproval, text: LeafletText, language: Language, command: str) -> Diagnostic:
    changes = list(changed_since(one, text))
    more = (f"and {len(changes) - TOLD} others",) if len(changes) > TOLD else ()
    return Diagnostic(
        rule="stale-approval",
        message=f"{language.english}: the text was changed after {one.by} approved it on {one.on}",
        place=one.place,
        notes=(*(f"changed: {change}" for change in changes[:TOLD]), *more),
        help=f"let her read these again, then run: {command}",
    )


def _proof_faults(
    language: Language, approvals: Approvals, name: str, signed: tuple[ProofApproval, ...]
) -> tuple[Diagnostic, ...]:
    """Why the pages of a format are not approved; whether they are still the same is seen later."""
    if signed:
        return ()
    own = [one for one in approvals.proofs if one.format == name]
    what = "were approved by the translator only" if own else "have not been approved"
    fault = Diagnostic(
        rule="own-translation" if own else "no-proof",
        message=f"{language.english}: the pages of {name} {what}",
        place=own[-1].place if own else None,
        help=f"let a reader look at them, then run: leaflets review {language.tag} --proof {name} --by WHO",
    )
    return (fault,)


def _with_proofs(found: list[Review], project: Project, files: Disk, workers: int) -> tuple[Review, ...]:
    """Lay out what is approved in all other respects, and compare its pages with those that were read."""
    leaflets = {leaflet.name: leaflet for leaflet in project.leaflets}
    jobs = [
        {name: pages_job(project, leaflets[one.leaflet], one.language, name) for name in one.formats}
        for one in found
    ]
    once = {job.name: job for own in jobs for job in own.values()}
    looks = dict(zip(once, _looks(list(once.values()), files, workers), strict=True))
    pages = ({name: looks[job.name] for name, job in own.items()} for own in jobs)
    return tuple(map(_compared, found, pages))


def _looks(jobs: list[Job], files: Disk, workers: int) -> list[Look]:
    look = partial(_look_at, files=files)
    if workers <= 1 or len(jobs) <= FEW:
        return list(map(look, jobs))
    found = in_order(look, jobs, workers=workers)
    return [one or Look(errors=(crashed_job(job),)) for job, one in zip(jobs, found, strict=True)]


def _look_at(job: Job, *, files: Files) -> Look:
    """Pages that cannot be made are not those that were approved."""
    try:
        digest, laid = proof_of(job, files)
    except InputError:
        return Look()
    errors = (one for one in findings_of(as_released(job), laid, files) if one.is_error)
    return Look(digest=digest, errors=tuple(dict.fromkeys(errors)))


def _compared(review: Review, pages: Mapping[str, Look]) -> Review:
    """With what forbids to hand out a format: its pages are not those approved, or a build refuses them."""
    faults = {name: tuple(_page_faults(review, name, look)) for name, look in pages.items()}
    digests = {name: look.digest for name, look in pages.items()}
    return replace(review, proofs={**review.proofs, **faults}, pages=digests)


def _page_faults(review: Review, name: str, look: Look) -> Iterator[Diagnostic]:
    unseen = look.errors and not look.digest  # nobody can say whether they are others
    if not unseen and look.digest not in {one.digest for one in review.signed[name]}:
        yield _other_pages(review, review.signed[name][-1])
    yield from look.errors


def _other_pages(review: Review, last: ProofApproval) -> Diagnostic:
    language, name = review.language, last.format
    return Diagnostic(
        rule="stale-proof",
        message=f"{language.english}: the pages of {name} are not those that {last.by} approved on {last.on}",
        place=last.place,
        notes=("a text, the layout, a colour, a picture or a font was changed since",),
        help=f"let a reader look again, then run: leaflets review {language.tag} --proof {name} --by WHO",
    )
