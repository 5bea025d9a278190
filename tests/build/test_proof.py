"""The digest of a proof sees whatever a reader sees; nobody approves what is not whole, or not yet there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from tests.build.conftest import change

from leaflets.api import open_files, open_project, plan
from leaflets.build.desk import open_desk
from leaflets.build.proof import pages_digest, proof_of
from leaflets.build.signing import Signature, sign_proof, sign_text
from leaflets.checks.contacts import outdated
from leaflets.color import BLACK, WHITE
from leaflets.errors import ConfigError
from leaflets.geometry import Rect
from leaflets.pages.page import Fill, Glyphs, Link, Page, Pages, Picture, Stroke

TODAY = date(2026, 11, 27)
SQUARE = (("m", (0.0, 0.0)), ("l", (9.0, 0.0)), ("l", (9.0, 9.0)), ("h", ()))
RECT = Rect(x=1, y=2, width=30, height=20)


@pytest.fixture
def proof(small):
    """The digest of the Serbian pages as they are now, and these pages."""

    def made():
        files = open_files(small)
        job = next(job for job in plan(open_project(files)) if job.tag == "sr")
        digest, laid = proof_of(job, files)
        return digest, laid.pages

    return made


def test_another_outline_with_the_same_advance_is_another_proof(root, small, proof):
    """1 drawn as 7: the glyphs keep their numbers and places, and every telephone number is wrong."""
    path = small / "fonts/mine.ttf"
    path.parent.mkdir()
    (path.parent / "fonts.toml").write_text('[family.mine]\nfile = "mine.ttf"\n')
    (small / "layouts/sample/trifold.css").write_text('* { font-family: "mine", "Noto Sans"; }\n')
    font = TTFont(root / "fonts/noto-sans/NotoSans-Regular.ttf")
    font.save(path)
    before = proof()
    shown = [one.run for page in before[1].pages for one in page.items if isinstance(one, Glyphs)]
    assert any(run.face == "mine.ttf#0" and "1" in run.text for run in shown)
    outlines, advances = font["glyf"], font["hmtx"]
    assert advances["one"][0] == advances["seven"][0]
    outlines["one"], advances["one"] = outlines["seven"], advances["seven"]
    font.save(path)
    digest, pages = proof()
    assert pages == before[1]
    assert digest != before[0]


@pytest.fixture
def drawn(laid_out, tmp_path):
    """A page with one of each kind of item -> its digest, after a change."""
    Image.new("RGB", (4, 4), "red").save(tmp_path / "a.png")
    Image.new("RGB", (4, 4), "blue").save(tmp_path / "b.png")
    files = open_files(tmp_path)
    laid = laid_out("sr")[1]
    glyphs = next(one for page in laid.pages.pages for one in page.items if isinstance(one, Glyphs))
    items = {
        "glyphs": glyphs,
        "fill": Fill(path=SQUARE, color=BLACK),
        "stroke": Stroke(path=SQUARE, color=BLACK, width=1.0),
        "picture": Picture(rect=RECT, file="a.png", tag=None),
        "link": Link(rect=RECT, href="tel:1", contents="", language="sr", tag=0),
        "behind": Fill(path=SQUARE, color=WHITE),
        "at-offices": glyphs,
    }

    def digest(name="", **changed):
        now = items | ({name: replace(items[name], **changed)} if name else {})
        behind, offices = (now.pop("behind"),), (now.pop("at-offices"),)
        page = Page(
            name="cover",
            width=100.0,
            height=200.0,
            background=behind,
            items=tuple(now.values()),
            office=(offices,),
        )
        return pages_digest(Pages(pages=(page,), tags=(), sources=(), scale=9.0), files, library=laid.library)

    return digest, items


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("glyphs", {"x": 0.5}),
        ("glyphs", {"size": 5.0}),
        ("glyphs", {"spacing": 0.5}),
        ("glyphs", {"upwards": True}),
        ("fill", {"color": WHITE}),
        ("fill", {"color": BLACK._replace(screen=(0.1, 0.0, 0.0))}),
        ("fill", {"color": BLACK._replace(print=(0.0, 0.0, 0.0, 0.9))}),
        ("fill", {"path": SQUARE[1:]}),
        ("stroke", {"color": WHITE}),
        ("stroke", {"width": 2.0}),
        ("stroke", {"dash": (1.0,)}),
        ("picture", {"file": "b.png"}),
        ("picture", {"rect": replace(RECT, width=31)}),
        ("link", {"href": "tel:2"}),
        ("behind", {"color": BLACK}),
        ("at-offices", {"x": 0.5}),
    ],
)
def test_the_digest_sees_all_that_is_drawn(drawn, name, changed):
    digest, _items = drawn
    assert digest(name, **changed) != digest()


@pytest.mark.parametrize(
    "changed", [{"color": BLACK._replace(screen=(1.0, 0.0, 0.0))}, {"size": 2.0}, {"face": "other"}]
)
def test_the_digest_sees_how_letters_are_set(drawn, changed):
    digest, items = drawn
    run = items["glyphs"].run
    if "face" in changed:
        changed = {"face": next(face for face in FACES if face != run.face)}
    assert digest("glyphs", run=replace(run, **changed)) != digest()


FACES = ("noto-sans/NotoSans-Regular.ttf#0", "noto-sans/NotoSans-Bold.ttf#0")


@pytest.fixture
def desk(small):
    def opened():
        files = open_files(small)
        project = open_project(files)
        return open_desk(project, project.leaflets[0], files, today=TODAY)

    return opened


def refusal(action, *arguments):
    with pytest.raises(ConfigError) as error:
        action(*arguments)
    return error.value.diagnostics


def serbian(desk):
    return next(one for one in desk.leaflet.languages if one.tag == "sr")


def test_pages_without_a_letter_or_with_too_much_text_are_not_approved(small, desk):
    signature = Signature(by="reader", on=TODAY)
    change(small / "locales/sr/LC_MESSAGES/sample.po", "Ваша права", "Ваша права \U00010c80")
    (fault,) = refusal(sign_proof, desk(), serbian(desk()), "trifold", signature)
    assert fault.rule == "not-finished"
    change(small / "locales/sr/LC_MESSAGES/sample.po", " \U00010c80", "")
    assert sign_proof(desk(), serbian(desk()), "trifold", signature)
    (small / "layouts/sample/trifold.css").write_text("h1 { font-size: 200pt; }")
    (fault,) = refusal(sign_proof, desk(), serbian(desk()), "trifold", signature)
    assert fault.rule == "not-finished"


def test_nothing_is_approved_on_a_day_that_has_not_come(desk):
    tomorrow = Signature(by="reader", on=TODAY + timedelta(days=1))
    for action, arguments in ((sign_text, ()), (sign_proof, ("trifold",))):
        (fault,) = refusal(action, desk(), serbian(desk()), *arguments, tomorrow)
        assert "2026-11-28 has not come yet" in fault.message
        assert action(desk(), serbian(desk()), *arguments, replace(tomorrow, on=TODAY))


@pytest.mark.parametrize(
    ("age", "said"),
    [(-2, "has not come yet"), (-1, ""), (0, ""), (90, ""), (91, "more than 90 days ago")],
)
def test_a_call_is_good_from_its_day_to_the_last(small, age, said):
    """A day that lies east has begun there: who called at breakfast in Manila is not before her time."""
    contact = open_project(open_files(small)).contacts["line"]
    called = replace(contact, checked_by="M.", checked_on=TODAY - timedelta(days=age))
    found = outdated(called, today=TODAY, days=90)
    assert found.endswith(said) if said else not found
