"""A print file and what its shop asks for -> checks of that, with the shop's own page as clause."""

from collections.abc import Iterator

from leaflets.geometry import MM
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, Standard
from leaflets.preflight.rules.coarse_image import pixels_per_inch
from leaflets.preflight.run import Checked
from leaflets.printing import Preset, PrintStandard

STANDARDS = {
    PrintStandard.X4: Standard.X4,
    PrintStandard.X3: Standard.X3,
    PrintStandard.X1A: Standard.X1A,
}


def check_for_shop(data: bytes, preset: Preset) -> tuple[Checked, ...]:
    """The wishes of a shop that differ from one to the other; the rules of preflight hold for all."""
    file = OpenPdf(data)
    try:
        rows = (
            ("wrong-standard", tuple(_standard(file, preset)), 'set standard = "{standard}"'),
            ("wrong-marks", tuple(_marks(file, preset)), "set marks = {marks}"),
            ("bleed-of-shop", tuple(_bleed(file, preset)), 'set bleed = "{bleed:g}mm"'),
            ("resolution-of-shop", tuple(_resolution(file, preset)), "use images with more pixels"),
        )
        told = {
            "standard": preset.standard.value,
            "marks": str(preset.marks).lower(),
            "bleed": round(preset.bleed / MM, 2),
        }
        return tuple(
            Checked(
                rule=rule,
                clause=f"{preset.name}: {preset.source}, seen {preset.seen}",
                faults=faults,
                rationale=f"{preset.name} asks for it, and may send the file back: {preset.note}.",
                help=f"{step.format(**told)} under [print] of leaflets.toml, or ask the shop",
            )
            for rule, faults, step in rows
        )
    finally:
        file.close()


def _standard(file: OpenPdf, preset: Preset) -> Iterator[Fault]:
    wanted = STANDARDS[preset.standard].value
    if file.standard_name != wanted:
        yield Fault(f"the file is {file.standard_name}, and {preset.name} asks for {wanted}")


def _marks(file: OpenPdf, preset: Preset) -> Iterator[Fault]:
    """Marks are what stands in registration colour, or is drawn outside of the bleed."""
    for number, leaf in enumerate(file.leaves, 1):
        found = any("All" in (item.fill.space, item.stroke.space) for item in leaf.painted)
        if found and not preset.marks:
            yield Fault("there are crop marks, which would be printed", page=number)
        if preset.marks and not found:
            yield Fault("there are no crop marks", page=number)


def _bleed(file: OpenPdf, preset: Preset) -> Iterator[Fault]:
    for number, leaf in enumerate(file.leaves, 1):
        trim, bleed = leaf.boxes.get("TrimBox"), leaf.boxes.get("BleedBox")
        wanted = None if trim is None else trim.grown(preset.bleed)
        if wanted is not None and (bleed is None or not bleed.contains(wanted, tolerance=0.05)):
            yield Fault(f"the bleed is less than {preset.bleed / MM:g} mm", page=number)


def _resolution(file: OpenPdf, preset: Preset) -> Iterator[Fault]:
    for number, leaf in enumerate(file.leaves, 1):
        for item in leaf.painted:
            if item.kind == "image" and pixels_per_inch(item) < preset.resolution - 0.5:
                yield Fault(f"an image has {pixels_per_inch(item):.0f} pixels an inch", page=number)
