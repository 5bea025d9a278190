"""The parcel of a print shop: files that build writes, a ticket in two languages, dummies, checksums."""

import hashlib
import io
import re
import zipfile

import page
import pypdfium2
import pytest

from leaflets.build.ticket import LABELS, SENTENCES
from leaflets.catalog.reader import lex
from leaflets.resources import data_path


def text_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join("\n".join(p.get_textpage().get_text_bounded() for p in pdf).split())


@pytest.fixture
def parcel(run, copy):
    told = run(
        "pack", "ar", "--for", "printer", "--drafts", "--format", "trifold", "--format", "card",
        "--quantity", "500", "--paper", "135 g/m² <matt> 100%", "--to", "out",
    )  # fmt: skip
    assert told.code == 0, told.err
    (path,) = (copy / "out").iterdir()
    assert path.name == "guide-ar-2026-11-printer-DRAFT.zip"
    assert f"{path.name}: 7 files, with drafts" in told.out
    archive = zipfile.ZipFile(path)
    return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def test_parcel(parcel, tmp_path):
    assert {"JOB-TICKET.pdf", "SHA256SUMS", "fold-dummy-trifold.pdf", "fold-dummy-card.pdf"} <= set(parcel)
    assert "print/guide-ar-2026-11-trifold-print-DRAFT.pdf" in parcel
    assert "print-pages/guide-ar-2026-11-card-print-pages-DRAFT.pdf" in parcel
    sums = dict(reversed(line.split("  ")) for line in parcel.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in parcel.items()}

    told = text_of(parcel["JOB-TICKET.pdf"])
    for words in (
        "Радни налог",
        "Job ticket",
        "Arabic (ar)",
        "First fold the left panel over",
        "Прво преклопите леву страну",
        "500",
        "135 g/m² <matt> 100%",
        "FOGRA39",
        "297 × 210 mm",
        "DRAFT: do not print.",
    ):
        assert words in told, words
    digest = sums["print/guide-ar-2026-11-trifold-print-DRAFT.pdf"]
    assert digest in told.replace(" ", "")

    ticket = tmp_path / "ticket.pdf"
    ticket.write_bytes(parcel["JOB-TICKET.pdf"])
    verdict = page.validate_pdf(str(ticket), profile=page.ValidationProfile.PDF_UA_1)
    assert verdict.is_compliant, [failure.rule_id for failure in verdict.failures]

    outside, inside = (
        p.get_textpage().get_text_bounded()
        for p in pypdfium2.PdfDocument(io.BytesIO(parcel["fold-dummy-trifold.pdf"]))
    )
    assert set(re.findall(r"[a-z]+(?:-\d)?", outside)) == {"cover", "flap", "back"}
    assert set(re.findall(r"[a-z]+(?:-\d)?", inside)) == {"inside-1", "inside-2", "inside-3"}


def test_nothing_is_packed_where_a_job_has_an_error(run, copy, rewrite):
    rewrite("layouts/victims-rights/card.css", "font-size: 1.35em", "font-size: 60pt")
    told = run("pack", "en", "--for", "printer", "--drafts", "--format", "card", "--to", "out")
    assert told.code == 1
    assert not (copy / "out").exists()


def test_all_formats_are_packed_but_those_that_are_never_printed(run, copy):
    told = run("pack", "en", "--for", "printer", "--drafts", "--to", "out")
    assert told.code == 0, told.err
    (path,) = (copy / "out").iterdir()
    names = [name.partition("/")[2] for name in zipfile.ZipFile(path).namelist()]
    printed = {re.sub("^print/guide-en-2026-11-", "", name) for name in names if name.startswith("print/")}
    alone = {"trifold", "booklet", "card", "poster", "poster-a4", "large-print"}
    assert printed == {f"{name}-print-DRAFT.pdf" for name in alone}
    told = run("pack", "en", "--for", "printer", "--drafts", "--format", "phone", "--to", "none")
    assert told.code == 1
    assert "nothing of this is for a printing press" in told.err
    assert not (copy / "none").exists()


def test_drafts_go_to_no_print_shop_unless_asked_for(run, copy):
    told = run("pack", "ar", "--for", "printer", "--format", "card")
    assert told.code == 1
    assert "error[not-released]: drafts are not packed" in told.err
    assert "note: victims-rights in ar: card" in told.err
    assert "--drafts" in told.err
    assert not (copy / "dist").exists()
    assert run("pack", "ar", "--for", "printer", "--format", "card", "--drafts").code == 0
    assert [path.name for path in (copy / "dist/printers-drafts").iterdir()] == [
        "guide-ar-2026-11-printer-DRAFT.zip"
    ]
    assert run("pack", "ar", "--for", "translator", "--drafts").code == 2


def test_translators_are_named(run):
    assert run("pack", "--for", "translator").code == 2


