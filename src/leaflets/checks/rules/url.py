"""A text -> findings: web addresses that are not those of the source."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.lookalikes import in_script
from leaflets.checks.rule import POSSIBLE, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import addresses


@check(
    since="0.1",
    certainty=POSSIBLE,
    help="copy the address from the source",
    good=(
        example("Pročitajte više na astra.rs.", "Read more at astra.rs."),
        example("Recite npr. gde ste.", "Say, e.g., where you are."),
    ),
    bad=(
        example("Pročitajte više na astra.org.", "Read more at astra.rs.", note="changed"),
        example("Pročitajte više na astra. rs.", "Read more at astra.rs.", note="a space"),
        example("Прочитајте више на аstra.rs.", "Read more at astra.rs.", "sr", note="Cyrillic а"),
    ),
)
def url(text: Translation) -> Iterator[Finding]:
    """A web address is changed, is missing, has a space in it or a letter of another script.

    It leads nowhere, or to somebody who has registered the misspelt one."""
    wanted = addresses(text.source.text)
    if not wanted and "." not in text.chars:
        return
    written = addresses(text.text)
    for address in wanted:
        if address.lower() not in text.text.lower() and not text.setting.facts.webs & set(written):
            yield _lost(address, text.text)
    for address in written:
        if address not in wanted and address not in text.setting.facts.webs:
            yield from _foreign(address, text, wanted)


def _lost(address: str, text: str) -> Finding:
    squeezed = re.sub(r"\s*([./:-])\s*", r"\1", text)
    if address.lower() in squeezed.lower():
        return Finding(f"the address {address} has a space in it", expected=address)
    if address.lower() in in_script(squeezed, "Latn").lower():
        return Finding(f"the address {address} is written with letters of another script", expected=address)
    return Finding(f"the address {address} of the source is missing", expected=address)


def _foreign(address: str, text: Translation, wanted: tuple[str, ...]) -> Iterator[Finding]:
    start = text.text.find(address)
    latin = in_script(address, "Latn")
    known = (*wanted, *text.setting.facts.webs)
    if latin != address and latin in known:
        if latin not in wanted:
            yield Finding(
                f"the address {latin} is written with letters of another script",
                (start, start + len(address)),
                expected=latin,
            )
    elif not wanted and text.source.text != text.text:
        yield Finding(f"the source has no address {address}", (start, start + len(address)))
