"""A translation to one without the small faults that can be mended without knowing the language.

Each fix bears the id of the rule that finds the fault, and changes nothing where the rule is content.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from leaflets.catalog.entries import Entry, PoFile
from leaflets.catalog.ignored import ignored
from leaflets.catalog.invisible import HIDDEN, is_needed
from leaflets.catalog.lexer import Kind
from leaflets.catalog.message import form_source
from leaflets.catalog.splices import Change
from leaflets.controls import NAMES
from leaflets.files import FORBIDDEN
from leaflets.language import Language

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
    divided: bool = False
    """Whether words of the language are divided at the ends of lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What becomes of one entry."""

    entry: Entry
    rules: tuple[str, ...]
    texts: tuple[str, ...]

    @property
    def change(self) -> Change:
        return Change(key=self.entry.key, texts=self.texts)


def fixes(source: PoFile, language: Language, *, rules: Collection[str]) -> Iterator[Fixed]:
    """The entries of a catalog that one of these rules can mend; what an entry's comments ignore stays."""
    for entry in source.live:
        wanted = set(rules) - ignored(entry.comments(Kind.REMARK)) - ignored(entry.comments(Kind.EXTRACTED))
        sources, forms = (entry.value("msgid") or "", entry.value("msgid_plural")), len(entry.texts)
        texts, done = [], dict[str, None]()
        for index, field in enumerate(entry.texts):
            theirs = form_source(*sources, form=index, forms=forms)
            text, mended = fixed(_written(field.value, theirs, language), rules=wanted)
            texts.append(text)
            done |= dict.fromkeys(mended)
        if done:
            yield Fixed(entry=entry, rules=tuple(done), texts=tuple(texts))


def _written(text: str, source: str, language: Language) -> Written:
    return Written(
        text=text,
        source=source,
        script=language.script,
        rtl=language.is_rtl,
        divided=bool(language.hyphenation),
    )


def fixed(written: Written, *, rules: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The text as these rules want it, and which of them were not content with it."""
    done = []
    for rule, fix in FIXES.items():
        text = fix(written) if written.text.strip() and rule in rules else written.text
        if text != written.text:
            done.append(rule)
            written = replace(written, text=text)
    return written.text, tuple(done)


def _joined(written: Written) -> str:
    return unicodedata.normalize("NFC", written.text)


def _without_invisible(written: Written) -> str:
    def kept(match: re.Match[str]) -> str:
        is_good = is_needed(match, written.script, rtl=written.rtl, divided=written.divided)
        return match[0] if is_good else ""

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
