"""A change touches the lines that it is about, and no other byte of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalog.lexer import Kind
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import HEADER, Change, edited, without_fuzzy
from leaflets.errors import CatalogError

FILE = "locales/sr/LC_MESSAGES/rights.po"

WRAPPED = b"""\
# Team.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Poedit 3.4\\n"

# ask
#. Cover
#: a.xml:1
#, fuzzy, python-format
#| msgid "Your right"
msgid "Your rights"
msgstr ""
"Va"
"\xc5\xa1a prava"

msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] "dan"
msgstr[1]   "dana"
msgstr[2] "dana"

msgid "end"
msgstr "kraj"

#~ msgid "gone"
#~ msgstr ""
#~ "ne"
#~ "ma"
"""


def changed(*changes: Change, data: bytes = WRAPPED) -> bytes:
    return edited(data, changes, file=FILE)


def test_no_change_changes_nothing() -> None:
    assert changed() == WRAPPED
    assert changed(Change(key=(None, "Your rights"), texts=("Vaša prava",))) == WRAPPED


def test_a_text_is_written_and_the_rest_keeps_its_bytes() -> None:
    done = changed(Change(key=(None, "end"), texts=('rekla je "ne"\nkraj',)))
    assert done == WRAPPED.replace(b'msgstr "kraj"\n', b'msgstr ""\n"rekla je \\"ne\\"\\n"\n"kraj"\n')


def test_only_the_form_that_differs_is_written() -> None:
    done = changed(Change(key=(None, "%(n)s day"), texts=("dan", "dana", "više")))
    assert done == WRAPPED.replace(b'msgstr[2] "dana"', 'msgstr[2] "više"'.encode())


def test_another_number_of_forms_writes_them_all() -> None:
    done = changed(Change(key=(None, "%(n)s day"), texts=("dan", "dana")))
    assert b'msgstr[0] "dan"\nmsgstr[1] "dana"\n\nmsgid "end"' in done


def test_confirming_a_fuzzy_entry_drops_its_flag_and_its_old_text() -> None:
    entry = lex(WRAPPED, file=FILE).live[0]
    done = changed(Change(key=entry.key, flags=without_fuzzy(entry.flags), previous=False))
    assert done == WRAPPED.replace(
        b"#, fuzzy, python-format\n#| msgid", b"#, python-format\n#| msgid"
    ).replace(b'#| msgid "Your right"\n', b"")


def test_flags_appear_and_vanish_where_gettext_puts_them() -> None:
    fuzzy = changed(Change(key=(None, "end"), flags=("fuzzy",)))
    assert fuzzy == WRAPPED.replace(b'msgid "end"', b'#, fuzzy\nmsgid "end"')
    assert changed(Change(key=(None, "end"), flags=()), data=fuzzy) == WRAPPED


def test_remarks_stand_first() -> None:
    done = changed(Change(key=(None, "Your rights"), remarks=("checked", "twice")))
    assert done == WRAPPED.replace(b"# ask\n", b"# checked\n# twice\n")


def test_the_header_has_a_key_too() -> None:
    text = "Content-Type: text/plain; charset=UTF-8\nX-Generator: Weblate\n"
    done = changed(Change(key=HEADER, texts=(text,)))
    assert lex(done, file=FILE).header.texts[0].value == text
    assert done.partition(b"\n\n")[2] == WRAPPED.partition(b"\n\n")[2]


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    data = b"\xef\xbb\xbf" + WRAPPED.replace(b"\n", b"\r\n")
    done = changed(Change(key=(None, "end"), texts=("a\nb",), flags=("fuzzy",)), data=data)
    plain = changed(Change(key=(None, "end"), texts=("a\nb",), flags=("fuzzy",)))
    assert done == b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")


def test_obsolete_entries_are_never_meant() -> None:
    with pytest.raises(CatalogError, match="no message") as caught:
        changed(Change(key=(None, "gone"), texts=("x",)))
    assert caught.value.diagnostics[0].help


@pytest.mark.parametrize(
    "change",
    [
        Change(key=(None, "end"), texts=("a", "b")),
        Change(key=(None, "%(n)s day"), texts=()),
        Change(key=(None, "end"), texts=("a\u2028b",)),
        Change(key=(None, "end"), remarks=("a\nmsgid",)),
        Change(key=(None, "end"), flags=("a\nb",)),
        Change(key=HEADER, texts=("Content-Type: text/plain; charset=ISO-8859-2\n",)),
    ],
)
def test_what_the_format_cannot_hold_is_refused(change: Change) -> None:
    with pytest.raises(CatalogError) as caught:
        changed(change)
    assert caught.value.diagnostics[0].help


def test_two_changes_of_one_entry_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="two changes"):
        changed(Change(key=(None, "end")), Change(key=(None, "end")))


TAGS = "".join(
    map(
        chr,
        (*range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE0080)),
    )
)
UNPRINTED = TAGS + "\ufeff\ufffd\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters=UNPRINTED))
STRINGS = st.lists(TEXTS | st.sampled_from(["\n", "\t", "\r", '"', "\\"])).map("".join)
KEYS = [(None, "Your rights"), (None, "end")]


@given(st.dictionaries(st.sampled_from(KEYS), STRINGS.filter(lambda text: "#-#-#-#-#" not in text)))
def test_entries_that_are_not_named_keep_their_bytes(texts: dict[tuple[None, str], str]) -> None:
    """Law: what is written is read back, and every other entry is byte for byte what it was."""
    data = changed(*(Change(key=key, texts=(text,)) for key, text in texts.items()))
    before, after = lex(WRAPPED, file=FILE), lex(data, file=FILE)
    for was, now in zip(before.entries, after.entries, strict=True):
        if was.obsolete or was.key not in texts:
            assert data[now.start : now.end] == WRAPPED[was.start : was.end]
        else:
            assert now.texts[0].value == texts[was.key]
            assert now.flags == was.flags
            assert now.comments(Kind.REMARK) == was.comments(Kind.REMARK)
