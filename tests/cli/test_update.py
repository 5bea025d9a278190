"""`leaflets update` and `add`: whole, careful, and quiet where nothing is due."""

import shutil
import tomllib

import pytest

from leaflets.config.edit import with_language
from leaflets.store import replace

AR = "locales/ar/LC_MESSAGES/victims-rights.po"
SR = "locales/sr/LC_MESSAGES/victims-rights.po"
CONTENT = "layouts/victims-rights/content.xml"


@pytest.fixture
def current(run):
    """The project with catalogs that are up to date."""
    assert run("update", "ar", "sr", "sr-Latn").code == 0
    return run


def test_a_second_update_has_nothing_to_do(current, copy):
    before = (copy / AR).read_bytes()
    told = current("update", "--check", "ar", "sr")
    assert told.code == 0
    assert f"{AR}: unchanged" in told.out
    assert (copy / AR).read_bytes() == before


def test_a_changed_text_keeps_its_translation_to_be_checked(current, copy, rewrite):
    rewrite(CONTENT, "A safe place", "A safer place")
    before = (copy / AR).read_bytes()
    due = current("update", "--check", "ar")
    assert (due.code, (copy / AR).read_bytes()) == (1, before)
    assert f"{AR}: out of date: 1 to check (fuzzy)" in due.out
    told = current("update", "ar")
    assert told.code == 0
    assert "note[fuzzy]: the source text changed: " in told.err
    assert f"--> {AR}:" in told.err
    assert b'#, fuzzy\n#| msgid "A safe place"\nmsgid "A safer place"\n' in (copy / AR).read_bytes()
    assert current("update", "--check", "ar").code == 0


def test_only_the_languages_that_were_asked_for(current, copy, rewrite):
    rewrite(CONTENT, "A safe place", "A safer place")
    before = (copy / SR).read_bytes()
    assert SR not in current("update", "ar").out
    assert (copy / SR).read_bytes() == before


def test_a_folder_in_another_spelling_is_the_same_language(current, copy):
    (copy / "locales/sr_Latn").rename(copy / "locales/sr@latin")
    assert "locales/sr@latin/LC_MESSAGES/victims-rights.po: unchanged" in current("update", "sr-Latn").out


def test_two_folders_of_one_language_are_refused(current, copy):
    (copy / "locales/sr@latin/LC_MESSAGES").mkdir(parents=True)
    (copy / "locales/sr@latin/LC_MESSAGES/victims-rights.po").write_bytes((copy / SR).read_bytes())
    told = current("update", "sr-Latn")
    assert told.code == 1
    assert "error[two-folders]" in told.err


def test_a_catalog_of_another_leaflet_is_refused_and_the_others_are_updated(run, copy):
    foreign = (copy / AR).read_bytes().replace(b'\nmsgid "', b'\nmsgid "Foreign. ')
    foreign = foreign.replace(b'\nmsgid "Foreign. "\n', b'\nmsgid ""\n', 1)
    stranger = b"".join(b'msgid "%d zzzz %d"\nmsgstr "x"\n\n' % (n, n) for n in range(9))
    data = foreign[: foreign.index(b"\n\n") + 2] + stranger
    (copy / AR).write_bytes(data)
    told = run("update")
    assert told.code == 1
    assert "error[other-leaflet]" in told.err
    assert (copy / AR).read_bytes() == data
    assert f"{SR}: " in told.out


def test_a_damaged_catalog_is_told_with_its_line_and_left(run, copy, rewrite, text_of):
    text = text_of(AR, "Help line")
    line = rewrite(AR, f'msgstr "{text}"', f'msgstr "{text}')
    before = (copy / AR).read_bytes()
    told = run("update", "ar")
    assert told.code == 1
    assert f"{AR}:{line}" in told.err
    assert (copy / AR).read_bytes() == before


def test_a_catalog_that_changes_meanwhile_is_not_overwritten(run, copy, monkeypatch):
    def meanwhile(path, data, *, old):
        path.write_bytes(b"mine")
        replace(path, data, old=old)

    monkeypatch.setattr("leaflets.cli.update.replace", meanwhile)
    told = run("update", "ar")
    assert (told.code, (copy / AR).read_bytes()) == (1, b"mine")
    assert "changed-meanwhile" in told.err


def test_a_language_without_a_catalog_is_told(run, copy):
    (copy / AR).unlink()
    assert "leaflets add ar" in run("update").out
    assert "leaflets add ar" in run("update", "ar").err


def test_compiled_catalogs_are_never_read(current, copy):
    (copy / AR).with_suffix(".mo").write_bytes(b"\0nonsense")
    assert current("update", "--check", "ar").code == 0


def test_a_new_language_gets_a_catalog_that_poedit_understands(run, copy):
    shutil.rmtree(copy / "locales/uk", ignore_errors=True)
    told = run("add", "uk")
    assert told.code == 0
    path = copy / "locales/uk/LC_MESSAGES/victims-rights.po"
    text = path.read_text(encoding="utf-8")
    assert '"Language: uk\\n"' in text
    assert "nplurals=3" in text
    settings = tomllib.loads((copy / "leaflets.toml").read_text(encoding="utf-8"))
    assert "uk" in settings["leaflet"]["victims-rights"]["languages"]
    assert "locales/uk/LC_MESSAGES/victims-rights.po: unchanged" in run("update", "uk").out
    again = run("add", "uk")
    assert again.code == 1
    assert "error[catalog-exists]" in again.err
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("tag", "header"), [("uz-Cyrl", "uz@cyrillic"), ("prs", "prs"), ("zh-Hans", "zh_Hans")]
)
def test_poedit_gets_the_spelling_that_it_knows(run, copy, tag, header):
    folder = tag.replace("-", "_")
    shutil.rmtree(copy / "locales" / folder, ignore_errors=True)
    told = run("add", tag)
    assert told.code == 0, told.err
    text = (copy / f"locales/{folder}/LC_MESSAGES/victims-rights.po").read_text(encoding="utf-8")
    assert f'"Language: {header}\\n"' in text
    assert ("X-Language: " + tag in text) == ("-" in tag)


