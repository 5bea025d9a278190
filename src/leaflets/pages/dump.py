"""Pages as text: placed runs and shapes with positions, or only the lines; for people and golden tests."""

from collections.abc import Iterator

from leaflets.pages.page import Fill, Glyphs, Item, Link, Page, Pages, Picture, Stroke


def dump_pages(pages: Pages) -> str:
    """Every item of every page, points with two decimals."""
    lines = [f"pages {len(pages.pages)} scale {pages.scale:.2f} pt"]
    for page in pages.pages:
        lines.append(f"page {page.name} {page.width:.2f} x {page.height:.2f}")
        lines += [f"  {_item(item, pages)}" for item in page.items]
    return "\n".join(lines) + "\n"


def dump_lines(pages: Pages) -> str:
    """The visual order of each line: runs from the left with level, script and face."""
    lines = []
    for page in pages.pages:
        lines.append(f"page {page.name}")
        lines += [f"  {line}" for line in _lines(page)]
    return "\n".join(lines) + "\n"


def _lines(page: Page) -> Iterator[str]:
    baseline: float | None = None
    parts: list[str] = []
    for item in page.items:
        if not isinstance(item, Glyphs):
            continue
        if baseline is not None and item.y != baseline:
            yield " | ".join(parts)
            parts = []
        baseline = item.y
        run = item.run
        face = run.face.rpartition("/")[2].partition(".")[0]
        parts.append(f"{run.text!r} L{run.level} {run.script} {face}")
    if parts:
        yield " | ".join(parts)


def _item(item: Item, pages: Pages) -> str:
    match item:
        case Glyphs():
            tag = pages.tags[item.tag].role if item.tag is not None else "artifact"
            turn = " upwards" if item.upwards else ""
            place = f"{item.x:.2f} {item.y:.2f} {item.size:.2f} pt{turn}"
            return f"{place} {tag} {item.run.text!r} {item.run.color.name}"
        case Fill():
            return f"fill {item.color.name} {len(item.path)} steps from {_start(item.path[0][1])}"
        case Stroke():
            return f"stroke {item.color.name} {item.width:.2f} from {_start(item.path[0][1])}"
        case Picture():
            return f"picture {item.file} {item.rect.x:.2f} {item.rect.y:.2f}"
        case Link():
            return f"link {item.href} {item.rect.x:.2f} {item.rect.y:.2f} {item.rect.width:.2f}"


def _start(point: tuple[float, ...]) -> str:
    return " ".join(f"{value:.2f}" for value in point)
