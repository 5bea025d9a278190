"""Rows of a status to one HTML page: no script, nothing from elsewhere."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from leaflets.build.status import Row
from leaflets.checks.html import STYLE, page_head
from leaflets.diagnostics import Diagnostic

BAR = Markup(
    '<svg width="120" height="10" role="img" aria-label="{share}">'
    '<rect width="120" height="10" rx="2" fill="#8884"/>'
    '<rect width="{width:.0f}" height="10" rx="2" fill="{color}"/></svg> {share}'
)
DONE, OPEN = "#2e7d32", "#b26a00"


def status_page(rows: Sequence[Row], *, editions: Mapping[str, str], stale: Sequence[Diagnostic] = ()) -> str:
    """A table for each leaflet; `editions` are theirs, by name."""
    said = ", ".join(f"{name}: edition {edition}" for name, edition in editions.items())
    head = page_head("How far the translations are", said, style=STYLE)
    tables = (
        _table(name, [row for row in rows if row.leaflet == name], titled=len(editions) > 1)
        for name in editions
    )
    parts = (head, *map(_stale, stale), *tables, Markup("</body></html>\n"))
    return str(Markup("").join(parts))


def _table(leaflet: str, rows: Sequence[Row], *, titled: bool) -> Markup:
    title = Markup("<h2>{}</h2>").format(leaflet) if titled else Markup("")
    body = Markup("").join(map(_row, rows))
    names = ("language", "translated", "fuzzy", "missing", "errors", "warnings", "review", "smallest type",
             "last change", "next step")  # fmt: skip
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in names)
    table = Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(heads, body)
    return title + table


def _stale(found: Diagnostic) -> Markup:
    """Files that must not be handed out any more."""
    names = Markup("").join(Markup("<li>{}</li>").format(note) for note in found.notes)
    return Markup("<p><strong>{}</strong> {} ({})</p><ul>{}</ul>").format(
        found.message, found.help, found.place, names
    )


def _row(row: Row) -> Markup:
    progress, language = row.progress, row.language
    color = DONE if progress.share == 1 else OPEN
    name = Markup('<bdi lang="{0}" dir="{1}">{2}</bdi> {3} ({0})').format(
        language.tag, language.direction, language.autonym, language.english
    )
    bar = BAR.format(share=f"{progress.share:.0%}", width=120 * progress.share, color=color)
    cells = (bar, progress.fuzzy or "", progress.missing or "", row.errors or "", row.warnings or "",
             row.review, row.type_told, row.changed, row.next_step)  # fmt: skip
    rest = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, rest)
