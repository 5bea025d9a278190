"""Laws over all scripts: lines end between clusters, lose nothing, and are what HarfBuzz draws for them."""

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from leaflets.config.languages import shipped_languages
from leaflets.text.breaks import opportunities
from leaflets.text.setting import break_lines, count_lines
from leaflets.text.squeeze import HALF, WIDE, saved

WORDS = {
    "am": "የሰው ልጅ ሁሉ ሲወለድ ነጻና፡በክብርና በመብትም እኩልነት ያለው ነው።",
    "ar": "يولد جميع الناس أحرارًا متساوين في الكرامة، والحقوق (لا) 24 ASTRA",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে। ক্ষুদ্র",
    "bo": "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་",
    "de": "Beratungsstelle Aufenthaltsgenehmigung offiziell fünf",
    "dv": "އިންސާނުންނަކީ މިނިވަންކަމުގައި ހަމަ",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι",
    "en": "office affirm AVATAR To “quoted” half-way don’t 30 days",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و حیثیت",
    "gu": "પ્રતિષ્ઠા અને અધિકારોની દૃષ્ટિએ સર્વ માનવો",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם",
    "hi": "सभी मनुष्यों को गौरव और अधिकारों के क्षेत्र में जन्मजात स्वतन्त्रता",
    "hy": "Բոլոր մարդիկ ծնվում են ազատ ու հավասար",
    "ja": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と「権利」とについて平等である。コーヒー",
    "ka": "ყველა ადამიანი იბადება თავისუფალი",
    "km": "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាព",
    "kn": "ಎಲ್ಲಾ ಮಾನವರೂ ಸ್ವತಂತ್ರರಾಗಿಯೇ ಜನಿಸಿದ್ದಾರೆ",
    "ko": "모든 인간은 태어날 때부터 자유로우며",
    "lo": "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ",
    "ml": "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും",
    "my": "လူတိုင်းသည် တူညီလွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့်",
    "nqo": "ߡߐ߱ ߓߍ߯ ߦߋ߫ ߞߊ߲ߡߊߛߙߋ",
    "pa": "ਸਾਰਾ ਮਨੁੱਖੀ ਪਰਿਵਾਰ ਆਪਣੀ ਮਹਿਮਾ",
    "rhg-Rohg": "𐴀𐴞𐴕𐴐𐴝𐴦𐴕 𐴀𐴝𐴎𐴝𐴊",
    "ru": "Все люди рождаются свободными",
    "si": "සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත",
    "sr": "Сва људска бића рађају се слободна и у достојанству",
    "syr": "ܟܠ ܒܪܢܫܐ ܐܬܝܠܕ ܚܐܪܐ",
    "ta": "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே",
    "te": "ప్రతిపత్తిస్వత్వముల విషయమున మానవులెల్లరును",
    "th": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์",
    "ti": "ብመንፅር ክብርን መሰልን ኩሎም ሰባት",
    "ur": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں",
    "vi": "Tất cả mọi người sinh ra đều được tự do",
    "zgh": "ⴰⵔ ⴷ ⵜⵜⵍⴰⵍⴰⵏ ⵎⵉⴷⴷⵏ",
    "zh-Hans": "人人生而自由，在尊严和“权利”上一律平等。（他们赋有理性）",
    "zh-Hant": "人人生而自由，在尊嚴和「權利」上一律平等。",
}

LANGUAGES = {language.tag: language for language in shipped_languages()}


@pytest.fixture(scope="session")
def made(divided, paragraph):
    def make(tag, text):
        known = LANGUAGES[tag]
        return paragraph(divided(text, tag, families=known.families), language=tag)

    return make


def texts(tag):
    """Words of the language in any order, some of another script among them."""
    words = st.sampled_from([*WORDS[tag].split(), WORDS[tag], "116 000", "(ASTRA)", "право"])
    return st.lists(words, min_size=1, max_size=8).map(" ".join)


MIXED = st.sampled_from(sorted(WORDS)).flatmap(lambda tag: st.tuples(st.just(tag), texts(tag)))


@settings(max_examples=100)
@given(MIXED, st.floats(3, 20))
def test_lines_end_between_clusters_and_lose_nothing(made, case, width):
    tag, text = case
    paragraph = made(tag, text)
    lines = break_lines(paragraph, width)
    assert "".join(line.text for line in lines) == text
    assert len(lines) <= count_lines(paragraph, width)
    graphemes, end = {0}, 0
    for cluster in CharacterBreaker(paragraph.text, tag):
        end += len(cluster)
        graphemes.add(end)
    assert {line.end for line in lines} <= graphemes
    assert all(line.width <= width + 0.05 or kept(paragraph, line) for line in lines)


def test_korean_lines_end_between_words(made):
    text = "통역과, 이해할 수 있는 언어로 된 정보를 요청할 수 있습니다."
    lines = break_lines(made("ko", text), 8)
    assert [line.text.strip() for line in lines if not line.text.endswith((" ", "."))] == []
    assert len(lines) > 3


