"""A PDF -> faults: it is not said which language a text is in."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.2-2, 7.2-21 to 7.2-25, 7.2-30 to 7.2-34", a="6.7.4 (natural language)")
def no_language(file: OpenPdf) -> Iterator[Fault]:
    """It is not said which language a text is in.

    A screen reader speaks it with the voice of another, and nobody understands it.
    """
    if not str(file.root.get("/Lang", "")):
        yield Fault("the catalog has no Lang")
    for node in file.nodes:
        speaks = node.content or {"/ActualText", "/Alt", "/E"} & set(node.element.keys())
        if speaks and not node.language:
            yield Fault(f"the language of a {node.role} is not known", page=node.where)
