"""Bad input: exit code 1, a message with file, line and next step, and nothing written."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CATALOG = "locales/ar/LC_MESSAGES/victims-rights.po"
CONTENT = "layouts/victims-rights/content.xml"
STYLE = "layouts/victims-rights/shared.css"


@pytest.fixture
def project(root, tmp_path):
    for name in ("leaflets.toml", "contacts.toml"):
        shutil.copy(root / name, tmp_path / name)
    for name in ("layouts", "locales"):
        shutil.copytree(root / name, tmp_path / name)
    settings = tmp_path / "leaflets.toml"
    text = re.sub(r"(?m)^formats = .*$", 'formats = ["trifold"]', settings.read_text(encoding="utf-8"))
    settings.write_text(re.sub(r"(?m)^together = .*$", "", text), encoding="utf-8")
    return tmp_path


def leaflets(project, *arguments, **environment):
    command = [sys.executable, "-m", "leaflets", *arguments]
    return subprocess.run(
        command,
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


def change(project, name, old, new, *, count=1):
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new, count), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def refused(project, rule, place, *, lang="ar", help=True):
    told = leaflets(project, "build", "--lang", lang)
    assert told.returncode == 1, told.stderr + told.stdout
    assert f"error[{rule}]" in told.stderr, told.stderr
    assert place in told.stderr, told.stderr
    assert "Traceback" not in told.stderr
    assert not help or "help: " in told.stderr
    assert list((project / "dist").rglob("*.pdf")) == []
    assert list(project.rglob("*.part")) == []
    return told.stderr


def test_the_project_itself_builds(project):
    assert leaflets(project, "build", "--lang", "ar").returncode == 0
    assert len(list((project / "dist").rglob("*.pdf"))) == 4


def first_msgstr(project):
    """The line of the first real msgstr, and its text."""
    lines = (project / CATALOG).read_text(encoding="utf-8").split("\n")
    index = next(i for i, line in enumerate(lines) if line.startswith("msgstr") and i > 20)
    return index + 1, lines[index]


def test_damaged_quotes(project):
    line, text = first_msgstr(project)
    change(project, CATALOG, text, text[:-1])
    refused(project, "po-syntax", f"{CATALOG}:{line}")


def test_a_fault_that_all_formats_find_is_told_once(copy, run):
    line, text = first_msgstr(copy)
    change(copy, CATALOG, text, text[:-1])
    told = run("build", "--lang", "ar", "--format", "trifold", "--format", "card")
    assert told.code == 1
    assert told.err.count(f"{CATALOG}:{line}") == 1
    assert told.out.count("عربية") == 2


@pytest.mark.parametrize(
    ("inside", "rule"),
    [
        ("{{ secret }}", "template-syntax"),
        ("100% sure", "bare-percent"),
        ("<script>x</script>", "markup-not-allowed"),
        ("<strong>open", "broken-markup"),
        ("%(nobody)s", "unknown-placeholder"),
        ("<phone ref='astra'/>", "markup-not-allowed"),
        ("<a href='https://example.org'>x</a>", "changed-link"),
    ],
)
def test_a_translation_is_never_evaluated_and_its_markup_is_a_short_list(project, inside, rule):
    line, text = first_msgstr(project)
    change(project, CATALOG, text, f'msgstr "{inside}"')
    refused(project, rule, f"{CATALOG}:{line}")


@pytest.mark.parametrize("name", [CATALOG, CONTENT, "leaflets.toml", STYLE])
def test_the_toolkits_own_marks_are_refused_everywhere(project, name):
    path = project / name
    path.write_text(path.read_text(encoding="utf-8") + "\n# \ufdd0\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    refused(project, "forbidden-character", f"{name}:{line}")


@pytest.mark.parametrize("written", ["\u202e", "\\u202e", "\\uE000", "\\u0007"])
def test_hidden_characters_of_contacts(project, written):
    line = change(project, "contacts.toml", 'role = "', f'role = "{written}')
    refused(project, "unpaired-control" if written == "\u202e" else "bad-value", f"contacts.toml:{line}")


@pytest.mark.parametrize("written", ["\u2067", "&#x2067;", "&#57344;", "&#x999999999;"])
def test_hidden_characters_of_layouts(project, written):
    line = change(project, CONTENT, "{% trans %}", "{% trans %}" + written)
    refused(project, "unpaired-control" if written == "\u2067" else "hidden-character", f"{CONTENT}:{line}")


@pytest.mark.parametrize("call", ['{{ _("") }}', '{{ _(" ") }}', "{% trans %}{% endtrans %}"])
def test_an_empty_text_of_a_layout(project, call):
    line = change(project, CONTENT, "{% trans %}", call + "{% trans %}")
    refused(project, "empty-text", f"{CONTENT}:{line}")


def test_unknown_element(project):
    line = change(project, CONTENT, "<h2>", "<h2x>")
    change(project, CONTENT, "</h2>", "</h2x>")
    told = refused(project, "unknown-element", f"{CONTENT}:{line}")
    assert "did you mean <h2>?" in told


def test_unknown_attribute(project):
    line = change(project, CONTENT, "<h2>", '<h2 clas="x">')
    assert "did you mean class?" in refused(project, "unknown-attribute", f"{CONTENT}:{line}")


def test_unknown_property_and_value(project):
    line = change(project, STYLE, "width: 6mm", "widht: 6mm")
    assert "did you mean width?" in refused(project, "unknown-property", f"{STYLE}:{line}")
    change(project, STYLE, "widht: 6mm", "width: 6 bananas")
    refused(project, "bad-value", f"{STYLE}:{line}")


def test_style_sheets_that_import_each_other(project):
    path = project / "layouts/victims-rights/trifold.css"
    path.write_text('@import "ring.css";\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    (project / "layouts/victims-rights/ring.css").write_text('\n@import "trifold.css";\n', encoding="utf-8")
    told = refused(project, "circular-style", "layouts/victims-rights/ring.css:2")
    assert "trifold.css -> layouts/victims-rights/ring.css -> layouts/victims-rights/trifold.css" in told


def test_colored_text(project):
    line = change(project, STYLE, "color: heading;", "color: accent;")
    change(project, STYLE, ".said {", ".said {\n  color: accent;")
    told = refused(project, "colored-text", f"{STYLE}:")
    assert "cyan, magenta, yellow, black" in told
    assert f"{STYLE}:{line}" not in told, "drawings may have colour"


def test_undefined_variable(project):
    line = change(project, CONTENT, "<h2>", "<h2>{{ nobody }}")
    refused(project, "template", f"{CONTENT}:{line}")


def test_text_outside_of_gettext(project):
    line = change(project, CONTENT, "<h2>", "<h2>Hello ")
    refused(project, "untranslatable-text", f"{CONTENT}:{line}")


def test_unknown_contact(project):
    line = change(project, CONTENT, '<contact ref="astra"', '<contact ref="astro"')
    assert "did you mean astra?" in refused(project, "unknown-contact", f"{CONTENT}:{line}")


@pytest.mark.parametrize("name", ["leaflets.toml", "contacts.toml"])
def test_toml_with_a_byte_order_mark(project, name):
    path = project / name
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    refused(project, "byte-order-mark", f"{name}:1")


def test_toml_in_windows_1250(project):
    path = project / "leaflets.toml"
    lines = path.read_text().split("\n")
    lines[3] = lines[3] + " # kuća"
    path.write_bytes("\n".join(lines).encode("windows-1250"))
    refused(project, "not-utf8", "leaflets.toml:4")


def test_missing_image_and_image_outside(project):
    line = change(project, CONTENT, "picture(icon) }}", "icon }}")
    refused(project, "missing-image", f"{CONTENT}:{line}")
    change(project, CONTENT, "{{ icon }}", "../{{ icon }}.svg")
    refused(project, "outside-project", f"{CONTENT}:{line}")


def test_missing_font(project):
    (project / "fonts").mkdir()
    (project / "fonts/fonts.toml").write_text('[family.noto-naskh-arabic]\nfile = "lost.ttf"\n')
    refused(project, "missing-file", "fonts/lost.ttf")


def test_missing_glyph(project):
    line, text = first_msgstr(project)
    change(project, CATALOG, text, 'msgstr "𓀀"')
    told = refused(project, "missing-glyph", f"{CATALOG}:{line}")
    assert "U+13000" in told
    assert "noto-naskh-arabic" in told


def test_text_too_long_for_its_panel(project):
    line, text = first_msgstr(project)
    change(project, CATALOG, text, 'msgstr "' + "حقوقك " * 400 + '"')
    told = refused(project, "overset", f"{CATALOG}:{line}")
    assert " mm at the smallest type" in told
    assert "characters must go" in told


def test_a_word_wider_than_its_panel(project):
    line, text = first_msgstr(project)
    change(project, CATALOG, text, 'msgstr "' + "م" * 300 + '"')
    refused(project, "overset", f"{CATALOG}:{line}")


@pytest.mark.skipif(
    os.geteuid() == 0 and not Path("/proc").is_dir(), reason="needs a folder nobody may write"
)
def test_no_write_permission(project):
    (project / "dist").write_text("a file stands where the folder should be")
    told = leaflets(project, "build", "--lang", "ar")
    assert told.returncode == 1
    assert "cannot be written" in told.stderr
    assert "help: " in told.stderr


def test_unknown_language(project):
    told = leaflets(project, "build", "--lang", "sr-Latin")
    assert told.returncode == 1
    assert "sr-Latn" in told.stderr
    change(project, "leaflets.toml", '"sr-Latn"', '"sr-Latin"')
    refused(project, "unknown-language", "leaflets.toml:", lang="en")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_every_letter_is_written_where_the_system_knows_few(project, encoding, form):
    """As in a pipe or a file on Windows: a report that is mailed says in its head that it is UTF-8."""
    told = leaflets(project, "status", "--no-fit", "--format", form, PYTHONIOENCODING=encoding)
    assert told.returncode == 0, told.stderr
    assert "العربية" in told.stdout


def test_a_name_of_a_file_in_no_encoding(project):
    told = leaflets(project, "preflight", os.fsdecode(b"\xff.pdf"))
    assert told.returncode == 1
    assert "cannot be read" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_output_that_cannot_be_written(project):
    command = f"{sys.executable} -m leaflets explain > /dev/full"
    told = subprocess.run(command, shell=True, cwd=project, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr == "error: the output cannot be read or written: No space left on device\n"


def test_usage(project):
    assert leaflets(project, "build", "--nonsense").returncode == 2
    assert leaflets(project, "--help").returncode == 0


def test_loose_marks_are_joined_and_noted(project):
    line, old = first_msgstr(project)
    change(project, CATALOG, old, 'msgstr "\u0627\u0653\u0646"')
    told = leaflets(project, "build", "--lang", "ar")
    assert told.returncode == 0
    told = leaflets(project, "check", "ar", "--notes", "--format", "short")
    assert f"{CATALOG}:{line}: note[nfc]" in told.stdout
    shown = leaflets(project, "inspect", "--stage", "document", "--lang", "ar").stdout
    assert "\u0622\u0646" in shown
    assert "\u0627\u0653" not in shown


@pytest.mark.parametrize(
    ("bad", "rule"),
    [
        ("\ue000", "forbidden-character"),
        ("\ufffd", "forbidden-character"),
        ("\x1b", "forbidden-character"),
        ("\u2067", "unpaired-control"),
        ("\u202c", "unpaired-control"),
    ],
)
def test_characters_that_print_by_chance(project, bad, rule):
    line, old = first_msgstr(project)
    change(project, CATALOG, old, old.replace('msgstr "', f'msgstr "{bad}'))
    refused(project, rule, f"{CATALOG}:{line}")