def test_a_line_may_end_before_a_number_in_isolates(made):
    """As before one without: 警察に電話してください： 011 785."""
    text = "警察に電話してください：\u2066011 785 00 00\u2069。できれば、"
    lines = break_lines(made("ja", text), 13)
    assert [line.text for line in lines] == [text[:12], text[12:]]


def kept(paragraph, line):
    return any(line.start <= start and end <= line.end for start, end in paragraph.kept)


@settings(max_examples=100)
@given(MIXED, st.floats(4, 20))
def test_each_line_is_what_harfbuzz_draws_for_it_alone(made, library, case, width):
    tag, text = case
    paragraph = made(tag, text)
    for line in break_lines(paragraph, width):
        if line.broken:
            break  # the rest of a word that is broken keeps its joined shapes
        whole = rejoined(line)
        for run in whole:
            assert run_glyphs(run) == drawn(run, library.by_id(run.face)), (tag, run.text)


def rejoined(line):
    """Runs in logical order; white space that L1 moved is not shaped with its word again."""
    return [run for run in line.runs if run.text.strip()]


def run_glyphs(run):
    return [
        (gid, advance)
        for gid, advance, cluster in zip(run.glyphs, run.advances, run.clusters, strict=True)
        if run.text[cluster] not in " \u00ad"
    ]


def drawn(run, face):
    text = run.text.removesuffix("\u00ad")
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction, buffer.script = "rtl" if run.is_rtl else "ltr", run.script
    buffer.language = run.language
    halves = halved(run, face)
    features = {"kern": 0} if run.script in WIDE else {}
    hb.shape(face.hb_font, buffer, features | ({HALF: halves} if halves else {}))
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, p.x_advance) for info, p in pairs if text[info.cluster] not in " \u00ad"]


def halved(run, face):
    """Marks that the line has at half width."""
    narrow = []
    for cluster, advance in zip(run.clusters, run.advances, strict=True):
        mark = run.text[cluster]
        if mark in "、。，．」』）】”’「『（【“‘" and saved(face, mark) and advance < face.upem:
            narrow.append((cluster, cluster + 1, 1))
    return narrow


OURS = [
    ("am", "ሰላም፡ለዓለም፡ሁሉ", 3.2, ["ሰላም፡", "ለዓለም፡", "ሁሉ"]),
    ("bo", "བོད་ཡིག་", 2.2, ["བོད་", "ཡིག་"]),
    ("th", "สวัสดีชาวโลก", 3.6, ["สวัสดี", "ชาวโลก"]),
    ("km", "សួស្តីពិភពលោក", 5.5, ["សួស្តី", "ពិភពលោក"]),
    ("ja", "これはコーヒーです。", 5, ["これはコー", "ヒーです。"]),
    ("ja", "私は「学生」です", 5.5, ["私は「学生」", "です"]),
    ("zh-Hans", "他们说，是的。", 3.5, ["他们说，", "是的。"]),
]


@pytest.mark.parametrize(("tag", "text", "width", "expected"), OURS)
def test_lines_of_scripts_without_spaces(made, tag, text, width, expected):
    assert [line.text for line in break_lines(made(tag, text), width)] == expected


@pytest.mark.parametrize(
    ("tag", "text"), [("th", "มนุษย์ทั้งหลาย" * 7200), ("ja", "人間は自由であり、" * 11_200)]
)
def test_100_000_characters_without_spaces_are_set(made, tag, text):
    lines = break_lines(made(tag, text), 20)
    assert sum(len(line.text) for line in lines) == len(text) > 100_000


SILENT = [
    ("my", "ဂျီမေးလ်ပို့ပါ ဖိုင်းလ်မှ", "လ်"),
    ("th", "ใช้แอปป์และไลน์", "ป์"),
    ("lo", "ຄອມພິວເຕີຣ໌", "ຣ໌"),
]


NAMES = [
    ("km", "អង្គការអាស្ត្រានៅបែលក្រាដ", ["្|"]),  # ASTRA
    ("km", "អ៊ិនស្តាក្រាម វ៉ាយប៊ើ", ["|ន|", "|យ|"]),  # Instagram, Viber
    ("th", "อินสตาแกรม แอสตรา", ["|ส|"]),
]


@pytest.mark.parametrize(("tag", "text", "wrong"), NAMES)
def test_letters_of_a_foreign_name_do_not_stand_alone(languages, tag, text, wrong):
    ends = opportunities(text, language=languages[tag]).ends
    parted = "".join("|" * (index in ends) + letter for index, letter in enumerate(text))
    assert not [piece for piece in wrong if piece in parted]
    assert "|" in parted


def test_letters_between_blanks_are_parted(languages):
    assert len(opportunities("ក ខ គ ឃ", language=languages["km"]).ends) == 4


