"""Laws of copyfit: the chosen scale fits and the next ones do not, also where fitting is not monotone."""

from hypothesis import given
from hypothesis import strategies as st

from leaflets.pages.copyfit import ABOVE, STEP, best_scale

LEAST, STEPS = 10.0, 60


def step_of(scale):
    return round((scale - LEAST) / STEP)


def chosen(fitting):
    limits = (LEAST, LEAST + STEPS * STEP)
    return best_scale([lambda scale: step_of(scale) in fitting], limits=limits)


@given(st.integers(0, STEPS))
def test_the_largest_that_fits_is_found(most):
    assert chosen(set(range(most + 1))) == (round(LEAST + most * STEP, 4), True)


@given(st.integers(0, STEPS), st.sets(st.integers(0, STEPS)))
def test_the_chosen_scale_fits_and_the_next_do_not(most, gaps):
    fitting = set(range(most + 1)) - gaps
    scale, fits = chosen(fitting)
    step = step_of(scale)
    assert fits == (step in fitting)
    assert fitting.isdisjoint(range(step + 1, min(step + ABOVE, STEPS) + 1)) or not fits


@given(st.lists(st.sets(st.integers(0, STEPS)), min_size=1, max_size=4))
def test_all_conditions_hold_at_the_chosen_scale_and_some_fails_at_the_next(several):
    conditions = [lambda scale, own=own: step_of(scale) in own for own in several]
    scale, fits = best_scale(conditions, limits=(LEAST, LEAST + STEPS * STEP))
    everywhere, step = set.intersection(*several), step_of(scale)
    assert fits == (step in everywhere)
    assert everywhere.isdisjoint(range(step + 1, min(step + ABOVE, STEPS) + 1)) or not fits


@given(st.lists(st.integers(0, STEPS), min_size=1, max_size=4))
def test_the_tightest_condition_decides_and_the_others_are_asked_once(most):
    asked = []

    def condition(number):
        return lambda scale: asked.append(number) or step_of(scale) <= most[number]

    conditions = [condition(number) for number in range(len(most))]
    scale, _fits = best_scale(conditions, limits=(LEAST, LEAST + STEPS * STEP))
    assert step_of(scale) == min(most)
    assert len(asked) < 60 + 10 * len(most)


def test_where_nothing_fits_the_smallest_is_told():
    assert chosen(set()) == (LEAST, False)
