"""Documents as word processors write them: all that is shown is read, and nothing that was not decided."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from leaflets.errors import InputError
from leaflets.exchange.returned_word import read_word


def run(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def document(*inner, around="{}"):
    """The bytes of a document of one box with these paragraphs."""
    made = docx.Document()
    paragraphs = "".join(f"<w:p>{one}</w:p>" for one in inner)
    table = f"<w:tbl><w:tr><w:tc>{paragraphs}</w:tc></w:tr></w:tbl>"
    made.element.body.insert(0, parse_xml(f"<w:x {nsdecls('w')}>{around.format(table)}</w:x>")[0])
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def texts(data):
    return [[cell.text for cell in row] for row in read_word(data, file="x.docx")]


PROPERTIES = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>'


@pytest.mark.parametrize(
    "inner",
    [
        run("not ") + run("now"),
        f"{run('not ')}<w:sdt><w:sdtPr/><w:sdtContent>{run('now')}</w:sdtContent></w:sdt>",
        f'<w:smartTag w:element="x">{run("not ")}</w:smartTag>{run("now")}',
        f'{run("not ")}<w:hyperlink w:anchor="x">{run("now")}</w:hyperlink>',
        f'<w:fldSimple w:instr="DATE">{run("not ")}</w:fldSimple>{run("now")}',
        f'<w:customXml w:element="x"><w:smartTag w:element="y">{run("not now")}</w:smartTag></w:customXml>',
        f"{PROPERTIES}{run('not ')}{run('PAGE', 'instrText')}{run('now')}",
        '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr><w:t>not now</w:t></w:r>',
    ],
)
def test_all_that_is_shown_is_read(inner):
    assert texts(document(inner))[0] == ["not now"]


def test_characters_that_are_elements():
    inner = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:softHyphen/><w:noBreakHyphen/></w:r>"
    assert texts(document(inner, run("d")))[0] == ["a\tb\nc\u00ad-\nd"]


def test_a_box_within_a_content_control_is_read():
    around = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert texts(document(run("now"), around=around))[0] == ["now"]


@pytest.mark.parametrize(
    "inner",
    [
        f'{run("Before ")}<w:ins w:id="1" w:author="x">{run("NOT ")}</w:ins>{run("now")}',
        f'{run("not ")}<w:del w:id="1" w:author="x">{run("gone", "delText")}</w:del>{run("now")}',
        f'<w:moveFrom w:id="1" w:author="x">{run("now")}</w:moveFrom>{run("not")}',
        f'<w:moveTo w:id="1" w:author="x">{run("now")}</w:moveTo>{run("not")}',
        f'<w:ins w:id="1" w:author="x">{run("All of it is new")}</w:ins>',
    ],
)
def test_recorded_changes_are_refused_with_the_next_step(inner):
    with pytest.raises(InputError) as caught:
        texts(document(inner))
    (fault,) = caught.value.diagnostics
    assert fault.rule == "tracked-changes"
    assert "Accept All Changes" in fault.help


@pytest.mark.parametrize("data", [b"PK", b"", b"%PDF-1.7"])
def test_what_is_no_document_is_refused(data):
    with pytest.raises(InputError):
        texts(data)


def test_another_office_file_says_nothing_of_the_program():
    stream = io.BytesIO()
    made = docx.Document()
    made.part._content_type = "application/vnd.x"
    made.save(stream)
    with pytest.raises(InputError) as caught:
        texts(stream.getvalue())
    (fault,) = caught.value.diagnostics
    assert "0x" not in str(fault)
    assert fault.help