@pytest.mark.parametrize(("tag", "text", "rest"), SILENT)
def test_no_line_begins_with_a_consonant_that_ends_a_syllable(languages, tag, text, rest):
    ends = opportunities(text, language=languages[tag]).ends
    assert rest in text
    assert not [end for end in ends if text.startswith(rest, end)]


WHOLE = [
    ("th", "คุณรับความช่วยเหลือได้แม้ไม่ต้องการเป็นพยาน", "เหลือ"),  # help
    ("km", "សូមទូរស័ព្ទទៅប៉ូលីស៖ បើអាច សូមប្រាប់", "ស៖"),  # police
]


@pytest.mark.parametrize(("tag", "text", "rest"), WHOLE)
def test_a_word_that_icu_parts_stays_whole(made, tag, text, rest):
    for width in range(5, 24):
        for line in break_lines(made(tag, text), width):
            assert not line.text.startswith(rest)


def test_full_width_letters_stand_on_a_grid(made):
    (line,) = break_lines(made("ja", "です、コーヒー"), 20)
    assert {advance for run in line.runs for advance in run.advances} == {line.runs[0].units}


@pytest.mark.parametrize("between", ["", " "])
def test_a_mark_takes_half_its_room_before_every_line_end(paragraph, span, between):
    """Before <br/> too, which is a span of its own, and with a blank before that."""
    words = [span(text, "zh-Hant") for text in ("權利。", f"{between}\u2028", "選擇。")]
    made = paragraph(*words, language="zh-Hant")
    lines = break_lines(made, 20)
    ends = [[run for run in line.runs if run.text.strip()][-1] for line in lines]
    assert [run.advances[-1] * 2 for run in ends] == [run.units for run in ends]
    assert len(lines) == 2


SQUARES = st.text("人間権利はを。、。、「」『』（）《》“”’…ーA3 ", min_size=1, max_size=12)


@settings(max_examples=150)
@given(
    st.sampled_from(["ja", "zh-Hans", "zh-Hant"]),
    st.lists(SQUARES, min_size=1, max_size=3),
    st.integers(2, 40).map(lambda halves: halves / 2),
)
def test_no_line_of_full_width_marks_is_too_wide(paragraph, span, tag, parts, width):
    """A mark is as wide as it was measured, whatever stands after it, and wherever that is."""
    families = LANGUAGES[tag].families
    made = paragraph(*[span(part, tag, families=families) for part in parts], language=tag)
    for line in break_lines(made, width):
        assert line.width <= width + 1e-6 or len(line.text.strip()) == 1, line.text
        if not line.text.endswith(" "):
            assert line.width == pytest.approx(sum(run.width for run in line.runs), abs=1e-6)


def test_a_latin_word_changes_nothing_about_the_marks_after_it(made):
    """They take its script (UAX #24, 5.2), and are full-width marks all the same."""
    (line,) = break_lines(made("ja", "（ASTRA）。"), 20)
    assert [run.width for run in line.runs if "A" not in run.text] == [1, 1]


NARROWED = [("ja", "利があります。「無料」", 6.5), ("zh-Hans", "四小时）。《人口》", 4)]


@pytest.mark.parametrize(("tag", "text", "width"), NARROWED)
def test_a_mark_is_as_narrow_at_the_end_of_a_line_as_it_was_before_the_next(made, tag, text, width):
    first = break_lines(made(tag, text), width)[0]
    assert first.text[-1] == "。"
    assert first.width <= width


FORMS = [
    ("ro", "en", "\u015f\u0163", "noto-sans"),
    ("sr", "ru", "б", "noto-sans"),
    ("ur", "fa", "۴۶۷", "noto-naskh-arabic"),
]


@pytest.mark.parametrize(("tag", "other", "letters", "family"), FORMS)
def test_languages_have_their_own_forms(paragraph, span, tag, other, letters, family):
    """OpenType's feature locl, which HarfBuzz applies by the language of the run."""

    def glyphs(language, **more):
        made = paragraph(span(letters, language, families=(family, "noto-sans"), **more), language=language)
        return [gid for run in made.runs for gid in run.glyphs]

    assert glyphs(tag) != glyphs(other)
    assert glyphs(other, opentype={"ro": "ROM", "sr": "SRB", "ur": "URD"}[tag]) == glyphs(tag)


def test_a_style_asks_for_features(paragraph, span):
    plain, tabular = paragraph(span("1171")), paragraph(span("1171", features=(("tnum", 1),)))
    old = paragraph(span("1171", features=(("onum", 1),)))
    assert plain.runs[0].glyphs != old.runs[0].glyphs
    assert len(set(tabular.runs[0].advances)) == 1


def test_nothing_is_synthetic(paragraph, span, library):
    """Weights and slants come from the family's faces; where there is none, the nearest face is taken."""
    made = paragraph(span("الحقوق", "ar", weight=900, slant="italic"), language="ar")
    assert library.by_id(made.runs[0].face).style == "normal"
    assert all(run.size == library.by_id(run.face).size for run in made.runs)
