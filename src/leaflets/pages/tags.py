"""Tags of a job as they are opened, page after page: a tree in a list, in reading order."""

from dataclasses import field

from leaflets.frozen import dataclass
from leaflets.pages.boxes import GroupBox, TableBox, TextBox
from leaflets.pages.page import Role, Tag


@dataclass(slots=True, kw_only=True)
class Tags:
    """Collects the tags of all pages; where a parent is None, it and all below it are artifacts."""

    found: list[Tag] = field(default_factory=list)
    parted: dict[int, int | None] = field(default_factory=dict)
    """Identity of what was parted -> its tag: its parts stand on several pages."""

    def open(self, role: Role, parent: int | None, language: str, **more: object) -> int | None:
        """A new tag; None where its parent is an artifact."""
        if parent is None:
            return None
        self.found.append(Tag(role=role, parent=parent, language=language, **more))  # type: ignore[arg-type]  # fields of Tag
        return len(self.found) - 1

    def of(
        self, box: GroupBox | TextBox | TableBox, role: Role, parent: int | None, **more: object
    ) -> int | None:
        """The tag of a box; the later parts of one that was parted have that of the first."""
        if box.whole is None:
            return self.open(role, parent, box.language, **more)
        key = id(box.whole)
        if key not in self.parted:
            self.parted[key] = self.open(role, parent, box.language, **more)
        return self.parted[key]
