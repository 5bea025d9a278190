"""Templates and names of the download site -> src/leaflets/data/locales/site.pot.

Run it after a change to src/leaflets/data/site: `python tools/extract_site.py`; with --check it writes
nothing and ends with 1 where the file is out of date.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract

from leaflets.catalog.message import TemplateMessage
from leaflets.catalog.po import write_pot
from leaflets.diagnostics import Place
from leaflets.site.naming import FORMATS, PROFILES

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "src/leaflets/data/site"
POT = ROOT / "src/leaflets/data/locales/site.pot"
OPTIONS = {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}

NOTES = {
    "Leave this page": "A button that takes the reader to another page at once. Short.",
    "Loading.": "Said while another page is opened.",
    "Draft. Not verified. Do not hand out.": "As in the catalog leaflets.",
    "Not yet in your language.": "The reader sees it in place of the text.",
    "A call stays in the list of calls of the telephone.": "So that she can delete it.\n"
    "L10N-CRITICAL: it stays there.",
    "This device may keep a list of the pages that you have seen. Leaving does not delete it.": (
        "The history of the browser.\nL10N-CRITICAL: leaving deletes nothing."
    ),
    "A file that is saved stays on the telephone. It can be read here instead.": "L10N-CRITICAL: it stays.",
    "As of: %(edition)s": "edition is a month and a year as they stand alone: November 2026.",
    "Edition: %(edition)s": "edition is a month and a year as they stand alone: November 2026.",
    "Pages: %(count)s": "count is a number of pages.",
    "checked by a speaker": "Of a file: a person who speaks the language has read and approved it.",
    "draft, not checked": "Of a file: nobody has approved it.",
    "Choose your language": "Heading above names of languages.",
    "Find a language": "Label of a box in which one types a name.",
    "For organisations": "A link: for those who print leaflets and hand them out.",
    "Text only": "A file of the text alone, without layout.",
}


def messages() -> list[TemplateMessage]:
    found = []
    for path in sorted(TEMPLATES.glob("*.html")):
        for line, text, _comments, _context in extract(
            "jinja2.ext:babel_extract",
            BytesIO(path.read_bytes()),
            keywords={"gettext": None, "plain": None},
            options=OPTIONS,
        ):
            found.append(_message(str(text), path, line))
    naming = ROOT / "src/leaflets/site/naming.py"
    for kind, texts in (("A kind of leaflet", FORMATS), ("What a file is for", PROFILES)):
        note = f"{kind}, in a list: Fold-out leaflet, to read on a screen."
        found += [_message(text, naming, 1, note) for text in texts.values()]
    return found


def _message(text: str, path: Path, line: int, note: str = "") -> TemplateMessage:
    note = note or NOTES.get(text, "")
    return TemplateMessage(
        msgid=text,
        comments=(note,) if note else (),
        references=(Place(file=path.relative_to(ROOT).as_posix(), line=line),),
        flags=("python-format",) if "%(" in text else (),
    )


def main() -> int:
    new = write_pot(messages(), project="leaflets site")
    old = POT.read_text(encoding="utf-8") if POT.is_file() else ""
    if "--check" in sys.argv:
        print("unchanged" if new == old else "out of date; run: python tools/extract_site.py")
        return int(new != old)
    POT.write_text(new, encoding="utf-8")
    print(f"{POT.relative_to(ROOT)}: {new.count('msgid') - 1} messages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
