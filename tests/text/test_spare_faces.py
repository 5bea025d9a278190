"""A face that was not asked for takes only the characters that the wanted ones lack."""

import pytest

from leaflets.config.languages import find_language, shipped_languages


def faces(paragraph, span, text, tag):
    families = find_language(tag, shipped_languages()).families
    made = paragraph(span(text, tag, families=families), language=tag)
    return {run.text: run.face.partition("/")[2] for run in made.runs}


def test_one_missing_mark_does_not_turn_japanese_into_chinese_forms(paragraph, span):
    found = faces(paragraph, span, "人は“直接”に", "ja")
    assert {face for text, face in found.items() if not {*text} & {*"“”"}} == {"NotoSansCJK-Regular.ttc#0"}
    assert found["“"] == "NotoSans-Regular.ttf#0"


def test_one_missing_mark_does_not_turn_naskh_into_nastaliq(paragraph, span):
    found = faces(paragraph, span, "حقوق ۝ شما", "fa")
    assert not [face for text, face in found.items() if "Nastaliq" in face and text.strip() != "۝"]


def test_numbers_look_the_same_in_every_language(paragraph, span):
    for text, tag in (
        ("拨打 112 或", "zh-Hans"),
        ("โทร 112 ได้", "th"),
        ("ལ་ 112 ལ་", "bo"),
        ("اتصل 112", "ar"),
    ):
        found = faces(paragraph, span, text, tag)
        assert {face for part, face in found.items() if "112" in part} == {"NotoSans-Regular.ttf#0"}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ক্\u200dষ", "hi"),
        ("می\u200cخواهم", "en"),
        ("\u200dক", "hi"),
        ("ქ\u200bქ", "am"),
        ("葛\U000e0100", "en"),
    ],
)
def test_what_is_not_seen_takes_the_face_of_its_word(paragraph, span, text, tag):
    """A joiner from another face would part the letters that it joins."""
    assert len(faces(paragraph, span, text, tag)) == 1


@pytest.mark.parametrize(
    ("text", "named"), [("1\u20e3", "\u20e3"), ("☎\ufe0f 1", "☎"), ("👩\u200d⚕\ufe0f", "👩⚕")]
)
def test_only_what_no_face_has_is_told(paragraph, text, named):
    assert "".join(missing.character for missing in paragraph(text).missing) == named
