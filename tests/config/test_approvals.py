"""Records of approvals: what is written reads back the same; what is damaged approves nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.config.approvals import (
    Approvals,
    ProofApproval,
    Reworded,
    TextApproval,
    read_approvals,
    write_approvals,
)
from leaflets.config.identities import same_person
from leaflets.config.table import LAST_YEAR
from leaflets.errors import InputError

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(LAST_YEAR, 12, 31))
LINES = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=20)
HEX = st.text("0123456789abcdef", min_size=64, max_size=64)
PAIRS = st.lists(st.integers(0, 16**12 - 1).map(lambda n: f"{n:012x}:{n:012x}"), max_size=3, unique=True).map(
    tuple
)
TEXTS = st.builds(TextApproval, by=LINES, on=DAYS, digest=HEX, messages=PAIRS, note=st.just("") | LINES)
PROOFS = st.builds(ProofApproval, format=st.just("card"), by=LINES, on=DAYS, digest=HEX, note=st.just(""))
REWORDED = st.builds(Reworded, old=LINES, new=LINES, by=LINES, on=DAYS)


@given(st.lists(TEXTS, max_size=2), st.lists(PROOFS, max_size=2), st.lists(REWORDED, max_size=2))
def test_what_is_written_reads_back_the_same(texts, proofs, reworded):
    written = write_approvals(Approvals(texts=tuple(texts), proofs=tuple(proofs), reworded=tuple(reworded)))
    found = read_approvals(written, file="x.toml")
    assert write_approvals(found) == written
    assert [one.digest for one in found.texts] == [one.digest for one in texts]


GOOD = f"""[[text]]
by = "reader"
on = 2026-11-27
digest = "{"a" * 64}"
messages = ["{"b" * 12}:{"c" * 12}"]
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('by = "reader"', 'by = ""', 2),
        ('by = "reader"\n', "", 1),
        ("2026-11-27", '"2026-11-27"', 3),
        ("2026-11-27", "2026-11-27T10:00:00", 3),
        ("a" * 64, "a" * 63, 4),
        ("a" * 64, "A" * 64, 4),
        ("b" * 12 + ":", "", 5),
        ("[[text]]", "[[texts]]", 1),
        ("[[text]]", "[text]", 1),
        ('by = "reader"', 'by = "reader"\nrole = "x"', 3),
        ('by = "reader"', '<<<<<<< HEAD\nby = "reader"', 2),
    ],
)
def test_a_damaged_record_is_refused_with_its_line(old, new, line):
    assert read_approvals(GOOD.encode(), file="x.toml").texts
    with pytest.raises(InputError) as caught:
        read_approvals(GOOD.replace(old, new, 1).encode(), file="x.toml")
    assert caught.value.diagnostics[0].place.line == line


@pytest.mark.parametrize(
    ("who", "header", "is_same"),
    [
        ("Ana", "Ana <a@example.org>", True),
        (" ANA  A. ", "Ana A. <a@example.org>", True),
        ("a@example.org", "Ana <A@Example.org>", True),
        ("reader 2", "Ana <a@example.org>", True),
        ("Anna", "Ana <a@example.org>", False),
        ("reader 3", "Ana", False),
        ("reader", "", False),
    ],
)
def test_one_person_under_her_names(who, header, is_same):
    identities = {"reader 2": ("Ana", "ana@example.net"), "reader 3": ("Maja",)}
    assert same_person(who, header, identities) is is_same
