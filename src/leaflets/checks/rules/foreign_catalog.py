"""A catalog -> findings: it belongs to another leaflet."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import LanguageCatalog

ENTRIES = "".join(f'msgid "Text {n} of the other leaflet"\nmsgstr "Tekst {n}"\n\n' for n in range(6))


@check(
    since="0.1",
    help="put the catalog of this leaflet there; leaflets import tells which leaflet a returned file is of",
    good=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n', layout="Call us."),),
    bad=(Example(po=ENTRIES, layout="Call us."),),
)
def foreign_catalog(whole: LanguageCatalog) -> Iterator[Finding]:
    """Hardly a text of the catalog belongs to this leaflet.

    A file of another leaflet was saved under this name: nothing of it would be printed."""
    template = whole.setting.template
    keys = whole.catalog.index.keys()
    if template is None or len(keys) < 5:
        return
    known = sum(key in template for key in keys)
    if known * 5 < len(keys):
        yield Finding(f"{len(keys) - known} of {len(keys)} texts are not of this leaflet")
