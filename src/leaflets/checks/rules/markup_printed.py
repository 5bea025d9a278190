"""A text -> findings: tags and entities that a reader would see as characters."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, check, example
from leaflets.checks.subject import Translation

SEEN = re.compile(
    r"</?[A-Za-z][\w-]*(?:\s[^<>]*=[^<>]*)?\s*/?>"
    r"|&(?:amp|lt|gt|quot|apos|nbsp|#x?[0-9A-Fa-f]+);"
)


@check(
    since="0.1",
    certainty=POSSIBLE,
    help="take it out, or use the tags of the source; in a spreadsheet: its chips, such as ⟦1 bold⟧",
    good=(
        example("Zovite <strong>policiju</strong>.", "Call <strong>the police</strong>."),
        example("Od 5 &lt; 10 i 10 &gt; 5", "Of 5 &lt; 10 and 10 &gt; 5"),
        example("Dugme &lt;OK&gt;", "The button &lt;OK&gt;"),
    ),
    bad=(
        example("Jedno &lt;b&gt;bezbedno&lt;/b&gt; mesto", "A safe place"),
        example("Zovite&lt;br/>policiju", "Call the police"),
        example("Prava &amp;amp; izbori", "Rights &amp; choices", note="an entity within an entity"),
    ),
)
def markup_printed(text: Translation) -> Iterator[Finding]:
    """A tag or an entity is written as characters: the reader would see it.

    That happens when somebody types tags into a spreadsheet, where they are words like all others, or when
    a program escapes a text twice."""
    if "&" not in text.written:
        return
    known = set(SEEN.findall(text.source.text))
    for seen in dict.fromkeys(SEEN.findall(text.text)):
        if seen not in known:
            yield Finding(f'"{seen[:60]}" would be printed as it stands here')
