"""What is mended in a message: each rule where it is certain, and nowhere else."""

from dataclasses import replace

import pytest

from leaflets.config.languages import shipped_languages
from leaflets.diagnostics import Origin, Place
from leaflets.document.raw import Raw, RawText
from leaflets.document.typography import RULES, mend

LANGUAGES = {language.tag: language for language in shipped_languages()}
PLACE = Place(file="x.po", line=1)


def message(parts, tag):
    """Strings are text, tuples are elements: (name, class, text)."""
    language = LANGUAGES[tag]
    root = Raw(name="span", place=PLACE, language=language)
    for part in parts:
        words = part if isinstance(part, str) else part[2]
        text = RawText(text=words, language=language, origin=Origin(place=PLACE))
        if isinstance(part, str):
            root.children.append(text)
        else:
            attributes = {"class": part[1]}
            root.children.append(
                Raw(name=part[0], place=PLACE, language=language, attributes=attributes, children=[text])
            )
    return root


def mended(*parts, tag, numbers=()):
    root = message(parts, tag)
    mend(root, language=LANGUAGES[tag], numbers=numbers)
    return root.text()


NARROW, WIDE = "\u202f", "\u00a0"

FRENCH = {
    "Bonjour !": f"Bonjour{NARROW}!",
    "Bonjour!": f"Bonjour{NARROW}!",
    "Vraiment ?!": f"Vraiment{NARROW}?!",
    "Appelez ; écrivez : ici": f"Appelez{NARROW}; écrivez{WIDE}: ici",
    "« aide »": f"«{NARROW}aide{NARROW}»",
    "«aide»": f"«{NARROW}aide{NARROW}»",
    '"aide"': f"«{NARROW}aide{NARROW}»",
    "50 % à 10:30": f"50{NARROW}% à 10:30",
    "https://a.fr/?q=1;b": "https://a.fr/?q=1;b",
    f"déjà{NARROW}! fait{WIDE}: oui": f"déjà{NARROW}! fait{WIDE}: oui",
    "l'aide": "l’aide",
    "50% ou 50%.": f"50{NARROW}% ou 50{NARROW}%.",
    "http://a.fr/10%20b": "http://a.fr/10%20b",
    "Quoi?...": f"Quoi{NARROW}?...",
}


@pytest.mark.parametrize("text", FRENCH)
def test_french_spaces(text):
    assert mended(text, tag="fr") == FRENCH[text]
    assert mended(FRENCH[text], tag="fr") == FRENCH[text]


def test_french_of_canada_has_no_space_before_high_marks(monkeypatch):
    monkeypatch.setitem(LANGUAGES, "fr-CA", replace(LANGUAGES["fr"], tag="fr-CA"))
    text = "Quoi? Oui! Non; « ici » : 50 %"
    assert mended(text, tag="fr-CA") == f"Quoi? Oui! Non; «{NARROW}ici{NARROW}»{WIDE}: 50{NARROW}%"
    assert mended("Oui !", tag="fr-CA") == f"Oui{NARROW}!"


QUOTES = [
    ("zh-Hant", '他說"不"。', "他說「不」。"),
    ("ja", '彼は"いいえ"と言った', "彼は「いいえ」と言った"),
    ("th", 'คำว่า"ใช่"นะ', "คำว่า“ใช่”นะ"),
    ("ko", '그는 "아니요"라고', "그는 “아니요”라고"),
    ("hy", 'ասաց "ոչ"։', "ասաց «ոչ»։"),
    ("hi", 'कहा "हाँ"।', "कहा “हाँ”।"),
    ("ur", 'کہا "نہیں"۔', "کہا ”نہیں“۔"),
    ("am", 'ናቸው "ነጻ"።', "ናቸው «ነጻ»።"),
    ("hu", 'az "igen"-t', "az „igen”-t"),
    ("zh-Hans", '15"屏幕和12"屏幕', '15"屏幕和12"屏幕'),
    ("sr", 'реч "дом" и "пут".', "реч „дом” и „пут”."),
    ("en", '"Yes", she said ("no").', "“Yes”, she said (“no”)."),
    ("ru", 'слово "дом"', "слово «дом»"),
    ("ar", 'كلمة "بيت".', "كلمة ”بيت“."),
    ("en", 'a 5" pipe', 'a 5" pipe'),
    ("en", 'an "odd one', 'an "odd one'),
    ("he", 'ארגון צה"ל ודו"ח', 'ארגון צה"ל ודו"ח'),
    ("en", 'a="b" c', 'a="b" c'),
]


