"""Files that are built otherwise than PDF demands get a verdict, and stop nothing."""

import io

import pikepdf
import pytest

from leaflets.api import lay_out, open_files, open_project, output_of, plan
from leaflets.build.oracle import Expected, Oracle
from leaflets.build.overlay import Overlay
from leaflets.preflight.fonts import any_font, texts_of
from leaflets.preflight.run import NOT_BUILT, preflight
from leaflets.project import Profile


@pytest.fixture(scope="module")
def made(root):
    files = open_files(root / "tests/golden/project")
    job = plan(open_project(files), languages=("zh-Hans",))[0]
    return job, output_of(job, lay_out(job, files), Profile.SCREEN, files).data, files


def changed(data, change):
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(stream)
    return stream.getvalue()


def no_operands(pdf):
    pdf.pages[0].Contents = pdf.make_stream(b"BT Td ET")


def no_page_tree(pdf):
    pdf.Root.Pages.Kids = 5


def tree_in_itself(pdf):
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def page_that_is_none(pdf):
    pdf.Root.Pages.Kids.append(5)


def no_font(pdf):
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and stream.get("/Subtype") == "/CIDFontType0C":
            stream.write(b"\1\0\4\x0c" + stream.read_bytes()[4:60])


@pytest.mark.parametrize(
    "change", [no_operands, no_page_tree, tree_in_itself, no_font], ids=lambda one: one.__name__
)
def test_each_has_a_verdict(made, change):
    job, data, files = made
    broken = changed(data, change)
    assert preflight(broken).failed
    (told,) = Oracle(files).check(broken, Expected(job=job, profile=Profile.SCREEN))
    assert told.rule == "wrong-ink"
    assert "cannot be read to the end" in told.faults[0].message


def test_a_project_that_cannot_be_laid_out_is_a_fault_of_its_files(made):
    """The others are compared all the same."""
    job, data, files = made
    path = "locales/zh_Hans/LC_MESSAGES/sample.po"
    over = Overlay(made={path: files.read(path).replace(b'msgstr "', b"msgstr ", 3)}, below=files)
    (told,) = Oracle(over).check(data, Expected(job=job, profile=Profile.SCREEN))
    assert "cannot be laid out" in told.faults[0].message
    assert told.help == "run: leaflets check zh-Hans"


def test_a_page_that_is_none_is_a_fault(made):
    _job, data, _files = made
    assert preflight(changed(data, page_that_is_none)).failed


def test_what_a_rule_cannot_read_is_its_fault(made):
    _job, data, _files = made
    failed = preflight(changed(data, no_operands)).failed
    assert any(fault.message.startswith(NOT_BUILT) for check in failed for fault in check.faults)


def test_ranges_end_where_codes_do():
    """A font of forty bytes is not read for hours."""
    assert len(dict(texts_of(b"1 beginbfrange\n<0000> <ffffffff> <0041>\nendbfrange"))) == 0x10000
    pdf = pikepdf.new()
    inner = pikepdf.Dictionary(Subtype=pikepdf.Name.CIDFontType2, W=pikepdf.Array([0, 2**31 - 1, 500]))
    font = pikepdf.Dictionary(
        Subtype=pikepdf.Name.Type0, DescendantFonts=pikepdf.Array([pdf.make_indirect(inner)])
    )
    assert len(any_font(pdf.make_indirect(font)).widths) == 0x10000
