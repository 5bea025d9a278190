"""A text -> findings: tags that are not those of the source."""

import re
from collections import Counter
from collections.abc import Iterator

from leaflets.checks.decode import PART
from leaflets.checks.finding import Finding
from leaflets.checks.rule import check, example
from leaflets.checks.rules.markup_unsafe import is_unsafe
from leaflets.checks.subject import Translation
from leaflets.document.vocabulary import TRANSLATED_MARKUP

FREE = frozenset({"br", "bdi"})
"""A language may need a line end, or an isolate, where the source has none."""
TAG = re.compile(r"<(/?)\s*([A-Za-z][\w:-]*)([^<>]*?)(/?)>")
HREF = re.compile(r'href="([^"]*)"')


@check(
    since="0.1",
    help="use the tags of the source: each is opened and closed around the words that it is meant for",
    good=(
        example("Zovite <strong>policiju</strong>.", "Call <strong>the police</strong>."),
        example("Zovite<br/>policiju.", "Call the police."),
    ),
    bad=(
        example("Zovite policiju.", "Call <strong>the police</strong>.", note="missing"),
        example("Zovite <strong>policiju.", "Call <strong>the police</strong>.", note="not closed"),
        example("Zovite <b>policiju</b>.", "Call the police.", note="not allowed"),
    ),
    aliases=("broken-markup", "markup-not-allowed", "changed-link"),
)
def markup(text: Translation) -> Iterator[Finding]:
    """Tags are missing, not closed, crossed, not allowed, or lead to another address.

    Words would lose their emphasis, or the leaflet could not be built at all."""
    if "<" not in text.written and "<" not in text.source_written:
        return
    tags = [match for tag in text.tags if (match := TAG.fullmatch(tag)) and not is_unsafe(tag)]
    for tag in dict.fromkeys(match[2] for match in tags):
        if tag not in TRANSLATED_MARKUP:
            yield Finding(f"<{tag}> is not allowed in a text", help=f"a text may hold {_allowed()}")
    yield from _nesting(tags)
    yield from _compared(tags, [match for tag in text.source.tags if (match := TAG.fullmatch(tag))])
    if "<" in PART.sub("", text.written):
        yield Finding('a bare "<" is not the beginning of a tag', help="write &lt; for the sign")


def _allowed() -> str:
    return ", ".join(f"<{name}>" for name in TRANSLATED_MARKUP)


def _nesting(tags: list[re.Match[str]]) -> Iterator[Finding]:
    opened: list[str] = []
    for tag in tags:
        closes, name, _, empty = tag.groups()
        if not closes and not empty:
            opened.append(name)
        elif closes and opened and opened[-1] == name:
            opened.pop()
        elif closes:
            yield Finding(f"</{name}> closes nothing that is open there")
            return
    for name in opened:
        end = f"<{name}/>" if name == "br" else f"</{name}>"
        yield Finding(f"<{name}> is never closed", expected=end)


def _compared(tags: list[re.Match[str]], wanted: list[re.Match[str]]) -> Iterator[Finding]:
    there, source = (Counter(tag[2] for tag in some if not tag[1]) for some in (tags, wanted))
    for name in source:
        if name not in FREE and there[name] < source[name]:
            yield Finding(f"<{name}> of the source is missing", expected=f"<{name}>…</{name}>")
    for name in there:
        if name in TRANSLATED_MARKUP and name not in FREE and there[name] > source[name]:
            yield Finding(f"<{name}> stands there more often than in the source")
    links = {href for tag in wanted for href in HREF.findall(tag[3])}
    for tag in tags:
        for href in HREF.findall(tag[3]):
            if tag[2] == "a" and href not in links:
                yield Finding(f"the link {href} is not one of the source", expected=", ".join(sorted(links)))
