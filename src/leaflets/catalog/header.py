"""The text of a catalog's header to its fields, and to the encoding that it names."""

import re

_CHARSET = re.compile(r"charset=(\S*)")


def header_fields(text: str) -> dict[str, str]:
    """Name -> value; a line without a colon goes on with the field above it."""
    fields: dict[str, str] = {}
    name: str | None = None
    for line in text.splitlines():
        first, colon, rest = line.partition(":")
        if colon:
            name = first
            fields[name] = rest.strip()
        elif name is not None:
            fields[name] += "\n" + line.strip()
    return fields


def said_charset(text: str) -> str | None:
    """What stands after the first `charset=`, which gettext goes by."""
    found = _CHARSET.search(text)
    return found[1] if found else None


def is_utf8(charset: str | None) -> bool:
    return charset is not None and charset.upper() in ("UTF-8", "UTF8")
