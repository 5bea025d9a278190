"""Damaged .po files are refused with the line and a next step; sound ones are covered byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalog import lexer
from leaflets.catalog.lexer import Kind, scan
from leaflets.catalog.reader import lex
from leaflets.diagnostics import Diagnostic
from leaflets.errors import CatalogError

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
"""Three lines: what a test adds begins in line 4."""

PATH = "locales/sr/LC_MESSAGES/rights.po"


def faults(body: str, *, header: str = HEADER) -> tuple[Diagnostic, ...]:
    with pytest.raises(CatalogError) as caught:
        lex((header + body).encode(), file=PATH)
    found = caught.value.diagnostics
    assert all(one.help and one.place and one.place.file == PATH for one in found)
    return found


def lines(body: str, *, header: str = HEADER) -> list[tuple[str, int | None]]:
    return [(one.rule, one.place.line if one.place else None) for one in faults(body, header=header)]


@pytest.mark.parametrize(
    ("body", "line", "message", "step"),
    [
        # The three that polib reads without a word, as `sa`, `ay` and `say`.
        ('msgid "a"\nmsgstr "say\n', 5, "closing quotation mark is missing", "at the end"),
        ('msgid "a"\nmsgstr say"\n', 5, "opening quotation mark is missing", "after msgstr"),
        ('msgid "a"\nmsgstr “say”\n', 5, "“ (U+201C)", "U+0022"),
        ('msgid "a"\nmsgstr "say”\n', 5, "” (U+201D)", "U+0022"),
        ('msgid "a"\nmsgstr ""\n„say“\n', 6, "„ (U+201E)", "U+0022"),
        ('msgid "a"\nmsgstr ""\nsay"\n', 6, "opening quotation mark is missing", "at the beginning"),
        ('msgid "a"\nmsgstr "say\\"\n', 5, "closing quotation mark is missing", "at the end"),
        (
            'msgid "a"\nmsgstr "he said "no" to me"\n',
            5,
            'after the closing quotation mark: no" to me"',
            '\\"',
        ),
        ('msgid "a"\nmsgstr "b" # why\n', 5, "after the closing quotation mark: # why", '\\"'),
        ('msgid "a"\nmsgstr "C:\\qx"\n', 5, "\\q is not known", "\\\\"),
        ('msgid "a"\nmsgstr "\\x41"\n', 5, "\\x is not known", "\\n"),
        ('msgid "a"\nmsgsrt "b"\n', 5, "msgsrt is not a keyword", 'did you mean "msgstr"?'),
        ('MsgId "a"\nmsgstr "b"\n', 4, "MsgId is not a keyword", 'did you mean "msgid"?'),
        ('domain "a"\n', 4, "domain is not a keyword", "first word"),
        ('msgid "a"\nmsgstr\n', 5, "no text stands after msgstr", 'msgstr ""'),
        ('msgid "a"\nmsgstr "b"\nand more\n', 6, "neither a text nor a comment: and more", "#"),
        ('msgid "a"\nmsgstr "b\u2028c"\n', 5, "U+2028", "delete it"),
        ('#| msgid "old\n#| text"\nmsgid "a"\nmsgstr "b"\n', 4, "closing quotation mark is missing", "end"),
        ('#~ msgid "a"\n#~ msgstr "b\n', 5, "closing quotation mark is missing", "end"),
        ('# c\nmsgstr "b"\n', 5, "msgstr without a msgid", "above msgstr"),
        ('msgstr "b"\n', 4, "a second msgstr", "missing msgid"),
        ('msgctxt "c"\nmsgstr "b"\n', 4, "msgctxt without a msgid", "above"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 4, "msgid without a msgstr", 'msgstr ""'),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 6, "a second msgstr", "keep one"),
        ('msgid "a"\nmsgstr "b"\n# note\n"c"\n', 7, "belongs to no msgid or msgstr", "move it"),
        ('msgid "a"\nmsgstr ""\nmsgid_plural "as"\n', 6, "msgid_plural is out of place", "in order"),
        ('msgid "a"\nmsgid_plural "as"\nmsgstr "b"\n', 6, "msgid_plural without msgstr[0]", "msgstr[1]"),
        ('msgid "a"\nmsgstr[0] "b"\n', 5, "msgstr[0] without a msgid_plural", "write msgstr"),
        (
            'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[2] "c"\n',
            7,
            "msgstr[1] is expected",
            "in order",
        ),
        ('msgid "a"\n#~ msgstr "b"\n', 5, "partly obsolete", "#~"),
        ('msgctxt "c"\nmsgid ""\nmsgstr "b"\n', 4, "empty msgid", "source text"),
    ],
)
def test_a_damaged_line_is_named_with_a_next_step(body: str, line: int, message: str, step: str) -> None:
    first = faults(body)[0]
    assert first.rule == "po-syntax"
    assert first.place is not None
    assert first.place.line == line
    assert message in first.message
    assert step in first.help


def test_all_faults_of_a_file_are_told_at_once_and_in_order() -> None:
    body = (
        'msgid "a"\nmsgstr "say\n\n'
        'msgid "b"\nmsgstr ""\n\n'
        'msgid "b"\nmsgstr ""\n\n'
        'msgid "c"\nmsgstr “say”\n\n'
        'msgid "d"\n'
    )
    assert lines(body) == [("po-syntax", 5), ("po-duplicate", 10), ("po-syntax", 14), ("po-syntax", 16)]


def test_a_damaged_keyword_gives_one_fault_and_not_a_chain() -> None:
    assert lines('msgid "a"\nmsgsrt "b"\n') == [("po-syntax", 5)]


def test_duplicates_are_told_by_context_and_msgid() -> None:
    twice = 'msgctxt "{}"\nmsgid "a"\nmsgstr ""\n\n'
    assert lines(twice.format("x") * 2) == [("po-duplicate", 9)]
    assert "line 5" in faults(twice.format("x") * 2)[0].notes[0]
    lex((HEADER + twice.format("x") + twice.format("y")).encode(), file=PATH)


def test_an_old_source_text_that_is_empty_is_a_comment() -> None:
    body = '#|\nmsgid "a"\nmsgstr "b"\n\n#~|\n#~ msgid "c"\n#~ msgstr "d"\n'
    assert len(lex((HEADER + body).encode(), file=PATH).entries) == 2


def test_an_obsolete_entry_is_a_duplicate_as_for_gettext() -> None:
    body = 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n'
    assert lines(body) == [("po-duplicate", 7)]


def test_conflict_markers_of_git_hide_the_faults_that_follow_from_them() -> None:
    body = 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> theirs\n'
    assert lines(body) == [("po-conflict-marker", line) for line in (5, 7, 9)]


def test_conflict_markers_of_gettext_are_found_in_texts_and_comments() -> None:
    mark = "#-#-#-#-#  a.po (rights)  #-#-#-#-#"
    body = f'# {mark}\nmsgid "a"\nmsgstr ""\n"{mark}\\n"\n"b\\n"\n'
    assert lines(body) == [("po-conflict-marker", 4), ("po-conflict-marker", 7)]


def test_a_long_line_of_equal_signs_in_a_comment_is_no_conflict() -> None:
    lex((HEADER + '# =======\nmsgid "======="\nmsgstr ""\n').encode(), file=PATH)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", [("po-header", 1)]),
        ('msgid ""\nmsgstr "Language: sr\\n"\n', [("po-encoding", 2)]),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=windows-1250\\n"\n', [("po-encoding", 2)]),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n', [("po-encoding", 2)]),
    ],
)
def test_a_header_that_does_not_say_utf8(header: str, expected: list[tuple[str, int]]) -> None:
    assert lines('\nmsgid "a"\nmsgstr ""\n', header=header) == expected


def test_bytes_of_windows_1250_are_a_catalog_error_with_their_line() -> None:
    with pytest.raises(CatalogError) as caught:
        lex(HEADER.encode() + 'msgid "a"\nmsgstr "žrtva"\n'.encode("cp1250"), file=PATH)
    (one,) = caught.value.diagnostics
    assert (one.rule, str(one.place)) == ("not-utf8", f"{PATH}:5")


def test_comments_are_read_as_gettext_reads_them() -> None:
    body = (
        '#translator\n#. place\n#: a.xml:3 b.xml:4\n#,fuzzy\n#= no-wrap\n#| msgctxt "o"\n#| msgid ""\n'
        '#| "old"\nmsgctxt "c"\nmsgid "a"\nmsgstr"b"\n'
    )
    (entry,) = lex((HEADER + body).encode(), file=PATH).entries
    assert entry.comments(Kind.REMARK) == ("translator",)
    assert entry.comments(Kind.EXTRACTED) == ("place",)
    assert entry.comments(Kind.REFERENCE) == ("a.xml:3 b.xml:4",)
    assert entry.flags == ("fuzzy", "no-wrap")
    assert entry.comments(Kind.PREVIOUS) == ("o", "", "old")
    assert entry.key == ("c", "a")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_spans_point_at_the_bytes_whatever_the_line_ends(end: str, mark: bytes) -> None:
    body = (HEADER + '# ж\nmsgid "a"\nmsgstr ""\n"б"\n"в"\n\n# end\n').replace("\n", end)
    data = mark + body.encode()
    (entry,) = lex(data, file=PATH).entries
    (text,) = entry.texts
    assert (entry.line, text.line, text.value) == (4, 6, "бв")
    assert data[text.start : text.end].decode() == f'msgstr ""{end}"б"{end}"в"{end}'
    assert data[entry.start : entry.end].decode().startswith("# ж")


LINES = st.sampled_from(
    [
        'msgid "a"',
        'msgstr ""',
        '"b\\n"',
        "“b”",
        'msgstr "x',
        "#~ x",
        "#| msgid",
        "# ж",
        "=======",
        "",
        "  ",
        "#",
        "x\u2028",
    ]
)


@given(st.lists(st.tuples(LINES | st.text(), st.sampled_from(["\n", "\r\n", "\r", ""]))), st.booleans())
def test_the_tokens_are_the_file(parts: list[tuple[str, str]], bom: bool) -> None:
    """Law: the spans of the tokens, one after the other, are the file, sound or damaged."""
    text = "".join(line + end for line, end in parts)
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode("utf-8", "ignore")
    tokens = scan(data, file=PATH)
    assert b"".join(data[token.start : token.end] for token in tokens) == data
    assert [token.start for token in tokens[1:]] == [token.end for token in tokens[:-1]]


@given(st.lists(LINES))
def test_a_file_is_read_or_refused_with_lines_and_steps(body: list[str]) -> None:
    """Law: any lines are either a catalog or a CatalogError in which each fault has a line and a help."""
    found: tuple[Diagnostic, ...] = ()
    try:
        lex((HEADER + "\n".join(body)).encode(), file=PATH)
    except CatalogError as error:
        found = error.diagnostics
    assert all(one.help and one.place and one.place.line for one in found)


def slowly(raw):
    token = lexer.Token(kind=Kind.BAD, line=1, start=0, end=len(raw.encode()), text=raw.strip(" \t"))
    return lexer._checked(lexer._classified(token, raw, "x.po"), "x.po")


PO_LINES = st.sampled_from(
    [
        "msgid ",
        "msgstr ",
        "msgstr[1] ",
        "msgctxt ",
        "msgid_plural ",
        "#. ",
        "#: ",
        "#, ",
        "# ",
        "#~ ",
        "#| ",
        '"',
        "",
    ]
)


@given(PO_LINES, st.text(st.sampled_from('ab "\\\t#.,:nя“”'), max_size=8))
def test_both_readers_of_a_line_give_the_same_token(start, rest):
    raw = start + rest
    quick = lexer._usual(raw, 1, (0, len(raw.encode())))
    assert quick is None or quick == slowly(raw)


def test_the_usual_lines_are_read_at_once(root):
    lines = (root / "locales/ar/LC_MESSAGES/victims-rights.po").read_text(encoding="utf-8").splitlines()
    texts = [line for line in lines if line.startswith(("msg", "#.", "#:"))]
    quick = [lexer._usual(line, 1, (0, len(line.encode()))) for line in texts]
    assert sum(token is not None for token in quick) > 0.9 * len(texts)
    assert all(token is None or token == slowly(line) for token, line in zip(quick, texts, strict=True))
