"""Editions on a site -> an Atom feed (RFC 4287): what is published, and what is withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from leaflets.document.dates import first_of
from leaflets.site.model import Change, Shelf, Site, Withdrawal
from leaflets.site.packages import withdrawn_page

NEVER = date(1970, 1, 1)
"""When a feed without entries was updated, as it has to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One edition, as it is told."""

    shelf: Shelf
    edition: str
    text: str
    updated: date
    """Of the last change that matters to a reader (RFC 4287, 4.2.15): a withdrawal is one."""
    page: str


def feed(site: Site) -> bytes:
    """One entry an edition, what was told last first; none where nothing of it is released."""
    entries = sorted(
        (entry for shelf in site.shelves for entry in _entries(shelf)),
        key=lambda entry: (entry.updated, entry.edition, entry.shelf.name),
        reverse=True,
    )
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape(', '.join(shelf.name for shelf in site.shelves))}</title>",
        f"<id>{escape(site.base_url or 'urn:leaflets:feed')}</id>",
        f"<updated>{_moment(entries[0].updated if entries else NEVER)}</updated>",
        "<author><name>leaflets</name></author>",
    ]
    if site.base_url:
        lines.append(f'<link rel="self" href="{escape(site.base_url)}feed.atom"/>')
    for entry in entries:
        lines += _written(site, entry)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entries(shelf: Shelf) -> Iterator[Entry]:
    """Withdrawn editions, the present one once something of it is offered, and those before it."""
    withdrawn = {old.edition: old for old in shelf.withdrawn}
    changes = {change.edition: change for change in shelf.changes}
    for old in withdrawn.values():
        page = withdrawn_page(shelf.name, old.edition)
        text = f"Withdrawn: {old.reason}"
        yield Entry(shelf=shelf, edition=old.edition, text=text, updated=_gone_on(old), page=page)
    for edition in dict.fromkeys((shelf.edition, *changes)):
        if edition not in withdrawn and _is_told(shelf, edition):
            yield _published(shelf, edition, changes.get(edition))


def _is_told(shelf: Shelf, edition: str) -> bool:
    return shelf.is_published if edition == shelf.edition else edition < shelf.edition


def _published(shelf: Shelf, edition: str, change: Change | None) -> Entry:
    return Entry(
        shelf=shelf,
        edition=edition,
        text=change.text if change else f"Edition {edition}",
        updated=(change and change.on) or first_of(edition),
        page="index.html",
    )


def _gone_on(old: Withdrawal) -> date:
    """Where nobody wrote the day: the month of the edition that replaces it, which is later than its own."""
    return old.on or max(first_of(old.edition), first_of(old.replaced_by or old.edition))


def _written(site: Site, entry: Entry) -> list[str]:
    """With a content, as an entry without one must have a link (RFC 4287, 4.1.2)."""
    name, edition = escape(entry.shelf.name), entry.edition
    link = f'<link href="{escape(site.base_url)}{entry.page}"/>' if site.base_url else ""
    language = entry.shelf.source.tag
    return [
        "<entry>",
        f"<title>{name} {edition}</title>",
        f"<id>urn:leaflets:{name}:{edition}</id>",
        f"<updated>{_moment(entry.updated)}</updated>",
        f'{link}<content type="text" xml:lang="{language}">{escape(entry.text)}</content>',
        "</entry>",
    ]


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
