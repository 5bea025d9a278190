"""Sites made of this repository's texts and of small files that stand for what a build writes."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from leaflets.api import open_files, open_project, publish
from leaflets.build.manifest import Entry, Manifest, to_json
from leaflets.config.languages import shipped_languages
from leaflets.project import State


def small_pdf(said: str, *, pages: int = 1, size=(297, 210)) -> bytes:
    """A PDF whose bytes differ with what it says."""
    document = pikepdf.new()
    document.docinfo["/Title"] = said
    for _ in range(pages):
        document.add_blank_page(page_size=tuple(round(side * 72 / 25.4, 2) for side in size))
    buffer = io.BytesIO()
    document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def write_build(
    folder: Path, leaflet, tags, *, formats=("trifold",), profiles=("print", "screen"), edition=""
):
    """What `leaflets build` would leave there: files and a manifest. A tag may be a tuple of several."""
    entries = []
    for several in (tag if isinstance(tag, tuple) else (tag,) for tag in tags):
        for name in formats:
            entries += [_built(folder, leaflet, several, name, profile, edition) for profile in profiles]
    manifest = Manifest(
        leaflet=leaflet.name, edition=leaflet.release.edition, entries=tuple(entries), versions={}
    )
    base = folder / leaflet.name
    listed = base / "manifest.json"
    earlier = json.loads(listed.read_bytes())["entries"] if listed.is_file() else []
    base.mkdir(parents=True, exist_ok=True)
    told = json.loads(to_json(manifest))
    listed.write_text(json.dumps({**told, "entries": [*earlier, *told["entries"]]}))


def _built(folder, leaflet, tags, name, profile, edition):
    state = leaflet.release.state(tags, format_name=name)
    tag = tags[0] if len(tags) == 1 else "mul"
    mark = "-DRAFT" if state is State.DRAFT else ""
    dated = edition or leaflet.release.edition
    path = f"{tag}/{leaflet.public_name}-{tag}-{dated}-{name}-{profile}{mark}.pdf"
    pages = 3 if profile == "screen" else 2
    data = small_pdf(path, pages=pages, size=(97, 210) if profile == "screen" else (297, 210))
    target = folder / leaflet.name / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return Entry(
        path=path,
        job=f"{leaflet.name}/{tag}/{name}",
        tags=tags,
        format=name,
        profile=profile,
        state=state,
        pages=pages,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        scale=12.0,
        proof=leaflet.release.proof(tags, format_name=name),
    )


def write_pictures(folder: Path, leaflet, tag):
    """What the format `phone` would leave there: two pictures and a text."""
    state = leaflet.release.state((tag,), format_name="phone")
    mark = "-DRAFT" if state is State.DRAFT else ""
    stem = f"{tag}/{leaflet.public_name}-{tag}-{leaflet.release.edition}-phone"
    listed = folder / leaflet.name / "manifest.json"
    told = json.loads(listed.read_bytes())
    for name in (f"{stem}-01{mark}.jpg", f"{stem}-02{mark}.jpg", f"{stem}-text{mark}.txt"):
        data = name.encode() * 99
        (folder / leaflet.name / name).write_bytes(data)
        told["entries"].append(
            {
                **told["entries"][0],
                "path": name,
                "job": f"{leaflet.name}/{tag}/phone",
                "tags": [tag],
                "format": "phone",
                "profile": "pictures",
                "state": state,
                "pages": 1,
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
                "proof": leaflet.release.proof((tag,), format_name="phone"),
            }
        )
    listed.write_text(json.dumps(told))


def approve(leaflet, *tags, formats=("trifold",)):
    """The leaflet as if people had approved it in those languages."""
    proofs = {(tag, name): f"pages of {name}" for tag in tags for name in formats}
    return replace(leaflet, release=replace(leaflet.release, proofs=proofs))


def with_leaflets(project, *leaflets):
    return replace(project, leaflets=leaflets)


@pytest.fixture(scope="session")
def build():
    return write_build


@pytest.fixture(scope="session")
def build_pictures():
    return write_pictures


@pytest.fixture(scope="session")
def approved():
    return approve


@pytest.fixture(scope="session")
def known():
    """All languages by tag."""
    return {language.tag: language for language in shipped_languages()}


@pytest.fixture(scope="session")
def files(root):
    return open_files(root)


@pytest.fixture(scope="session")
def project(files):
    return open_project(files)


@pytest.fixture(scope="session")
def leaflet(project, root, known):
    """The repository's leaflet in every language that it has a catalog for, as a tri-fold."""
    (found,) = project.leaflets
    folders = {path.name for path in (root / "locales").iterdir() if path.is_dir()}
    languages = tuple(known[tag] for tag in sorted(known) if tag == "en" or known[tag].folder in folders)
    assert len(languages) > 20
    return replace(found, languages=languages, formats=("trifold",), together={})


@pytest.fixture(scope="session")
def made(project, files):
    """(leaflets, folder of a build, drafts) -> path -> bytes of the site."""

    def make(*leaflets, folder, drafts=False, base_url="", **options):
        told = publish(
            with_leaflets(project, *leaflets),
            files,
            folder=folder,
            drafts=drafts,
            base_url=base_url,
            **options,
        )
        return dict(told.files())

    return make


@pytest.fixture(scope="session")
def drafts(made, leaflet, tmp_path_factory):
    """A draft site in all languages, with two files each in five of them; path -> bytes."""
    folder = tmp_path_factory.mktemp("dist")
    write_build(folder, leaflet, ("en", "sr", "sr-Latn", "ar", "ur"))
    return made(leaflet, folder=folder, drafts=True, base_url="https://example.org/guide/")
