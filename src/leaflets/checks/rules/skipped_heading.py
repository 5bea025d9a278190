"""Pages -> findings: a level of headings is left out."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Typeset

HEADINGS = ("H1", "H2", "H3")


@check(
    since="0.1",
    help="use the level below that of the heading before, or put a heading of that level before it",
    good=(
        Example(source="Call us.", text="Pozovite nas.", layout="<h2>{% trans %}Call us.{% endtrans %}</h2>"),
    ),
    bad=(
        Example(source="Call us.", text="Pozovite nas.", layout="<h3>{% trans %}Call us.{% endtrans %}</h3>"),
    ),
)
def skipped_heading(typeset: Typeset) -> Iterator[Finding]:
    """A level of headings is left out, or the first heading is not h1.

    Who moves from heading to heading thinks that something was missed (ISO 14289-1, 7.4.2)."""
    last = 0
    for tag in typeset.pages.tags:
        if tag.role not in HEADINGS:
            continue
        level = HEADINGS.index(tag.role) + 1
        if level > last + 1:
            before = f"follows h{last}" if last else "is the first heading"
            yield Finding(
                f"a heading h{level} {before}",
                place=tag.origin.place if tag.origin else None,
                help=f"write h{last + 1} here, or put a heading h{last + 1} before it",
            )
        last = level
