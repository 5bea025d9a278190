"""A PDF -> faults: a string in hexadecimal has an odd number of digits, or something else than digits."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule
from leaflets.preflight.syntax import tokens_of


@rule(a="6.1.6-1, 6.1.6-2")
def odd_hex_string(file: OpenPdf) -> Iterator[Fault]:
    """A string in hexadecimal has an odd number of digits, or something else than digits.

    Readers guess its last digit.
    """
    sources = (file.data, *(content for _page, content in file.operators))
    for kind, token in (token for data in sources for token in tokens_of(data)):
        digits = re.sub(rb"\s", b"", token[1:-1]) if kind == "hex" else b""
        if len(digits) % 2 or re.search(rb"[^0-9A-Fa-f]", digits):
            yield Fault(f"the string {token[:40].decode('latin-1')} is not whole bytes")
