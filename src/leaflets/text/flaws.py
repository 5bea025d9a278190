"""Shaped runs to what a reader would see wrong: dotted circles, marks that should be invisible, and words
in two typefaces."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from leaflets.fonts.load import Face, FontLibrary
from leaflets.text import ucd
from leaflets.text.line import Flaw, Run

CIRCLE = "\u25cc"
"""HarfBuzz puts it under a mark that has no letter to stand on."""


def flaws(runs: Sequence[Run], *, library: FontLibrary) -> tuple[Flaw, ...]:
    """Each once, in the order of the text; of words in two typefaces, the first of each span."""
    found = (flaw for run in runs for flaw in _flaws(run, library.by_id(run.face)))
    mixed = {flaw.key: flaw for flaw in _mixed(reversed(runs), library=library)}
    return tuple(dict.fromkeys([*found, *reversed(mixed.values())]))


def _mixed(runs: Iterable[Run], *, library: FontLibrary) -> Iterator[Flaw]:
    """Of neighbours from the end: letters of one script and span, of which the wanted family has not all."""
    for right, left in pairwise(runs):
        together = (left.key, left.script, left.end) == (right.key, right.script, right.start)
        if not together or left.face == right.face or not _is_one_word(left.text, right.text):
            continue
        if library.by_id(left.face).family != library.by_id(right.face).family:
            word = left.text.split()[-1] + right.text.split()[0]
            yield Flaw(kind="mixed-faces", text=word, language=left.language, key=left.key, face=right.face)


def _is_one_word(left: str, right: str) -> bool:
    """A digit or mark of punctuation may come from another family: that is how numbers look alike."""
    return ucd.general_category(left[-1])[0] in "LM" and ucd.general_category(right[0])[0] in "LM"


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
