"""Source and translation with `%(name)s` placeholders -> what does not agree, in the sense of `msgfmt -c`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_DIRECTIVE = re.compile(
    r"%(?:\((?P<name>[^()]*)\))?[-+ 0#]*(?P<width>\*|\d*)(?:\.(?P<precision>\*|\d*))?[hlL]?(?P<type>.?)",
    re.DOTALL,
)
_TYPES: Mapping[str, str] = {
    **dict.fromkeys("diouxX", "an integer"),
    **dict.fromkeys("eEfFgG", "a number with decimals"),
    **dict.fromkeys("rsa", "any"),
    "c": "a character",
    "%": "%",
}


class _BadFormatError(ValueError):
    """A percent sign that begins no placeholder, or named and unnamed ones together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The placeholders of one text."""

    named: Mapping[str, str]
    """Name -> type."""
    unnamed: tuple[str, ...]
    """Types in order."""


def format_faults(
    msgid: str, plural: str | None, texts: Sequence[str], *, often: Sequence[bool] = ()
) -> Iterator[tuple[int, str]]:
    """Index of the text, and what is wrong with it; nothing if the source itself is no format string.

    The forms of a plural are compared with the plural's source. A form that few numbers take may leave
    placeholders out, as in "one day", but add none; `often` tells which forms many numbers take.
    """
    try:
        source = read_format(msgid if plural is None else plural)
    except _BadFormatError:
        return
    for index, text in enumerate(texts):
        if text:
            fault = _fault(source, text, whole=plural is None or any(often[index : index + 1]))
            if fault:
                yield index, fault


def read_format(text: str) -> Format:
    """The placeholders of a text; ValueError says what is wrong with it."""
    named: dict[str, str] = {}
    unnamed: list[str] = []
    for match in _DIRECTIVE.finditer(text):
        kind = _TYPES.get(match["type"])
        if kind is None:
            raise _BadFormatError(f'"{match[0]}" is no placeholder; a percent sign is written %%')
        if kind == "%":
            continue
        if match["name"] is None:
            unnamed += ["an integer"] * [match["width"], match["precision"]].count("*") + [kind]
        elif named.setdefault(match["name"], kind) != kind:
            raise _BadFormatError(f"%({match['name']}) stands for two kinds of things")
    if named and unnamed:
        raise _BadFormatError("placeholders with and without names are mixed")
    return Format(named=named, unnamed=tuple(unnamed))


def _fault(source: Format, text: str, *, whole: bool) -> str | None:
    try:
        here = read_format(text)
    except _BadFormatError as error:
        return str(error)
    return _named_fault(source, here, whole=whole) or _unnamed_fault(source, here, whole=whole)


def _named_fault(source: Format, here: Format, *, whole: bool) -> str | None:
    for name, kind in here.named.items():
        if name not in source.named:
            return f"%({name})s is not in the source"
        if source.named[name] != kind:
            return f"%({name}) stands for {source.named[name]} in the source, and here for something else"
    lost = next((name for name in source.named if name not in here.named), None)
    return f"%({lost})s of the source is missing" if lost is not None and whole else None


def _unnamed_fault(source: Format, here: Format, *, whole: bool) -> str | None:
    ours, theirs = len(here.unnamed), len(source.unnamed)
    if ours > theirs or (whole and ours != theirs):
        return f"the source has {theirs} placeholders without name, the translation {ours}"
    if here.unnamed != source.unnamed[:ours]:
        return "placeholders without name stand for other things than in the source"
    return None
