"""A text to the stretches that keep their own order and stay on one line: numbers, addresses, Latin names.

In right-to-left text the groups of a telephone number, the parts of an address, and a Latin name beside
a number change places by UAX #9, unless each stands in an isolate (LRI … PDI). Translators type none.
"""

import re
from collections.abc import Iterator

from leaflets.text.line import Span

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Isolates (UAX #9, 2.4)."""

INITIATORS = (LRI, RLI, FSI)
"""What opens one. Where a translator typed it, one more would change nothing."""

EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
URL = r"(?:https?://|www\.)[^\s<>\u2066-\u2069]*[\w/]"
DOMAIN = r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]+\.)+[a-z]{2,}(?:/[\w./?=&%+-]*[\w/])?(?![\w@.-]*\w)"
PHONE = (
    r"(?<![\w.,+])(?:\+[\d (]|\(?0)[\d ()/.\u00a0\u202f\u2011-]{3,}\d(?!\w)"
    r"|(?<![\w.,+])116[ \u00a0\u202f]?\d{3}(?!\w)"
)
"""Begins with + or 0, or is a European short number 116 xxx. Amounts and years are none."""

NAME = r"[A-Za-z\u00c0-\u024f][\w&’'.+/-]*(?:[ \u00a0](?:[A-Za-z\u00c0-\u024f&][\w&’'.+/-]*|\d+))*(?<![.])"

WHOLE = re.compile(f"(?P<email>{EMAIL})|(?P<url>{URL})|(?P<domain>{DOMAIN})|(?P<phone>{PHONE})")
ANY = re.compile(f"{WHOLE.pattern}|(?P<name>{NAME})")

HINT = re.compile(r"[@\d.:](?:(?<=[@\d])|(?<=\.)\w|(?<=:)/)")
HINT_OF_NAMES = re.compile(f"{HINT.pattern}|[A-Za-z\u00c0-\u024f]")
"""What a text has somewhere that has any of these: most have none, and are not searched for five things. One
of a few characters is looked for first, which takes one step for each of the text."""

LONGEST_NAME = 24
"""Characters of a Latin name that stays on one line; a longer one may be parted between its words."""


Isolated = tuple[str, list[int], list[tuple[int, int]]]
"""Text, indices of the controls that were added, and stretches start, end that never break."""


def isolated(span: Span, *, rtl: bool) -> Isolated:
    """The text of a span with its controls; `rtl` is the direction of the paragraph."""
    matches = () if span.keep else (*_matches(span, rtl=rtl),)
    if not matches:
        whole = span.before + span.text + span.after
        return whole, _ends(span, whole), [(0, len(whole))] if span.keep else []
    parts, controls, kept = [span.before], [], []
    length, done = len(span.before), 0
    for match in matches:
        start, end = match.span()
        alone = rtl and span.text[start - 1 : start] not in INITIATORS
        length += start - done
        first = length
        if alone:
            controls += [length, length + 1 + end - start]
        length += end - start + 2 * alone
        parts += [span.text[done:start], LRI if alone else "", match[0], PDI if alone else ""]
        if match.lastgroup != "name" or end - start <= LONGEST_NAME:
            kept.append((first, length))
        done = end
    whole = "".join((*parts, span.text[done:], span.after))
    return whole, [*_ends(span, whole), *controls], kept


def _matches(span: Span, *, rtl: bool) -> Iterator[re.Match[str]]:
    """Names stand out only in right-to-left text that is not itself in an isolate of its own."""
    names = rtl and not span.before
    if not (HINT_OF_NAMES if names else HINT).search(span.text):
        return iter(())
    return (ANY if names else WHOLE).finditer(span.text)


def _ends(span: Span, whole: str) -> list[int]:
    return [*range(len(span.before)), *range(len(whole) - len(span.after), len(whole))]
