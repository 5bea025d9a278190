"""A PDF -> faults: the file does something by itself."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

HARMLESS = ("/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm")


@rule(x="6 (AN 2.27)", a="6.5.1-1, 6.5.2-1, 6.5.2-2")
def forbidden_action(file: OpenPdf) -> Iterator[Fault]:
    """The file does something by itself.

    It could run a program, or call a server and so betray who opened it.
    """
    for found in file.dictionaries:
        if "/AA" in found:
            yield Fault("something happens when a page or field is opened (AA)")
        kind = found.get("/S")
        if "/JS" in found or (
            kind in ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData")
        ):
            yield Fault(f"there is an action of type {str(kind)[1:]}")
        action = found.get("/A")
        acts = isinstance(action, pikepdf.Dictionary) and "/S" in action and action.get("/Type") == "/Action"
        if acts and (file.for_print or action.S not in HARMLESS):
            yield Fault(f"there is an action of type {str(action.S)[1:]}")
    if "/OpenAction" in file.root:
        yield Fault("something happens when the file is opened (OpenAction)")
    if "/JavaScript" in file.root.get("/Names", pikepdf.Dictionary()):
        yield Fault("the file has JavaScript")
