"""A document -> findings: a text shown in another language than the leaflet's."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Typeset
from leaflets.diagnostics import Severity
from leaflets.document.tree import Message


@check(
    since="0.1",
    severity=WARNING,
    in_release=Severity.ERROR,
    help="translate it in the catalog, or remove its fuzzy mark after checking it",
    good=(example("Pozovite nas.", "Call us."),),
    bad=(example("Khar amen.", "Call us.", "rom", note="the draft notice is not translated"),),
)
def stand_in(typeset: Typeset) -> Iterator[Finding]:
    """A text of the page stands there in another language than the leaflet's.

    It is one of the toolkit's own (the notice of a draft, the word for a free call), or of a message that is
    not translated or not confirmed. Proofs show it so that somebody notices; a release is refused."""
    places: dict[str, list[Message]] = {}
    for message in typeset.document.messages:
        known = (message.origin.context, message.origin.msgid or "") in typeset.known
        if message.state in ("fuzzy", "untranslated") and not known:
            places.setdefault(message.origin.msgid or message.text, []).append(message)
    for msgid, shown in places.items():
        again = (f"it stands in {len(shown)} places",) if len(shown) > 1 else ()
        asked = shown[0].asked
        yield Finding(
            f'the text "{msgid:.70}" is not translated',
            place=shown[0].origin.place,
            notes=(f"it is shown in the source language ({shown[0].language})", *again),
            help=_own_words(asked) if asked else "",
        )


def _own_words(tag: str) -> str:
    """A word of the toolkit's own is in no catalog of a leaflet."""
    return (
        f"it is one of the toolkit's own words: translate it in locales/{tag.replace('-', '_')}/LC_MESSAGES/"
        f"leaflets.po (leaflets add {tag} begins it)"
    )
