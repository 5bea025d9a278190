"""Laws of copyfit: the chosen scale fits and the next ones do not, also where fitting is not monotone."""

from hypothesis import given
from hypothesis import strategies as st

from leaflets.pages.copyfit import ABOVE, STEP, best_scale

LEAST, STEPS = 10.0, 60


def step_of(scale):
    return round((scale - LEAST) / STEP)


def chosen(fitting):
    limits = (LEAST, LEAST + STEPS * STEP)
    return best_scale(lambda scale: step_of(scale) in fitting, limits=limits)


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


def test_where_nothing_fits_the_smallest_is_told():
    assert chosen(set()) == (LEAST, False)
