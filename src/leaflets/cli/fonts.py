"""`leaflets fonts`: the fonts that leaflets are set in, and what each language has of them."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from leaflets.build.coverage import Coverage, coverage
from leaflets.build.inputs import open_fonts
from leaflets.build.open import open_files
from leaflets.cli.console import fails_politely, table, visible
from leaflets.config.languages import find_language, shipped_languages
from leaflets.config.project import PROJECT_FILE, known_languages
from leaflets.files import Disk
from leaflets.fonts.load import Family
from leaflets.language import Language

SHOWN = 12
"""Characters that are listed at most."""


@click.command("fonts")
@click.option("--lang", "tags", multiple=True, metavar="TAG", help="Only this language (repeatable).")
@click.option("--format", "shape", type=click.Choice(("table", "json")), default="table", show_default=True)
@fails_politely
def command(*, tags: tuple[str, ...], shape: str) -> int:
    """List the fonts by script, and for each language whether they have all of its letters.

    Letters and punctuation are those of CLDR. A project adds families of its own in fonts/fonts.toml:

    \b
        [family.my-font]
        file = "MyFont.otf"

    Exit code 1 if a language is not covered. Letters that the first font has not come from the next one,
    and words are then set in two typefaces: these are listed too.
    """
    files = open_files(Path.cwd())
    library, known = open_fonts(files), _languages(files)
    wanted = tuple(find_language(tag, known) for tag in tags) or known
    found = tuple(coverage(wanted, library=library))
    used = {name for row in found for name in row.families}
    families = [family for family in library.families if not tags or family.name in used]
    if shape == "json":
        click.echo(json.dumps(_record(families, found), ensure_ascii=False, indent=1))
    else:
        _tables(families, found)
    return int(not all(row.is_whole for row in found))


def _languages(files: Disk) -> tuple[Language, ...]:
    """The toolkit's; in a project's folder also those that the project adds, before a leaflet has them."""
    return known_languages(files) if Path(PROJECT_FILE).is_file() else shipped_languages()


def _tables(families: Sequence[Family], found: Sequence[Coverage]) -> None:
    rows: list[Sequence[str]] = [_family_row(family) for family in families]
    table(("script", "family", "faces", "size", "leading", "version", "licence"), rows, numbers=(3, 4))
    rows = [_language_row(row) for row in found]
    table(("language", "script", "families", "characters", "missing"), rows, numbers=(3,))


def _family_row(family: Family) -> Sequence[str]:
    faces = ", ".join(f"{face.weight}{' italic' * (face.style == 'italic')}" for face in family.faces)
    factors = f"{family.size:g}", f"{family.leading:g}"
    return (" ".join(family.scripts), family.name, faces, *factors, family.version, family.license)


def _language_row(row: Coverage) -> Sequence[str]:
    return (
        f"{row.language.tag}  {row.language.english}",
        row.language.script,
        ", ".join(row.families),
        "?" if row.characters is None else str(row.characters),
        _lacks(row),
    )


def _lacks(row: Coverage) -> str:
    if row.unknown:
        return f"there is no family {', '.join(row.unknown)}"
    if row.characters is None:
        return "its letters are not known: look at a proof"
    missing = _listed([f"{c} (U+{ord(c):04X})" for c in row.missing]) if row.missing else "none"
    borrowed = f"; not in {row.families[0]}: {_listed(row.borrowed)}" if row.borrowed else ""
    return visible(missing + borrowed)


def _listed(characters: Sequence[str]) -> str:
    more = f" and {len(characters) - SHOWN} more" if len(characters) > SHOWN else ""
    return " ".join(characters[:SHOWN]) + more


def _record(families: Sequence[Family], found: Sequence[Coverage]) -> dict[str, object]:
    return {
        "families": [
            {
                "id": family.id,
                "name": family.name,
                "scripts": family.scripts,
                "size": family.size,
                "leading": family.leading,
                "version": family.version,
                "license": family.license,
                "source": family.source,
                "faces": [
                    {
                        "file": face.file,
                        "index": face.index,
                        "weight": face.weight,
                        "style": face.style,
                        "variable": face.variable,
                    }
                    for face in family.faces
                ],
            }
            for family in families
        ],
        "languages": [
            {
                "tag": row.language.tag,
                "script": row.language.script,
                "families": row.families,
                "unknown_families": row.unknown,
                "characters": row.characters,
                "missing": row.missing,
                "borrowed": row.borrowed,
            }
            for row in found
        ],
    }
