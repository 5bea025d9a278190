"""`python -m benchmarks.bench_checks`: `leaflets check` on 50 languages with 800 messages each.

Texts are real ones of this repository, told apart by their contexts; catalogs only, as the pages of
a leaflet hold far fewer messages. CPU seconds of all processes, as wall clocks of shared machines drift.
"""

import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from leaflets.api import open_files, open_project
from leaflets.build.inputs import catalog_path
from leaflets.catalog.message import Message
from leaflets.catalog.po import read_catalog
from leaflets.catalog.quote import quoted
from leaflets.checks.letters import letters_of
from leaflets.config.languages import shipped_languages
from leaflets.language import Language

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES, MESSAGES = 50, 800

LAYOUT = """<leaflet format="trifold"><sheet size="A4" fold="letter" fit="10pt 11pt"><panel name="cover"/>
<panel name="flap"/><panel name="inside-1"/><panel name="inside-2"/><panel name="inside-3"/>
<panel name="back"/>
<flow panels="inside-1">
{}
</flow></sheet></leaflet>
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        tags = generate(Path(folder))
        command = [sys.executable, "-m", "leaflets", "check", "--no-pages", "--format", "json", *sys.argv[1:]]
        if keep := os.environ.get("KEEP"):
            subprocess.run(["cp", "-r", folder, keep], check=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if json.loads(done.stdout)["reports"][0]["errors"]:
        sys.exit(f"the project itself is not sound: {done.stdout.decode()[:1000]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cores = len(os.sched_getaffinity(0))
    print(
        f"check {len(tags)} languages x {MESSAGES} messages:"
        f" {wall:.1f} s on {cores} cores, {cpu:.1f} s of CPU"
    )


def generate(folder: Path) -> list[str]:
    """A project of many catalogs; languages without real texts get those of the nearest that has some."""
    files = open_files(ROOT)
    project = open_project(files)
    leaflet = project.leaflets[0]
    real = {
        language.tag: [m for m in read_catalog(files, path, tag=language.tag).messages if m.plural is None]
        for language in leaflet.languages
        if files.exists(path := catalog_path(language, leaflet.name))
    }
    languages = [language for language in shipped_languages() if language.tag != "en"][:LANGUAGES]
    source = next(iter(real.values()))
    msgids = [source[n % len(source)].msgid for n in range(MESSAGES)]
    body = "\n".join(paragraph(n, msgid) for n, msgid in enumerate(msgids))
    for name, text in settings(leaflet.name, [language.tag for language in languages], body).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "contacts.toml").write_bytes((ROOT / "contacts.toml").read_bytes())
    for language in languages:
        written = [m.texts[0] for m in real.get(language.tag, ())] or invented(language, source)
        path = folder / catalog_path(language, "bench")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(catalog(msgids, written), encoding="utf-8")
    return [language.tag for language in languages]


def paragraph(number: int, msgid: str) -> str:
    text = json.dumps(msgid, ensure_ascii=False)
    values = "".join(f", {name}=0" for name in dict.fromkeys(re.findall(r"%\((\w+)\)s", msgid)))
    return f'<p>{{{{ pgettext("text {number}", {text}{values}) }}}}</p>'


def settings(name: str, tags: list[str], body: str) -> dict[str, str]:
    toml = (ROOT / "leaflets.toml").read_text(encoding="utf-8")
    palette = toml[toml.index("[palette.ink]") :]
    head = (
        f'[leaflet.bench]\npublic_name = "guide"\nedition = "2026-11"\nsource = "en"\nhost = "sr"\n'
        f'languages = {json.dumps(["en", *tags])}\nformats = ["trifold"]\n\n'
    )
    return {
        "leaflets.toml": head + palette,
        "layouts/bench/trifold.xml": LAYOUT.format(body),
        "layouts/bench/trifold.css": "",
    }


def invented(language: Language, source: Sequence[Message]) -> list[str]:
    """Words of the language's own letters, as long as the source's, with its marks and numbers."""
    chance = random.Random(language.tag)
    letters = sorted(letters_of(language).own) or list("的一是不了人我在有他这中大来上国")

    def text(old: str) -> str:
        ends = dict(zip(".?!", language.ends, strict=True))
        words = (part if set(part) & set("<>%") else "".join(map(letter, part)) for part in old[:-1].split())
        return " ".join(words) + (letter(old[-1]) if old[-1].isalpha() else ends.get(old[-1], "")[:1])

    def letter(old: str) -> str:
        return chance.choice(letters) if old.isalpha() else old

    return [text(message.msgid) for message in source]


def catalog(msgids: list[str], texts: list[str]) -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (
        "\n".join(
            (
                "#. What the reader should know of this text.",
                "#: layouts/bench/trifold.xml:12",
                *quoted("msgctxt", f"text {n}"),
                *quoted("msgid", msgid),
                *quoted("msgstr", texts[n % len(texts)]),
            )
        )
        for n, msgid in enumerate(msgids)
    )
    return head + "\n" + "\n\n".join(entries) + "\n"


if __name__ == "__main__":
    main()
