"""A PDF -> faults: decoration stands within text that is read, or the other way round."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.1-1, 7.1-2")
def artifact_in_tag(file: OpenPdf) -> Iterator[Fault]:
    """Decoration stands within text that is read, or the other way round.

    It is read aloud, or text is silent.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for item in leaf.items:
            tagged = any(mark.mcid is not None for mark in item.marks)
            if tagged and any(mark.tag == "Artifact" for mark in item.marks):
                yield Fault("an artifact and a tag stand within each other", page=number)
                break
