"""fonts.toml is read strictly: what is wrong is named with file, key and next step."""

import pytest

from leaflets.errors import FontError
from leaflets.fonts.load import read_families

GOOD = """
[family.plain]
name = "Plain"
license = "OFL-1.1"
license_file = "plain/OFL.txt"
source = "somewhere 1.0"
version = "1.0"
scripts = ["Latn", "Cyrl"]

[[family.plain.faces]]
file = "plain/Plain-Regular.ttf"
weight = 400
style = "normal"
sha256 = "{sha}"
""".format(sha="0" * 64)


def read(text):
    return read_families(text.encode(), name="fonts/fonts.toml")


def faults(text):
    with pytest.raises(FontError) as caught:
        read(text)
    for fault in caught.value.diagnostics:
        assert fault.place.file == "fonts/fonts.toml"
        assert fault.help
        assert fault.message in str(caught.value)
    return [fault.message for fault in caught.value.diagnostics]


def test_a_family_with_what_it_needs_and_the_defaults():
    (family,) = read(GOOD)
    (face,) = family.faces
    assert (family.id, family.name, family.scripts) == ("plain", "Plain", ("Latn", "Cyrl"))
    assert (family.size, family.leading, family.without) == (1.0, 1.0, ())
    assert (face.id, face.weight, face.style) == ("plain/Plain-Regular.ttf#0", 400, "normal")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('name = "Plain"', "", "family.plain.name: is missing"),
        ('name = "Plain"', 'name = "  "', "family.plain.name: cannot be '  '"),
        ('name = "Plain"', 'name = "Plain"\nlicence = "x"', "family.plain.licence: unknown key"),
        ('["Latn", "Cyrl"]', '["latin"]', "family.plain.scripts: cannot be ['latin']"),
        ('["Latn", "Cyrl"]', "[]", "family.plain.scripts: cannot be []"),
        ('["Latn", "Cyrl"]', '"Latn"', "family.plain.scripts: cannot be 'Latn'"),
        ('version = "1.0"', 'version = "1"\nsize = 0', "family.plain.size: cannot be 0"),
        ('version = "1.0"', 'version = "1"\nleading = true', "family.plain.leading: cannot be True"),
        ('version = "1.0"', 'version = "1"\nsize = nan', "family.plain.size: cannot be nan"),
        ('version = "1.0"', 'version = "1"\nwithout = "0-9"', "family.plain.without: cannot be '0-9'"),
        ('file = "plain/Plain-Regular.ttf"', "", "family.plain.faces[0].file: is missing"),
        ("plain/Plain-Regular.ttf", "../x.ttf", "family.plain.faces[0].file: cannot be '../x.ttf'"),
        ("plain/Plain-Regular.ttf", "/x.ttf", "family.plain.faces[0].file: cannot be '/x.ttf'"),
        ("weight = 400", "weight = 0", "family.plain.faces[0].weight: cannot be 0"),
        ("weight = 400", 'weight = "bold"', "family.plain.faces[0].weight: cannot be 'bold'"),
        ("weight = 400", "weight = 400\nindex = -1", "family.plain.faces[0].index: cannot be -1"),
        ('"normal"', '"oblique"', "family.plain.faces[0].style: cannot be 'oblique'"),
        ("[[family.plain.faces]]", "[family.plain.faces]", "family.plain.faces: cannot be {"),
    ],
)
def test_one_fault(old, new, key):
    (message,) = faults(GOOD.replace(old, new))
    assert message.startswith(key)


@pytest.mark.parametrize("digest", ["0" * 63, "G" * 64, "", "A" * 64])
def test_a_digest_that_cannot_be_one(digest):
    (message,) = faults(GOOD.replace("0" * 64, digest))
    assert message.startswith("family.plain.faces[0].sha256: cannot be")


def test_ranges_that_are_left_to_other_families():
    (family,) = read(GOOD.replace('version = "1.0"', 'version = "1.0"\nwithout = "U+0030-0039 U+2018"'))
    assert family.without == ((0x30, 0x39), (0x2018, 0x2018))


def test_a_misspelt_key_gets_a_suggestion():
    with pytest.raises(FontError, match="did you mean leading") as caught:
        read(GOOD.replace('version = "1.0"', 'version = "1.0"\nleeding = 1.2'))
    assert caught.value.diagnostics[0].help == "did you mean leading?"


def test_all_faults_of_a_file_are_told_at_once():
    broken = GOOD.replace('name = "Plain"', "").replace("weight = 400", "weight = 5000") + "colour = 1\n"
    assert [message.partition(":")[0] for message in faults(broken)] == [
        "family.plain.name",
        "family.plain.faces[0].weight",
        "family.plain.faces[0].colour",
    ]


def test_two_faces_of_one_weight_and_style():
    row = GOOD[GOOD.index("[[") :].replace("Regular", "Other")
    assert faults(GOOD + row) == ["family.plain.faces: has two faces of one weight and style"]


def test_one_file_or_name_in_two_families():
    assert faults(GOOD + GOOD.replace("family.plain", "family.other")) == [
        "name: 'Plain' is there 2 times",
        "file: 'plain/Plain-Regular.ttf#0' is there 2 times",
    ]


def test_something_that_is_not_about_families():
    assert faults(GOOD + "[fallback]\n") == ["fallback: unknown key"]
    assert faults("") == ["family: is missing"]
    assert faults("family = 3") == ["family: cannot be 3"]
    assert faults("family.plain = 3") == ["family.plain: must be a table"]


def test_what_is_not_toml_is_named_with_its_line():
    (message,) = faults(GOOD + "[[[")
    assert "is not TOML" in message
    assert "line 15" in message


def test_what_is_not_text():
    with pytest.raises(FontError, match=r"fonts\.toml: .*not UTF-8 at byte 3"):
        read_families(b"# \n\xff", name="fonts.toml")
