"""The bytes of an ICC profile -> what is wrong with it for an output intent; empty if nothing is."""

VERSIONS = {2, 4}
"""ISO 15930-7, 6.2.2; ISO 19005-2, 6.2.4.2."""

CONVERSIONS = (b"A2B0", b"B2A0")
"""Tables that a printer's profile must hold, from inks to colours and back (ICC.1, 8.3)."""


def profile_fault(icc: bytes, *, space: bytes, devices: tuple[bytes, ...]) -> str:
    """In words that follow `the profile `; `space` and `devices` as in the header (ICC.1, 7.2)."""
    if len(icc) < 132 or icc[36:40] != b"acsp" or icc[8] not in VERSIONS:
        return "is not an ICC profile of version 2 or 4"
    if int.from_bytes(icc[:4], "big") != len(icc):
        return "is cut off: it has another size than it says"
    if icc[16:20] != space or icc[12:16] not in devices:
        found = f"{_word(icc[16:20])} {_word(icc[12:16])}"
        return f"is {found}, where {_word(space)} {' or '.join(map(_word, devices))} is needed"
    missing = [] if icc[12:16] != b"prtr" else [tag for tag in CONVERSIONS if tag not in _tags(icc)]
    if missing:
        return f"has no table {', '.join(map(_word, missing))}: colours cannot be converted with it"
    return ""


def _tags(icc: bytes) -> set[bytes]:
    """Signatures of the tag table (ICC.1, 7.3)."""
    count = min(int.from_bytes(icc[128:132], "big"), (len(icc) - 132) // 12)
    return {icc[132 + 12 * i : 136 + 12 * i] for i in range(count)}


def _word(signature: bytes) -> str:
    return signature.decode("latin-1").strip()
