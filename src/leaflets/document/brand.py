"""Who publishes: logos of [brand] on the cover or at the imprint, words of [imprint] above the edition.

No layout asks for them: they are put into the tree of every format.
"""

from collections.abc import Iterator, Mapping, Sequence

from leaflets.diagnostics import Origin, Place
from leaflets.document.contact import Tell
from leaflets.document.donors import BRAND_BOX, BRAND_FRAME, BRAND_LOGO
from leaflets.document.papers import PHONE
from leaflets.document.raw import Raw, RawText
from leaflets.frozen import dataclass
from leaflets.language import ENGLISH, Language
from leaflets.project import ANY, Job, Logo

STATEMENT = "imprint: statement"
"""Context of the message, as translators see it."""
DOT = " · "
LINE = "imprint"
"""Class of the edition, and of the group that it stands in with the words above it."""

Way = tuple[Raw, ...]
"""The elements from the root down to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """What signs are made from."""

    job: Job
    tell: Tell
    languages: Mapping[str, Language]
    """All known languages by tag."""

    def sign(self, root: Raw) -> None:
        """Put logos and words into a layout whose imprints are lines, in place."""
        sheets = [child for child in root.children if isinstance(child, Raw) and child.name == "sheet"]
        lines = [way for way in _ways(root, ()) if way[-1].attributes.get("class") == LINE]
        for sheet in sheets:
            covers, marks = self._parted(sheet, has_lines=bool(lines))
            if covers:
                self._on_cover(sheet, covers)
            for way in lines:
                self._at_line(way, marks)
                marks = ()

    def _parted(self, sheet: Raw, *, has_lines: bool) -> tuple[Sequence[Logo], Sequence[Logo]]:
        """On the cover, and at the imprint. The first picture of a telephone's is neutral: no sign on it."""
        names = {self.job.format, f"{self.job.tag}/{self.job.format}"}
        logos = tuple(logo for logo in self.job.project.logos if names.isdisjoint(logo.left_out))
        if not has_lines:
            return logos, ()
        is_phone = sheet.attributes.get("size") == PHONE
        covers = tuple(logo for logo in logos if logo.on == "cover" and not is_phone)
        return covers, tuple(logo for logo in logos if logo not in covers)

    def _on_cover(self, sheet: Raw, logos: Sequence[Logo]) -> None:
        """At the lower edge of the first panel; one that repeats has them once, at the head of its flow."""
        parts = [child for child in sheet.children if isinstance(child, Raw)]
        panel = next((part for part in parts if part.name == "panel"), None)
        if panel is None:
            return
        name = panel.attributes.get("name", "")
        flow = next(
            (f for f in parts if f.name == "flow" and name in f.attributes.get("panels", "").split()), None
        )
        if "repeat" in panel.attributes and flow is not None:
            flow.children[:0] = self._group(logos, flow)
        else:
            self._at_edge(panel, logos)

    def _at_edge(self, panel: Raw, logos: Sequence[Logo]) -> None:
        """Beside those that are there already."""
        signs = self._signs(logos, panel)
        boxes = [child for child in panel.children if isinstance(child, Raw)]
        box = next((one for one in boxes if one.attributes.get("class") == BRAND_BOX), None)
        if box is None and signs:
            box = _raw("box", panel, css=BRAND_BOX)
            box.attributes["edge"] = "bottom"
            panel.children.append(box)
        if box is not None:
            before = [child for group in box.children if isinstance(group, Raw) for child in group.children]
            box.children = [_group([*before, *signs], panel)]

    def _group(self, logos: Sequence[Logo], around: Raw) -> Iterator[Raw]:
        """Of those that there are for its language; none where there are none."""
        signs = self._signs(logos, around)
        if signs:
            yield _group(signs, around)

    def _signs(self, logos: Sequence[Logo], around: Raw) -> list[Raw]:
        return [self._logo(logo, around.language) for logo in logos if logo.file(around.language)]

    def _logo(self, logo: Logo, language: Language) -> Raw:
        """A picture, described in the first language that has a name for it."""
        said = self._first(logo.names, language)
        turned = " brand-turned" if said.is_rtl != language.is_rtl else ""
        name = f"{BRAND_FRAME}-{logo.id}"
        picture = Raw(name="img", place=logo.place, language=said)
        alt = logo.names.get(said.tag, "")
        picture.attributes = {
            "class": BRAND_LOGO + turned,
            "id": name,
            "src": logo.file(language),
            "alt": alt,
        }
        frame = Raw(name="section", place=logo.place, language=language, children=[picture])
        frame.attributes = {"class": BRAND_FRAME, "id": name}
        return frame

    def _at_line(self, way: Way, marks: Sequence[Logo]) -> None:
        """Above the edition; in a box at an edge, where room is short, the publisher alone, on its line."""
        node = way[-1]
        panel = next((one for one in way if one.name == "panel"), None)
        if panel is None:
            self._above(node, marks)
            return
        node.children = [*self._publisher(node, end=DOT), *node.children]
        if marks:
            self._at_edge(panel, marks)

    def _above(self, node: Raw, marks: Sequence[Logo]) -> None:
        above = [*self._group(marks, node), *self._statement(node), *self._rights(node)]
        if not above:
            return
        line = _raw("p", node, css=LINE)
        line.children = node.children
        node.name = "section"
        node.children = [*above, line]

    def _statement(self, node: Raw) -> Iterator[Raw]:
        imprint = self.job.project.imprint
        place = imprint.place or node.place
        if imprint.message:
            paragraph = Raw(name="p", place=place, language=node.language)
            paragraph.children = self.tell(imprint.message, STATEMENT, node.language, place)
            yield paragraph
        elif imprint.statements:
            said = self._first(imprint.statements, node.language)
            yield Raw(
                name="p",
                place=place,
                language=said,
                children=[_text(imprint.statements[said.tag], said, place)],
            )

    def _rights(self, node: Raw) -> Iterator[Raw]:
        """Publisher and licence, on one line."""
        licence = self.job.project.imprint.licence
        parts = [*self._publisher(node, end=DOT if licence else "")]
        if licence:
            parts.append(_isolated(licence, self.languages[ENGLISH], node.place))
        if parts:
            paragraph = _raw("p", node)
            paragraph.children = parts
            yield paragraph

    def _publisher(self, node: Raw, *, end: str) -> Iterator[Raw | RawText]:
        names = self.job.project.imprint.publisher
        if not names:
            return
        said = self._first(names, node.language)
        yield _isolated(names.get(said.tag) or names[ANY], said, node.place)
        if end:
            yield _text(end, node.language, node.place)

    def _first(self, known: Mapping[str, str], language: Language) -> Language:
        """The language itself if it is known, else the source, the host's, or any; the source if none is."""
        source = self.job.leaflet.source
        wanted = (
            language,
            *(() if ANY in known else (source, self.job.leaflet.host, *self.languages.values())),
        )
        return next((one for one in wanted if one.tag in known), source)


def _ways(node: Raw, way: Way) -> Iterator[Way]:
    yield (*way, node)
    for child in node.children:
        if isinstance(child, Raw):
            yield from _ways(child, (*way, node))


def _group(signs: Sequence[Raw | RawText], around: Raw) -> Raw:
    """Beside each other."""
    group = _raw("section", around, css=f"brand brand-{min(len(signs), 6)}")
    group.children += signs
    return group


def _raw(name: str, around: Raw, *, css: str = "") -> Raw:
    attributes = {"class": css} if css else {}
    return Raw(name=name, place=around.place, language=around.language, attributes=attributes)


def _text(text: str, language: Language, place: Place) -> RawText:
    return RawText(text=text, language=language, origin=Origin(place=place))


def _isolated(text: str, language: Language, place: Place) -> Raw:
    return Raw(name="bdi", place=place, language=language, children=[_text(text, language, place)])
