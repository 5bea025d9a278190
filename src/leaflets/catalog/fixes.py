"""A translation to one without the small faults that can be mended without knowing the language.

Each fix bears the id of the rule that finds the fault, and changes nothing where the rule is content.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from leaflets.catalog.entries import Entry, PoFile
from leaflets.catalog.invisible import HIDDEN, is_needed
from leaflets.catalog.splices import Change
from leaflets.controls import NAMES
from leaflets.files import FORBIDDEN

SPACES = (" ", "\t", "\u00a0", "\u3000")
KNOWN_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
"""What XML knows (XML 1.0, 4.6)."""

_ENTITY = re.compile(r"&(#?\w*)(;?)")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A translation as it stands in the catalog, with its source and its language's script."""

    text: str
    source: str
    script: str
    rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What becomes of one entry."""

    entry: Entry
    rules: tuple[str, ...]
    texts: tuple[str, ...]

    @property
    def change(self) -> Change:
        return Change(key=self.entry.key, texts=self.texts)


def fixes(source: PoFile, *, script: str, rtl: bool, only: Sequence[str] = ()) -> Iterator[Fixed]:
    """The entries of a catalog that something can be mended in; `only` these rules."""
    for entry in source.live:
        sources = (entry.value("msgid") or "", entry.value("msgid_plural"))
        texts, rules = [], dict[str, None]()
        for index, field in enumerate(entry.texts):
            theirs = sources[1] if index and sources[1] is not None else sources[0]
            written = Written(text=field.value, source=theirs, script=script, rtl=rtl)
            text, mended = fixed(written, only=only)
            texts.append(text)
            rules |= dict.fromkeys(mended)
        if rules:
            yield Fixed(entry=entry, rules=tuple(rules), texts=tuple(texts))


def fixed(written: Written, *, only: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
    """The mended text, and the rules that were not content with it."""
    rules = []
    for rule, fix in FIXES.items():
        text = fix(written) if written.text.strip() and (not only or rule in only) else written.text
        if text != written.text:
            rules.append(rule)
            written = replace(written, text=text)
    return written.text, tuple(rules)


def _joined(written: Written) -> str:
    return unicodedata.normalize("NFC", written.text)


def _without_invisible(written: Written) -> str:
    def kept(match: re.Match[str]) -> str:
        return match[0] if is_needed(match[0], written.script, rtl=written.rtl) else ""

    return HIDDEN.sub(kept, written.text)


def _entities(written: Written) -> str:
    return _ENTITY.sub(lambda match: _entity(match[1], closed=bool(match[2])), written.text)


def _entity(name: str, *, closed: bool) -> str:
    """`&amp;` for a bare &, the letter for a name that only HTML knows, nothing for a hidden control."""
    whole = f"&{name};"
    if name.startswith("#") and _is_hidden(html.unescape(whole)):
        return ""
    if not name or (not closed and name not in KNOWN_ENTITIES):
        return f"&amp;{name}" + (";" if closed else "")
    if name in KNOWN_ENTITIES or name.startswith("#"):
        return whole
    letter = html.unescape(whole)
    is_safe = len(letter) == 1 and unicodedata.category(letter)[0] != "C" and not FORBIDDEN.match(letter)
    return letter if is_safe else whole


def _is_hidden(character: str) -> bool:
    return character in NAMES or bool(FORBIDDEN.match(character))


def _edge_lines(written: Written) -> str:
    """Line breaks at the ends as the source has them, and none within where it has none."""
    source, text = written.source, written.text.strip("\n")
    if "\n" not in source.strip("\n"):
        text = re.sub(r" *\n+ *", " ", text)
    first = source[: len(source) - len(source.lstrip("\n"))]
    last = source[len(source.rstrip("\n")) :]
    return f"{first}{text}{last}" if source.strip("\n") else written.text


def _edge_spaces(written: Written) -> str:
    """Spaces at the ends as the source has them; at an end where both have some they stay."""
    text, source = written.text, written.source
    if not source.strip():
        return text
    if text.startswith(SPACES) != source.startswith(SPACES):
        text = text.lstrip("".join(SPACES)) if text.startswith(SPACES) else source[0] + text
    if text.endswith(SPACES) != source.endswith(SPACES):
        text = text.rstrip("".join(SPACES)) if text.endswith(SPACES) else text + source[-1]
    return text


def _single_spaces(written: Written) -> str:
    return written.text if "  " in written.source else _DOUBLE.sub(" ", written.text)


FIXES: Mapping[str, Callable[[Written], str]] = MappingProxyType(
    {
        "nfc": _joined,
        "invisible": _without_invisible,
        "markup-entity": _entities,
        "newline": _edge_lines,
        "space-edge": _edge_spaces,
        "space-double": _single_spaces,
    }
)
"""Rule id -> what mends its fault, in the order in which they are done."""