LOCALES = data_path("locales")
TRANSLATED = sorted(path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/ticket.po"))


def words_of(path):
    return {e.key[1]: e.texts[0].value for e in lex(path.read_bytes(), file=path.name).live if e.key[1]}


def test_the_template_has_all_words_of_the_ticket():
    assert list(words_of(LOCALES / "ticket.pot")) == [*LABELS, *SENTENCES]


@pytest.mark.parametrize("folder", TRANSLATED)
def test_all_words_of_the_ticket_are_translated(folder):
    """And left is not right: the sentences of a pair differ, and nothing is said twice."""
    said = words_of(LOCALES / folder / "LC_MESSAGES/ticket.po")
    assert list(said) == [*LABELS, *SENTENCES]
    assert all(said.values())
    assert all(source.endswith(".") == text.endswith(".") for source, text in said.items())
    assert len(set(said.values())) == len(said)


SIDES = {
    "bg": ("ляв", "дясн"), "bs": ("lijev", "desn"), "cnr": ("lijev", "desn"), "de": ("link", "recht"),
    "es": ("izquierd", "derech"), "fr": ("gauche", "droit"), "hr": ("lijev", "desn"), "hu": ("bal", "jobb"),
    "it": ("sinistr", "destr"), "mk": ("лев", "десн"), "nl": ("link", "recht"), "pl": ("lew", "praw"),
    "pt": ("esquerda", "direita"), "ro": ("stânga", "dreapta"), "ru": ("лев", "прав"), "sk": ("ľav", "prav"),
    "sl": ("lev", "desn"), "sq": ("majt", "djatht"), "sr": ("лев", "десн"), "sr_Latn": ("lev", "desn"),
    "uk": ("лів", "прав"),
}  # fmt: skip
"""Left and right, as far as all their forms are spelled alike."""


def order(text, left, right):
    return re.findall(rf"({left})|({right})", text.lower())


@pytest.mark.parametrize("folder", TRANSLATED)
def test_left_is_left_in_every_language(folder):
    """A sheet that is folded the other way shows the wrong panel first."""
    left, right = SIDES[folder]
    sided = [text for text in SENTENCES if re.search("(left|right) (panel|of)", text)]
    assert len(sided) == 6
    for source, text in words_of(LOCALES / folder / "LC_MESSAGES/ticket.po").items():
        if source in sided:
            wanted = [bool(side) for side, _other in order(source, "left", "right")]
            assert [bool(side) for side, _other in order(text, left, right)] == wanted, text


def test_many_hosts_have_their_words():
    assert {"sr", "sr_Latn", "hr", "bs", "mk", "sq", "bg", "ro", "hu", "de", "fr", "it", "es", "ru"} <= set(
        TRANSLATED
    )


def ticket(run, copy, rewrite, host):
    rewrite("leaflets.toml", 'host = "sr"', f'host = "{host}"')
    told = run("pack", "en", "--for", "printer", "--drafts", "--format", "card", "--to", "out")
    assert told.code == 0, told.err
    (path,) = (copy / "out").iterdir()
    archive = zipfile.ZipFile(path)
    (name,) = [name for name in archive.namelist() if name.endswith("JOB-TICKET.pdf")]
    return text_of(archive.read(name))


@pytest.mark.parametrize(
    ("host", "words"), [("de", "An den Marken schneiden."), ("hu", "Vágja a jelek mentén.")]
)
def test_the_ticket_speaks_the_hosts_language(run, copy, rewrite, host, words):
    told = ticket(run, copy, rewrite, host)
    assert words in told
    assert "Cut on the marks." in told
    assert "nobody has translated" not in told


def test_where_nobody_has_translated_it_the_ticket_says_so(run, copy, rewrite):
    told = ticket(run, copy, rewrite, "so")
    assert "nobody has translated these words into Somali (so) yet" in told
    assert told.count("Cut on the marks.") == 1


@pytest.mark.parametrize(("host", "folder"), [("so", "so"), ("sr-Latn", "sr@latin")])
def test_a_project_may_have_words_of_its_own(run, copy, rewrite, host, folder):
    """In a folder of any spelling; what they leave out is said in English, once."""
    path = copy / f"locales/{folder}/LC_MESSAGES/ticket.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(f'{head}msgid "No fold."\nmsgstr "Xyz abc."\n\nmsgid "Paper"\nmsgstr "Qrs"\n')
    told = ticket(run, copy, rewrite, host)
    assert "Qrs" in told
    assert told.count("Cut on the marks.") == 1
    assert "nobody has translated" not in told


def test_the_notice_on_a_ticket_is_said_in_the_project_s_words(run, copy, rewrite):
    """Also where the toolkit has no words for the language of the country, of a ticket or of anything."""
    path = copy / "locales/fil/LC_MESSAGES/leaflets.po"
    path.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    notice = 'msgid "Draft. Not verified. Do not hand out."\nmsgstr "Burador."\n'
    path.write_text(f"{head}\n{notice}", encoding="utf-8")
    assert "Burador." in ticket(run, copy, rewrite, "fil")
