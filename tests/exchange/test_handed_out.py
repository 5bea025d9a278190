"""What is handed out and comes back as it was holds nothing that anybody wrote."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.errors import InputError
from leaflets.exchange.answers import read_rows
from leaflets.exchange.handoff import Handoff, Item, Label, message_digest, short_digest, text_digest
from leaflets.exchange.returned_word import read_word
from leaflets.exchange.review import read_review, write_review
from leaflets.exchange.spreadsheet import read_spreadsheet, write_spreadsheet
from leaflets.exchange.word import write_word

TEXT = st.text(alphabet="aб ت\n⟦1⟧=+%<&_x0009_-", max_size=20)


def item(number, source, reference, current, *, fuzzy=False):
    key = (None, f"{number}")
    shown = tuple(short_digest(text) for text in (source, reference) if text)
    return Item(
        key=key,
        number=number,
        place="trifold: cover, title",
        notes=("L10N-CRITICAL",) if number % 2 else (),
        before="old" if fuzzy else "",
        fuzzy=fuzzy,
        source=source,
        reference=reference,
        current=current,
        limit=number,
        limited_by="trifold",
        label=Label(message=message_digest(key), base=text_digest(current), given=shown),
    )


def handoff(*items):
    return Handoff(
        leaflet="sample",
        tag="ar",
        language="العربية",
        direction="rtl",
        edition="2026-11",
        source_language="English",
        source_direction="ltr",
        reference_language="français",
        reference_direction="ltr",
        items=items,
    )


TEXTS = st.lists(st.tuples(TEXT.filter(str.strip), TEXT, TEXT, st.booleans()), min_size=1, max_size=4)
NAMES = {"English", "français", "العربية", "Write here."}


@settings(max_examples=8, deadline=None)
@given(TEXTS)
@pytest.mark.parametrize(("write", "read"), [(write_spreadsheet, read_spreadsheet), (write_word, read_word)])
def test_hand_off_files(write, read, texts):
    made = handoff(
        *(item(number, *three, fuzzy=fuzzy) for number, (*three, fuzzy) in enumerate(texts, start=1))
    )
    data = write(made, instructions=("Write here.",))
    assert write(made, instructions=("Write here.",)) == data
    found = read_rows(read(data, file="x"))
    assert {cell.text for cell in found.others} <= NAMES
    assert [text_digest(answer.text) for answer in found.answers] == [
        text_digest(three[2]) for three in texts
    ]
    assert all(text_digest(answer.text) == answer.base for answer in found.answers)
    assert not any(answer.confirmed for answer in found.answers)


@settings(max_examples=8, deadline=None)
@given(TEXTS)
def test_review_sheets(texts):
    made = handoff(*(item(number, *three) for number, (*three, _) in enumerate(texts, start=1)))
    found = read_review(write_review(made, instructions=("Write here.",)), file="x")
    assert {cell.text for cell in found.others} <= NAMES
    assert [row.text for row in found.rows] == [""] * len(texts)
    assert found.signed == ""


def test_texts_far_to_the_right_are_not_passed_over():
    book = openpyxl.load_workbook(io.BytesIO(write_spreadsheet(handoff(), instructions=())))
    book.worksheets[0].cell(3, 30).value = "a text"
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(InputError) as caught:
        tuple(read_spreadsheet(stream.getvalue(), file="x.xlsx"))
    assert "right of its column" in str(caught.value.diagnostics)


def test_a_remark_may_be_a_number_and_the_signature_a_date():
    book = openpyxl.load_workbook(
        io.BytesIO(write_review(handoff(item(1, "a", "", "b")), instructions=("Write here.",)))
    )
    rows = [row for row in book.worksheets[0].iter_rows() if str(row[0].value).strip()]
    label = next(row for row in rows if row[3].value == "b")
    label[4].value, label[4].data_type = 112, "n"
    signed = next(row for row in rows if str(row[0].value).startswith("→ read by"))
    signed[1].value, signed[1].data_type = date(2026, 11, 27), "d"
    stream = io.BytesIO()
    book.save(stream)
    found = read_review(stream.getvalue(), file="x.xlsx")
    assert [row.text for row in found.rows] == ["112"]
    assert found.signed.startswith("2026-11-27")


def test_numbers_of_messages_may_become_numbers():
    book = openpyxl.load_workbook(
        io.BytesIO(write_spreadsheet(handoff(item(1, "a", "", "b")), instructions=("Write here.",)))
    )
    cell = next(row[0] for row in book.worksheets[0].iter_rows() if row[0].value == "1")
    cell.value, cell.data_type = 1, "n"
    stream = io.BytesIO()
    book.save(stream)
    found = read_rows(read_spreadsheet(stream.getvalue(), file="x"))
    assert {one.text for one in found.others} <= NAMES
