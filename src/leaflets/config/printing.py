"""The table [print] of leaflets.toml to print settings: a shop's preset, then what the project says."""

from datetime import date
from functools import cache
from typing import Literal

from leaflets.config.table import (
    Fault,
    Table,
    bad_value,
    choice,
    close,
    day,
    flag,
    length,
    number,
    open_toml,
    suggestion,
    text,
    words,
)
from leaflets.errors import InputError
from leaflets.files import Files
from leaflets.geometry import MM
from leaflets.icc import profile_fault
from leaflets.printing import MOST_BLEED, Preset, PrintCondition, PrintSettings, PrintStandard
from leaflets.resources import data_path

REGISTRY = "http://www.color.org"
"""Of conditions that the ICC lists (ISO 15930-7, 6.2.2)."""

FOGRA39 = PrintCondition(
    identifier="FOGRA39",
    info="Coated FOGRA39 (ISO 12647-2:2004)",
    registry=REGISTRY,
    icc="FOGRA39L_coated.icc",
)
"""Comes with the toolkit."""

REGISTERED = (
    ("FOGRA47", "FOGRA47", "Uncoated FOGRA47 (ISO 12647-2:2004)"),
    ("FOGRA51", "FOGRA51", "Coated FOGRA51 (ISO 12647-2:2013)"),
    ("FOGRA52", "FOGRA52", "Uncoated FOGRA52 (ISO 12647-2:2013)"),
    ("GRACoL", "CGATS TR 006", "Coated GRACoL 2006 (CGATS TR 006)"),
)
"""Name, reference name in the registry, and description; their profiles may not be passed on."""

MOST_THICKNESS = 0.5 * MM
PRINT_KEYS = ("preset", "standard", "condition", "icc", "bleed", "marks", "resolution", "paper", "thickness")


def print_settings(row: Table, files: Files) -> PrintSettings:
    """What is wrong is noted in `row`."""
    row.only(*PRINT_KEYS)
    preset = row.take("preset", _preset, None)
    default = PrintSettings(condition=FOGRA39)
    chosen = preset or default
    return PrintSettings(
        preset=preset,
        standard=row.take("standard", _standard, chosen.standard),
        condition=_condition(row, files),
        bleed=row.take("bleed", _bleed, chosen.bleed),
        marks=row.take("marks", flag, chosen.marks),
        resolution=row.take("resolution", _resolution, chosen.resolution),
        paper=row.take("paper", _paper, "A4"),
        thickness=row.take("thickness", _thickness, 0.0),
    )


@cache
def presets() -> tuple[Preset, ...]:
    """All shops that are known, by their id."""
    path = data_path("presets.toml")
    root = open_toml(path.read_text(encoding="utf-8"), file=path.name)
    table = root.table("preset")
    found = tuple(_shop(table.table(name), name) for name in table.values)
    close(root)
    return found


def _shop(row: Table, name: str) -> Preset:
    return Preset(
        id=name,
        name=row.need("name", words, ""),
        standard=row.need("standard", _standard, PrintStandard.X4),
        bleed=row.need("bleed", _bleed, 3 * MM),
        marks=row.need("marks", flag, False),
        resolution=row.need("resolution", number, 250.0),
        note=row.need("note", words, ""),
        source=row.need("source", words, ""),
        seen=row.need("seen", day, date.min),
    )


def _preset(value: object) -> Preset:
    name = text(value)
    found = next((preset for preset in presets() if preset.id == name), None)
    if found is None:
        known = tuple(preset.id for preset in presets())
        raise bad_value(f'"{name}" is not a known print shop', help=suggestion(name, known))
    return found


def _standard(value: object) -> PrintStandard:
    return PrintStandard(choice(*PrintStandard)(value))


def _paper(value: object) -> Literal["A4", "letter"]:
    name = text(value)
    if name in ("A4", "letter"):
        return "letter" if name == "letter" else "A4"
    raise bad_value(f'"{name}" is not a paper', help="use A4 or letter")


def _resolution(value: object) -> float:
    found = number(value)
    if not 100 <= found <= 1200:
        raise bad_value(f"{found:g} pixels an inch is not usual", help="write a number such as 250 or 300")
    return found


def _condition(row: Table, files: Files) -> PrintCondition:
    """The toolkit's own, or any with a profile of the project: registered ones by their name."""
    name = row.need("condition", words, FOGRA39.identifier)
    icc = row.take("icc", words, "")
    if not icc:
        if name != FOGRA39.identifier:
            row.note(_no_profile(name), "condition")
        return FOGRA39
    fault = _fault_of_profile(icc, files)
    if fault is not None:
        row.note(fault, "icc")
    known = {short: (reference, info, REGISTRY) for short, reference, info in REGISTERED}
    known[FOGRA39.identifier] = (FOGRA39.identifier, FOGRA39.info, REGISTRY)
    identifier, info, registry = known.get(name, (name, name, ""))
    return PrintCondition(identifier=identifier, info=info, registry=registry, icc=icc, own=True)


def _no_profile(name: str) -> Fault:
    known = (FOGRA39.identifier, *(short for short, _reference, _info in REGISTERED))
    hint = "" if name in known else f"{suggestion(name, known)} Or "
    return Fault(
        rule="bad-value",
        message=f'"{name}" needs a profile that does not come with leaflets',
        help=f'{hint}put its ICC profile into the project and name it: icc = "print/….icc"; the shop has it',
    )


def _fault_of_profile(path: str, files: Files) -> Fault | None:
    try:
        fault = profile_fault(files.read(path), space=b"CMYK", devices=(b"prtr",))
    except InputError as error:
        return Fault(
            rule="missing-file",
            message=error.message,
            help="write the path of the profile, starting at the project's folder",
        )
    if not fault:
        return None
    return Fault(
        rule="bad-icc-profile",
        message=f"the profile {path} {fault}",
        help="use the CMYK profile of a press, of version 2 or 4; the shop has it",
    )


def _bleed(value: object) -> float:
    points = length(value)
    if points > MOST_BLEED + 1e-9:
        told = f'"{text(value)}" is too much for a bleed'
        raise bad_value(told, help="write 5mm or less: backgrounds reach no further; shops ask for 3mm")
    return points


def _thickness(value: object) -> float:
    points = length(value)
    if points > MOST_THICKNESS:
        told = f'"{text(value)}" is too thick for the paper of a booklet'
        raise bad_value(told, help='write that of one sheet, such as "0.1mm" for 80 to 130 g/m²')
    return points
