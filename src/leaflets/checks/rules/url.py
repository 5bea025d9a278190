"""A text -> findings: web addresses that are not those of the source."""

import re
from collections.abc import Iterable, Iterator, Set

from leaflets.checks.finding import Finding
from leaflets.checks.lookalikes import in_script
from leaflets.checks.rule import POSSIBLE, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import addresses, host


@check(
    since="0.1",
    certainty=POSSIBLE,
    help="copy the address from the source",
    good=(
        example("Pročitajte više na astra.rs.", "Read more at astra.rs."),
        example("Recite npr. gde ste.", "Say, e.g., where you are."),
        example("Pročitajte više na www.astra.rs/sr.", "Read more at astra.rs.", note="of the same host"),
        example("请看www.astra.rs。", "Read more at www.astra.rs.", "zh-Hans", note="no blank"),
    ),
    bad=(
        example("Pročitajte više na astra.org.", "Read more at astra.rs.", note="changed"),
        example("Pročitajte više na astra. rs.", "Read more at astra.rs.", note="a space"),
        example("Pročitajte više na astra.rs i primer.net.", "Read more at astra.rs.", note="one more"),
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
    known = {*wanted, *text.setting.facts.webs}
    lost = () if text.setting.facts.webs & set(written) else _lost(wanted, text.text)
    yield from (_told(address, text.text) for address in lost)
    for address in written:
        if address not in known and not lost:  # else it is what became of that one
            yield from _foreign(address, text, known)


def _lost(wanted: Iterable[str], text: str) -> tuple[str, ...]:
    return tuple(address for address in wanted if address.lower() not in text.lower())


def _told(address: str, text: str) -> Finding:
    squeezed = re.sub(r"\s*([./:-])\s*", r"\1", text)
    if address.lower() in squeezed.lower():
        return Finding(f"the address {address} has a space in it", expected=address)
    if address.lower() in in_script(squeezed, "Latn").lower():
        return Finding(f"the address {address} is written with letters of another script", expected=address)
    return Finding(f"the address {address} of the source is missing", expected=address)


def _foreign(address: str, text: Translation, known: Set[str]) -> Iterator[Finding]:
    """In letters of another script, or of another host."""
    start = text.text.find(address)
    span, latin = (start, start + len(address)), in_script(address, "Latn")
    if latin != address and latin in known:
        yield Finding(f"the address {latin} is written with letters of another script", span, expected=latin)
    elif text.source.text != text.text and host(address) not in map(host, known):
        yield Finding(f"the source has no address {address}", span)
