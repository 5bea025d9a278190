"""A publication -> findings: two folders for one language."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Publication
from leaflets.diagnostics import Place


@check(
    since="0.1",
    help="keep the folder that leaflets writes, move what is better into it, and delete the other",
    good=(Example(folders=("sr", "sr_Latn")),),
    bad=(Example(folders=("sr_Latn", "sr@latin")), Example(folders=("sr", "sr_Cyrl"))),
)
def two_folders(publication: Publication) -> Iterator[Finding]:
    """Two folders below locales/ are for one language.

    Two people work on two catalogs, and which of them is printed would be chance: builds take neither."""
    first: dict[str, str] = {}
    for folder in publication.folders:
        tag = publication.tags.get(folder, "")
        other = first.setdefault(tag, folder) if tag else folder
        if other != folder:
            used = tag.replace("-", "_")
            yield Finding(
                f"locales/{other} and locales/{folder} are both for {tag}",
                place=Place(file=f"locales/{folder if other == used else other}"),
                notes=(f"leaflets itself writes locales/{used}",),
            )
