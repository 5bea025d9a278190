"""`make extraction`: how much of every language's text comes out of its screen PDF again, tool by tool.

One row a language: messages that a screen reader hears exactly as the catalog has them, glyphs whose ink
differs from HarfBuzz's drawing, and words that pdftotext (poppler) and PDFium (Chrome) read. Tools order
brackets and digits of right-to-left text each in its own way, so words are compared without punctuation.
"""

import io
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from leaflets.api import lay_out, open_files, open_project, plan, sheets_of
from leaflets.build.inputs import open_fonts
from leaflets.build.job import Laid, output_of
from leaflets.files import Files
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reading import read_aloud, whole_text
from leaflets.project import Job, Profile

ROOT = Path(__file__).resolve().parents[1]
PROJECTS = (ROOT, ROOT / "docs/specimens/project")
"""The leaflet, and a page in each script that the toolkit has fonts for."""

UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts without spaces between words: stretches between punctuation are looked for instead."""


BLANKS = re.compile("[ \n]+")

HYPHENS = re.compile(r"[-\u00ad\u2010\u2011\x02\ufffe]\s*")
"""PDFium writes U+0002 or U+FFFE where a word goes on in the next line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What came back of one language; shares are of 1."""

    tag: str
    messages: int
    exact: int
    ink_faults: int
    poppler: float | None
    """None where pdftotext is not installed."""
    pdfium: float


def main() -> None:
    print(f"{'language':10} {'messages':>9} {'exact':>6} {'ink':>4} {'pdftotext':>10} {'PDFium':>8}")
    for row in (row for root in PROJECTS for row in rows(root)):
        poppler = "-" if row.poppler is None else f"{row.poppler:.1%}"
        counts = f"{row.messages:9} {row.exact:6} {row.ink_faults:4}"
        print(f"{row.tag:10} {counts} {poppler:>10} {row.pdfium:8.1%}")


def rows(root: Path) -> list[Row]:
    """One row for each language of the first format of the project's leaflets."""
    files = open_files(root)
    project = open_project(files)
    first = project.leaflets[0].formats[0]
    return [measure(job, files) for job in plan(project, formats=(first,))]


def measure(job: Job, files: Files) -> Row:
    """Build the screen PDF of a job, and read it with every tool."""
    laid = lay_out(job, files)
    data = output_of(job, laid, Profile.SCREEN, files).data
    heard = _squeezed(whole_text(read_aloud(data)))
    messages = [_squeezed(message.text) for message in laid.document.messages]
    return Row(
        tag=job.tag,
        messages=len(messages),
        exact=sum(message in heard for message in messages),
        ink_faults=_ink_faults(job, laid, data, files),
        poppler=share(heard, _poppler(data), script=job.language.script)
        if shutil.which("pdftotext")
        else None,
        pdfium=share(heard, _pdfium(data), script=job.language.script),
    )


def share(heard: str, read: str, *, script: str) -> float:
    """Of the words of `heard`, the share that `read` has too, as often."""
    if script in UNSPACED:
        whole = "".join(_words(read))
        pieces = _words(heard)
        return sum(piece in whole for piece in pieces) / len(pieces)
    wanted, found = Counter(_words(heard)), Counter(_words(read))
    return (wanted & found).total() / wanted.total()


def _ink_faults(job: Job, laid: Laid, data: bytes, files: Files) -> int:
    sheets = sheets_of(job, laid, Profile.SCREEN)
    expected = ink_of_pages(laid.pages, sheets, open_fonts(files).by_id)
    return len(differences(expected, ink_of_pdf(data)))


def _words(text: str) -> list[str]:
    """Letters, marks and digits of NFKC; all else separates, but for hyphens, which tools drop."""
    joined = HYPHENS.sub("", text)
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in unicodedata.normalize("NFKC", joined))
    return "".join(kept).split()


def _squeezed(text: str) -> str:
    """Lines joined; blanks that do not break, or are narrow, stay what they are."""
    return BLANKS.sub(" ", text).strip(" ")


def _poppler(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def _pdfium(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


if __name__ == "__main__":
    main()
