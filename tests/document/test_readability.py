"""Reading ease: the formula by hand, syllables of common words, and the leaflet's own text."""

import pytest

from leaflets.api import open_files
from leaflets.document.extract import extract_contacts, extract_layouts, plain_texts
from leaflets.document.places import places
from leaflets.document.readability import PLAIN, reading_ease, syllables

COUNTED = {
    1: "call help time may safe place asked things made one",
    2: "police danger number people table money under passport ended doctor wanted",
    3: "residence protected permission example decided trafficking personal understand",
    4: "information interpreter psychologist especially",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in COUNTED.items() for word in words.split()]
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_formula():
    """Two sentences of three words and three syllables: 206.835 - 1.015 * 3 - 84.6 * 1."""
    assert reading_ease(["You can call.", "You can ask."]) == pytest.approx(119.19)
    assert reading_ease(["You can call. You can ask."]) == pytest.approx(119.19)


def test_long_words_and_long_sentences_are_harder():
    easy = reading_ease(["You can ask for help. You can say no."])
    assert reading_ease(["You can ask for help, and you can say no."]) < easy
    assert reading_ease(["You may request assistance. Participation remains voluntary."]) < easy


def test_nothing_is_easy():
    assert reading_ease([]) == reading_ease(["", "…"]) > 200


def test_the_leaflet_is_in_plain_language(laid_out, root):
    files = open_files(root)
    job, laid = laid_out("en")
    shown = places(laid.document)
    messages = (*extract_layouts("victims-rights", files=files), *extract_contacts(job.project.contacts))
    texts = plain_texts(message for message in messages if message.key in shown)
    assert reading_ease(texts) >= PLAIN
