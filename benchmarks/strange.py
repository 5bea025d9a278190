"""The project's catalogs to ones with words that nobody has seen: the same length, script and markup."""

import random
import re
from pathlib import Path

from icu4py.breakers import CharacterBreaker

from leaflets.api import open_files
from leaflets.files import Disk

ROOT = Path(__file__).resolve().parents[1]
KEPT = re.compile(r"(<[^>]*>|%\(\w+\)s|&\w+;|\\.|[\W\d_])")
"""Markup, placeholders, escapes, and what stands between words."""


def strange_project(seed: int, folder: Path) -> Disk:
    """A copy of the project in which the letters of every word of every translation change places."""
    chance = random.Random(seed)
    names = ("layouts", "locales")
    paths = [path for name in names for path in (ROOT / name).rglob("*")] + list(ROOT.glob("*.toml"))
    for path in paths:
        if path.is_file():
            target = folder / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            data = path.read_bytes()
            target.write_bytes(_strange_catalog(data, chance) if path.suffix == ".po" else data)
    return open_files(folder)


def _strange_catalog(data: bytes, chance: random.Random) -> bytes:
    """Only the lines of translations, which begin with msgstr and go on to the next keyword."""
    lines, inside, header = [], False, True
    for line in data.decode().split("\n"):
        if line.startswith("msgstr"):
            inside, header = True, header and bool(lines) and lines[-1] == 'msgid ""'
        elif not line.startswith('"'):
            inside = False
        start = line.find('"')
        changed = inside and not header and start >= 0
        lines.append(line[: start + 1] + strange(line[start + 1 : -1], chance) + '"' if changed else line)
    return "\n".join(lines).encode()


def strange(text: str, chance: random.Random) -> str:
    """Clusters change places within their words, so that marks stay on their letters."""
    return "".join(part if i % 2 else _mixed(part, chance) for i, part in enumerate(KEPT.split(text)))


def _mixed(word: str, chance: random.Random) -> str:
    clusters = [str(cluster) for cluster in CharacterBreaker(word, "en")]
    chance.shuffle(clusters)
    return "".join(clusters)
