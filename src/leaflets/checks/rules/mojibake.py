"""A text -> findings: letters that were read in the wrong encoding."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation

RUN = re.compile("[^\x00-\x7f]{2,}")
LEADS = frozenset("ÂÃÄÅÐÑØÙÚÛàáâÎÏ×")
"""What the first byte of a letter of UTF-8 becomes in Windows-1252 and Latin-1."""


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="restore the text from an older copy, or type it anew",
    good=(example("Appelez à l’aide : déjà vu", "Call for help: seen", "fr"),),
    bad=(
        example("Pozovite â€™ nas", "Call us"),
        example("Appelez Ã\u00a0 tout moment, mÃªme la nuit", "Call at any time, at night too", "fr"),
    ),
)
def mojibake(text: Translation) -> Iterator[Finding]:
    """Letters look as if the file had once been read in the wrong encoding.

    The reader gets Ãª instead of ê, in a word that nobody understands."""
    if text.chars.isdisjoint(LEADS):
        return
    for match in RUN.finditer(text.text):
        right = _mended(match[0])
        if right:
            yield Finding(f'"{match[0]}" is "{right}" in the wrong encoding', match.span(), expected=right)


def _mended(run: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""
