"""A finished PDF and its project -> whether its ink and its text are those of the layout."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from leaflets.build.inputs import open_fonts
from leaflets.build.job import Laid, lay_out, pages_of, sheets_of
from leaflets.build.plan import plan
from leaflets.files import Files
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reading import read_aloud, whole_text
from leaflets.preflight.rule import Fault
from leaflets.preflight.run import Checked
from leaflets.project import Job, Profile, Project

STALE = (
    "build anew, as the project may have changed since; if this stays, report it: it is a fault of leaflets"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Which rendition a file should be."""

    job: Job
    profile: Profile


def expected_files(project: Project) -> Mapping[str, Expected]:
    """File name -> the rendition that a build writes under it."""
    return {
        job.file_name(profile).rpartition("/")[2]: Expected(job=job, profile=profile)
        for job in plan(project)
        for profile in job.profiles
    }


class Oracle:
    """Lays each job out once, and compares its files with that."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._laid: dict[str, Laid] = {}

    def check(self, data: bytes, expected: Expected) -> tuple[Checked, ...]:
        job = expected.job
        if job.name not in self._laid:
            self._laid = {job.name: lay_out(job, self._files)}
        laid = self._laid[job.name]
        checks = [_ink(data, expected, laid, self._files)]
        if expected.profile is Profile.SCREEN:
            checks.append(_text(data, laid))
        return tuple(checks)


def _ink(data: bytes, expected: Expected, laid: Laid, files: Files) -> Checked:
    sheets = sheets_of(expected.job, laid, expected.profile)
    plain = tuple(replace(sheet, marks=()) for sheet in sheets)
    wanted = ink_of_pages(pages_of(laid, expected.profile), plain, open_fonts(files).by_id)
    return Checked(
        rule="wrong-ink",
        clause="oracle",
        faults=tuple(Fault(message) for message in differences(wanted, ink_of_pdf(data))[:20]),
        rationale="What is printed is compared with HarfBuzz's drawing of the layout, within one font unit.",
        help=STALE,
    )


def _text(data: bytes, laid: Laid) -> Checked:
    heard = _squeezed(whole_text(read_aloud(data)))
    return Checked(
        rule="lost-text",
        clause="oracle",
        faults=tuple(_lost(laid, heard)),
        rationale="Every message of the catalogs must be read aloud, word for word.",
        help=STALE,
    )


def _lost(laid: Laid, heard: str) -> Iterator[Fault]:
    for message in laid.document.messages:
        if _squeezed(message.text) not in heard:
            yield Fault(f"this text is not read aloud: {message.text[:80]!r}")


def _squeezed(text: str) -> str:
    return " ".join(text.split())
