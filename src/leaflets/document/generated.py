"""Properties of lists, counters and what they write -> changes of a style."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from leaflets.document.counters import DECIMAL, KINDS
from leaflets.document.parse import did_you_mean
from leaflets.document.tree import Count, Counts
from leaflets.document.values import BadValue, Change, Colors, Tokens, one
from leaflets.files import FORBIDDEN

PSEUDO = ("before", "marker")
"""Where words may be generated."""

PSEUDO_PROPERTIES = (
    "content",
    "color",
    "font-size",
    "font-family",
    "font-weight",
    "font-style",
    "font-variant-numeric",
    "font-feature-settings",
)
"""What has an effect there."""

RESERVED = ("none", "inherit", "initial", "unset", "revert")

MOST_MARKS = 60
"""Characters of one string."""

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Mn", "Mc", "Me"})
"""By General_Category: what turns, hides or strikes the words that follow it."""

EXAMPLE = 'write for example: counter(step) ". "'


def read_marker(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    token = one(tokens)
    if token.type == "string":
        kind = f'"{_marks(token)}"'
    else:
        kind = _known(token.serialize().lower(), ("disc", *KINDS, "none"), or_else=', or marks such as "–"')
    return (lambda style: replace(style, marker=kind),)


def read_resets(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    counts = _counts(tokens, default=0)
    return (lambda style: replace(style, resets=counts),)


def read_increments(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    counts = _counts(tokens, default=1)
    return (lambda style: replace(style, increments=counts),)


def read_content(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    if [token.serialize().lower() for token in tokens] == ["none"]:
        parts: tuple[str | Count, ...] = ()
    else:
        parts = tuple(_part(token) for token in tokens)
    return (lambda style: replace(style, generated=parts),)


def counted(content: Tokens) -> Iterator[Any]:
    """The names of counters that a value of `content` shows, as tokens."""
    for token in content:
        if token.type == "function" and token.lower_name == "counter":
            yield from [argument for argument in token.arguments if argument.type == "ident"][:1]


def _counts(tokens: Tokens, *, default: int) -> Counts:
    """Names, each with a whole number or none."""
    if [token.serialize().lower() for token in tokens] == ["none"]:
        return ()
    found: list[tuple[str, int]] = []
    is_named = False
    for token in tokens:
        if token.type == "ident" and token.lower_value not in RESERVED:
            found.append((token.value, default))
            is_named = True
        elif token.type == "number" and token.is_integer and is_named:
            found[-1] = (found[-1][0], int(token.value))
            is_named = False
        else:
            raise BadValue(f'"{token.serialize()}" is not the name of a counter', "write for example: step 1")
    if not found:
        raise BadValue("a counter is missing", "write for example: step 1")
    return tuple(found)


def _part(token: Any) -> str | Count:  # tinycss2 token
    if token.type == "string":
        return _marks(token)
    if token.type != "function" or token.lower_name != "counter":
        raise BadValue(f'"{token.serialize()}" is not what content takes', EXAMPLE)
    words = [word for word in token.arguments if word.type not in ("whitespace", "comment")]
    if (
        not words
        or words[0].type != "ident"
        or len(words) not in (1, 3)
        or [w for w in words[1:2] if w != ","]
    ):
        raise BadValue(f'"{token.serialize()}" is not a counter', EXAMPLE)
    kind = words[2].serialize().lower() if len(words) == 3 else DECIMAL
    return Count(counter=words[0].value, kind=_known(kind, tuple(KINDS)))


def _known(word: str, known: tuple[str, ...], *, or_else: str = "") -> str:
    if word not in known:
        raise BadValue(
            f'there is no list-style-type "{word}"', did_you_mean(word, known, form="{}") + or_else
        )
    return word


def _marks(token: Any) -> str:  # tinycss2 token
    """Signs and digits: words would be printed in every language."""
    text = str(token.value)
    if any(character.isalpha() for character in text):
        told = f'"{text[:MOST_MARKS]}" stands outside of gettext and would be printed in every language'
        raise BadValue(told, "put words into the layout, between {% trans %} and {% endtrans %}")
    if len(text) > MOST_MARKS:
        raise BadValue(f"{len(text)} characters are no mark", f"write at most {MOST_MARKS}")
    for character in text:
        if FORBIDDEN.match(character) or unicodedata.category(character) in UNSEEN:
            told = f"U+{ord(character):04X} is no sign that can be printed by itself"
            raise BadValue(told, "write signs, digits and spaces; no controls, line breaks or loose marks")
    return text
