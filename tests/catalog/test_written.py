"""Catalogs that Poedit, Weblate's library and gettext have saved: an edit touches one text and no other byte.

The files in `written/` are `merged(*pair(3, size=24))` after one text was changed in Poedit 3.2.2 (typed on a
screen, saved with Ctrl+S) and with translate-toolkit 3.20.4, which is what Weblate writes with.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.catalog.samples import pair

from leaflets.catalog.merge import merged
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import Change, edited

FILE = "a.po"
WRITTEN = sorted((Path(__file__).parent / "written").glob("*.po"))


def assert_spliced(styled, template):
    """Nothing is due: nothing changes. A text that is edited: its lines change, and no others."""
    assert merged(styled, template, file=FILE).data == styled
    live = lex(styled, file=FILE).live
    assert len(live) > 10
    for entry in live[::3]:
        texts = tuple(f"{field.value} novo" for field in entry.texts)
        result = edited(styled, [Change(key=entry.key, texts=texts)], file=FILE)
        first, last = entry.texts[0].start, entry.texts[-1].end
        assert result.startswith(styled[:first])
        assert result.endswith(styled[last:])
        found = next(one for one in lex(result, file=FILE).live if one.key == entry.key)
        assert tuple(field.value for field in found.texts) == texts


def read(data):
    return {entry.key: tuple(field.value for field in entry.texts) for entry in lex(data, file=FILE).live}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_what_people_saved_with_their_programs(path):
    template = pair(3, size=24)[1]
    saved, before = path.read_bytes(), merged(*pair(3, size=24), file=FILE).data
    assert_spliced(saved, template)
    changed = [text for key, text in read(saved).items() if read(before)[key] != text]
    assert changed == [("a interpreter the žena žena nobody pay without više",)]
    assert lex(saved, file=FILE).usual
    assert len(lex(saved, file=FILE).entries) == len(lex(before, file=FILE).entries)


@pytest.mark.parametrize("seed", [4, 5])
def test_what_the_library_of_weblate_writes(seed, tmp_path):
    """Through its program `pomerge`, which reads a catalog, sets its texts and saves it."""
    program = Path(sys.executable).with_name("pomerge")
    if not program.exists():
        pytest.skip("translate-toolkit is not installed here")
    catalog, template = pair(seed, size=24)
    base, new, out = (tmp_path / name for name in ("base.po", "new.po", "out.po"))
    base.write_bytes(merged(catalog, template, file=FILE).data)
    key, (field, *_) = next((one.key, one.texts) for one in lex(base.read_bytes(), file=FILE).live)
    change = Change(key=key, texts=(f"{field.value} više",))
    new.write_bytes(edited(base.read_bytes(), [change], file=FILE))
    command = [program, "--progress=none", "-t", base, "-i", new, "-o", out]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert read(out.read_bytes()) == read(new.read_bytes())
    assert_spliced(out.read_bytes(), template)


@pytest.mark.parametrize(
    "command",
    [
        ("msgcat", "--width=50"),
        ("msgcat", "--no-wrap", "--add-location=file"),
        ("msgattrib", "--no-obsolete"),
        ("msgattrib", "--clear-previous", "--indent"),
    ],
    ids=" ".join,
)
def test_what_gettext_writes(command, gettext, tmp_path):
    """With the options that people use; places without lines come from the template again."""
    catalog, template = pair(6, size=24)
    path = tmp_path / "a.po"
    path.write_bytes(merged(catalog, template, file=FILE).data)
    styled = gettext(*command, path).stdout
    today = merged(styled, template, file=FILE).data
    assert read(today) == read(styled)
    assert_spliced(today, template)
