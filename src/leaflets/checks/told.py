"""Findings to lines of text for people and for editors: excerpt, expected, place, next step."""

from collections.abc import Iterator

from leaflets.checks.naming import isolated, shown
from leaflets.checks.report import Quotation, Reported
from leaflets.text.ucd import bidi_class, general_category

WIDTH = 76
"""Characters of an excerpt."""
ELLIPSIS = "…"


def told_short(found: Reported) -> str:
    """`file:line: error[rule] message`, as editors read it."""
    where = f"{found.place}: " if found.place else ""
    expected = f' (expected: "{shown(found.expected)}")' if found.expected else ""
    message = " ".join(shown(found.message).split())
    return f"{where}{found.severity}[{found.rule}] {message}{expected}"


def told_details(found: Reported) -> Iterator[str]:
    """The lines below the message: source, excerpt with its place marked, expected, place, next step."""
    if found.place:
        yield f"  --> {found.place}"
    quotation = found.quotation
    if quotation:
        yield _line("source", _quoted(shortened(quotation.source), rtl=quotation.source_rtl))
        yield from _excerpt(quotation)
    elif found.msgid:
        yield _line("source", shortened(found.msgid))
    if found.expected:
        yield _line("expected", _quoted(found.expected, rtl=_is_rtl(found.expected)))
    if found.where:
        yield _line("place", "; ".join(found.where))
    yield from (f"  note: {shown(note)}" for note in found.notes if note)
    if found.help:
        yield f"  help: {shown(found.help)}"


def excerpt(quotation: Quotation) -> tuple[str, str, str]:
    """What stands before the place, at it, and after it, cut to a readable length; line ends as ⏎."""
    text = quotation.text
    start, end = quotation.start, max(quotation.end, quotation.start)
    room = max(WIDTH - (end - start), 20)
    first = max(0, start - room // 2)
    last = min(len(text), end + room - (start - first))
    first = max(0, min(first, last - WIDTH)) if end - start < WIDTH else first
    before = (ELLIPSIS if first else "") + text[first:start]
    after = text[end:last] + (ELLIPSIS if last < len(text) else "")
    return _plain(before), _plain(text[start:end]), _plain(after)


def shortened(text: str, *, width: int = WIDTH) -> str:
    plain = _plain(text)
    return plain if len(plain) <= width else plain[: width - 1] + ELLIPSIS


def _excerpt(quotation: Quotation) -> Iterator[str]:
    before, found, after = excerpt(quotation)
    yield _line("here", _quoted(before + found + after, rtl=quotation.rtl))
    if not found or len(found) >= len(quotation.text):
        return
    if quotation.rtl or not _is_aligned(before + found):
        yield _line("found", _quoted(found, rtl=quotation.rtl or _is_rtl(found)))
    else:
        yield _line("", " " * len(before) + "~" * len(found))


def _is_aligned(text: str) -> bool:
    """Whether a mark below the text stands where it should: one column a character, none turned around."""
    return all(c < "\u1100" and general_category(c)[0] != "M" for c in text) and not _is_rtl(text)


def _is_rtl(text: str) -> bool:
    return any(bidi_class(character) in ("R", "AL") for character in text)


def _plain(text: str) -> str:
    return shown(text.replace("\n", "⏎"))


def _quoted(text: str, *, rtl: bool) -> str:
    return isolated(shown(text), rtl=rtl)


def _line(name: str, text: str) -> str:
    return f"   | {name:<9} {text}".rstrip()
