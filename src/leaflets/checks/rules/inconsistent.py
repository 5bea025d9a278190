"""The catalogs of a language -> findings: one source text, two translations."""

from collections.abc import Iterator

from leaflets.catalog.message import Key, Message
from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, Example, check
from leaflets.checks.subject import Shelf
from leaflets.diagnostics import Place

FIRST = 'msgid "Help line"\nmsgstr "Linija za pomoć"\n'


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="use one of the two in both leaflets, or give the messages different contexts",
    good=(Example(po=FIRST, other=FIRST),),
    bad=(Example(po=FIRST, other='msgid "Help line"\nmsgstr "Telefon za pomoć"\n'),),
)
def inconsistent(shelf: Shelf) -> Iterator[Finding]:
    """Two leaflets translate one source text in two ways.

    Who gets both does not know that the same thing is meant."""
    first: dict[Key, tuple[str, Message]] = {}
    for catalog in shelf.catalogs:
        for message in catalog.messages:
            if message.fuzzy or not message.is_translated:
                continue
            file, known = first.setdefault(message.key, (catalog.file, message))
            if known.texts != message.texts:
                here, there = message.texts[0], known.texts[0]
                yield Finding(
                    f'"{message.msgid:.60}" is "{here:.50}" here and "{there:.50}" elsewhere',
                    place=Place(file=catalog.file, line=message.text_line),
                    notes=(f"the other is in {file}:{known.text_line}",),
                )
