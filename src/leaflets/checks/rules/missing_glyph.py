"""Pages -> findings: a character that no font has."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Typeset
from leaflets.pages.page import Gap


@check(
    since="0.1",
    help="replace the character, or add a family that has it to fonts/fonts.toml",
    good=(example("Pozovite nas.", "Call us."),),
    bad=(example("Pozovite 𐎀 nas.", "Call us."),),
    aliases=("glyph-missing",),
)
def missing_glyph(typeset: Typeset) -> Iterator[Finding]:
    """No font has a character of the text.

    The reader would see a box, or nothing. Every font of the chain of the language was asked."""
    for gap in typeset.pages.gaps:
        yield _finding(gap)


def _finding(gap: Gap) -> Finding:
    missing = gap.missing
    return Finding(
        f"no font has {named(missing.character)} for language {missing.language}",
        place=gap.origin.repair,
        notes=(
            f'the text is "{gap.origin.msgid}"' if gap.origin.msgid else "the text is the layout's own",
            "families tried: " + ", ".join(missing.families),
        ),
    )
