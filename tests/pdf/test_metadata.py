"""What a file says about itself, twice in the same words."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from lxml import etree

from leaflets.errors import PdfError
from leaflets.pdf.metadata import UA1_A2A, X4, check_metadata, info_texts, xmp_packet

DC, XMP, PDF = (
    "{http://purl.org/dc/elements/1.1/}",
    "{http://ns.adobe.com/xap/1.0/}",
    "{http://ns.adobe.com/pdf/1.3/}",
)
MM = "{http://ns.adobe.com/xap/1.0/mm/}"


def packet(metadata, content=b"1", claims=X4):
    return etree.fromstring(xmp_packet(metadata, claims=claims, content=content))


def test_info_and_xmp_agree(samples):
    info, xmp = dict(info_texts(samples.metadata)), packet(samples.metadata)
    for key, tag in (
        ("Title", f"{DC}title"),
        ("Author", f"{DC}creator"),
        ("Subject", f"{DC}description"),
        ("Keywords", f"{PDF}Keywords"),
        ("Producer", f"{PDF}Producer"),
        ("Creator", f"{XMP}CreatorTool"),
        ("Language", f"{DC}language"),
        ("Publisher", f"{DC}publisher"),
        ("Rights", f"{DC}rights"),
        ("Edition", f"{MM}VersionID"),
    ):
        assert "".join(xmp.find(f".//{tag}").itertext()) == info[key]


def test_empty_texts_are_left_out(samples):
    bare = replace(samples.metadata, author="", subject="", keywords="", publisher="", rights="")
    assert "Author" not in dict(info_texts(bare))
    assert packet(bare).find(f".//{DC}creator") is None
    assert packet(bare).find(f".//{DC}rights") is None


def test_edition_is_the_version(samples):
    assert packet(samples.metadata).find(f".//{MM}VersionID").text == "2026-11"


def test_identifiers_are_those_of_the_content(samples):
    first, again, other = (
        packet(samples.metadata, content=c).find(f".//{MM}DocumentID").text for c in (b"1", b"1", b"2")
    )
    assert first == again != other


def test_markup_in_texts_is_text(samples):
    title = "A <b> & C"
    assert "".join(packet(replace(samples.metadata, title=title)).find(f".//{DC}title").itertext()) == title


def test_dates_are_in_utc(samples):
    zone = timezone(timedelta(hours=2))
    metadata = replace(samples.metadata, date=datetime(2026, 11, 1, 1, 0, tzinfo=zone))
    assert dict(info_texts(metadata))["ModDate"] == "D:20261031230000Z"
    assert packet(metadata).find(f".//{XMP}ModifyDate").text == "2026-10-31T23:00:00Z"


def test_a_date_without_a_zone_is_utc(samples):
    naive = replace(samples.metadata, date=datetime(2026, 11, 1))
    assert dict(info_texts(naive))["ModDate"] == "D:20261101000000Z"


def test_the_schema_of_pdfuaid_is_declared(samples):
    xmp = packet(samples.metadata, claims=UA1_A2A)
    assert xmp.find(".//{http://www.aiim.org/pdfa/ns/schema#}prefix").text == "pdfuaid"


@pytest.mark.parametrize("field", ["title", "language"])
def test_title_and_language_are_needed(samples, field):
    with pytest.raises(PdfError, match=field):
        check_metadata(replace(samples.metadata, **{field: " "}))
