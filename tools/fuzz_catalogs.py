"""Bytes by a coverage-guided fuzzer -> crashes of the catalog reader, and silent differences from gettext.

Not a part of the tests, as it needs the package atheris (`pip install atheris`) and runs for minutes:

    python tools/fuzz_catalogs.py -max_total_time=600 corpus/

Seeds are small catalogs made of the repository's own and of those of the tests, in a corpus that is still
empty; words are those of the format. What we accept as strictly as a build does, `msgfmt -c` has to accept;
what we read at all, `msgcat` has to read, with the same texts; our two readers have to agree; an edit of one
entry has to be read back. gettext is asked about every sixteenth file, as a process takes long.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["leaflets.catalog"]):
    from leaflets.catalog.entries import PoFile
    from leaflets.catalog.fixes import FIXES, fixes
    from leaflets.catalog.merge import merged
    from leaflets.catalog.po import read_catalog
    from leaflets.catalog.reader import lex, read_lines
    from leaflets.catalog.splices import Change, edited
    from leaflets.catalog.strict import faults
from leaflets.config.languages import find_language, shipped_languages
from leaflets.errors import InputError
from leaflets.files import Snapshot, digest

ROOT = Path(__file__).resolve().parents[1]
SERBIAN = find_language("sr", shipped_languages())
FILE = "locales/sr/LC_MESSAGES/a.po"
TEMPLATE = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Call us."\nmsgstr ""\n'
SHARE = 16
ENTRIES = 5
"""Of a catalog in one seed: short files are mutated better."""

WORDS = (
    "msgid ", "msgstr ", "msgctxt ", "msgid_plural ", "msgstr[0] ", "msgstr[1] ", "%(number)s",
    "#, fuzzy\\x0a", "#, python-format\\x0a", "#~ msgid ", "#~| ", "#| msgid ", "#. ", "#: a.xml:1\\x0a",
    "#=", "Content-Type: text/plain; charset=UTF-8\\\\n", "charset=", "\\\\n", "\\\\\\x22", "\\x0d\\x0a",
    "\\xef\\xbb\\xbf", "Plural-Forms: nplurals=2; plural=(n != 1);\\\\n", "nplurals=", "#-#-#-#-#",
    "<<<<<<< a\\x0a", "=======\\x0a", "\\xe2\\x80\\x9c", "\\xe2\\x80\\xa8", "\\xc2\\x85", "\\x1e", "\\x0c",
)  # fmt: skip
"""Of the format, as libFuzzer writes them in dictionaries."""


def one_input(data: bytes) -> None:
    try:
        source = lex(data, file=FILE)
        if source != read_lines(data, file=FILE):
            raise AssertionError("our two readers differ")
        merged(data, TEMPLATE, file=FILE)
        splice(data, source)
        strict = not list(faults(source))
        read(data)
    except InputError:
        return
    if sum(data) % SHARE == 0:
        compare(data, strict=strict)


def read(data: bytes) -> None:
    name = digest(data)
    read_catalog(Snapshot(digests={FILE: name}, blobs={name: data}), FILE, tag="sr", strict=True)


def splice(data: bytes, source: PoFile) -> None:
    """Small faults are mended, and one text is replaced; `edited` itself reads the result back."""
    edited(data, [one.change for one in fixes(source, SERBIAN, rules=FIXES)], file=FILE)
    for entry in source.live[:1]:
        texts = tuple(f"{field.value}ž\n" for field in entry.texts)
        edited(data, [Change(key=entry.key, texts=texts, flags=("fuzzy",))], file=FILE)


def compare(data: bytes, *, strict: bool) -> None:
    done = gettext("msgcat", "--force-po", "--no-wrap", "-", data=data)
    if done.returncode:
        raise AssertionError(f"msgcat refuses it: {done.stderr.decode(errors='replace')}")
    if texts(done.stdout) != texts(data):
        raise AssertionError("gettext reads other texts")
    done = gettext("msgfmt", "-c", "-o", "/dev/null", "-", data=data)
    if strict and done.returncode:
        raise AssertionError(f"msgfmt refuses it: {done.stderr.decode(errors='replace')}")


def gettext(*command: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=data, capture_output=True, check=False)


def texts(data: bytes) -> list[object]:
    live = lex(data, file=FILE).live
    return [(entry.key, [field.value for field in entry.texts]) for entry in live]


def sow(corpus: Path) -> None:
    """Files of a few entries each."""
    corpus.mkdir(parents=True, exist_ok=True)
    if any(corpus.iterdir()):
        return
    written = ROOT.glob("tests/catalog/written/*.po")  # with plurals, obsolete entries and old source texts
    for path in sorted([*ROOT.glob("locales/*/LC_MESSAGES/*.po"), *written]):
        data = path.read_bytes()
        source = lex(data, file=path.name)
        for number, first in enumerate(range(0, min(len(source.entries), 40), ENTRIES)):
            some = source.entries[first : first + ENTRIES]
            seed = data[: source.header.end] + b"\n" + data[some[0].start : some[-1].end]
            (corpus / f"{path.parts[-3]}-{path.stem}-{number}.po").write_bytes(seed)


def main() -> None:
    for folder in [word for word in sys.argv[1:] if not word.startswith("-")][:1]:
        sow(Path(folder))
    with tempfile.NamedTemporaryFile("w", suffix=".dict") as words:
        words.write("".join(f'"{word}"\n' for word in WORDS))
        words.flush()
        atheris.Setup([*sys.argv, f"-dict={words.name}"], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
