"""Rendered XML to raw nodes: every element and attribute is one of the vocabulary."""

import difflib
from collections.abc import Callable

from lxml import etree

from leaflets.diagnostics import Diagnostic, Origin, Place
from leaflets.document.raw import Raw, RawText
from leaflets.document.template import TOKEN
from leaflets.document.vocabulary import COMMON_ATTRIBUTES, INLINE, TEXT_BLOCKS, VOCABULARY, Word
from leaflets.errors import LayoutError
from leaflets.language import Language

Find = Callable[[str, Place], Language]
"""A tag and where it stands -> the language."""
Resolve = Callable[[int, Place, Language], "list[Raw | RawText]"]
"""A token's number, its place and the language wanted -> the translated nodes."""


LINES = range(1, 10**9)
"""Of a file."""

DEEPEST = 20
"""Elements of a text, or of what fills a placeholder, within each other. Of layouts, libxml2 takes 256."""


class Faults:
    """Collects what is wrong, so that a file's errors are told at once."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(
        self, rule: str, message: str, place: Place | None, *, help: str = "", notes: tuple[str, ...] = ()
    ) -> None:
        self.found.append(Diagnostic(rule=rule, message=message, place=place, help=help, notes=notes))

    def raise_if_any(self) -> None:
        if self.found:
            raise LayoutError(self.found[0].message, *self.found)


def parse_xml(xml: str, *, file: str) -> etree._Element:
    """Hardened: no entities, no network, no DTD. LayoutError names the template's line if it can."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _not_xml(xml, error, file) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # never None after parsing
        fault = Diagnostic(
            rule="doctype",
            message="a layout has no DOCTYPE: entities are not expanded",
            place=Place(file=file),
            help="remove it and write the characters themselves",
        )
        raise LayoutError(fault.message, fault)
    return root


def is_deeper(root: etree._Element, most: int) -> bool:
    """Whether elements stand deeper within each other than that: trees are walked by recursion."""
    level = [root]
    for _ in range(most + 1):
        level = [child for element in level for child in element]
    return bool(level)


def raw_tree(
    root: etree._Element, *, above: Place, language: Language, find: Find, resolve: Resolve, faults: Faults
) -> Raw:
    """The element and all below as raw nodes; faults are collected.

    What expressions write has no place of its own, and that of the element above it.
    """
    place = _place(root) or above
    own = root.get("lang")
    quoted = find(own, place) if own and root.tag == "phrase" else None
    language = find(own, place) if own and quoted is None else language
    node = Raw(name=str(root.tag), place=place, language=language)
    _check(root, node, faults)
    node.attributes = {
        str(key): _attribute(str(value), place=place, language=language, resolve=resolve)
        for key, value in root.attrib.items()
        if key not in ("at", "lang")
    }
    _add_text(node, root.text, place=place, resolve=resolve, faults=faults)
    for child in root:
        if child.tag is etree.Entity:
            faults.add("entity", "an entity reference is not allowed here", place, help="write the character")
            continue
        if language.tag not in child.get("except", "").split():
            node.children.append(
                raw_tree(child, above=place, language=language, find=find, resolve=resolve, faults=faults)
            )
        _add_text(node, child.tail, place=place, resolve=resolve, faults=faults)
    last = node.children[-1] if node.children else None
    if node.name in TEXT_BLOCKS and isinstance(last, RawText) and last.text == " ":
        node.children.pop()
    if quoted is not None:
        _speak(node, quoted)
    return node


def _speak(node: Raw, language: Language) -> None:
    """The words of the reader's catalog are another language's: shaped, ordered and tagged as such."""
    node.language = language
    for child in node.children:
        if isinstance(child, Raw):
            _speak(child, language)
        else:
            child.language = language


def _place(element: etree._Element) -> Place | None:
    """The template's file and line, from the attribute that the template stage wrote."""
    file, _, line = (element.get("at") or "").rpartition(":")
    return Place(file=file, line=whole_number(line, LINES)) if file else None


