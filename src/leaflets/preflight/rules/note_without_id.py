"""A PDF -> faults: a note cannot be found from the place that refers to it."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.9-1, 7.9-2")
def note_without_id(file: OpenPdf) -> Iterator[Fault]:
    """A note cannot be found from the place that refers to it.

    It has no identifier, or shares it with another.
    """
    seen: set[str] = set()
    for node in file.nodes:
        if node.role == "Note":
            found = str(node.element.get("/ID", ""))
            if not found or found in seen:
                yield Fault("a Note has no ID of its own", page=node.where)
            seen.add(found)
