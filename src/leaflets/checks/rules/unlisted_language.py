"""A publication -> findings: catalogs of a language that no leaflet is published in."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, Example, check
from leaflets.checks.subject import Publication
from leaflets.diagnostics import Place


@check(
    since="0.1",
    severity=NOTE,
    help="add the language to a leaflet in leaflets.toml when its catalog is ready",
    good=(Example(folders=("sr", "sr_Latn")),),
    bad=(Example(folders=("sr", "rom")), Example(folders=("sr", "xx_Nope"), note="no language at all")),
)
def unlisted_language(publication: Publication) -> Iterator[Finding]:
    """A folder below locales/ is for a language in which no leaflet is published.

    Its catalogs are not read, not checked and not printed."""
    listed = {language.tag for language in publication.project.languages}
    for folder in publication.folders:
        tag = publication.tags.get(folder, "")
        if tag not in listed:
            told = f"is for {tag}, in which no leaflet is published" if tag else "names no known language"
            yield Finding(f"locales/{folder} {told}", place=Place(file=f"locales/{folder}"))
