"""Bidi controls of a message are paired, so that no message turns the words of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalog.po import read_catalog
from leaflets.controls import EMBEDDINGS, ISOLATES, PDF, PDI, unpaired
from leaflets.errors import CatalogError
from leaflets.files import Disk

LRI, RLE = "\u2066", "\u202b"

BALANCED = st.recursive(
    st.text("ab1 "),
    lambda inner: st.one_of(
        st.builds(lambda opening, text: opening + text + PDF, st.sampled_from(EMBEDDINGS), inner),
        st.builds(lambda opening, text: opening + text + PDI, st.sampled_from(ISOLATES), inner),
        st.builds(str.__add__, inner, inner),
    ),
)


@given(BALANCED)
def test_balanced_text_is_free_of_faults(text: str) -> None:
    assert list(unpaired(text)) == []


@given(BALANCED, st.sampled_from(EMBEDDINGS + ISOLATES + PDF + PDI), BALANCED)
def test_one_control_more_is_one_fault_at_least(before: str, control: str, after: str) -> None:
    assert list(unpaired(before + control + after))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{LRI}192", ["LEFT-TO-RIGHT ISOLATE"]),
        (f"192{PDI}", ["POP DIRECTIONAL ISOLATE"]),
        (f"{LRI}{RLE}a{PDI}", ["RIGHT-TO-LEFT EMBEDDING"]),
        (f"{RLE}{LRI}{PDF}{PDI}{PDF}", ["POP DIRECTIONAL FORMATTING"]),
    ],
)
def test_what_has_no_partner_is_named(text: str, names: list[str]) -> None:
    assert list(unpaired(text)) == names


def test_the_catalog_is_refused_at_the_line_of_the_text(tmp_path) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    body = f'msgid "a"\nmsgstr "{LRI}b{PDI}"\n\nmsgid "c"\nmsgstr "{LRI}d"\n'
    (tmp_path / "ar.po").write_text(header + body, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        read_catalog(Disk((tmp_path,)), "ar.po", tag="ar")
    (one,) = caught.value.diagnostics
    assert (one.rule, str(one.place)) == ("unpaired-control", "ar.po:8")
    assert one.help
