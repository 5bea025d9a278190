"""A layout as it was written -> what stands where nothing of it would be printed."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from leaflets.diagnostics import Diagnostic
from leaflets.document.raw import Raw, RawText
from leaflets.document.vocabulary import INLINE, TEXT_BLOCKS, VOCABULARY, WORDS

CELLS = frozenset({"td", "th"})
"""They hold words or blocks."""

PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(word.name for word in WORDS if name in word.parents)
        for name in ("leaflet", "sheet", "panel", "ul", "ol", "table", "tr")
    }
)
"""What holds parts of its own and nothing else."""


def misplaced(root: Raw) -> Iterator[Diagnostic]:
    """One fault for each element that holds what it cannot: words, blocks, or anything at all."""
    for node in root.walk():
        lost = next((child for child in node.children if not _is_printed(child, node)), None)
        if lost is not None:
            yield _fault(lost, node)


def _is_printed(child: Raw | RawText, node: Raw) -> bool:
    """Of unknown elements others tell."""
    is_words = isinstance(child, RawText) or child.name in INLINE
    if (isinstance(child, RawText) and not child.text.strip()) or node.name not in VOCABULARY:
        return True
    if isinstance(child, Raw) and child.name not in VOCABULARY:
        return True
    if node.name in PARTS:
        return isinstance(child, Raw) and child.name in PARTS[node.name]
    if node.name in CELLS:
        return is_words or not _holds_words(node)
    if node.name in TEXT_BLOCKS or VOCABULARY[node.name].kind == "inline":
        return is_words
    return VOCABULARY[node.name].kind != "void" and not is_words


def _holds_words(cell: Raw) -> bool:
    words = (one.text.strip() if isinstance(one, RawText) else one.name in INLINE for one in cell.children)
    return any(words)


def _fault(lost: Raw | RawText, node: Raw) -> Diagnostic:
    what = f'"{lost.text.strip()[:60]}"' if isinstance(lost, RawText) else f"<{lost.name}>"
    return Diagnostic(
        rule="misplaced-element",
        message=f"{what} stands in <{node.name}>, where it would not be printed",
        place=node.place if isinstance(lost, RawText) else lost.place,
        help=_step(node, is_words=isinstance(lost, RawText) or lost.name in INLINE),
    )


def _step(node: Raw, *, is_words: bool) -> str:
    if node.name in PARTS:
        return f"<{node.name}> holds " + ", ".join(f"<{name}>" for name in PARTS[node.name])
    if VOCABULARY[node.name].kind == "void":
        return f"<{node.name}/> holds nothing: write it before or after"
    if is_words:
        return "put words into a paragraph: <p>…</p>"
    return f"<{node.name}> holds words: write other blocks before or after it"
