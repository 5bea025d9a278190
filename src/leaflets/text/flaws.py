"""Shaped runs to what a reader would see wrong: dotted circles, marks that should be invisible, and words
in two typefaces."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import neg

from leaflets.fonts.load import Face, FontLibrary
from leaflets.text import ucd
from leaflets.text.line import Flaw, Run

HEAP = 30
"""Marks on one letter that are looked at: more are a mistake, or a joke."""

CIRCLE = "\u25cc"
"""HarfBuzz puts it under a mark that has no letter to stand on."""


def flaws(runs: Sequence[Run], *, library: FontLibrary) -> tuple[Flaw, ...]:
    """Each once, in the order of the text; of words in two typefaces, the first of each span."""
    found = [flaw for run in runs for flaw in _flaws(run, library.by_id(run.face))]
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
    if any(map(ucd.is_combining, run.text[HEAP :: HEAP + 1])):  # none of more in a row goes by unseen
        heap = ucd.heaped_marks().search(run.text)
        if heap:
            text = run.text[max(heap.start() - 1, 0) : heap.end()]
            yield Flaw(kind="heaped-marks", text=text, language=run.language, key=run.key, face=run.face)
    if not ucd.has_default_ignorable(run.text):
        return
    for number, cluster in enumerate(run.clusters):
        if ucd.is_default_ignorable(run.text[cluster]) and _is_visible(run, number, face):
            yield _flaw("visible-ignorable", run, number)


def _is_visible(run: Run, number: int, face: Face) -> bool:
    """Whether a cluster of one invisible character takes room or has ink."""
    if run.advances[number] == 0 and not face.has_ink(run.glyphs[number]):
        return False
    return all(map(ucd.is_default_ignorable, _cluster(run, number)))


def _cluster(run: Run, number: int) -> str:
    """The text of it; clusters rise in a run from the left and fall in one from the right."""
    start, clusters = run.clusters[number], run.clusters
    if run.is_rtl:
        last = bisect_left(clusters, -start, key=neg) - 1
        return run.text[start : clusters[last] if last >= 0 else None]
    following = bisect_right(clusters, start)
    return run.text[start : clusters[following] if following < len(clusters) else None]


def _flaw(kind: str, run: Run, number: int) -> Flaw:
    return Flaw(
        kind=kind,  # type: ignore[arg-type]  # one of the two above
        text=_cluster(run, number).strip(),
        language=run.language,
        key=run.key,
        face=run.face,
    )
