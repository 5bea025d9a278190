"""Pages -> findings: a word that is longer than a line."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Typeset


@check(
    since="0.1",
    severity=WARNING,
    help="write a shorter word; or put soft hyphens (U+00AD) in, and where check then minds them "
    "# ignore: invisible above the entry",
    good=(example("Pozovite nas.", "Call us."),),
    bad=(example("Pozovite" * 12, "Call us."),),
)
def broken_word(typeset: Typeset) -> Iterator[Finding]:
    """A word is wider than its panel, and was broken between two letters.

    A word in two pieces without a hyphen is hard to read, and hard to look up."""
    for broken in typeset.pages.broken:
        yield Finding(
            f'a word is wider than panel "{broken.panel}", and was broken: "{broken.text.strip()[-60:]}"',
            place=broken.origin.repair,
        )
