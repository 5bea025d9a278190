"""Text through structure, and faults of the parent tree that validators do not see."""

import io

import pikepdf
import pytest

from leaflets.preflight.reading import parent_tree_faults, read_aloud


@pytest.fixture
def pdf(samples):
    with pikepdf.open(io.BytesIO(samples.screen)) as opened:
        yield opened


def saved(pdf):
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_passages_have_roles_and_languages(samples):
    passages = [(p.role, p.language, p.text) for p in read_aloud(samples.screen)]
    assert passages[0] == ("H1", "en-GB", "Everyone has rights")
    assert ("Link", "en-GB", "example.org/help") in passages
    assert ("Figure", "en-GB", "A round gradient") in passages


def test_a_print_file_says_nothing(samples):
    assert read_aloud(samples.print) == ()
    assert parent_tree_faults(samples.print) == ("there is no structure tree",)


def test_no_faults(samples):
    assert parent_tree_faults(samples.screen) == ()


def test_swapped_owners_are_found(pdf):
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]
    assert parent_tree_faults(saved(pdf)) == (
        "page 1: marked content 0 leads to another tag than the one that has it",
        "page 1: marked content 1 leads to another tag than the one that has it",
    )


def test_content_without_a_tag_is_found(pdf):
    heading = pdf.Root.StructTreeRoot.K[0].K[0]
    del heading.K
    assert "page 1: marked content 0 has no tag" in parent_tree_faults(saved(pdf))


def test_content_with_two_tags_is_found(pdf):
    document = pdf.Root.StructTreeRoot.K[0]
    document.K[1].K.append(0)
    assert "page 1: marked content 0 has 2 tags" in parent_tree_faults(saved(pdf))


def test_a_small_next_key_is_found(pdf):
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 0
    assert "ParentTreeNextKey is not greater than the keys in use" in parent_tree_faults(saved(pdf))


def test_a_lost_annotation_is_found(pdf):
    pdf.pages[0].Annots[0].StructParent = 0
    assert parent_tree_faults(saved(pdf)) == ("page 1: an annotation is not in the tag that it leads to",)
