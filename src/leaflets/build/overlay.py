"""Files of a project, with some that are made on the way: a job ticket is a layout that nobody wrote."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from leaflets.files import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What is in `made` is read from there, and all else from below."""

    made: Mapping[str, bytes]
    below: Files

    def read(self, path: str) -> bytes:
        return self.made[path] if path in self.made else self.below.read(path)

    def exists(self, path: str) -> bool:
        return path in self.made or self.below.exists(path)

    def children(self, path: str) -> tuple[str, ...]:
        inside = f"{path}/"
        names = (name[len(inside) :].partition("/")[0] for name in self.made if name.startswith(inside))
        return tuple(sorted({*names, *self.below.children(path)}))

    def locate(self, path: str) -> Path:
        """Of what lies below: nothing that is made here is mapped."""
        return self.below.locate(path)

    @property
    def reads(self) -> Mapping[str, str]:
        return self.below.reads


def say(text: str) -> str:
    """A call of gettext in a template: text of any kind as a message, with nothing of it evaluated."""
    safe = escape(text).replace("%", "%%")
    return "{{ _(" + json.dumps(safe, ensure_ascii=False) + ") }}"
