"""A PDF -> faults: a tag has a type that no screen reader knows."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.nodes import STANDARD_ROLES
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.1-5, 7.1-6, 7.1-7", a="6.7.3.4-1 to 6.7.3.4-3")
def unknown_role(file: OpenPdf) -> Iterator[Fault]:
    """A tag has a type that no screen reader knows.

    Its text is read without saying what it is.
    """
    for name in dict.fromkeys(node.own_role for node in file.nodes if node.role not in STANDARD_ROLES):
        yield Fault(f"the tag {name} is neither standard nor mapped to a standard one")
    root = file.root.get("/StructTreeRoot", pikepdf.Dictionary())
    for key, _value in root.get("/RoleMap", pikepdf.Dictionary()).items():
        if key[1:] in STANDARD_ROLES:
            yield Fault(f"the standard tag {key[1:]} is given another meaning")
