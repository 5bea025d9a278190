"""Parts of runs: found by halving, equal to what a search through all glyphs finds."""

from dataclasses import replace

import pytest

from leaflets.text.shape import is_unsafe, slice_run

TEXTS = {"en": "official affairs of the office ", "ar": "سلام لا حقوق الإنسان "}


class Counted(tuple):
    """A tuple that counts how often one of its items is asked for."""

    asked = 0

    def __getitem__(self, index):
        Counted.asked += 1
        return super().__getitem__(index)


@pytest.fixture(params=TEXTS)
def run(request, paragraph):
    (run,) = paragraph(TEXTS[request.param], language=request.param).runs
    return run


def boundaries(run):
    return sorted({run.start + cluster for cluster in run.clusters} | {run.end})


def test_every_slice_holds_the_glyphs_of_its_clusters(run):
    stops = boundaries(run)
    for i, start in enumerate(stops):
        for end in stops[i + 1 :]:
            part = slice_run(run, start, end)
            inside = [n for n, c in enumerate(run.clusters) if start <= run.start + c < end]
            assert part.glyphs == tuple(run.glyphs[n] for n in inside)
            assert part.advances == tuple(run.advances[n] for n in inside)
            assert [part.start + c for c in part.clusters] == [run.start + run.clusters[n] for n in inside]


def test_a_break_is_unsafe_where_a_glyph_of_the_cluster_says_so(run):
    flags = zip(run.clusters, run.unsafe or (False,) * len(run.clusters), strict=True)
    unsafe = {run.start + cluster for cluster, flag in flags if flag}
    assert {index for index in range(run.start, run.end) if is_unsafe(run, index)} == unsafe


@pytest.mark.parametrize("language", TEXTS)
def test_a_line_of_a_long_paragraph_costs_no_more_than_its_length(paragraph, language):
    (run,) = paragraph(TEXTS[language] * 1000, language=language).runs
    counted = replace(run, clusters=Counted(run.clusters))
    stops = boundaries(run)
    middle = len(stops) // 2
    Counted.asked = 0
    slice_run(counted, stops[middle], stops[middle + 30])
    is_unsafe(counted, stops[middle])
    assert Counted.asked < 100
