"""What the manual for translators says is true: commands exist, and Weblate would find the catalogs."""

import json
import re

from leaflets.cli.main import COMMANDS


def test_its_commands_exist(root):
    text = (root / "docs" / "translators.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`leaflets (\w+)", text))
    assert {"add", "update", "export", "import", "fix", "build"} <= named
    assert named - {"check"} <= set(COMMANDS)


def test_weblate_finds_the_catalogs(root):
    settings = json.loads((root / "docs" / "weblate.json").read_text(encoding="utf-8"))
    assert (root / settings["new_base"]).is_file()
    assert list(root.glob(settings["filemask"]))
