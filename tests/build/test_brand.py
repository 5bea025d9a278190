"""[brand.logos] and [imprint]: who publishes stands on every format without a change of a layout."""

import shutil
from dataclasses import replace

import pytest
from PIL import Image

from leaflets.api import lay_out, leaflet_messages, open_files, open_project, output_of, plan, run_job
from leaflets.build.overlay import Overlay
from leaflets.document.dump import dump_document
from leaflets.errors import ConfigError, InputError
from leaflets.geometry import MM
from leaflets.pages.page import Fill, Glyphs, Picture
from leaflets.preflight.run import preflight
from leaflets.project import Profile

FORMATS = ("trifold", "booklet", "poster", "large-print", "phone", "card", "many-languages")
SETTINGS = """
[brand.logos.house]
file = { any = "images/any.png", sr = "images/sr.png" }
name = { en = "House", ar = "البيت" }
height = "9mm"
clear = "2mm"
except = ["card", "es/trifold"]

[brand.logos.partner]
file = { any = "images/partner.svg" }
height = "7mm"
on = "imprint"
except = ["card"]

[imprint]
publisher = { any = "House e.V.", sr = "Кућа" }
licence = "CC BY 4.0"
statement = { en = "Made with the Fund.", ar = "أُعدت بدعم من الصندوق." }
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path fill="accent" d="M0 0H10V10H0z"/>'
    '<path fill="muted" d="M20 0H30V10H20z"/></svg>'
)


@pytest.fixture(scope="module")
def folder(root, tmp_path_factory):
    path = tmp_path_factory.mktemp("brand")
    for name in ("leaflets.toml", "contacts.toml"):
        shutil.copy(root / name, path / name)
    for name in ("layouts", "locales"):
        shutil.copytree(root / name, path / name)
    (path / "images").mkdir()
    for name in ("any", "sr"):
        Image.new("RGB", (900, 300), "#224488").save(path / f"images/{name}.png")
    (path / "images/partner.svg").write_text(SVG)
    with (path / "leaflets.toml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    return path


@pytest.fixture(scope="module")
def lay(folder):
    files, made = open_files(folder), {}
    project = open_project(files)

    def find(name, tag):
        if (name, tag) not in made:
            (job,) = plan(project, languages=(tag,), formats=(name,))
            made[name, tag] = (job, lay_out(job, files))
        return made[name, tag]

    return find


def test_a_language_without_a_logo_has_no_room_for_one(folder):
    below = open_files(folder)
    text = below.read("leaflets.toml").decode().replace("{ any =", "{ hu =").replace(", sr =", ", bs =")
    over = Overlay(made={"leaflets.toml": text.encode()}, below=below)
    for name in ("large-print", "trifold", "phone"):
        (job,) = plan(open_project(over), languages=("en",), formats=(name,))
        assert 'class="brand' not in dump_document(lay_out(job, below).document)


def words(page):
    return "".join(item.run.text for item in page.items if isinstance(item, Glyphs))


CASES = [(name, tag) for name in FORMATS[:5] for tag in ("en", "ar", "sr")]


@pytest.mark.parametrize(("name", "tag"), CASES)
def test_a_logo_stands_on_the_cover_as_large_and_free_as_asked(lay, name, tag):
    pages = lay(name, tag)[1].pages
    assert pages.overset == ()
    shown = [
        (n, item) for n, page in enumerate(pages.pages) for item in page.items if isinstance(item, Picture)
    ]
    ((number, logo),) = shown
    assert (number == 0) == (name != "phone"), "the first picture in a list of messages is neutral"
    assert logo.file == ("images/sr.png" if tag == "sr" else "images/any.png")
    assert logo.rect.height >= 9 * MM - 0.01
    assert logo.rect.width == pytest.approx(3 * logo.rect.height)
    near = logo.rect.grown(2 * MM - 0.5)
    for item in pages.pages[number].items:
        if isinstance(item, Glyphs):
            beside = item.x > near.right or item.x + item.run.width * item.size < near.x
            assert beside or item.y > near.top or item.y + item.size * 0.7 < near.y, item.run.text
    edge = min(logo.rect.x, pages.pages[number].width - logo.rect.right)
    assert edge >= 5 * MM
    left = logo.rect.x < pages.pages[number].width - logo.rect.right
    assert left == (tag != "ar"), "it stands where reading starts"


def test_a_format_may_be_left_out_in_one_language(lay):
    shown = [
        any(isinstance(i, Picture) for i in lay("trifold", tag)[1].pages.pages[0].items)
        for tag in ("en", "es")
    ]
    assert shown == [True, False]


@pytest.mark.parametrize(("name", "tag"), CASES)
def test_a_drawing_is_never_mirrored(lay, name, tag):
    """Its accent is at the left of its grey, whatever the direction of the page."""
    for page in lay(name, tag)[1].pages.pages:
        fills = [item for item in page.items if isinstance(item, Fill)]
        greys = [fill for fill in fills if fill.color.name == "muted"]
        if greys:
            break
    (grey,) = greys
    accent = fills[fills.index(grey) - 1]
    assert accent.color.name == "accent"
    assert accent.path[0][1][0] < grey.path[0][1][0]


@pytest.mark.parametrize(
    ("tag", "said", "publisher"),
    [
        ("en", "Made with the Fund.", "House e.V. · CC BY 4.0"),
        ("ar", "أُعدت بدعم من الصندوق.", "House e.V."),
        ("sr", "Made with the Fund.", "Кућа"),
    ],
)
@pytest.mark.parametrize("name", ["trifold", "large-print", "phone"])
def test_words_stand_above_the_edition_on_the_same_page(lay, name, tag, said, publisher):
    laid = lay(name, tag)[1]
    sources = {source.text for source in laid.pages.sources}
    assert said not in sources, "no translator changes it"
    (page,) = [page for page in laid.pages.pages if "CC BY 4.0" in words(page)]
    assert publisher in words(page)
    assert "2026-11" in words(page)
    if tag != "ar":  # else runs stand in visual order
        assert said in words(page)


@pytest.mark.parametrize("name", ["poster", "many-languages", "card"])
def test_where_room_is_short_the_publisher_stands_on_the_line_of_the_edition(lay, name):
    tag = "mul" if name == "many-languages" else "en"
    job, laid = lay(name, tag)
    line = words(laid.pages.pages[0])
    publisher = "Кућа" if job.language.tag == "sr" else "House e.V."
    assert f"{publisher} · 2026-11 · {tag}" in line
    assert "Fund" not in line
    assert any(isinstance(i, Picture) for i in laid.pages.pages[0].items) == (name != "card")


def test_a_reader_who_hears_it_is_told_what_a_logo_shows(lay, folder):
    job, laid = lay("trifold", "sr")
    figures = [
        (tag.language, tag.alt) for tag in laid.pages.tags if tag.role == "Figure" and tag.alt == "House"
    ]
    assert figures == [("en", "House")], "in a language that has a name for it"
    assert preflight(output_of(job, laid, Profile.SCREEN, open_files(folder)).data).failed == ()


def test_a_sentence_is_translated_with_the_leaflet(folder):
    files = open_files(folder)
    project = open_project(files)
    sentence = replace(project.imprint, message="Printed by us.", statements={})
    (leaflet,) = project.leaflets
    found = leaflet_messages(leaflet, replace(project, imprint=sentence), files=files)
    (message,) = [message for message in found if message.msgid == "Printed by us."]
    assert message.context == "imprint: statement"
    assert (message.references[0].file, "trifold" in message.comments[0]) == ("leaflets.toml", True)
    assert "Printed by us." not in {
        message.msgid for message in leaflet_messages(leaflet, project, files=files)
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('on = "imprint"', 'on = "back"', "imprint"),
        ('except = ["card"]', 'except = ["cards"]', "card"),
        ('except = ["card"]', 'except = ["ur/cards"]', '"card"'),
        ('except = ["card"]', 'except = ["us/card"]', '"us" is not a language'),
        ('height = "9mm"', 'height = "9"', "10mm"),
        ('file = { any = "images/partner.svg" }', "", "file"),
        ('name = { en = "House"', 'name = { xq = "House"', "xq"),
        ('licence = "CC BY 4.0"', 'license = "CC BY 4.0"', "licence"),
        ("statement = {", 'statement = { xq = "x",', "xq"),
    ],
)
def test_bad_tables(folder, tmp_path, old, new, told):
    for name in ("contacts.toml", "leaflets.toml"):
        shutil.copy(folder / name, tmp_path / name)
    path = tmp_path / "leaflets.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        open_project(open_files(tmp_path))
    (fault,) = error.value.diagnostics
    assert told in f"{fault.message} {fault.help}"
    assert fault.place.line > 60  # in what was added


def test_a_missing_file_is_told_where_it_is_named(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    (tmp_path / "copy/images/any.png").unlink()
    files = open_files(tmp_path / "copy")
    (job,) = plan(open_project(files), languages=("en",), formats=("trifold",))
    with pytest.raises(InputError, match=r"any\.png") as error:
        lay_out(job, files)
    text = (folder / "leaflets.toml").read_text(encoding="utf-8")
    line = text[: text.index("[brand.logos.house]")].count("\n") + 1
    assert str(error.value.diagnostics[0].place) == f"leaflets.toml:{line}"


def test_a_format_that_is_too_small_is_told_of_the_logo(folder, tmp_path, lay):
    shutil.copytree(folder, tmp_path / "copy")
    path = tmp_path / "copy/leaflets.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('except = ["card", "es/trifold"]\n', ""), encoding="utf-8"
    )
    files = open_files(tmp_path / "copy")
    (job,) = plan(open_project(files), languages=("ar",), formats=("card",))
    found = [one for one in run_job(job, files).findings if one.rule == "overset"]
    assert found
    assert any("[brand.logos]" in note for one in found for note in one.notes)
    assert run_job(job, files).files == ()
