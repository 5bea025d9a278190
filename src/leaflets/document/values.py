"""What readers of properties have in common: tokens -> changes of a style, or what was expected."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leaflets.color import Color
from leaflets.document.tree import Style

Tokens = list[Any]  # tinycss2 has no types
Colors = Mapping[str, Color]
"""The palette."""
Change = Callable[[Style], Style]
"""A style with one declaration applied; em values are of the style's own size, so size comes first."""
Reader = Callable[[Tokens, Colors], Sequence[Change]]


class BadValue(Exception):  # noqa: N818 - told as a diagnostic
    """A value that the property does not take; `expected` says what it does."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(text)
        self.expected = expected


def one(tokens: Tokens) -> Any:  # tinycss2 token
    """The only token. BadValue if there are more, or none."""
    if len(tokens) != 1:
        text = " ".join(token.serialize() for token in tokens)
        raise BadValue(f'"{text}" is not one value', "give exactly one value")
    return tokens[0]
