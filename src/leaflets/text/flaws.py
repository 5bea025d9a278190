"""Shaped runs to what a reader would see wrong: dotted circles, and marks that should be invisible."""

from collections.abc import Iterator, Sequence

from leaflets.fonts.load import Face, FontLibrary
from leaflets.text import ucd
from leaflets.text.line import Flaw, Run

CIRCLE = "\u25cc"
"""HarfBuzz puts it under a mark that has no letter to stand on."""


def flaws(runs: Sequence[Run], *, library: FontLibrary) -> tuple[Flaw, ...]:
    """Each once, in the order of the text."""
    found = (flaw for run in runs for flaw in _flaws(run, library.by_id(run.face)))
    return tuple(dict.fromkeys(found))


def _flaws(run: Run, face: Face) -> Iterator[Flaw]:
    circle = face.circle
    if circle in run.glyphs and CIRCLE not in run.text:
        for number in range(len(run.glyphs)):
            if run.glyphs[number] == circle:
                yield _flaw("dotted-circle", run, number)
    if not ucd.default_ignorables().search(run.text):
        return
    for number, cluster in enumerate(run.clusters):
        if ucd.is_default_ignorable(run.text[cluster]) and _is_visible(run, number, face):
            yield _flaw("visible-ignorable", run, number)


def _is_visible(run: Run, number: int, face: Face) -> bool:
    """Whether a cluster of one invisible character takes room or has ink."""
    alone = all(map(ucd.is_default_ignorable, _cluster(run, number)))
    return alone and (run.advances[number] != 0 or face.has_ink(run.glyphs[number]))


def _cluster(run: Run, number: int) -> str:
    start = run.clusters[number]
    later = [cluster for cluster in run.clusters if cluster > start]
    return run.text[start : min(later, default=len(run.text))]


def _flaw(kind: str, run: Run, number: int) -> Flaw:
    return Flaw(
        kind=kind,  # type: ignore[arg-type]  # one of the two above
        text=_cluster(run, number).strip(),
        language=run.language,
        key=run.key,
        face=run.face,
    )
