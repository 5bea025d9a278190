"""What a release makes an error, and that a fault is told once."""

from dataclasses import replace

import pytest

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.build.inputs import open_fonts
from leaflets.catalog.message import Catalog, Message
from leaflets.checks.run import check_catalog, check_pages
from leaflets.checks.subject import Typeset, setting
from leaflets.config.languages import find_language, shipped_languages
from leaflets.diagnostics import Origin, Place, Severity
from leaflets.pages.page import Overset


def stale(*, template, release):
    """Severity of the rule, for a catalog with one message."""
    languages = shipped_languages()
    message = Message(
        context=None, msgid="Call us.", plural=None, texts=("Pozovite nas.",), fuzzy=False, flags=(),
        comments=(), remarks=(), references=(), line=1, text_line=2,
    )  # fmt: skip
    made = setting(find_language("sr-Latn", languages), source=find_language("en", languages))
    made = replace(made, template={(None, text): () for text in template}, release=release)
    found = check_catalog(Catalog(tag="sr-Latn", file="x.po", messages=(message,)), made)
    return [one.severity for one in found if one.rule == "stale"]


@pytest.mark.parametrize(
    ("template", "draft", "release"),
    [
        (("Call us.",), [], []),
        (("Call us.", "Call us now."), [Severity.WARNING], [Severity.ERROR]),
        ((), [Severity.WARNING], [Severity.WARNING]),
    ],
)
def test_a_catalog_that_lacks_texts_stops_a_release(template, draft, release):
    """One that has too many harms nobody."""
    assert stale(template=template, release=False) == draft
    assert stale(template=template, release=True) == release


def test_a_text_that_is_shown_twice_is_told_once(root):
    files = open_files(root / "tests/golden/project")
    (job,) = plan(open_project(files), languages=("en",))
    laid = lay_out(job, files)
    origin = Origin(place=Place(file="layouts/sample/trifold.xml", line=9), msgid="Your rights")
    full = Overset(panel="cover", height=9.0, characters=4, origins=(origin,))
    pages = replace(laid.pages, overset=(full, full, replace(full, panel="back")))
    found = check_pages(Typeset(document=laid.document, pages=pages, face=open_fonts(files).by_id))
    assert [one.message.split('"')[1] for one in found if one.rule == "overset"] == ["cover", "back"]
