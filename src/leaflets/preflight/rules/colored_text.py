"""A PDF -> faults: text is not in black ink alone."""

from collections.abc import Iterator

from leaflets.preflight.marks import Shown
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (H1)", help='give the colour black ink only: print = "cmyk(0% 0% 0% 100%)"')
def colored_text(file: OpenPdf) -> Iterator[Fault]:
    """Text is not in black ink alone.

    Small coloured letters blur where plates shift, and each language would need four new plates.
    """
    for number, leaf in enumerate(file.leaves, 1):
        colors = {s.fill for s in leaf.shown if s.is_visible and not _is_black(s)}
        for paint in sorted(colors, key=repr):
            inks = " ".join(f"{value:.0%}" for value in paint.values)
            yield Fault(f"text is printed in {paint.space} {inks}", page=number)


def _is_black(shown: Shown) -> bool:
    paint = shown.fill
    black = paint.space == "DeviceCMYK" and not any(paint.values[:3]) and paint.values[3] > 0
    return black or (paint.space == "DeviceGray" and paint.values[0] < 1)
