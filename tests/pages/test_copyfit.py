"""Laws of copyfit: the chosen scale fits and the next ones do not, also where fitting is not monotone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.pages import compose
from leaflets.pages.copyfit import ABOVE, STEP, Condition, Verdict, best_scale
from leaflets.pages.measure import gap, inner_width, leading, lines, natural_height, stack_height, width_in

LEAST, STEPS = 10.0, 60
LIMITS = (LEAST, LEAST + STEPS * STEP)

SHARES = st.lists(st.floats(-1, 9), min_size=STEPS + 1, max_size=STEPS + 1)
"""What is told of how full things are, true or not, changes how soon a scale is found."""


def step_of(scale):
    return round((scale - LEAST) / STEP)


def fitting_at(fitting, shares=(0.0,) * (STEPS + 1)):
    return Condition(
        tried=lambda scale: Verdict(fits=step_of(scale) in fitting, share=shares[step_of(scale)])
    )


def chosen(*conditions):
    scale, fits = best_scale(conditions, limits=LIMITS)
    return step_of(scale), fits


@given(st.integers(-1, STEPS), SHARES)
def test_the_largest_that_fits_is_found_whatever_shares_tell(most, shares):
    assert chosen(fitting_at(range(most + 1), shares)) == (max(most, 0), most >= 0)


@given(st.integers(0, STEPS), st.sets(st.integers(0, STEPS)), SHARES)
def test_the_chosen_scale_fits_and_the_next_do_not(most, gaps, shares):
    fitting = set(range(most + 1)) - gaps
    step, fits = chosen(fitting_at(fitting, shares))
    assert fits == (step in fitting)
    assert fitting.isdisjoint(range(step + 1, min(step + ABOVE, STEPS) + 1)) or not fits


@given(st.lists(st.sets(st.integers(0, STEPS)), min_size=1, max_size=4))
def test_all_conditions_hold_at_the_chosen_scale_and_some_fails_at_the_next(several):
    step, fits = chosen(*map(fitting_at, several))
    everywhere = set.intersection(*several)
    assert fits == (step in everywhere)
    assert everywhere.isdisjoint(range(step + 1, min(step + ABOVE, STEPS) + 1)) or not fits


@given(st.lists(st.integers(-1, STEPS), min_size=1, max_size=4), st.booleans())
def test_the_tightest_condition_decides_and_the_others_are_asked_once(most, steady):
    asked = []

    def condition(number):
        def tried(scale):
            asked.append((number, scale))
            return Verdict(fits=step_of(scale) <= most[number])

        return Condition(tried=tried, is_steady=lambda: steady)

    conditions = [condition(number) for number in range(len(most))]
    assert chosen(*conditions) == (max(min(most), 0), min(most) >= 0)
    assert len(asked) == len(set(asked)) < 60 + 10 * len(most)


@given(st.floats(9.0, 14.0), st.floats(1.0, 2.0))
def test_few_scales_are_tried_of_what_grows_evenly(full, growth):
    """`full`: the scale at which it uses all of its room."""
    asked = []

    def tried(scale):
        asked.append(scale)
        share = (scale / full) ** growth
        return Verdict(fits=share <= 1, share=share)

    step, fits = chosen(Condition(tried=tried, is_steady=lambda: True))
    holding = [other for other in range(STEPS + 1) if LEAST + other * STEP <= full + 1e-9]
    assert (step, fits) == (max(holding, default=0), bool(holding))
    assert len(asked) <= 7


def test_what_is_steady_is_not_tried_above_where_it_failed():
    asked = []
    tried = fitting_at(range(31)).tried
    chosen(
        Condition(tried=lambda scale: asked.append(step_of(scale)) or tried(scale), is_steady=lambda: True)
    )
    assert max(asked) == step_of(LEAST + STEPS * STEP * 0.6)
    assert len([step for step in asked if step > 30]) <= 4


TEXT = "{% trans %}" + " ".join(f"word{number}" for number in range(60)) + "{% endtrans %}"
STYLE = "flow { padding: 4mm 1em; } p { margin: 0.5em 0; padding: 1mm 0.5em; } .two { column-count: 2; }"


@pytest.fixture
def conditions_of(lay, monkeypatch):
    """Content of a single panel, and its style -> the conditions that it is fitted by."""

    def make(content, style):
        kept = []
        monkeypatch.setattr(
            compose, "best_scale", lambda conditions, *, limits: kept.extend(conditions) or (limits[0], True)
        )
        box = '<box edge="top"><p><page-number/></p></box>'
        page = f'<panel name="page">{box}</panel><flow panels="page">{content}</flow>'
        lay(f'<sheet size="A6" fold="none" fit="5pt 5pt">{page}</sheet>', style)
        return kept

    return make


def test_what_is_said_to_be_steady_fits_at_no_scale_above_one_at_which_it_does_not(conditions_of):
    content = (
        f"<h2>{{% trans %}}Some words of a heading{{% endtrans %}}</h2><p>{TEXT}</p><ul><li>{TEXT}</li></ul>"
    )
    flow, *_others = conditions_of(content, STYLE)
    verdicts = [flow.tried(4 + number * STEP).fits for number in range(400)]
    assert flow.is_steady()
    assert verdicts == sorted(verdicts, reverse=True)
    assert verdicts[0]
    assert not verdicts[-1]


def test_heights_add_up_from_lines_leading_and_the_larger_of_two_margins(conditions_of):
    content = f"<h2>{TEXT}</h2><p>{TEXT}</p><p>{TEXT}</p>"
    flow, *_others = conditions_of(content, f"{STYLE} h2 {{ margin: 0 1em 2mm; }}")
    boxes, total, previous = flow.tried(4.0).boxes[0], 0.0, None
    for box in boxes:
        width = width_in(box, 200.0, 7.0)
        tall = lines(box, width=width, scale=7.0) * leading(box, 7.0) + box.style.padding.block.at(7.0)
        total += gap(previous, box, 7.0) + tall
        previous = box
    assert len(boxes) == 3
    assert stack_height(boxes, width=200.0, scale=7.0) == pytest.approx(total)


def test_a_group_is_as_tall_as_what_stands_in_it_at_any_scale(conditions_of):
    """Of margins that meet, some are the larger ones in small type only."""
    inner = f'<section class="in"><p>{TEXT}</p><h2>{TEXT}</h2></section>'
    style = f"{STYLE} .out {{ padding: 1mm 1em; }} .in {{ margin: 6pt 3pt; }} h2 {{ margin: 9pt 1em 2mm; }}"
    flow, *_others = conditions_of(f'<section class="out"><p>{TEXT}</p>{inner}<p>{TEXT}</p></section>', style)
    (group,) = flow.tried(4.0).boxes[0]
    for scale in (4.0, 7.0, 9.0, 12.0, 16.0, 22.0):
        wide = inner_width(group, width=200.0, scale=scale)
        stacked = stack_height(group.children, width=wide, scale=scale) + group.style.padding.block.at(scale)
        assert natural_height(group, width=200.0, scale=scale) == pytest.approx(stacked)


@pytest.mark.parametrize(
    ("content", "style"),
    [
        (f'<section class="two"><p>{TEXT}</p></section>', STYLE),
        (f"<table><tr><td>{TEXT}</td></tr></table>", STYLE),
        (f"<p>{TEXT}</p>", f"{STYLE} p {{ margin: -1em 0; }}"),
    ],
)
def test_what_may_get_lower_as_type_gets_larger_is_not_steady(conditions_of, content, style):
    flow, *_others = conditions_of(content, style)
    assert not flow.is_steady()
