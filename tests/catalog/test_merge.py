"""Merging equals `msgmerge --previous` entry by entry, and leaves the bytes of everything else alone."""

import polib
import pytest
from tests.catalog.samples import pair

from leaflets.catalog.entries import Entry
from leaflets.catalog.lexer import Kind
from leaflets.catalog.merge import merged
from leaflets.catalog.reader import lex
from leaflets.errors import CatalogError

FILE = "locales/sr/LC_MESSAGES/rights.po"

POT = b"""\
#, fuzzy
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#. Cover
#: a.xml:1
msgid "Your rights"
msgstr ""

#. Cover
#: a.xml:2
msgid "Call the police if you are in danger."
msgstr ""
"""

PO = """\
# Team.
msgid ""
msgstr ""
"Language: sr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Weblate 5.14\\n"
"X-Poedit-Basepath: .\\n"


# kept
#. Cover
#: a.xml:1
msgid "Your rights"
msgstr ""
"Vaša "
"prava"

#. Cover
#: a.xml:2
msgid "Call the police if you are in danger."
msgstr "Pozovite policiju ako ste u opasnosti."
""".encode()


def told(entry: Entry) -> tuple[object, ...]:
    """All that an entry says, in whatever wrapping."""
    old = [token for token in entry.tokens if token.kind is Kind.PREVIOUS]
    return (
        entry.obsolete,
        entry.key,
        entry.value("msgid_plural"),
        tuple(field.value for field in entry.texts),
        frozenset(entry.flags),
        " ".join(entry.comments(Kind.EXTRACTED)),
        " ".join(entry.comments(Kind.REFERENCE)),
        entry.comments(Kind.REMARK),
        [token.keyword for token in old if token.keyword],
        "".join(token.value for token in old),
    )


def entries(data: bytes) -> list[tuple[object, ...]]:
    return [told(entry) for entry in lex(data, file=FILE).entries]


@pytest.mark.parametrize("seed", range(12))
def test_the_result_is_that_of_msgmerge(seed, gettext, tmp_path):
    catalog, template = pair(seed, size=60)
    (tmp_path / "a.po").write_bytes(catalog)
    (tmp_path / "a.pot").write_bytes(template)
    done = gettext("msgmerge", "--previous", "-q", tmp_path / "a.po", tmp_path / "a.pot")
    assert done.returncode == 0, done.stderr
    assert entries(merged(catalog, template, file=FILE).data) == entries(done.stdout)


@pytest.mark.parametrize("seed", range(4))
def test_a_merged_catalog_stays_as_it_is(seed):
    once = merged(*pair(seed, size=40), file=FILE).data
    assert merged(once, pair(seed, size=40)[1], file=FILE).data == once


def test_nothing_is_touched_where_nothing_changed():
    assert merged(PO, POT, file=FILE).data == PO


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("width", [0, 40, 76, 79, 1000])
def test_entries_that_did_not_change_keep_their_bytes_whatever_wrote_them(width, ending, gettext, tmp_path):
    """The styles of msgcat, which Poedit links in, at several widths; and without wrapping."""
    catalog, template = pair(3, size=60)
    (tmp_path / "a.po").write_bytes(merged(catalog, template, file=FILE).data)
    style = ["--no-wrap"] if width == 0 else [f"--width={width}"]
    styled = gettext("msgcat", *style, tmp_path / "a.po").stdout.replace(b"\n", ending)
    assert merged(styled, template, file=FILE).data == styled
    after = merged(styled, template.replace(b"comment 1\n", b"comment one\n"), file=FILE).data
    assert after != styled
    gone = [line for line in styled.split(ending) if line not in set(after.split(ending))]
    assert gone == [b"#. comment 1"]


@pytest.mark.parametrize("width", [76, 77, 79])
def test_entries_that_did_not_change_keep_the_bytes_of_weblate(width):
    """Weblate's wrapping is that of polib or msgcat, with Weblate's own header."""
    catalog, template = pair(4, size=60)
    file = polib.pofile(merged(catalog, template, file=FILE).data.decode(), wrapwidth=width)
    file.metadata["X-Generator"] = "Weblate 5.14.3"
    styled = str(file).encode()
    assert merged(styled, template, file=FILE).data == styled


def test_new_entries_stand_where_the_template_has_them_and_headers_stay():
    more = POT.replace(
        b"#. Cover\n#: a.xml:2", b'#. New\n#: a.xml:9\nmsgid "Help line"\nmsgstr ""\n\n#. Cover\n#: a.xml:2'
    )
    result = merged(PO, more, file=FILE)
    assert result.missing == ((None, "Help line"),)
    new = b'#. New\n#: a.xml:9\nmsgid "Help line"\nmsgstr ""\n\n'
    assert result.data == PO.replace(b"#. Cover\n#: a.xml:2", new + b"#. Cover\n#: a.xml:2")


def test_a_changed_source_keeps_the_translation_marked_with_the_old_source_beside_it():
    changed = POT.replace(b"if you are in danger", b"when you are in danger")
    result = merged(PO, changed, file=FILE)
    assert result.similar == ((None, "Call the police when you are in danger."),)
    assert result.data == PO.replace(
        b'msgid "Call the police if',
        b'#, fuzzy\n#| msgid "Call the police if you are in danger."\nmsgid "Call the police when',
    )


def test_what_is_dropped_goes_behind_a_mark_and_comes_back():
    without = POT[: POT.index(b"#. Cover\n#: a.xml:2")]
    dropped = merged(PO, without, file=FILE)
    assert dropped.dropped == ((None, "Call the police if you are in danger."),)
    assert b'#~ msgid "Call the police' in dropped.data
    back = merged(dropped.data, POT, file=FILE)
    assert back.revived == ((None, "Call the police if you are in danger."),)
    assert back.data == PO


def test_the_translators_own_flags_stay():
    flagged = PO.replace(b"#: a.xml:1\n", b"#: a.xml:1\n#, max-length:30, ignore-same\n")
    assert merged(flagged, POT, file=FILE).data == flagged


def test_a_last_line_without_an_end_gets_one_before_something_follows():
    more = POT + b'\nmsgid "Help line"\nmsgstr ""\n'
    result = merged(PO.rstrip(b"\n"), more, file=FILE).data
    assert result.endswith(b'opasnosti."\n\nmsgid "Help line"\nmsgstr ""\n')


def test_a_byte_order_mark_and_words_after_the_last_entry_stay():
    odd = b"\xef\xbb\xbf" + PO + b"\n# the end\n"
    assert merged(odd, POT, file=FILE).data == odd
    assert merged(odd, POT + b'\nmsgid "x"\nmsgstr ""\n', file=FILE).data.endswith(
        b'msgstr ""\n\n# the end\n'
    )


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read():
    with pytest.raises(CatalogError, match="50 MB"):
        merged(b"#\n" * 25_000_000, POT, file=FILE)
