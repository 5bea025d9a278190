"""A text to the lines of a .po file that hold it: one line for each line of the text (`--no-wrap`)."""

from collections.abc import Iterator

EMPTY = '""'

_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def quoted(keyword: str, text: str) -> Iterator[str]:
    """`msgid "text"`, or as msgcat writes it `msgid ""` and a line for each line of the text."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    strings = [f'"{line.translate(_ESCAPED)}"' for line in lines if line]
    if len(strings) > 1:
        yield f"{keyword} {EMPTY}"
        yield from strings
    else:
        yield f"{keyword} {''.join(strings) or EMPTY}"
