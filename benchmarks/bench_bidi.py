"""Microseconds that the bidirectional algorithm takes: each official case, and whole paragraphs.

python benchmarks/bench_bidi.py
"""

import lzma
import time
from collections.abc import Callable
from pathlib import Path

from leaflets.text import bidi

UNICODE = Path(__file__).resolve().parent.parent / "tests/conformance/unicode"

ARABIC = "اتصل على الرقم \u2066+381 11 785 0000\u2069 مجانا (24 ساعة)، أو اكتب إلى help@example.org. "
ENGLISH = "Dial +381 11 785 0000 free of charge (24 hours), or write to help@example.org. "


def main() -> None:
    classes = class_cases()
    characters = character_cases()
    report(
        "BidiTest.txt, levels", len(classes), lambda: [bidi.resolve_classes(c, base=b) for c, b in classes]
    )
    report("BidiTest.txt, levels, line and order", len(classes), lambda: [line(c, b) for c, b in classes])
    report(
        "BidiCharacterTest.txt, levels",
        len(characters),
        lambda: [bidi.resolve_levels(text, base=base) for text, base in characters],
    )
    for name, text, base in (("Arabic", ARABIC * 7, 1), ("English", ENGLISH * 7, 0)):
        report(f"{name}, {len(text)} characters, levels", 100, repeated(text, base))


def line(classes: list[str], base: int | None) -> tuple[int, ...]:
    levels = bidi.resolve_classes(classes, base=base)
    return bidi.visual_order(bidi.reset_levels(classes, levels, base=base or 0))


def repeated(text: str, base: int) -> Callable[[], object]:
    return lambda: [bidi.resolve_levels(text, base=base) for _ in range(100)]


def report(name: str, count: int, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    micros = (time.perf_counter() - start) / count * 1e6
    print(f"{name:42} {count:7} cases {micros:8.1f} us each")


def class_cases() -> list[tuple[list[str], int | None]]:
    return [
        (classes.split(), base)
        for classes, bits in (row.split(";") for row in rows("BidiTest.txt") if not row.startswith("@"))
        for bit, base in ((1, None), (2, 0), (4, 1))
        if int(bits, 16) & bit
    ]


def character_cases() -> list[tuple[str, int | None]]:
    bases = {"0": 0, "1": 1, "2": None}
    fields = (row.split(";") for row in rows("BidiCharacterTest.txt"))
    return [("".join(chr(int(code, 16)) for code in row[0].split()), bases[row[1]]) for row in fields]


def rows(name: str) -> list[str]:
    text = lzma.decompress((UNICODE / f"{name}.xz").read_bytes()).decode()
    contents = (row.partition("#")[0].strip() for row in text.splitlines())
    return [content for content in contents if content]


if __name__ == "__main__":
    main()
