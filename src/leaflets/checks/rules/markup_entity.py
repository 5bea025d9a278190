"""A text -> findings: entities that are damaged, unknown, or stand for a forbidden character."""

import html
import re
from collections.abc import Iterator

from leaflets.checks.decode import decoded
from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.rules.bidi_control import CONTROLS
from leaflets.checks.subject import Translation
from leaflets.files import FORBIDDEN

AMPERSAND = re.compile(r"&(#?\w*)(;?)")
PLAIN = frozenset({"amp", "lt", "gt", "quot", "apos"})
"""What XML knows (XML 1.0, 4.6)."""


@check(
    since="0.1",
    help="write & as &amp; and every other character as itself",
    good=(example("Prava &amp; izbori", "Rights &amp; choices"),),
    bad=(
        example("Prava & izbori", "Rights &amp; choices", note="a bare &"),
        example("Prava &amp izbori", "Rights &amp; choices", note="the semicolon is missing"),
        example("Prava&nbsp;i izbori", "Rights &amp; choices", note="a name of HTML"),
        example("Prava &#x202E;i izbori", "Rights &amp; choices", note="a hidden control"),
    ),
    fixable=True,
    aliases=("hidden-character",),
)
def markup_entity(text: Translation) -> Iterator[Finding]:
    """An entity is damaged or unknown, or stands for a character that is not allowed.

    A bare & prints a stray semicolon in some programs and stops others; and an entity can hide a control
    that nobody sees in the catalog."""
    if "&" not in text.written:
        return
    for match in AMPERSAND.finditer(text.written):
        fault = _fault(match[0], match[1], closed=bool(match[2]))
        if fault:
            yield Finding(*fault)


def _fault(written: str, name: str, *, closed: bool) -> tuple[str, None, str] | None:
    if not name:
        return 'a bare "&"', None, "&amp;"
    if not closed:
        return f'"{written}" has no semicolon', None, f"&{name};" if name in PLAIN else "&amp;" + name
    if name in PLAIN:
        return None
    character = decoded(written).text
    if len(character) == 1 and (FORBIDDEN.match(character) or character in CONTROLS):
        return f"{written} stands for {named(character)}", None, ""
    if name.startswith("#"):
        return None if len(character) == 1 else (f"{written} is no character", None, "")
    return f"{written} is not known here", None, html.unescape(written) if len(character) == 1 else ""
