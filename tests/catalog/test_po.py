"""Catalogs are read whole and true; templates are the same text for the same messages."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalog.message import TemplateMessage
from leaflets.catalog.po import read_catalog, write_pot
from leaflets.diagnostics import Place
from leaflets.errors import CatalogError, InputError
from leaflets.files import Disk, Snapshot, digest

PATH = "locales/sr_Latn/LC_MESSAGES/rights.po"

SAMPLE = """\
# Translators of the guide.
msgid ""
msgstr ""
"Language: sr@latin\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. Cover heading, at most 2 lines
#: layouts/rights/trifold.xml:12 layouts/rights/card.xml:3
msgctxt "cover"
msgid "Your rights"
msgstr "Vaša prava"

# ask again
#, fuzzy, python-format
#| msgid "Call %(old)s"
msgid "Call %(phone)s"
msgstr ""
"Pozovite "
"\\"%(phone)s\\""

msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] "%(n)s dan"
msgstr[1] "%(n)s dana"
msgstr[2] ""

#~ msgid "Gone"
#~ msgstr "Nema"

# the end
"""


def snapshot(data: bytes) -> Snapshot:
    return Snapshot(digests={PATH: digest(data)}, blobs={digest(data): data})


def test_a_catalog_is_read_with_its_lines() -> None:
    catalog = read_catalog(snapshot(SAMPLE.encode()), PATH, tag="sr-Latn")
    cover, call, days = catalog.messages
    assert catalog.header["Language"] == "sr@latin"
    assert catalog.header_line == 3
    assert (cover.context, cover.texts, cover.line, cover.text_line) == ("cover", ("Vaša prava",), 7, 11)
    assert cover.comments == ("Cover heading, at most 2 lines",)
    assert cover.references == ("layouts/rights/trifold.xml:12", "layouts/rights/card.xml:3")
    assert (call.fuzzy, call.flags, call.remarks) == (True, ("fuzzy", "python-format"), ("ask again",))
    assert call.texts == ('Pozovite "%(phone)s"',)
    assert (days.plural, len(days.texts), days.is_translated) == ("%(n)s days", 3, False)
    assert catalog.find("Gone") is None


def test_bom_and_crlf_change_nothing() -> None:
    plain = read_catalog(snapshot(SAMPLE.encode()), PATH, tag="sr-Latn")
    saved = b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode()
    assert read_catalog(snapshot(saved), PATH, tag="sr-Latn") == plain


def test_a_missing_catalog_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not there"):
        read_catalog(Disk((tmp_path,)), PATH, tag="sr")


def test_what_polib_alone_would_read_wrongly_is_refused() -> None:
    """facts: polib reads `"say` as `sa`, `say"` as `ay`, and takes curly quotes for straight ones."""
    for damaged in ('"say', 'say"', "“say”"):
        text = SAMPLE + f'\nmsgid "x"\nmsgstr {damaged}\n'
        assert polib.pofile(text).find("x") is not None, (
            "polib now refuses it: see whether the lexer is needed"
        )
        with pytest.raises(CatalogError):
            read_catalog(snapshot(text.encode()), PATH, tag="sr")


def test_two_readers_that_disagree_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    other = polib.pofile(SAMPLE.replace("prava", "pravila"))
    monkeypatch.setattr(polib, "pofile", lambda *_, **__: other)
    by_hand = SAMPLE.replace("msgstr ", "msgstr  ")
    with pytest.raises(CatalogError, match="two readers"):
        read_catalog(snapshot(by_hand.encode()), PATH, tag="sr")


def test_the_header_is_read_as_polib_reads_it(root: Path) -> None:
    for path in sorted(root.glob("locales/*/LC_MESSAGES/*.po")):
        catalog = read_catalog(snapshot(path.read_bytes()), PATH, tag="sr")
        assert catalog.header == dict(polib.pofile(path.read_text(encoding="utf-8")).metadata), path


TAGS = "".join(
    map(
        chr,
        (*range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE0080)),
    )
)
UNPRINTED = TAGS + "\ufeff\ufffd\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters=UNPRINTED)
).filter(lambda text: "#-#-#-#-#" not in text)
STRINGS = st.lists(TEXTS | st.sampled_from(["\n", "\t", "\r", '"', "\\", "\\n", 'a"', "%(x)s"])).map("".join)


def is_comment(text: str) -> bool:
    """Of a layout: one whose line ends with a backslash is refused where it stands."""
    return bool(text) and not text.endswith("\\")


MESSAGES = st.builds(
    TemplateMessage,
    msgid=STRINGS.filter(bool),
    context=st.none() | STRINGS,
    plural=st.none(),
    comments=st.lists(TEXTS.map(str.strip).filter(is_comment), max_size=2).map(tuple),
)


def quoted(text: str, width: int) -> str:
    """A .po string in pieces of a width, by rules of our own."""
    pieces = [text[i : i + width] for i in range(0, len(text), width)] or [""]
    table = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
    return "\n".join(f'"{piece.translate(table)}"' for piece in pieces)


@given(st.lists(st.tuples(MESSAGES, STRINGS), unique_by=lambda pair: pair[0].key), st.integers(1, 30))
def test_catalogs_round_trip(pairs: list[tuple[TemplateMessage, str]], width: int) -> None:
    """Law: what is written into a .po file, in pieces of any width, is what the catalog holds."""
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    blocks = [header]
    for message, text in pairs:
        context = "" if message.context is None else f"msgctxt {quoted(message.context, width)}\n"
        blocks.append(f"{context}msgid {quoted(message.msgid, width)}\nmsgstr {quoted(text, width)}\n")
    catalog = read_catalog(snapshot("\n".join(blocks).encode()), PATH, tag="sr")
    assert [one.key for one in catalog.messages] == [message.key for message, _ in pairs]
    assert [one.texts[0] for one in catalog.messages] == [text for _, text in pairs]


@given(st.lists(MESSAGES, unique_by=lambda message: message.key))
def test_templates_read_back_as_the_same_messages(messages: list[TemplateMessage]) -> None:
    """Law: a .pot holds the messages that were written, in their order."""
    catalog = read_catalog(snapshot(write_pot(messages, project="rights").encode()), PATH, tag="en")
    assert [(one.key, one.comments) for one in catalog.messages] == [(m.key, m.comments) for m in messages]


def test_a_template_is_written_as_git_likes_it() -> None:
    first = TemplateMessage(
        msgid='Say "no"\nor\tgo\n',
        comments=("Cover, about 30 characters",),
        references=(Place(file="layouts/a.xml", line=3), Place(file="contacts.toml")),
    )
    again = TemplateMessage(
        msgid=first.msgid, comments=("On the card",), references=(Place(file="layouts/b.xml", line=1),)
    )
    days = TemplateMessage(msgid="%(n)s day", plural="%(n)s days", context="c", flags=("python-format",))
    text = write_pot((first, days, again), project="rights")
    assert text.split("\n\n", 1)[1] == (
        "#. Cover, about 30 characters\n"
        "#. On the card\n"
        "#: layouts/a.xml:3\n"
        "#: contacts.toml\n"
        "#: layouts/b.xml:1\n"
        'msgid ""\n"Say \\"no\\"\\n"\n"or\\tgo\\n"\n'
        'msgstr ""\n'
        "\n"
        "#, python-format\n"
        'msgctxt "c"\nmsgid "%(n)s day"\nmsgid_plural "%(n)s days"\n'
        'msgstr[0] ""\nmsgstr[1] ""\n'
    )
    assert "Date" not in text


def test_one_message_with_two_plurals_is_refused() -> None:
    uses = [
        TemplateMessage(msgid="day", plural=plural, references=(Place(file="a.xml", line=n),))
        for n, plural in enumerate(("days", "dayz"), start=1)
    ]
    with pytest.raises(CatalogError, match="two plurals") as caught:
        write_pot(uses, project="rights")
    (one,) = caught.value.diagnostics
    assert str(one.place) == "a.xml:2"
    assert one.help


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="GNU gettext is not installed")
def test_msgcat_writes_our_templates_as_they_are(tmp_path: Path) -> None:
    messages = (
        TemplateMessage(msgid="Your rights", context="cover", references=(Place(file="a.xml", line=1),)),
        TemplateMessage(msgid="one\ntwo", comments=("two lines",)),
        TemplateMessage(msgid="ends\n", plural="all end\n", flags=("python-format",)),
    )
    path = tmp_path / "a.pot"
    path.write_text(write_pot(messages, project="rights"), encoding="utf-8")
    done = subprocess.run(["msgcat", "--no-wrap", str(path)], check=True, capture_output=True, timeout=60)
    assert done.stdout.decode() == path.read_text(encoding="utf-8")
