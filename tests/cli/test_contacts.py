"""`leaflets contacts`: a call sheet, a call that is recorded, and where a number stands."""

import re
import tomllib
from datetime import date, timedelta

import pytest

from leaflets.config.verify import verified

DAY = date(2026, 11, 25)
TODAY = date.today()


def test_who_was_never_called_is_due_with_all_that_is_not_known(run):
    told = run("contacts", "due")
    assert told.code == 1
    sheet = told.out.partition("ASTRA (astra)")[2].partition("\n\n")[0]
    assert "never verified" in sheet
    assert "[ ] dial +381117850000, printed as +381 11 785 00 00" in sheet
    assert "[ ] Which languages are spoken?" in sheet


def test_the_sheet_tells_on_which_days_somebody_answers(run, rewrite):
    rewrite("contacts.toml", 'web = "', 'open = ["mon-fri 09:00-17:00", "sun 10:00-12:00"]\nweb = "')
    assert "hours: mon-fri 09:00–17:00, sun 10:00–12:00" in run("contacts", "due").out


def test_a_call_is_written_and_every_other_byte_stays(run, copy):
    before = (copy / "contacts.toml").read_bytes()
    told = run("contacts", "verify", "astra", "--by", 'the "Monday" group', "--on", TODAY.isoformat())
    assert told.code == 0, told.err
    after = (copy / "contacts.toml").read_bytes()
    old, new = before.splitlines(), after.splitlines()
    other = [(one, two) for one, two in zip(old, new, strict=True) if one != two]
    assert len(other) <= 2
    assert other[-1] == (b'checked_by = ""', b'checked_by = "the \\"Monday\\" group"')
    assert "astra" not in re.findall(r"\((\S+)\)", run("contacts", "due").out)
    assert "ASTRA (astra): verified on" in run("contacts", "due", "--days", "90").out


def test_an_older_call_replaces_no_newer_one(run, copy):
    def verify(day):
        return run("contacts", "verify", "astra", "--by", "M.", "--on", day.isoformat())

    assert verify(TODAY - timedelta(days=400)).code == 0
    told = verify(TODAY - timedelta(days=300))
    assert told.code == 0
    assert "warning[contact-expired]" in told.err
    assert "can be released" in told.err
    assert verify(TODAY - timedelta(days=10)).err == ""
    before = (copy / "contacts.toml").read_bytes()
    told = verify(TODAY - timedelta(days=11))
    assert told.code == 1
    assert f'error[older-call]: "astra" was verified later than {TODAY - timedelta(days=11)}' in told.err
    assert "nothing was written" in told.err
    assert (copy / "contacts.toml").read_bytes() == before


def test_where_names_formats_and_files(run, copy):
    assert run("build", "--lang", "sr", "--format", "card", "--profile", "screen", "--jobs", "1").code == 0
    told = run("contacts", "where", "astra")
    assert told.code == 0
    assert "victims-rights: " in told.out
    assert "dist/victims-rights/sr/" in told.out
    assert "2026-11, sr, card, draft" in told.out


def test_where_names_files_that_show_what_the_layout_does_not_show_any_more(run, copy, rewrite):
    """They were built before, and may have been handed out: whoever has them must be called back."""
    assert run("build", "--lang", "sr", "--format", "card", "--profile", "screen", "--jobs", "1").code == 0
    (name,) = (path.name for path in (copy / "dist").rglob("*.pdf"))
    for path in (copy / "layouts/victims-rights").glob("*.xml"):
        path.write_text(path.read_text(encoding="utf-8").replace('ref="astra"', 'ref="atina"'))
    told = run("contacts", "where", "astra")
    assert "no layout shows it today" in told.out
    assert f"{name}: 2026-11, sr, card, draft" in told.out


def test_where_knows_a_contact_that_was_deleted(run, copy, rewrite):
    """It was wrong, and somebody was quick: its number stands in files all the same."""
    assert run("build", "--lang", "sr", "--format", "card", "--profile", "screen", "--jobs", "1").code == 0
    for path in (copy / "layouts/victims-rights").glob("*.xml"):
        path.write_text(path.read_text(encoding="utf-8").replace('"astra"', '"atina"'))
    rewrite("contacts.toml", "[contact.astra]", "[contact.other]")
    told = run("contacts", "where", "astra")
    assert told.code == 0, told.err
    assert "2026-11, sr, card, draft" in told.out
    assert run("contacts", "where", "astre").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "astre", "--by", "x"),
        ("verify", "astra", "--by", " "),
        ("verify", "astra", "--by", "a\nb"),
        ("verify", "astra", "--by", "a\x07b"),
        ("verify", "astra", "--by", "x", "--on", (TODAY + timedelta(days=2)).isoformat()),
        ("where", "nobody"),
    ],
)
def test_what_cannot_be_is_refused(run, copy, arguments):
    before = (copy / "contacts.toml").read_bytes()
    assert run("contacts", *arguments).code != 0
    assert (copy / "contacts.toml").read_bytes() == before


HEAD = '[contact.a]\nname = "A" # [contact.b]\n'


@pytest.mark.parametrize(
    "text",
    [
        HEAD + 'checked_on = 2026-01-01 # a day\nchecked_by = "x # y" # who\n',
        HEAD + "checked_on=2026-01-01\n",
        HEAD.replace("\n", "\r\n") + "checked_on = 2026-01-01\r\n[contact.b]\r\nchecked_by = 'b'\r\n",
        '[contact."a"]\nname = "A"',
        HEAD + 'note = """\nchecked_by = "b"\n"""\n',
    ],
)
def test_each_way_to_write_a_contact(text):
    new = verified(text, contact="a", by='M. "x" \\', on=DAY)
    assert new is not None
    before, after = (tomllib.loads(one.replace("\r\n", "\n")) for one in (text, new))
    before["contact"]["a"] |= {"checked_by": 'M. "x" \\', "checked_on": DAY}
    assert after == before
    assert all(remark in new for remark in ("# [contact.b]", "# a day", "# who") if remark in text)


def test_an_inline_table_is_left_to_a_person():
    assert verified('contact = { a = { name = "A" } }\n', contact="a", by="M.", on=DAY) is None
