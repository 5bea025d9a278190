"""Divided and justified text through to the PDF: ink as HarfBuzz draws it, text as the catalog has it."""

import shutil

import pytest

from leaflets.api import lay_out, open_files, open_project, plan, run_job, sheets_of
from leaflets.build.inputs import open_fonts
from leaflets.pages.page import Glyphs
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reading import read_aloud, whole_text
from leaflets.project import Profile

STYLE = (
    "p { text-align: justify; hyphens: auto; font-variant-numeric: tabular-nums; }\nh2 { hyphens: none; }\n"
)


@pytest.fixture
def project(root, tmp_path):
    """The small project of the golden dumps, to be changed."""
    folder = tmp_path / "project"
    shutil.copytree(root / "tests/golden/project", folder)
    style = folder / "layouts/sample/trifold.css"
    style.write_text(style.read_text() + STYLE)
    return folder


def job_of(folder, tag):
    files = open_files(folder)
    return next(job for job in plan(open_project(files)) if job.tag == tag), files


def squeezed(text):
    return " ".join(text.split())


def changed(folder, tag, old, new):
    catalog = folder / f"locales/{tag}/LC_MESSAGES/sample.po"
    text = catalog.read_text(encoding="utf-8")
    assert old in text
    catalog.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("tag", ["en", "sr", "ar"])
def test_ink_and_text_of_justified_lines(project, tag):
    job, files = job_of(project, tag)
    laid = lay_out(job, files)
    spread = [
        item for page in laid.pages.pages for item in page.items if isinstance(item, Glyphs) and item.spacing
    ]
    assert spread
    outputs = {file.profile: file.data for file in run_job(job, files).files}
    for profile in (Profile.PRINT, Profile.SCREEN):
        expected = ink_of_pages(laid.pages, sheets_of(job, laid, profile), open_fonts(files).by_id)
        assert differences(expected, ink_of_pdf(outputs[profile])) == ()
    heard = squeezed(whole_text(read_aloud(outputs[Profile.SCREEN])))
    assert all(squeezed(message.text) in heard for message in laid.document.messages)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_justified_lines_end_at_the_edge(project, tag):
    job, files = job_of(project, tag)
    page = lay_out(job, files).pages.pages[2]
    lines = {}
    for item in page.items:
        if isinstance(item, Glyphs):
            lines.setdefault(item.y, []).append(item)
    edges = [edges_of(items) for items in lines.values() if any(item.spacing for item in items)]
    assert len(edges) > 3
    for side in zip(*edges, strict=True):
        assert max(side) - min(side) < 0.05


SAID = {
    "fr": "Si vous le voulez, appelez le 011 785 00 00 ou écrivez à aide@example.org, et dites où vous êtes.",
    "ur": "اگر آپ چاہیں تو 011 785 00 00 پر فون کریں یا aide@example.org پر لکھیں اور بتائیں کہ آپ کہاں ہیں۔",
}


@pytest.mark.parametrize("tag", SAID)
def test_a_number_does_not_fall_apart(project, tag):
    """Its blanks stay as they are, and all others share the room of the line."""
    source = "It is not your fault. Nobody may take your passport. You can ask for help, and you decide what"
    with (project / f"locales/{tag}/LC_MESSAGES/sample.po").open("a", encoding="utf-8") as catalog:
        catalog.write(f'\nmsgid "{source} happens next."\nmsgstr "{SAID[tag] * 3}"\n')
    page = lay_out(*job_of(project, tag)).pages.pages[2]
    lines = {}
    for item in page.items:
        if isinstance(item, Glyphs) and item.run.language == tag:
            lines.setdefault(item.y, []).append(item)
    justified = [items for items in lines.values() if any(item.spacing for item in items)]
    numbers = [item for items in justified for item in items if "785" in item.run.text]
    assert len(numbers) > 2
    assert {(item.run.text, item.spacing) for item in numbers} == {("011 785 00 00", 0.0)}
    edges = [edges_of(items) for items in justified]
    for side in zip(*edges, strict=True):
        assert max(side) - min(side) < 0.05


def test_scripts_without_blanks_between_words_stay_ragged(project):
    """Thai parts sentences by blanks, and one of them would take all the room of a line."""
    settings = project / "leaflets.toml"
    settings.write_text(settings.read_text().replace('"ur", "ar"]', '"ur", "ar", "th"]'))
    folder = project / "locales/th/LC_MESSAGES"
    folder.mkdir(parents=True)
    text = "คุณรับความช่วยเหลือได้ แม้ไม่ต้องการเป็นพยาน คุณจะตอบรับหรือปฏิเสธความช่วยเหลือแต่ละอย่างก็ได้ " * 3
    source = "It is not your fault. Nobody may take your passport. You can ask for help, and you decide what"
    (folder / "sample.po").write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgid "{source} happens next."\nmsgstr "{text.strip()}"\n',
        encoding="utf-8",
    )
    page = lay_out(*job_of(project, "th")).pages.pages[2]
    thai = [item for item in page.items if isinstance(item, Glyphs) and item.run.language == "th"]
    assert len({item.y for item in thai}) > 5
    assert {item.spacing for item in thai} == {0.0}


def edges_of(items):
    """Left and right end of a line without the space that hangs beyond it: to the left in Arabic."""
    first, last = items[0], items[-1]
    left = first.x
    right = last.x + last.run.width * last.size + last.spacing * last.run.text.count(" ")
    if first.run.language in ("ar", "ur"):
        left += hanging(first, 0)
    else:
        right -= hanging(last, -1)
    return left, right


def hanging(item, index):
    run = item.run
    if run.text[run.clusters[index]] != " ":
        return 0.0
    return run.advances[index] * item.size * run.size / run.units + item.spacing


def test_a_long_word_is_broken_and_told(project):
    changed(project, "sr", 'msgstr "Два"', f'msgstr "{"Најдужа" * 12}"')
    job, files = job_of(project, "sr")
    outputs = run_job(job, files)
    (found,) = [f for f in outputs.findings if f.rule == "broken-word"]
    assert not found.is_error
    assert str(found.place).startswith("locales/sr/LC_MESSAGES/sample.po:")
    assert outputs.files


def test_type_is_smaller_rather_than_a_word_broken(project):
    """Letter by letter, a heading gets too long for its panel at the largest type, then at the smallest."""
    outcomes = []
    for letters in range(8, 18):
        shutil.copy(project / "locales/sr/LC_MESSAGES/sample.po", project / "kept.po")
        changed(project, "sr", 'msgstr "Ваша права"', f'msgstr "{"ш" * letters}"')
        outputs = run_job(*job_of(project, "sr"))
        outcomes.append((outputs.scale, any(f.rule == "broken-word" for f in outputs.findings)))
        shutil.copy(project / "kept.po", project / "locales/sr/LC_MESSAGES/sample.po")
    largest = max(scale for scale, _broken in outcomes)
    assert any(scale < largest and not broken for scale, broken in outcomes)
    assert not any(scale < largest and broken for scale, broken in outcomes)
