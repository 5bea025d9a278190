"""Bytes by a coverage-guided fuzzer -> crashes of the catalog reader, and silent differences from msgfmt.

Not a part of the tests, as it needs the package atheris and runs for minutes:

    python tools/fuzz_catalogs.py -max_total_time=600 corpus/

Wherever our reader accepts a file, GNU gettext (msgcat) has to accept it as well and to read the same texts;
gettext is asked about every sixteenth accepted file, as a process takes longer than all else.
"""

import subprocess
import sys

import atheris

with atheris.instrument_imports(include=["leaflets.catalog"]):
    from leaflets.catalog.entries import lex
    from leaflets.catalog.merge import merged
    from leaflets.catalog.strict import faults
from leaflets.errors import InputError

TEMPLATE = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Call us."\nmsgstr ""\n'
SHARE = 16


def one_input(data: bytes) -> None:
    try:
        source = lex(data, file="a.po")
        list(faults(source))
        merged(data, TEMPLATE, file="a.po")
    except InputError:
        return
    if sum(data) % SHARE == 0:
        compare(data)


def compare(data: bytes) -> None:
    done = subprocess.run(
        ["msgcat", "--force-po", "--no-wrap", "-"], input=data, capture_output=True, check=False
    )
    if done.returncode:
        raise AssertionError(f"gettext refuses it: {done.stderr.decode(errors='replace')}")
    if texts(done.stdout) != texts(data):
        raise AssertionError("gettext reads other texts")


def texts(data: bytes) -> list[object]:
    live = lex(data, file="a.po").live
    return [(entry.key, [field.value for field in entry.texts]) for entry in live]


atheris.Setup(sys.argv, one_input)
atheris.Fuzz()
