"""What `msgfmt -c` refuses is refused, with the line; what both accept, both read alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.damage import FORMULAS, damaged
from tests.catalog.samples import pair

from leaflets.catalog.entries import noted
from leaflets.catalog.lexer import Kind
from leaflets.catalog.merge import merged
from leaflets.catalog.plural import MOST_FORMS, read_plural
from leaflets.catalog.po import read_catalog, write_header
from leaflets.catalog.reader import lex
from leaflets.catalog.strict import faults
from leaflets.config.languages import shipped_languages
from leaflets.errors import InputError
from leaflets.files import Disk

FILE = "locales/sr/LC_MESSAGES/rights.po"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def refusals(data: bytes):
    try:
        return list(faults(lex(data, file=FILE)))
    except InputError as error:
        return list(error.diagnostics)


def texts(data: bytes):
    return [(entry.key, [field.value for field in entry.texts]) for entry in lex(data, file=FILE).live]


@pytest.mark.parametrize("part", range(4))
def test_nothing_passes_that_gettext_refuses_and_all_else_is_read_alike(part, gettext, tmp_path):
    """120 catalogs with faults by chance; about a third of them is sound by luck."""
    path, sound = tmp_path / "a.po", 0
    for seed in range(part * 30, part * 30 + 30):
        data = damaged(seed)
        path.write_bytes(data)
        found = refusals(data)
        assert all(fault.place and fault.place.line and fault.help for fault in found)
        accepted = gettext("msgfmt", "-c", "-o", tmp_path / "a.mo", path).returncode == 0
        assert accepted or found, f"seed {seed}"
        if not found:
            sound += 1
            assert texts(gettext("msgcat", "--no-wrap", path).stdout) == texts(data), f"seed {seed}"
    assert sound > 3


@pytest.mark.parametrize("formula", FORMULAS)
def test_plural_formulas_are_judged_as_gettext_does(formula, gettext, tmp_path):
    path = tmp_path / "a.po"
    path.write_text(f'{HEADER}"Plural-Forms: {formula}\\n"\n', encoding="utf-8")
    accepted = gettext("msgfmt", "-c", "-o", tmp_path / "a.mo", path).returncode == 0
    assert accepted == (not refusals(path.read_bytes()))


@pytest.mark.parametrize(
    "field",
    [
        "Plural-Forms; nplurals=2; plural=n&1;",
        "X-Plural: nplurals=2; plural=7;",
        "X-Old: plural=7;\\nPlural-Forms: nplurals=2; plural=n!=1;",
        "X-Note: nplurals=two;\\nPlural-Forms: nplurals=2; plural=n!=1;",
        "Plural-Forms: nplurals = 2; plural = n!=1;",
        "X-Note: no plural",
        "X-Note: nplurals=2",
    ],
)
def test_formulas_in_any_field_are_judged_where_gettext_does(field, gettext, tmp_path):
    """It goes by the first `nplurals=` and `plural=` of the header."""
    path = tmp_path / "a.po"
    plural = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    path.write_text(f'{HEADER}"{field}\\n"\n\n{plural}', encoding="utf-8")
    accepted = gettext("msgfmt", "-c", "-o", tmp_path / "a.mo", path).returncode == 0
    assert accepted or refusals(path.read_bytes())


@pytest.mark.parametrize(
    ("formula", "often"),
    [
        ("nplurals=2; plural=(n != 1);", (False, True)),
        ("nplurals=3; plural=n==0 ? 0 : n<10 ? 1 : 2;", (False, True, True)),
        ("nplurals=1; plural=0;", (True,)),
    ],
)
def test_forms_that_many_numbers_take_are_known(formula, often):
    plural = read_plural(f"Plural-Forms: {formula}\n")
    assert plural is not None
    assert plural.often == often


@pytest.mark.parametrize(
    ("entry", "rule", "line"),
    [
        ('msgid "a\\n"\nmsgstr "b"\n', "newline", 7),
        ('#, python-format\nmsgid "%(n)s"\nmsgstr "b"\n', "placeholder", 8),
        ('#, python-format\nmsgid "%(n)s"\nmsgstr "%(n)s 100%"\n', "placeholder", 8),
        ('#, python-format\nmsgid "%(n)s"\nmsgstr "%(n)s %(m)s"\n', "placeholder", 8),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n', "header-plural", 8),
        ('#| msgid "x"\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n', "po-syntax", 7),
        ('#| msgid "x"\n#| msgid "y"\nmsgid "a"\nmsgstr "b"\n', "po-syntax", 6),
        ('msgid "a"\nmsgstr "b"\n\n#, fuzzy\n#| msgid "x"\n', "po-syntax", 10),
        ('#, fuzzy\\\nmsgid "a"\nmsgstr "b"\n', "po-syntax", 6),
    ],
)
def test_faults_have_their_line(entry, rule, line):
    data = f'{HEADER}"Plural-Forms: nplurals=2; plural=n!=1;\\n"\n\n{entry}'.encode()
    (fault,) = refusals(data)
    assert (fault.rule, fault.place.line) == (rule, line)


def test_a_new_catalog_of_any_language_is_sound(gettext, tmp_path):
    """Header and plural formula of all languages of the table, for us and for gettext."""
    for language in shipped_languages():
        header = write_header(
            project="rights", tag=language.tag, english=language.english, plural=language.plural
        )
        path = tmp_path / f"{language.folder}.po"
        path.write_text(f'{header}\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
        assert refusals(path.read_bytes()) == [], language.tag
        assert gettext("msgfmt", "-c", "-o", tmp_path / "a.mo", path).returncode == 0, language.tag


def test_what_is_not_printed_is_not_judged():
    data = HEADER + '\n#, fuzzy, python-format\nmsgid "%(n)s\\n"\nmsgstr "b"\n'
    assert refusals(data.encode()) == []


@given(st.integers(0, 10**6), st.binary(max_size=4), st.data())
def test_no_bytes_whatever_break_the_reader(seed, junk, data):
    """It says what is wrong or reads; and what it reads can be merged and read again."""
    catalog, template = pair(seed % 5, size=3)
    at = data.draw(st.integers(0, len(catalog)))
    broken = catalog[:at] + junk + catalog[at + data.draw(st.integers(0, 8)) :]
    if not refusals(broken):
        result = merged(broken, template, file=FILE).data
        assert merged(result, template, file=FILE).data == result


@pytest.mark.parametrize(
    ("forms", "formula", "told"),
    [
        ("99999999999", "n", "no language has more than 10"),
        ("100000000", "n", "no language has more than 10"),
        ("9" * 5000, "n", "no language has more than 10"),
        ("2", "!" * 3000 + "n", "more than 300 signs"),
        ("2", "!" * 200 + "n", "too deep"),
        ("2", "0*n+" * 3000 + "0", "more than 300 signs"),
        ("2", "0" + "?0:0" * 70, "too deep"),
        ("2", "(" * 100 + "n" + ")" * 100, "too deep"),
        ("2", " " * 500_000 + "$", "means nothing"),
    ],
)
def test_plural_formulas_are_bounded(forms, formula, told):
    with pytest.raises(ValueError, match=told):
        read_plural(f"Plural-Forms: nplurals={forms}; plural={formula};\n")


def test_long_formulas_of_languages_are_read():
    chain = " || ".join(f"n%100=={number}" for number in range(40))
    plural = read_plural(f"Plural-Forms: nplurals=00{MOST_FORMS}; plural={'!' * 20}({chain});\n")
    assert plural is not None
    assert plural.count == MOST_FORMS


def test_each_field_of_a_header_has_its_line(tmp_path):
    (tmp_path / "a.po").write_text(f'{HEADER}"Plural-Forms: nplurals=2; plural=n!=1;\\n"\n', encoding="utf-8")
    catalog = read_catalog(Disk((tmp_path,)), "a.po", tag="sr")
    lines = (tmp_path / "a.po").read_text(encoding="utf-8").split("\n")
    for name, line in catalog.header_lines.items():
        assert f"{name}:" in lines[line - 1]
    assert catalog.header_lines["Plural-Forms"] > catalog.header_line


def test_comments_are_read_in_the_time_of_their_number():
    """Each line more costs as much as the one before."""
    notes = noted((Kind.EXTRACTED, str(number)) for number in range(300_000))
    assert notes.lines[Kind.EXTRACTED][-1] == "299999"
