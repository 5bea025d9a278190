"""A PDF -> faults: the file name is not plain ASCII."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(
    x="house rule (D5)", ua="house rule (D5)", help="use letters a to z, digits and hyphens in the file name"
)
def bad_file_name(file: OpenPdf) -> Iterator[Fault]:
    """The file name is not plain ASCII.

    Old machines of print shops cannot open it, and post and telephones mangle it.
    """
    name = re.split(r"[/\\]", file.name)[-1]
    if not re.fullmatch(r"[A-Za-z0-9._-]*", name):
        yield Fault(f"the name {name!r} has other characters than letters, digits, dots and hyphens")
