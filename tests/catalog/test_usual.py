"""Law: what is read at once is what is read line by line; and what tools write is read at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.damage import damaged
from tests.catalog.samples import pair

from leaflets.catalog.merge import merged
from leaflets.catalog.reader import lex, read_lines
from leaflets.catalog.usual import read_usual
from leaflets.errors import CatalogError, InputError

FILE = "locales/sr/LC_MESSAGES/rights.po"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

LINES = st.sampled_from(
    [
        'msgid "a"',
        'msgid "b"',
        'msgid ""',
        'msgid  "c"',
        'msgctxt "x"',
        'msgid_plural "as"',
        'msgstr "č \\"d\\"\\n"',
        'msgstr[0] ""',
        'msgstr[1] "f"',
        '"more\\\\"',
        "# ж ",
        "#",
        "#. one",
        "#: a.xml:3 b.xml:4",
        "#, fuzzy,  python-format",
        "#=no-wrap",
        '#| msgid "old"',
        '#| msgctxt "o"',
        '#| "older"',
        '#~ msgid "gone"',
        '#~ msgstr "nema"',
        '#~ "vi\\tše"',
        '#~| msgid "before"',
        "#~",
        "",
        "  ",
        "# c\\",
        "# \x0c",
        "# \u2028",
    ]
)


def assert_same(data):
    quick = read_usual(data, file=FILE)
    if quick is not None:
        assert quick == read_lines(data, file=FILE)
        assert all(quick.entries[n].tokens for n in range(len(quick.entries)))
    return quick is not None


@given(st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]))), st.booleans())
def test_any_lines(lines, bom):
    text = HEADER + "".join(line + end for line, end in lines)
    assert_same((b"\xef\xbb\xbf" if bom else b"") + text.encode())


@given(st.lists(LINES, max_size=4), st.lists(LINES, max_size=4))
def test_lines_around_an_entry_that_is_sound(before, after):
    text = "\n".join([*before, 'msgctxt "k"', 'msgid "key"', 'msgstr "ključ"', *after])
    assert_same((HEADER + text).encode())


@pytest.mark.parametrize("seed", range(40))
def test_damaged_catalogs(seed):
    """What one of them refuses, the other does not read."""
    data = damaged(seed)
    if assert_same(data):
        lex(data, file=FILE)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("style", [("--no-wrap",), ("--width=60",), ("--width=79",)])
def test_what_gettext_writes_is_read_at_once(style, ending, gettext, tmp_path):
    """Comments, old source texts, plurals and obsolete entries among it."""
    data = merged(*pair(3, size=60), file=FILE).data
    assert b"#~ msgid" in data
    assert b"#| msgid" in data
    (tmp_path / "a.po").write_bytes(data)
    styled = gettext("msgcat", *style, tmp_path / "a.po").stdout.replace(b"\n", ending.encode())
    assert assert_same(styled)


def test_our_own_catalogs_are_read_at_once(root):
    files = sorted(root.glob("locales/**/*.po*"))
    assert len(files) > 25
    for path in files:
        assert assert_same(path.read_bytes()), path


@pytest.mark.parametrize(
    "body",
    [
        'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[2] "c"\n',
        'msgctxt "c"\nmsgid ""\nmsgstr "b"\n',
        'msgid "a"\nmsgstr "b"\n\n#| msgid "lost"\n',
        'msgid "a"\nmsgstr "b\\q"\n',
        '# c\\\nmsgid "a"\nmsgstr "b"\n',
        'msgid "a #-#-#-#-#"\nmsgstr "b"\n',
    ],
)
def test_what_is_a_fault_is_left_to_the_other(body):
    assert read_usual((HEADER + body).encode(), file=FILE) is None
    with pytest.raises(CatalogError):
        lex((HEADER + body).encode(), file=FILE)


def test_a_header_that_is_not_utf8_is_left_to_the_other():
    data = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-R\\n"\n'
    assert read_usual(data, file=FILE) is None
    with pytest.raises(InputError):
        lex(data, file=FILE)
