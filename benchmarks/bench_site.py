"""`python -m benchmarks.bench_site`: the download site of 200 languages in five formats.

Texts are those of the repository, told apart by their tags; files are small PDFs that stand for what a build
writes. CPU seconds of all processes, first with no earlier site and then again with one. Texts are read by
all cores.
"""

import hashlib
import io
import resource
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf

from leaflets.api import open_files, open_project, publish
from leaflets.build.manifest import Entry, Manifest, to_json
from leaflets.build.speaker import speaker
from leaflets.config.languages import shipped_languages
from leaflets.language import Language
from leaflets.project import Leaflet, State
from leaflets.site.folder import earlier, fill
from leaflets.site.render import render

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = 200
FORMATS = ("trifold", "booklet", "card", "poster", "large-print")


def main() -> None:
    files = open_files(ROOT)
    project = open_project(files)
    leaflet = replace(project.leaflets[0], languages=tuple(_languages()), formats=FORMATS, together={})
    project = replace(project, leaflets=(leaflet,))
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "dist", Path(name) / "site"
        _build(folder, leaflet)
        for which in ("first", "again"):
            begun = _cpu()
            told = publish(project, files, folder=folder, drafts=True, earlier=earlier(out))
            read = _cpu()
            written = fill(out, told.files())
            done = _cpu()
            print(
                f"{which}: texts and pictures {read - begun:.1f} s, pages and files {done - read:.1f} s, "
                f"{len(written.changed)} written, {written.kept} unchanged"
            )
        begun = _cpu()
        pages = sum(1 for _ in render(told.site, speak=speaker()))
        print(f"pages and zips alone: {pages} in {_cpu() - begun:.1f} s")


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _languages() -> Iterator[Language]:
    """Real ones with a catalog, again and again under other tags."""
    real = [one for one in shipped_languages() if (ROOT / "locales" / one.folder).is_dir()]
    for number in range(LANGUAGES):
        language = real[number % len(real)]
        extra = number // len(real)
        yield replace(language, tag=f"{language.tag}-x-{extra}") if extra else language


def _build(folder: Path, leaflet: Leaflet) -> None:
    entries = []
    for language in leaflet.languages:
        for name in FORMATS:
            path = f"{language.tag}/guide-{language.tag}-{leaflet.release.edition}-{name}-print-DRAFT.pdf"
            data = _pdf(path)
            target = folder / leaflet.name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            entries.append(
                Entry(
                    path=path,
                    job=path,
                    tags=(language.tag,),
                    format=name,
                    profile="print",
                    state=State.DRAFT,
                    pages=1,
                    bytes=len(data),
                    sha256=hashlib.sha256(data).hexdigest(),
                    scale=12.0,
                )
            )
    manifest = Manifest(
        leaflet=leaflet.name, edition=leaflet.release.edition, entries=tuple(entries), versions={}
    )
    (folder / leaflet.name / "manifest.json").write_bytes(to_json(manifest))


def _pdf(said: str) -> bytes:
    document = pikepdf.new()
    document.docinfo["/Title"] = said
    document.add_blank_page(page_size=(842, 595))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
