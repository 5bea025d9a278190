"""The text of contacts.toml and a call -> the text that says who dialled and when; nothing else changes."""

import re
import tomllib
from datetime import date

from leaflets.config.approvals import quoted
from leaflets.config.lines import key_lines


def verified(text: str, *, contact: str, by: str, on: date) -> str | None:
    """With `checked_by` and `checked_on`. None if they are not where they can be changed safely."""
    plain = text.replace("\r\n", "\n")
    lines = text.splitlines(keepends=True)
    marks = key_lines(plain)
    wanted = {"checked_on": on.isoformat(), "checked_by": quoted(by)}
    missing = []
    for key, value in wanted.items():
        line = marks.get(("contact", contact, key))
        if line is None:
            missing.append(f"{key} = {value}")
        else:
            lines[line - 1] = _with_value(lines[line - 1], key, value)
    if missing:
        _append(lines, contact, missing)
    new = "".join(lines)
    return new if _only_that(text, new, contact, by, on) else None


def _with_value(line: str, key: str, value: str) -> str:
    """The line with another value; a comment behind it stays."""
    scalar = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^\s#]+"
    return re.sub(rf"^([ \t]*{key}[ \t]*=[ \t]*)(?:{scalar})", lambda found: found[1] + value, line)


def _append(lines: list[str], contact: str, missing: list[str]) -> None:
    """Behind the head of the table, where a new key is never part of another one."""
    head = re.compile(rf"^[ \t]*\[contact\.\"?{re.escape(contact)}\"?\][ \t]*(?:#[^\n]*)?\r?\n?$")
    for index, line in enumerate(lines):
        if head.match(line):
            ending = "\r\n" if line.endswith("\r\n") else "\n"
            lines[index] = line if line.endswith("\n") else line + ending
            lines.insert(index + 1, "".join(one + ending for one in missing))
            return


def _only_that(old: str, new: str, contact: str, by: str, on: date) -> bool:
    """Whether the new text says the same, and the call besides."""
    try:
        before, after = (tomllib.loads(one.replace("\r\n", "\n")) for one in (old, new))
    except tomllib.TOMLDecodeError:
        return False
    before["contact"][contact] |= {"checked_by": by, "checked_on": on}
    return before == after