def test_the_source_language_gets_no_catalog(run, copy):
    """What is typed in it would never be printed; and one that is there all the same is told."""
    before = (copy / "leaflets.toml").read_bytes()
    told = run("add", "en")
    assert told.code == 1
    assert "victims-rights is written in English" in told.err
    assert not (copy / "locales/en").exists()
    assert (copy / "leaflets.toml").read_bytes() == before
    shutil.copytree(copy / "locales/sr", copy / "locales/en")
    told = run("check", "en", "--no-pages", "--format", "short")
    assert "locales/en/LC_MESSAGES/victims-rights.po" in told.out
    assert "source-catalog" in told.out


def test_an_unknown_language_is_told(run):
    told = run("add", "xx")
    assert told.code == 1
    assert "error[unknown-language]" in told.err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('languages = ["en"]', 'languages = ["en", "uk"]'),
        ('languages = [\n  "en",\n  "sr",\n]', 'languages = [\n  "en",\n  "sr", "uk",\n]'),
        ('languages = [ "en" ] # all', 'languages = [ "en", "uk" ] # all'),
        ('languages = [ # all\n "en", # "de"\n]', 'languages = [ # all\n "en", "uk", # "de"\n]'),
        ("languages = ['en'] \nformats = []", "languages = ['en', \"uk\"] \nformats = []"),
    ],
)
def test_a_list_of_languages_gets_one_more_and_nothing_else_changes(before, after):
    text = f'# first\n[leaflet.a]\nsource = "en" # x\n{before}\n\n[leaflet.b]\nlanguages = ["en"]\n'
    assert with_language(text, leaflet="a", tag="uk") == text.replace(before, after, 1)


@pytest.mark.parametrize(
    "text",
    [
        '[leaflet]\na = { languages = ["en"] }\n',
        '[leaflet.a]\nlanguages = [["en"]]\n',
        "[leaflet.a]\nlanguages = []\n",
        '[leaflet.a]\nnote = """\nlanguages = ["x"]\n"""\nlanguages = ["en"]\n',
    ],
)
def test_where_that_is_not_safe_nothing_is_written(text):
    assert with_language(text, leaflet="a", tag="uk") is None


def test_a_build_finds_a_catalog_in_a_folder_of_any_spelling(current, copy):
    (copy / "locales/sr_Latn").rename(copy / "locales/sr@latin")
    told = current("inspect", "--stage", "document", "--lang", "sr-Latn")
    assert "Vaša prava." in told.out
    (copy / "locales/sr-Latn/LC_MESSAGES").mkdir(parents=True)
    (copy / "locales/sr-Latn/LC_MESSAGES/victims-rights.po").write_bytes((copy / SR).read_bytes())
    assert "error[two-folders]" in current("inspect", "--stage", "document", "--lang", "sr-Latn").err


def test_a_byte_order_mark_and_windows_line_ends_are_noted_and_stay(current, copy):
    odd = b"\xef\xbb\xbf" + (copy / AR).read_bytes().replace(b"\n", b"\r\n")
    (copy / AR).write_bytes(odd)
    told = current("update", "ar")
    assert told.code == 0
    assert told.err.count("note[po-encoding]") == 2
    assert (copy / AR).read_bytes() == odd


def test_a_toolkit_that_is_installed_within_the_project_is_left_alone(current, copy, root, monkeypatch):
    folder = copy / ".venv/lib/python3.12/site-packages/leaflets/data/locales"
    shutil.copytree(root / "src/leaflets/data/locales/sr", folder / "sr")
    shutil.copy(root / "src/leaflets/data/locales/leaflets.pot", folder)
    monkeypatch.setattr("leaflets.cli.update.data_path", lambda _name: folder)
    told = current("update")
    assert told.code == 0
    assert ".venv" not in told.out


def test_in_the_repository_of_the_toolkit_its_own_words_are_updated_too(current, copy, root, monkeypatch):
    """Where it is installed, they are no part of the project and nobody touches them."""
    folder = copy / "src/leaflets/data/locales"
    for name in ("leaflets.pot", "sr/LC_MESSAGES/leaflets.po", "ar/LC_MESSAGES/leaflets.po"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / "src/leaflets/data/locales" / name, folder / name)
    assert "data/locales" not in current("update", "--check", "sr").out
    monkeypatch.setattr("leaflets.cli.update.data_path", lambda _name: folder)
    own = "src/leaflets/data/locales/{}/LC_MESSAGES/leaflets.po"
    current("update", "sr", "ar")
    assert f"{own.format('ar')}: unchanged" in current("update", "--check", "ar", "sr").out
    pot = folder / "leaflets.pot"
    pot.write_text(pot.read_text(encoding="utf-8").replace('"Free call"', '"A free call"'), encoding="utf-8")
    told = current("update", "--check", "sr")
    assert told.code == 1
    assert f"{own.format('sr')}: out of date: 1 to check (fuzzy)" in told.out
    assert own.format("ar") not in told.out
    assert current("update", "sr").code == 0
    assert '#| msgid "Free call"' in (copy / own.format("sr")).read_text(encoding="utf-8")
