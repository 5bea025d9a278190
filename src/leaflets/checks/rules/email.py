"""A text -> findings: e-mail addresses that are not those of the source."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import emails


@check(
    since="0.1",
    certainty=POSSIBLE,
    help="copy the address from the source",
    good=(
        example("Pišite na help@example.org.", "Write to help@example.org."),
        example("请写信到help@example.org。", "Write to help@example.org.", "zh-Hans", note="no blank"),
        example("כתבו ל-help@example.org.", "Write to help@example.org.", "he", note="with a prefix"),
    ),
    bad=(
        example("Pišite na pomoc@example.org.", "Write to help@example.org."),
        example("Pišite na help @ example.org.", "Write to help@example.org."),
        example(
            "Pišite na help@example.org ili pomoc@example.net.", "Write to help@example.org.", note="one more"
        ),
    ),
)
def email(text: Translation) -> Iterator[Finding]:
    """An e-mail address is changed, missing, or none of those of the source.

    What is written to it reaches nobody, or a stranger."""
    if "@" not in text.source.chars and "@" not in text.chars:
        return
    wanted, written = emails(text.source.text), emails(text.text)
    lost = [address for address in wanted if address not in written]
    for address in lost:
        yield Finding(f"the address {address} of the source is missing or changed", expected=address)
    for address in written:
        if address not in wanted and not lost:  # else it is the changed one
            start = text.text.find(address)
            yield Finding(f"the source has no address {address}", (start, start + len(address)))
