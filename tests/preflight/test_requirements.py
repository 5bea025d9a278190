"""Every requirement of the standards that print and screen files keep -> the rules that check it.

X, H: PDF/X-4 (ISO 15930-7) and what print shops expect besides; other rows are rule numbers of ISO 14289-1
(`ua`) and ISO 19005-2 (`a`), as veraPDF counts them.
"""

import pytest

from leaflets.preflight.catalogue import RULES
from leaflets.preflight.rule import PRINT, SCREEN, Standard

PDF_X = {
    "X1 header": "bad-header",
    "X2 trailer": "no-file-id encrypted",
    "X3 XMP names the standard": "no-metadata compressed-metadata bad-metadata no-pdfx-claim",
    "X4 XMP title, dates, identifiers": "no-title missing-metadata",
    "X5 Info title and dates, as in XMP": "no-title missing-dates metadata-disagrees",
    "X6 trapped": "unknown-trapping",
    "X7 output intent": "no-output-intent wrong-output-intent bad-output-profile",
    "X8 boxes": "bad-page-boxes narrow-bleed",
    "X9 fonts": "font-not-embedded glyph-not-in-font wrong-width notdef-shown bad-cid-font",
    "X10 colour": "wrong-color-space separations-disagree bad-icc-profile",
    "X11 overprint of ICC colours": "overprint-of-icc",
    "X12 transfer functions, halftones": "transfer-function",
    "X13 transparency": "bad-blend-mode transparent",
    "X14 annotations and forms": "annotation-on-print interactive-form",
    "X15 actions, PostScript, OPI, filters": "forbidden-action forbidden-xobject forbidden-image-entry "
    "forbidden-filter embedded-file external-stream",
    "X16 layers": "optional-content",
    "X17 compression of images": "unusual-image-filter",
    "X18 marks": "marks-in-bleed",
    "H1 black text": "colored-text black-knocks-out white-overprints color-overprints "
    "many-inks-in-small-text",
    "H2 ink, pixels, hairlines": "too-much-ink coarse-image hairline",
    "D5 shops": "unfilled-bleed number-near-edge bad-file-name",
}

PDF_UA = {
    "5-1 to 5-5": "no-pdfua-claim",
    "6.1-1, 6.2-1": "bad-header not-marked",
    "7.1-1, 7.1-2": "artifact-in-tag",
    "7.1-3": "untagged-content",
    "7.1-4": "suspect-tags",
    "7.1-5 to 7.1-7": "unknown-role",
    "7.1-8 to 7.1-10": "no-metadata no-title hidden-title",
    "7.1-11, 7.1-12": "no-structure tag-without-parent",
    "ISO 32000-1, 14.7.4.4": "broken-parent-tree",
    "7.2-2, 21 to 25, 30 to 34": "no-language",
    "7.2-29": "bad-language",
    "7.2-3 to 16, 36 to 43": "bad-table ragged-table",
    "7.2-17 to 20, 40": "bad-list",
    "7.2-26 to 28": "bad-contents-list",
    "7.3-1": "figure-without-text figure-without-place",
    "7.4.2-1": "skipped-heading",
    "7.4.4-1 to 3": "mixed-headings",
    "7.5-1, 7.5-2": "unlabelled-cell",
    "7.6": "unnumbered-list",
    "7.7-1, 7.9-1, 7.9-2": "figure-without-text note-without-id",
    "7.10, 7.11, 7.15, 7.16": "optional-content embedded-file interactive-form encrypted",
    "7.18.1-1, 7.18.1-2": "untagged-annotation undescribed-annotation",
    "7.18.2, 7.18.8": "forbidden-annotation",
    "7.18.3-1": "bad-tab-order",
    "7.18.5-1, 7.18.5-2": "untagged-annotation undescribed-annotation ambiguous-link",
    "7.20-1, 7.20-2": "forbidden-xobject shared-form",
    "7.21.3.1 to 3": "bad-cid-font",
    "7.21.4.1-1, 7.21.4.1-2": "font-not-embedded glyph-not-in-font",
    "7.21.4.2-2": "incomplete-cid-set",
    "7.21.5-1": "wrong-width",
    "7.21.6": "simple-font",
    "7.21.7-1, 7.21.7-2": "no-unicode-text forbidden-unicode-text",
    "7.21.8-1": "notdef-shown",
}

PDF_A = {
    "6.1.2, 6.1.3, 6.1.4": "bad-header no-file-id encrypted data-after-end bad-table-of-objects",
    "6.1.6, 6.1.7.1": "odd-hex-string bad-stream external-stream",
    "6.1.7.2, 6.1.10": "forbidden-filter",
    "6.1.8, 6.1.9, 6.1.12": "name-not-ascii bad-object-spacing forbidden-permission",
    "6.1.13": "limit-exceeded",
    "6.2.2": "undefined-operator inherited-resources",
    "6.2.3": "no-output-intent wrong-output-intent bad-output-profile",
    "6.2.4.2, 6.2.4.3": "bad-icc-profile overprint-of-icc wrong-color-space",
    "6.2.4.4": "separations-disagree",
    "6.2.5 to 6.2.10": "transfer-function bad-rendering-intent forbidden-image-entry forbidden-xobject "
    "bad-blend-mode",
    "6.2.11": "font-not-embedded glyph-not-in-font wrong-width bad-cid-font incomplete-cid-set notdef-shown",
    "6.2.11.7.2": "no-unicode-text forbidden-unicode-text",
    "6.2.11.7.3": "private-use-text",
    "6.3": "forbidden-annotation hidden-annotation annotation-without-appearance",
    "6.4, 6.5": "interactive-form forbidden-action",
    "6.6.2.1, 6.6.2.3, 6.6.3": "no-metadata bad-metadata undeclared-metadata metadata-disagrees",
    "6.6.4": "no-pdfa-claim",
    "6.7": "not-marked no-structure unknown-role bad-language no-language",
    "6.8 to 6.11": "embedded-file optional-content forbidden-catalog-entry",
}

TABLES = ((PRINT, PDF_X), ((Standard.UA1,), PDF_UA), ((Standard.A2A,), PDF_A))
ROWS = [
    pytest.param(standards, names.split(), id=row)
    for standards, table in TABLES
    for row, names in table.items()
]
BY_ID = {found.id: found for found in RULES}


@pytest.mark.parametrize(("standards", "names"), ROWS)
def test_each_row_is_a_rule_with_a_clause_of_its_standard(standards, names):
    for name in names:
        assert any(standard in BY_ID[name].clauses for standard in standards), name


def test_each_rule_is_of_a_row():
    named = {name for _standards, table in TABLES for names in table.values() for name in names.split()}
    assert set(BY_ID) - named == set()


def test_each_rule_says_why_and_what_to_do():
    for found in RULES:
        assert found.summary.endswith(".")
        assert found.rationale, found.id
        assert found.help, found.id
        assert found.clause((*PRINT, *SCREEN)), found.id