def _add_text(node: Raw, text: str | None, *, place: Place, resolve: Resolve, faults: Faults) -> None:
    for index, part in enumerate(TOKEN.split(text or "")):
        if index % 2:
            node.children += resolve(int(part), place, node.language)
        elif part.strip():
            _add_literal(node, part, place, faults)
        elif part and _goes_on(node):
            node.children.append(_plain(" ", node.language, place))


def _goes_on(node: Raw) -> bool:
    """Whether words have begun: blanks between the blocks of a cell are none of its text."""
    last = node.children[-1] if node.children else None
    is_words = isinstance(last, RawText) or (last is not None and last.name in INLINE)
    return is_words and node.name in INLINE | TEXT_BLOCKS


def _add_literal(node: Raw, text: str, place: Place, faults: Faults) -> None:
    """Text that stands in the layout itself: punctuation and digits only, as it is not translated."""
    words = " ".join(text.split())
    if any(character.isalpha() for character in words):
        faults.add(
            "untranslatable-text",
            f'"{words[:60]}" stands outside of gettext and would be printed in every language',
            place,
            help="put it between {% trans %} and {% endtrans %}",
        )
        return
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    node.children.append(_plain(before + words + after, node.language, place))


def _plain(text: str, language: Language, place: Place) -> RawText:
    return RawText(text=text, language=language, origin=Origin(place=place))


def _attribute(value: str, *, place: Place, language: Language, resolve: Resolve) -> str:
    def text(number: str) -> str:
        nodes = resolve(int(number), place, language)
        return "".join(node.text if isinstance(node, RawText) else node.text() for node in nodes)

    return TOKEN.sub(lambda token: text(token[1]), value)


def _check(element: etree._Element, node: Raw, faults: Faults) -> None:
    word = VOCABULARY.get(node.name)
    if word is None:
        faults.add(
            "unknown-element",
            f"there is no element <{node.name}>",
            node.place,
            help=did_you_mean(node.name, tuple(VOCABULARY), form="<{}>"),
        )
        return
    _check_attributes(element, word, node.place, faults)
    parent = element.getparent()
    if word.parents and (parent is None or parent.tag not in word.parents):
        allowed = " or ".join(f"<{name}>" for name in word.parents)
        faults.add(
            "misplaced-element",
            f"<{node.name}> must stand in {allowed}",
            node.place,
            help=f"move it into {allowed}",
        )


def _check_attributes(element: etree._Element, word: Word, place: Place, faults: Faults) -> None:
    known = (*word.attributes, *COMMON_ATTRIBUTES)
    for name in map(str, element.attrib):
        if name not in known:
            own = tuple(key for key in known if key != "at")
            faults.add(
                "unknown-attribute",
                f'<{word.name}> has no attribute "{name}"',
                place,
                help=did_you_mean(name, own, form="{}"),
            )
    for name in word.required:
        if name not in element.attrib:
            faults.add("missing-attribute", f'<{word.name}> needs "{name}"', place, help=f"add {name}=…")


def whole_number(text: str, allowed: range) -> int | None:
    """What an attribute says; None where it is not one of these numbers."""
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if is_number and int(text) in allowed else None


def did_you_mean(word: str, known: tuple[str, ...], *, form: str) -> str:
    """The nearest known word, else all of them."""
    near = difflib.get_close_matches(word, known, n=1)
    if near:
        return f"did you mean {form.format(near[0])}?"
    return "there are " + ", ".join(form.format(name) for name in sorted(known))


def _not_xml(xml: str, error: etree.XMLSyntaxError, file: str) -> LayoutError:
    """The line of the rendered text is turned into the template's by the last start tag before it."""
    lines = xml.split("\n")[: error.lineno or 1]
    before = "\n".join(lines)
    place = Place(file=file)
    if ' at="' in before:
        at = before.rpartition(' at="')[2].partition('"')[0]
        name, _, line = at.rpartition(":")
        place = Place(file=name, line=whole_number(line, LINES))
    fault = Diagnostic(
        rule="not-xml",
        message=f"the layout is not well-formed XML: {error.msg}",
        place=place,
        notes=("the place is that of the last start tag before the fault",),
        help="close every element in the order in which it was opened; write & as &amp;",
    )
    return LayoutError(fault.message, fault)
