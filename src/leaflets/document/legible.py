"""Styled elements -> faults: type that nobody could read, or that no sheet holds."""

from collections.abc import Iterable, Iterator

from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.inks import with_text
from leaflets.document.tree import Element
from leaflets.document.vocabulary import INLINE
from leaflets.geometry import MM

SMALLEST = 5.0
"""Points. Nobody reads less, however good the print; notes of cards have 6, running text should have 9."""
LARGEST = 2000 * MM


def illegible_type(elements: Iterable[Element], *, scale: float) -> Iterator[Diagnostic]:
    """One fault for each declaration of a size, with the first text that has it; `scale`: points of an em."""
    told: set[Place] = set()
    for element in (shown for top in elements for shown in with_text(top)):
        size, place = element.style.size.at(scale), element.style.size_at or element.origin.place
        if not SMALLEST - 1e-6 <= size <= LARGEST and place not in told:
            told.add(place)
            yield _fault(size, place, element)


def uneven_type(elements: Iterable[Element]) -> Iterator[Diagnostic]:
    """Sizes of words that do not grow with those of their paragraph, which is set at one scale."""
    told: set[Place] = set()
    for top in elements:
        for words, block in _inline(top, top):
            own, whole = words.style.size, block.style.size
            place = words.style.size_at or words.origin.place
            if abs(own.em * whole.pt - own.pt * whole.em) > 1e-6 and place not in told:
                told.add(place)
                yield _uneven(place, words, block)


def _inline(element: Element, block: Element) -> Iterator[tuple[Element, Element]]:
    """What stands within lines, with the block whose lines they are."""
    if element.name in INLINE:
        yield element, block
    else:
        block = element
    for child in (*element.children, element.marker):
        if isinstance(child, Element):
            yield from _inline(child, block)


def _uneven(place: Place, words: Element, block: Element) -> Diagnostic:
    return Diagnostic(
        rule="uneven-type",
        message=f"type within a <{block.name}> does not grow as the type around it does, or grows alone",
        place=place,
        notes=(f"the first such words are the {words.name} of {words.origin.place}",),
        help="write sizes of words within a paragraph in em or %, which are of the size around them",
    )


def _fault(size: float, place: Place, element: Element) -> Diagnostic:
    is_small = size < SMALLEST
    why = "too small to be read" if is_small else "larger than any sheet"
    return Diagnostic(
        rule="illegible-type",
        message=f"type of {size:.3g} pt is {why}",
        place=place,
        notes=(
            f"the first such text is the {element.name} of {element.origin.place}",
            "measured at the smallest type of the sheet (fit); em and % are of the size around it",
        ),
        help=f"write a size of {SMALLEST:g} pt or more" if is_small else "write a smaller size",
    )
