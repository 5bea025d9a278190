"""Colours with a screen and a print value: no automatic RGB to CMYK for text and fills."""

import math
import re
from typing import NamedTuple

Rgb = tuple[float, float, float]
"""Red, green, blue from 0 to 1, in sRGB."""

Cmyk = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black from 0 to 1, in the print condition."""

SCREEN = re.compile(f"#{3 * '([0-9a-fA-F]{2})'}")

INK_LIMIT = 2.8
"""Total ink that any shop's uncoated paper bears: 280 %."""


class Color(NamedTuple):
    """A palette colour: its name in layouts, its value on screen and its inks in print."""

    name: str
    screen: Rgb
    print: Cmyk

    @property
    def ink(self) -> float:
        """Total ink, 0 to 4."""
        return sum(self.print)

    @property
    def is_black(self) -> bool:
        """Black ink alone, solid or not: what overprints. White does not: it must cover."""
        return not any(self.print[:3]) and self.print[3] > 0


BLACK = Color(name="black", screen=(0.0, 0.0, 0.0), print=(0.0, 0.0, 0.0, 1.0))
WHITE = Color(name="white", screen=(1.0, 1.0, 1.0), print=(0.0, 0.0, 0.0, 0.0))


def parse_screen(text: str) -> Rgb:
    """`#1d5c7a` to sRGB; ValueError says what is expected."""
    found = SCREEN.fullmatch(text.strip())
    if not found:
        raise ValueError(f'"{text}" is not a screen colour: write it as "#1d5c7a"')
    red, green, blue = (int(value, 16) / 255 for value in found.groups())
    return red, green, blue


def written_screen(screen: Rgb) -> str:
    """sRGB to `#1d5c7a`."""
    return "#" + "".join(f"{round(value * 255):02x}" for value in screen)


def parse_print(text: str) -> Cmyk:
    """`cmyk(85% 45% 25% 10%)` to inks; ValueError says what is expected."""
    inside = text.strip()
    words = inside[5:-1].replace(",", " ").split()
    shape = inside.startswith("cmyk(") and inside.endswith(")") and len(words) == 4
    try:
        if not shape:
            raise ValueError
        cyan, magenta, yellow, black = (_ink(word) for word in words)
    except ValueError:
        raise ValueError(f'"{text}" is not a print colour: write it as "cmyk(85% 45% 25% 10%)"') from None
    return cyan, magenta, yellow, black


def _ink(word: str) -> float:
    value = float(word.removesuffix("%")) / 100
    if not 0 <= value <= 1:
        raise ValueError
    return round(value, 4)


def luminance(rgb: Rgb) -> float:
    """Relative luminance (WCAG 2.2, definition of relative luminance)."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: Rgb, second: Rgb) -> float:
    """Contrast ratio from 1 to 21 (WCAG 2.2, SC 1.4.3)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def naive_screen(inks: Cmyk) -> Rgb:
    """Roughly what inks look like (CSS Color 5, naive conversion): for want of a screen value."""
    cyan, magenta, yellow, black = inks
    red, green, blue = (1 - min(1.0, ink * (1 - black) + black) for ink in (cyan, magenta, yellow))
    return red, green, blue


def distance(first: Rgb, second: Rgb) -> float:
    """Of two screen colours, 0 to 1.7."""
    return math.dist(first, second)


def own_name(screen: Rgb, inks: Cmyk) -> str:
    """The name of a colour that is in no palette: `cmyk(85% 45% 25% 10%) #1d5c7a`."""
    percent = " ".join(f"{ink * 100:.4g}%" for ink in inks)
    return f"cmyk({percent}) {written_screen(screen)}"


class Palette(dict[str, Color]):
    """Colours by name; those that were given their values in a style sheet are made when asked for."""

    def __missing__(self, name: str) -> Color:
        inks, _, screen = name.rpartition(" ")
        try:
            self[name] = Color(name=name, screen=parse_screen(screen), print=parse_print(inks))
        except ValueError:
            raise KeyError(name) from None
        return self[name]
