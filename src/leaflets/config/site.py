"""What leaflets.toml says of editions and of the download site -> plain data."""

import re
from dataclasses import replace

from leaflets.config.table import Fault, Table, bad_value, day, text, words
from leaflets.project import Edition, Leaflet, SiteSettings

_ADDRESS = re.compile(r"https://[a-z0-9.-]+(:\d+)?(/[\x21-\x7e]*)?", re.IGNORECASE)
_PLAIN = re.compile(r"[\w:/.~%-]*", re.ASCII)
"""Of an address that stands in configurations of servers, and that names are written behind."""


def edition(value: object) -> str:
    """A reader of editions: year and month."""
    found = text(value)
    if not re.fullmatch(r"[12][0-9]{3}-(0[1-9]|1[0-2])", found):
        raise bad_value(f'"{found}" is not an edition', help='write year and month: "2026-11"')
    return found


def changes(row: Table) -> tuple[Edition, ...]:
    """`[[leaflet.<name>.changes]]`: what each edition changed, the newest first."""
    found = []
    for table in row.tables("changes"):
        table.only("edition", "text", "on")
        found.append(
            Edition(
                edition=table.need("edition", edition, ""),
                text=table.need("text", words, ""),
                on=table.take("on", day, None),
            )
        )
    return tuple(sorted(found, key=lambda change: change.edition, reverse=True))


def with_withdrawn(leaflets: tuple[Leaflet, ...], root: Table) -> tuple[Leaflet, ...]:
    """`[[withdrawn]]`: leaflet (may be left out where there is one only), edition, reason and more."""
    found: dict[str, list[Edition]] = {leaflet.name: [] for leaflet in leaflets}
    only = leaflets[0].name if len(leaflets) == 1 else ""
    for table in root.tables("withdrawn"):
        table.only("leaflet", "edition", "reason", "replaced_by", "on")
        name = table.take("leaflet", text, only)
        if name not in found:
            table.note(_unknown(name, tuple(found)), *(("leaflet",) if "leaflet" in table.values else ()))
            continue
        found[name].append(
            Edition(
                edition=table.need("edition", edition, ""),
                text=table.need("reason", words, ""),
                replaced_by=table.take("replaced_by", edition, ""),
                on=table.take("on", day, None),
            )
        )
    return tuple(replace(leaflet, withdrawn=tuple(found[leaflet.name])) for leaflet in leaflets)


def site_settings(root: Table) -> SiteSettings:
    """`[site]`: base_url and leave."""
    table = root.table("site")
    table.only("base_url", "leave")
    plain = SiteSettings()
    return SiteSettings(
        base_url=table.take("base_url", base_url, plain.base_url),
        leave=table.take("leave", _elsewhere, plain.leave),
    )


def base_url(value: object) -> str:
    """An address that pages are put below; the slash at its end is added where it was forgotten."""
    found = _address(value)
    if not _PLAIN.fullmatch(found):
        raise bad_value(
            f'"{found}" is not the address of a folder', help="write it with https://, without ? and #"
        )
    return found if not found or found.endswith("/") else f"{found}/"


def _elsewhere(value: object) -> str:
    """An address that is one: a link to nowhere stays on the page that a reader wants to leave."""
    return _address(words(value))


def _address(value: object) -> str:
    found = text(value)
    if found and not _ADDRESS.fullmatch(found):
        raise bad_value(f'"{found}" is not an address', help="write it with https://, without blanks")
    return found


def _unknown(name: str, known: tuple[str, ...]) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'there is no leaflet "{name}"' if name else "it is not said which leaflet is meant",
        help=f"write leaflet = one of {', '.join(known)}",
    )
