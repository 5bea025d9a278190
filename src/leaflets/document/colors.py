"""A colour of a style sheet -> a name: of the palette, or of its own values for screen and print."""

from collections.abc import Mapping
from typing import Any

from tinycss2 import color5, serialize

from leaflets.color import INK_LIMIT, Color, Rgb, distance, naive_screen, own_name
from leaflets.document.parse import did_you_mean
from leaflets.document.values import BadValue

SAME = 0.1
"""Screen colours that are nearer than this are told to be the same."""

WAYS = "write device-cmyk(c m y k, rgb(r g b)), or declare a colour in [palette] of leaflets.toml"


def color_name(token: Any, palette: Mapping[str, Color]) -> str:  # tinycss2 token
    """The name that the palette, or `Palette` for colours of their own, knows it by."""
    if token.type == "ident":
        return _named(token.value, palette)
    if token.type == "function" and token.lower_name == "device-cmyk":
        return _inks(token)
    screen = _screen([token])
    if max(screen) - min(screen) > 1e-9:
        raise BadValue(f"{token.serialize()} has no inks: nothing is converted", _with_inks(screen, palette))
    return own_name(screen, (0.0, 0.0, 0.0, 1 - screen[0]))


def _named(name: str, palette: Mapping[str, Color]) -> str:
    if name not in palette:
        near = did_you_mean(name, tuple(palette), form="{}") if palette else "declare it in [palette]"
        raise BadValue(f'there is no palette colour "{name}"', f"{near}; or {WAYS}")
    return name


def _with_inks(screen: Rgb, palette: Mapping[str, Color]) -> str:
    near = min(palette.values(), key=lambda color: distance(color.screen, screen), default=None)
    if near is not None and distance(near.screen, screen) < SAME:
        return f"did you mean {near.name}, which is that colour? Or {WAYS}"
    return f"{WAYS}; greys need neither, as they print in black"


def _inks(token: Any) -> str:  # tinycss2 token
    """`device-cmyk(c m y k)`; its colour for screens may follow after a comma, as fallbacks do."""
    commas = [i for i, argument in enumerate(token.arguments) if argument == ","]
    has_screen = len(commas) == 1  # three commas part inks as CSS once did
    four = token.arguments[: commas[0]] if has_screen else token.arguments
    is_number = all(token.type != "ident" for token in four)  # none, which tinycss2 1.4 fails at
    found = color5.parse_color(f"device-cmyk({serialize(four)})") if is_number else None
    if found is None:
        example = "write for example: device-cmyk(85% 45% 25% 10%, rgb(29 92 122))"
        raise BadValue(f"{token.serialize()} is not four inks", example)
    _refuse_transparent(found, token)
    cyan, magenta, yellow, black = (round(float(value), 4) for value in found.coordinates)
    inks = (cyan, magenta, yellow, black)
    if sum(inks) > INK_LIMIT + 1e-9:
        told = f"{sum(inks):.0%} of ink is more than paper bears, which is {INK_LIMIT:.0%}"
        raise BadValue(told, "take less of the colours and more black")
    return own_name(_screen(token.arguments[commas[0] + 1 :]) if has_screen else naive_screen(inks), inks)


def _screen(tokens: list[Any]) -> Rgb:  # tinycss2 tokens
    words = [token for token in tokens if token.type not in ("whitespace", "comment")]
    is_rgb = [t.type == "hash" or (t.type == "function" and t.lower_name in ("rgb", "rgba")) for t in words]
    found = color5.parse_color(serialize(words)) if is_rgb == [True] else None
    if found is None or None in found.coordinates:
        raise BadValue(f'"{serialize(tokens).strip()}" is not a colour', f"{WAYS}; for screens also #rrggbb")
    _refuse_transparent(found, words[0])
    red, green, blue = (round(min(1.0, max(0.0, value)) * 255) / 255 for value in found.coordinates)
    return red, green, blue


def _refuse_transparent(found: Any, token: Any) -> None:  # tinycss2 color and token
    if found.alpha != 1:
        told = f"{token.serialize()} is transparent, and print is opaque"
        raise BadValue(told, "give the colour that is seen in the end")