@pytest.mark.parametrize(("tag", "text", "expected"), QUOTES)
def test_quotes_in_pairs_become_the_language_s(tag, text, expected):
    assert mended(text, tag=tag) == expected


APOSTROPHES = [
    ("en", "don't", "don’t"),
    ("it", "l'aiuto", "l’aiuto"),
    ("uk", "зв'язок", "зв’язок"),
    ("uz-Latn", "o'zbek", "o'zbek"),
    ("en", "'quoted' words", "'quoted' words"),
    ("en", "Victims' rights: don't", "Victims’ rights: don’t"),
    ("en", "the 'victims' and don't", "the 'victims' and don’t"),
    ("en", "the ‘helpers' desk", "the ‘helpers' desk"),
    ("en", "5' of rope, helpers' desk", "5' of rope, helpers' desk"),
    ("it", "un po' d'acqua, Di' tutto", "un po’ d’acqua, Di’ tutto"),
    ("it", "'da' e po'", "'da' e po'"),
    ("nl", "'s avonds, Kees' fiets en foto's", "’s avonds, Kees’ fiets en foto’s"),
    ("nl", "'s avonds' 'hallo'", "'s avonds' 'hallo'"),
    ("nl", '\'s avonds "hallo"', "’s avonds ‘hallo’"),
    ("tr", "İstanbul'da 1985'te", "İstanbul’da 1985’te"),
]


@pytest.mark.parametrize(("tag", "text", "expected"), APOSTROPHES)
def test_apostrophes_of_words(tag, text, expected):
    assert mended(text, tag=tag) == expected


DIGITS = [
    ("bn", "30 দিন, 2026 সালে, 10:30", "৩০ দিন, ২০২৬ সালে, ১০:৩০"),
    ("fa", "24 ساعت 1.5", "۲۴ ساعت ۱.۵"),
    ("bn", "ফোন 116 000 বা 011 785 00 00", "ফোন 116 000 বা 011 785 00 00"),
    ("bn", "ফোন +381 11 785 00 00", "ফোন +381 11 785 00 00"),
    ("bn", "ফোন 192 বা 112", "ফোন 192 বা 112"),
    ("fa", "5 000 دینار، 24 ساعت", "5 000 دینار، ۲۴ ساعت"),
    ("bn", "লিখুন a24@b.org বা b.org/24", "লিখুন a24@b.org বা b.org/24"),
    ("bn", "30টি ঘর, 30 টি", "৩০টি ঘর, ৩০ টি"),
    ("my", "သည်30ရက်", "သည်၃၀ရက်"),
    ("fa", "18ساله، ماده 5: بند", "۱۸ساله، ماده ۵: بند"),
    ("mr", "30दिवस, 18-वर्षीय", "३०दिवस, १८-वर्षीय"),
    ("mr", "B2, 3G, A-3, 3-x, 24/7", "B2, 3G, A-3, 3-x, 24/7"),
    ("fa", "در Nemanjina 22، Кнеза Милоша 24، 27. marta", "در Nemanjina 22، Кнеза Милоша 24، 27. marta"),
    ("fa", "با ASTRA، 24 ساعت، 30 RSD", "با ASTRA، ۲۴ ساعت، 30 RSD"),
    ("ar", "30 يوما", "30 يوما"),
    ("en", "30 days", "30 days"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "expected"), DIGITS)
def test_digits_of_running_numbers(tag, text, expected):
    assert mended(text, tag=tag) == expected


def test_a_number_of_contacts_is_never_changed():
    assert mended("ফোন 92 বা 30", tag="bn", numbers={"92"}) == "ফোন 92 বা ৩০"


def test_what_stands_in_an_address_is_never_changed():
    phone = ("a", "address phone", "30 12")
    assert mended("ফোন ", phone, " 30", tag="bn") == "ফোন 30 12 ৩০"


def test_rules_see_the_whole_message_through_its_markup():
    strong = ("strong", "", "aide")
    assert mended('"', strong, '" ici !', tag="fr") == f"«{NARROW}aide{NARROW}» ici{NARROW}!"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_mending_twice_changes_nothing_more(tag):
    text = 'Say "yes" : don\'t wait ! 30 (24) 116 000 « a » ; b ?'
    once = mended(text, tag=tag)
    assert mended(once, tag=tag) == once


def test_every_rule_says_what_it_does():
    assert all(rule.__doc__ for rule in RULES)
