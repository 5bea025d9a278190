"""`make specimens`: docs/specimens/project -> a picture of each script, listed in docs/specimens.md."""

import io
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.build.inputs import open_fonts
from leaflets.build.job import Outputs
from leaflets.language import Language
from leaflets.pictures.render import drawn_pages
from leaflets.project import Profile

DOCS = Path(__file__).resolve().parents[1] / "docs"
PROJECT = DOCS / "specimens/project"
WIDTH, COLORS = 700, 32
A6 = 105 / 25.4
"""Width of a specimen in inches."""

HEAD = """# Specimens

One page for each script, built by the toolkit itself: `make specimens` typesets `docs/specimens/project` and
draws every page. All are drafts that no native speaker has read, with an invented number: specimens of type,
never leaflets to hand out. Eight languages show letters, names (most from CLDR) and digits instead of a text,
because nobody here writes them well enough; their pages say so.

| script | language | face | what to look at |
|---|---|---|---|
"""

FOUND = """
## What was wrong

Each picture was looked at; with all that are not listed here, nothing was wrong.

| language | what was wrong | mended by commit |
|---|---|---|
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A page that was built, and its picture."""

    language: Language
    face: str
    look: str
    png: bytes


def main() -> None:
    made = tuple(specimens())
    for old in (DOCS / "specimens").glob("*.png"):
        old.unlink()
    for one in made:
        (DOCS / "specimens" / f"{one.language.tag}.png").write_bytes(one.png)
    (DOCS / "specimens.md").write_text(manual(made), encoding="utf-8")
    print(f"{len(made)} specimens, {sum(len(one.png) for one in made) / 1e6:.2f} MB")


def built() -> Iterator[Outputs]:
    """Every job of the project, screen profile."""
    files = open_files(PROJECT)
    for job in plan(open_project(files), profiles=(Profile.SCREEN,)):
        yield run_job(job, files)


def specimens() -> Iterator[Specimen]:
    """SystemExit with the findings where a page cannot be printed."""
    looks = tomllib.loads((PROJECT.parent / "looks.toml").read_text(encoding="utf-8"))
    names = {family.id: family.name for family in open_fonts(open_files(PROJECT)).families}
    for outputs in built():
        language = outputs.job.language
        if not outputs.files:
            raise SystemExit(f"{language.tag}: {[finding.message for finding in outputs.findings]}")
        yield Specimen(
            language=language,
            face=names[language.families[0]],
            look=looks[language.tag],
            png=picture(outputs.files[0].data),
        )


def picture(pdf: bytes) -> bytes:
    """The only page, in so few colours that it is small."""
    (page,) = drawn_pages(pdf, resolution=WIDTH / A6)
    out = io.BytesIO()
    page.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def manual(made: Sequence[Specimen]) -> str:
    rows = (
        f"| {one.language.script} | [{one.language.english}](specimens/{one.language.tag}.png) "
        f"| {one.face} | {one.look} |\n"
        for one in made
    )
    return HEAD + "".join(rows) + FOUND + "".join(found(made))


def found(made: Sequence[Specimen]) -> Iterator[str]:
    """Rows of what was wrong when the pictures were looked at."""
    names = {one.language.tag: one.language.english for one in made}
    toml = tomllib.loads((PROJECT.parent / "found.toml").read_text(encoding="utf-8"))
    for fault in toml["found"]:
        pictures = ", ".join(f"[{names[tag]}](specimens/{tag}.png)" for tag in fault["tags"])
        yield f"| {pictures} | {fault['wrong']} | `{fault['mended']}` |\n"


if __name__ == "__main__":
    main()
