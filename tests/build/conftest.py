"""A small project in two languages, complete, as a folder to work in; and its commands in this process."""

import re
import shutil
from pathlib import Path

import click
import pytest

from leaflets.cli.main import cli

TRANSLATIONS = {
    "Your rights": "Ваша права",
    "Call <strong>%(number)s</strong> (free), <em>day</em> or night: 24 hours.": (
        "Позовите <strong>%(number)s</strong> (бесплатно), <em>дању</em> или ноћу: 24 сата."
    ),
    "One thing that is long enough for two lines of the list in a panel.": (
        "Једна ствар која је довољно дуга за два реда списка у пољу."
    ),
    "Two": "Друго",
    "First": "Прво",
    "Second": "Потом",
    "In danger?": "Опасност?",
    "It is not your fault. Nobody may take your passport. You can ask for help, and you decide what happens"
    " next.": "Нисте криви. Нико не сме да вам узме пасош. Можете тражити помоћ и сами одлучујете о свему.",
    "Line": "Линија",
    "Somebody answers": "Неко се јавља",
    "Free call": "Позив је бесплатан",
}


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """English and Serbian; whoever translated it is called Ana; nobody has approved anything."""
    project = tmp_path / "small"
    shutil.copytree(root / "tests/golden/project", project)
    settings = (project / "leaflets.toml").read_text()
    settings = re.sub(r"(?m)^languages = .*$", 'languages = ["en", "sr"]', settings)
    settings = re.sub(r"(?m)^formats = .*$", 'formats = ["trifold"]', settings)
    (project / "leaflets.toml").write_text(re.sub(r"(?m)^together = .*\n", "", settings))
    for folder in (project / "locales").iterdir():
        if folder.is_dir() and folder.name != "sr":
            shutil.rmtree(folder)
    entries = [f'msgid "{source}"\nmsgstr "{text}"\n' for source, text in TRANSLATIONS.items()]
    header = (
        'msgid ""\nmsgstr ""\n"Language: sr\\n"\n"Last-Translator: Ana A. <ana@example.org>\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    contexts = {"Line": "name", "Somebody answers": "role", "Free call": "cost"}
    for number, source in enumerate(TRANSLATIONS):
        if source in contexts:
            entries[number] = f'msgctxt "contact line: {contexts[source]}"\n{entries[number]}'
    catalog = project / "locales/sr/LC_MESSAGES/sample.po"
    catalog.write_text("\n".join((header, *entries)), encoding="utf-8")
    return project


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that is there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def told(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Arguments -> exit code, and all that the command said."""
    monkeypatch.chdir(small)

    def command(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        try:
            code = cli.main(list(arguments), standalone_mode=False) or 0
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        said = capsys.readouterr()
        return int(code), said.out + said.err

    return command
