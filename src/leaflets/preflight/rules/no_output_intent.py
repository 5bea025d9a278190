"""A PDF -> faults: the file does not say, or not clearly, what its colours mean."""

import re
from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

REGISTERED = re.compile(r"FOGRA[0-9]+L?|CGATS.*|JC200[0-9]+|IFRA[0-9]+")
"""Names of the ICC's list of characterised conditions."""


@rule(x="6.2 (AN 2.16)", a="6.2.3-1, 6.2.3-3", help="name a print condition under [print] in leaflets.toml")
def no_output_intent(file: OpenPdf) -> Iterator[Fault]:
    """The file does not say, or not clearly, what its colours mean.

    A shop would print them on whatever paper and ink its machine is set to.
    """
    intents = list(file.root.get("/OutputIntents", pikepdf.Array()).as_list())
    known = [found for found in intents if found.get("/S") in ("/GTS_PDFX", "/GTS_PDFA1")]
    if len(known) != 1 or len(intents) != 1:
        yield Fault(f"there are {len(intents)} output intents, {len(known)} of them for PDF/X or PDF/A")
    if any("/OutputIntents" in page for page in file.pages):
        yield Fault("a page has an output intent of its own")
    for found in known:
        identifier = str(found.get("/OutputConditionIdentifier", ""))
        if REGISTERED.fullmatch(identifier) and "/RegistryName" not in found and file.for_print:
            yield Fault(f"the condition {identifier} is registered, and RegistryName does not say where")
        if not str(found.get("/OutputConditionIdentifier", "")):
            yield Fault("the output intent has no OutputConditionIdentifier")
        if "/DestOutputProfile" not in found:
            yield Fault("the output intent has no DestOutputProfile")
        if "/DestOutputProfileRef" in found:
            yield Fault("the output intent refers to a profile outside of the file")
