"""Languages to the time of both PDFs of the tri-fold beside that of one PDF of the same words by Typst.

`pip install typst`, then `python -m benchmarks.peers TAG …`: a process of its own for each language, as
`benchmarks.warm`. All words are new to both. Typst is given the same words and fonts, in two pages of three
columns, ragged and hyphenated; it fits nothing into panels, and its PDF is not for a press.
"""

import re
import sys
from pathlib import Path

import typst

from benchmarks.strange import ROOT
from benchmarks.warm import FOLDER, ROUNDS, WARMING, Watch, measure, strange_job
from leaflets.api import run_job
from leaflets.build import job as stages
from leaflets.build.memory import collected_later
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.project import Job

SHORT = 40
"""Characters of a text that is set in bold, as headings are."""

SPECIAL = re.compile(r"([\\#*_`$<>@\[\]~/=+\-\"'])")


def main(tag: str) -> None:
    for seed in range(3):
        run_job(*strange_job(WARMING, seed))
    place = Path(FOLDER.name) / "same.typ"
    compiler = typst.Compiler(root=FOLDER.name, font_paths=_fonts())
    place.write_text('#set text(font: "Noto Sans")\nA', encoding="utf-8")
    compiler.compile(str(place))  # as our fonts are open too
    watch = Watch()
    for seed in range(ROUNDS):
        job, files = strange_job(tag, 1000 + seed)
        with collected_later():
            measure(job, files, watch=watch)
        place.write_text(typst_source(job, files), encoding="utf-8")
        watch.timed("typst", lambda: compiler.compile(str(place)))
    words = len(place.read_text(encoding="utf-8").split())
    ours, theirs = watch.median("layout", "pdfs"), watch.median("typst")
    print(f"{tag:8} {words} words  both PDFs {ours}  Typst, one PDF {theirs}", flush=True)


def typst_source(job: Job, files: Disk) -> str:
    """All messages of a job as a document of two pages."""
    language = job.language
    texts = [source.text for source in stages.lay_out(job, files).pages.sources]
    blocks = [_block(SPECIAL.sub(r"\\\1", " ".join(text.split()))) for text in texts]
    return "\n\n".join((_head(language), *blocks))


def _head(language: Language) -> str:
    names = (name.replace("-", " ").title() for name in (*language.families, "noto-sans"))
    families = ", ".join(f'"{name}"' for name in names)
    spoken = language.tag.partition("-")[0]
    return f"""#set page(width: 297mm, height: 210mm, margin: 10mm, columns: 3)
#set text(font: ({families},), size: 10pt, lang: "{spoken}", dir: {language.direction}, hyphenate: true)
#set par(justify: false, linebreaks: "optimized")"""


def _block(text: str) -> str:
    return f"#strong[{text}]" if len(text) < SHORT else text


def _fonts() -> typst.Fonts:
    folders = [str(path) for path in (ROOT / "fonts").iterdir() if path.is_dir() and "cjk" not in path.name]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


if __name__ == "__main__":
    for tag in sys.argv[1:]:
        main(tag)
