"""A catalog -> findings: names and addresses of people."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, WARNING, Example, check
from leaflets.checks.subject import LanguageCatalog
from leaflets.checks.words import EMAIL

PEOPLE = ("Last-Translator", "Language-Team", "Report-Msgid-Bugs-To", "X-Translator")
NOBODY = re.compile(
    r"FULL NAME|EMAIL@ADDRESS|LL@li\.org|^\s*(?:none|automatic(?:ally generated)?)?\s*$", re.IGNORECASE
)


@check(
    since="0.1",
    severity=NOTE,
    in_release=WARNING,
    help="ask her whether her name may be published; if not, write a role or a pseudonym",
    good=(
        Example(header="Last-Translator: FULL NAME <EMAIL@ADDRESS>"),
        Example(header="Language-Team: none"),
    ),
    bad=(Example(header="Last-Translator: Ana A. <ana@example.org>"),),
)
def personal_data(whole: LanguageCatalog) -> Iterator[Finding]:
    """The header, or a comment, names a person or an e-mail address.

    Editors write it there by themselves. Catalogs are published with the project, and who helps victims
    of trafficking may not want to be found."""
    for key in PEOPLE:
        value = whole.catalog.header.get(key, "")
        if value and not NOBODY.search(value):
            yield Finding(f"the header line {key} names somebody")
    for message in whole.catalog.messages:
        if any(EMAIL.search(line) for line in message.remarks):
            yield Finding("a comment holds an e-mail address", place=whole.place(message.line))
