"""A PDF -> faults: the file restricts what may be done with it."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.1.12-1")
def forbidden_permission(file: OpenPdf) -> Iterator[Fault]:
    """The file restricts what may be done with it.

    Archives allow only signatures' own permissions.
    """
    for key, _value in file.root.get("/Perms", pikepdf.Dictionary()).items():
        if key not in ("/UR3", "/DocMDP"):
            yield Fault(f"the permissions have the key {key[1:]}")
