"""A catalog -> findings: names, addresses and telephone numbers of people."""

import re
from collections.abc import Iterator

from leaflets.checks.digits import candidates
from leaflets.checks.facts import Facts
from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, WARNING, Example, check
from leaflets.checks.subject import LanguageCatalog, Said
from leaflets.checks.words import EMAIL

PEOPLE = ("Last-Translator", "Language-Team", "Report-Msgid-Bugs-To", "X-Translator")
NOBODY = re.compile(
    r"FULL NAME|EMAIL@ADDRESS|LL@li\.org|^\s*(?:none|automatic(?:ally generated)?)?\s*$", re.IGNORECASE
)
NAME = re.compile(r"[^\W\d_][\w.'’-]*")


@check(
    since="0.1",
    severity=NOTE,
    in_release=WARNING,
    help="ask her whether her name may be published; if not, write a role or a pseudonym",
    good=(
        Example(header="Last-Translator: FULL NAME <EMAIL@ADDRESS>"),
        Example(header="Language-Team: none"),
        Example(record=(("by", "reader 1"), ("note", "read aloud; 011 785 00 00 is right"))),
        Example(record=(("by", "Lawyer"),)),
    ),
    bad=(
        Example(header="Last-Translator: Ana A. <ana@example.org>"),
        Example(po='# ask 063 999 88 77\nmsgid "Call us."\nmsgstr "Pozovite nas."\n'),
        Example(record=(("by", "Mira Mirić"),)),
        Example(record=(("note", "write to mira@example.org"),)),
        Example(record=(("note", "call her: 063 999 88 77"),)),
        Example(record=(("note", "as ana anić said"),), note="identities.toml knows her"),
        Example(record=(("checked_by", "Mira M."),), note="of a contact"),
    ),
)
def personal_data(whole: LanguageCatalog) -> Iterator[Finding]:
    """A header, a comment, an approval or a contact names a person, or holds her address or number.

    Editors write names into headers by themselves, and people write more into notes than they think.
    Catalogs and records are published with the project, and who helps victims of trafficking may not
    want to be found. Who a pseudonym stands for belongs in identities.toml, which git ignores."""
    for key in PEOPLE:
        value = whole.catalog.header.get(key, "")
        if value and not NOBODY.search(value):
            yield Finding(f"the header line {key} names somebody")
    for message in whole.catalog.messages:
        for what in _private("\n".join(message.remarks), whole.setting.facts):
            yield Finding(f"a comment holds {what}", place=whole.place(message.line))
    for said in whole.said:
        for what in _told(said, whole):
            record = "a contact" if said.key == "checked_by" else "an approval"
            yield Finding(f'the record of {record} ("{said.key}") holds {what}', place=said.place)


def _told(said: Said, whole: LanguageCatalog) -> Iterator[str]:
    yield from _private(said.text, whole.setting.facts)
    low = said.text.casefold()
    if any(re.search(rf"\b{re.escape(name)}(?!\w)", low) for name in whole.people):
        yield "the name of somebody whom identities.toml keeps to itself"
    elif said.key != "note" and _is_name(said.text):
        yield "what looks like a name"


def _private(text: str, facts: Facts) -> Iterator[str]:
    """Numbers of the leaflet's own contacts are no secret."""
    if EMAIL.search(text):
        yield "an e-mail address"
    if any(one.looks_dialled and facts.spelled(one.digits) is None for one in candidates(text)):
        yield "a telephone number"


def _is_name(text: str) -> bool:
    """Two words or more, and a capital in front of each: `Ana Anić`, `Ana A.`, but not `Legal adviser`."""
    words = text.split()
    return len(words) > 1 and all(NAME.fullmatch(word) and word[0].isupper() for word in words)
