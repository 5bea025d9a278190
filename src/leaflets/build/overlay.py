"""Files of a project, with some that are made on the way: a job ticket is a layout that nobody wrote."""

from collections.abc import Mapping
from dataclasses import dataclass

from leaflets.files import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What is in `made` is read from there; folders list only such files."""

    made: Mapping[str, bytes]
    below: Files

    def read(self, path: str) -> bytes:
        return self.made[path] if path in self.made else self.below.read(path)

    def exists(self, path: str) -> bool:
        return path in self.made or self.below.exists(path)

    def children(self, path: str) -> tuple[str, ...]:
        inside = f"{path}/"
        names = (name[len(inside) :].partition("/")[0] for name in self.made if name.startswith(inside))
        return tuple(sorted(set(names)))

    @property
    def reads(self) -> Mapping[str, str]:
        return self.below.reads
