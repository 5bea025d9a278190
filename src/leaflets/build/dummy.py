"""A format that is folded, stapled or cut -> its fold dummy: names and numbers of panels, to fold by hand.

It is imposed by what imposes the leaflet itself, and printed on an ordinary printer.
"""

from dataclasses import replace

from leaflets.build.job import Laid, lay_out, output_of, sheets_of
from leaflets.build.overlay import Overlay, say
from leaflets.document.folds import FOLDS
from leaflets.document.tree import SheetSpec
from leaflets.files import Files
from leaflets.geometry import MM
from leaflets.project import Job, Profile

NAME = "dummy"

STYLE = """
flow { padding: 6mm; align-content: center; text-align: center; }
h1 { font-size: 3em; text-align: center; color: ink; }
p { text-align: center; }
img { width: 8mm; text-align: center; color: ink; }
"""
ARROW = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 1L22 12H15V23H9V12H2z"/></svg>'
)


def fold_dummy(job: Job, laid: Laid, files: Files) -> bytes | None:
    """A PDF for an office printer; None where the print file has nothing to fold or cut, or is too large."""
    spec = laid.document.sheet
    if spec.fold == "none" and spec.bind != "saddle" and not spec.is_ganged:
        return None
    leaflet = replace(job.leaflet, name=NAME, together={})
    stand_in = replace(job, leaflet=leaflet, format=NAME, profiles=(Profile.OFFICE,))
    over = Overlay(
        made={
            f"layouts/{NAME}/{NAME}.xml": _layout(laid, spec).encode(),
            f"layouts/{NAME}/{NAME}.css": STYLE.encode(),
            f"layouts/{NAME}/up.svg": ARROW.encode(),
        },
        below=files,
    )
    drawn = lay_out(stand_in, over)
    if not sheets_of(stand_in, drawn, Profile.OFFICE):
        return None
    return output_of(stand_in, drawn, Profile.OFFICE, over).data


def _layout(laid: Laid, spec: SheetSpec) -> str:
    """Panels in the same places on a sheet of the same kind; each has an arrow to its head, and its number.

    A fold knows its panels by their names; in other formats these are whatever somebody wrote.
    """
    names = [page.name for page in laid.pages.pages]
    keys = names if spec.fold in FOLDS else [f"page-{number}" for number, _name in enumerate(names, 1)]
    heads = "together" if spec.heads_together else "same"
    attributes = (
        f'size="{spec.size}" fold="{spec.fold}" bind="{spec.bind}" '
        f'gutter="{spec.gutter / MM:.3f}mm" heads="{heads}" fit="6pt 14pt"'
    )
    panels = "".join(f'<panel name="{key}"/>' for key in keys)
    flows = "".join(
        f'<flow panels="{key}"><img src="layouts/{NAME}/up.svg" alt=""/><h1>{number}</h1>'
        f'<p lang="en">{say(name)}</p></flow>'
        for number, (key, name) in enumerate(zip(keys, names, strict=True), 1)
    )
    return f'<leaflet format="{NAME}"><sheet {attributes}>{panels}{flows}</sheet></leaflet>'
