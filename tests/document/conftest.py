"""The small project with a layout of the test's own: what it says, and what is printed."""

import shutil

import pytest

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.config.languages import find_language, shipped_languages
from leaflets.pages.page import Glyphs

SHEET = (
    '<leaflet format="trifold"><sheet size="A6" fold="none" fit="8pt 10pt"><panel name="page"/>'
    '<flow panels="page">\n{}</flow></sheet></leaflet>'
)


@pytest.fixture
def shown(root, tmp_path):
    """The content of a flow -> its messages, and what is printed. `po`: entries of the language's catalog."""
    shutil.copytree(root / "tests/golden/project", tmp_path, dirs_exist_ok=True)

    def lay(content, *, tag="en", po="", head="", contacts=""):
        layout = head + SHEET.format(content)
        (tmp_path / "layouts/sample/trifold.xml").write_text(layout, encoding="utf-8")
        (tmp_path / "layouts/sample/trifold.css").write_text("", encoding="utf-8")
        if po:
            catalog = tmp_path / f"locales/{tag}/LC_MESSAGES/sample.po"
            catalog.write_text(_header(tag) + po, encoding="utf-8")
        if contacts:
            (tmp_path / "contacts.toml").write_text(contacts, encoding="utf-8")
        files = open_files(tmp_path)
        (job,) = plan(open_project(files), languages=(tag,))
        laid = lay_out(job, files)
        items = [item for page in laid.pages.pages for item in page.items if isinstance(item, Glyphs)]
        return [message.text for message in laid.document.messages], "".join(item.run.text for item in items)

    return lay


def _header(tag):
    plural = find_language(tag, shipped_languages()).plural
    fields = (
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    )
    lines = "".join(f'"{field}\\n"\n' for field in (f"Language: {tag}", f"Plural-Forms: {plural}", *fields))
    return f'msgid ""\nmsgstr ""\n{lines}\n'
