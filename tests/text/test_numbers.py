"""Telephone numbers as all countries write them are found whole, and nothing around them."""

import phonenumbers
import pytest
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from leaflets.text.numbers import wholes

KINDS = ("FIXED_LINE", "MOBILE", "TOLL_FREE", "SHARED_COST", "PREMIUM_RATE", "UAN", "VOIP")
AMBIGUOUS = {"10 6609", "3 81234", "90 1234", "211-234", "20-123", "(2) 2123 4567"}
"""Of small countries: two numbers or a range for others. They are found where contacts.toml displays them."""


def examples(style):
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in KINDS:
            number = phonenumbers.example_number_for_type(region, getattr(PhoneNumberType, kind))
            if number:
                yield phonenumbers.format_number(number, style)


def parted(text):
    """Lines and UAX #9 part neither digits alone nor those with full stops between them."""
    return not text.replace(".", "").isdigit()


@pytest.mark.parametrize("context", ["Call {} now", "اتصل {} الآن", "({})", "{}, {}", "请打{}。", "tel:{}"])
@pytest.mark.parametrize("style", ["NATIONAL", "INTERNATIONAL"])
def test_numbers_of_all_countries(style, context):
    numbers = {text for text in examples(getattr(PhoneNumberFormat, style)) if parted(text)}
    found = {text: [match[0] for match in wholes(context.replace("{}", text))] for text in numbers}
    missed = {text for text in numbers if found[text] != [text] * context.count("{}")}
    assert missed <= AMBIGUOUS
    assert len(numbers) > 500
