"""A PDF -> the colour spaces it uses, wherever they hide: pages, forms, patterns, images, shadings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from leaflets.preflight.opened import OpenPdf

OPERATORS = {
    **dict.fromkeys(("g", "G"), "DeviceGray"),
    **dict.fromkeys(("rg", "RG"), "DeviceRGB"),
    **dict.fromkeys(("k", "K"), "DeviceCMYK"),
}
SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
"""Names in inline images (ISO 32000-1, table 93)."""


def intent_space(file: "OpenPdf") -> str:
    """`CMYK`, `RGB` or `Gray`, of the output intent's profile; empty if there is none."""
    for found in file.root.get("/OutputIntents", pikepdf.Array()).as_list():
        profile = found.get("/DestOutputProfile")
        if profile is not None:
            name = profile.read_bytes()[16:20].decode("latin-1").strip()
            return "Gray" if name == "GRAY" else name
    return ""


def filters_of(file: "OpenPdf") -> Iterator[str]:
    """Filters of all streams, inline images included, each once."""
    seen: dict[str, None] = {}
    for found in (*file.streams, *_inline_images(file)):
        value = found.get("/Filter", found.get("/F"))
        values = value.as_list() if isinstance(value, pikepdf.Array) else [value]
        seen.update(dict.fromkeys(str(v) for v in values if isinstance(v, pikepdf.Name)))
    yield from seen


def _contents(file: "OpenPdf") -> Iterator[tuple[int | None, Any]]:  # pages and streams of pikepdf
    """Everything with operators: pages, forms and tiling patterns; appearances are forms."""
    yield from enumerate(file.pdf.pages, 1)
    for stream in file.streams:
        if stream.get("/Subtype") == "/Form" or stream.get("/PatternType") == 1:
            yield None, stream


def _inline_images(file: "OpenPdf") -> Iterator[Any]:  # dictionaries of pikepdf
    for _page, content in _contents(file):
        for instruction in pikepdf.parse_content_stream(content):
            if str(instruction.operator) == "INLINE IMAGE":
                yield instruction.operands[0].obj


def color_uses(file: "OpenPdf") -> Iterator[tuple[int | None, str]]:
    """(page, name of the space), each once: `DeviceCMYK`, `ICCBased`, … and what those are based on."""
    seen: dict[tuple[int | None, str], None] = {}
    for page, content in _contents(file):
        for instruction in pikepdf.parse_content_stream(content):
            name = OPERATORS.get(str(instruction.operator))
            if name:
                seen[page, name] = None
            if str(instruction.operator) in ("cs", "CS") and str(instruction.operands[0]).startswith(
                "/Device"
            ):
                seen[page, str(instruction.operands[0])[1:]] = None
    for found in (*file.dictionaries, *_inline_images(file)):
        for key in ("/ColorSpace", "/CS"):
            seen.update(((None, name), None) for name in _names(found.get(key)))
    yield from seen


def _names(space: Any, depth: int = 0) -> Iterator[str]:  # a name, array or dictionary of pikepdf
    """The space, and those that it stands on: of a separation the alternate, of an index its base."""
    if depth > 4 or space is None or isinstance(space, pikepdf.Stream):
        return
    if isinstance(space, pikepdf.Dictionary):
        for _key, value in space.items():
            yield from _names(value, depth + 1)
    elif isinstance(space, pikepdf.Name):
        yield SHORT.get(str(space), str(space))[1:]
    elif isinstance(space, pikepdf.Array) and len(space):
        kind = SHORT.get(str(space[0]), str(space[0]))[1:]
        if kind in ("ICCBased", "CalRGB", "CalGray", "Lab"):
            yield kind
        elif kind in ("Indexed", "Pattern") and len(space) > 1:
            yield from _names(space[1], depth + 1)
        elif kind in ("Separation", "DeviceN"):
            yield from _names(space[2], depth + 1)
