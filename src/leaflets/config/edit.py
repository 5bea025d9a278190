"""The text of leaflets.toml with one language more; every other character stays."""

import re
import tomllib

_STRING = r'"[^"\n]*"' + r"|'[^'\n]*'"
_LIST = re.compile(
    rf"^[ \t]*languages[ \t]*=[ \t]*\[(?P<inside>(?:[^\[\]#\"']|{_STRING}|#[^\n]*)*)\]", re.MULTILINE
)
_PART = re.compile(rf"#[^\n]*|{_STRING}")


def with_language(text: str, *, leaflet: str, tag: str) -> str | None:
    """None if the list is not where it can be changed safely: a person then writes it."""
    head = re.search(rf"^[ \t]*\[leaflet\.\"?{re.escape(leaflet)}\"?\][^\n]*\n", text, re.MULTILINE)
    if head is None:
        return None
    after = re.search(r"^[ \t]*\[[^\[\]=\n]+\][ \t]*(?:#[^\n]*)?$", text[head.end() :], re.MULTILINE)
    found = _LIST.search(text, head.end(), head.end() + after.start() if after else len(text))
    items = (
        [part for part in _PART.finditer(text, *found.span("inside")) if part[0][0] != "#"] if found else []
    )
    if not items:
        return None
    new = f'{text[: items[-1].end()]}, "{tag}"{text[items[-1].end() :]}'
    return new if _only_that(text, new, leaflet, tag) else None


def _only_that(old: str, new: str, leaflet: str, tag: str) -> bool:
    """Whether the new text says the same, and the tag besides."""
    try:
        before, after = tomllib.loads(old.replace("\r\n", "\n")), tomllib.loads(new.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return False
    before["leaflet"][leaflet]["languages"].append(tag)
    return before == after
