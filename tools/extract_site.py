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

MONTH = "edition is a month and a year as they stand alone: November 2026."

NOTES = {
    "Skip to the text": "A link for those who use the keyboard: passes over what stands above the text.",
    "Press Shift two more times to leave this page.": "Shift is a key. Read aloud after it was pressed once.",
    "Press Shift one more time to leave this page.": "Read aloud after the key was pressed twice.",
    "That took too long. The page stays open.": "Between two presses of the key Shift.",
    "Leave this page": "A button that takes the reader to another website at once. Short.",
    "Loading.": "Said while another website opens.",
    "Draft. Not verified. Do not hand out.": "Write it exactly as in the catalog leaflets.",
    "Not yet in your language.": "The reader sees it in place of the text.",
    "The call stays in the list of calls on the phone.": "Beside the help line: she may have to delete it.\n"
    "L10N-CRITICAL: the call stays there until somebody deletes it.",
    (
        "This device may keep a list of the pages you have visited. "
        "Leaving this page does not delete that list."
    ): "The history of the browser.\nL10N-CRITICAL: leaving deletes nothing.",
    "A file that you save stays on this device. You can read the text on the web page instead.": (
        "device: phone or computer.\nL10N-CRITICAL: the file stays there."
    ),
    "Text to paste into a message": "A link to a file with the text of the leaflet, for phone messages.",
    (
        "A picture stays in the messages of both phones until somebody deletes it. "
        "Ask first whether it is safe to send one."
    ): "For organisations, beside the pictures.\nL10N-CRITICAL: the picture stays there; ask before sending.",
    "There is no such page here.": "Heading of the page that is shown for addresses that lead nowhere.",
    "Date of this text: %(edition)s": MONTH,
    "Edition: %(edition)s": MONTH,
    "Withdrawn edition: %(edition)s": f"An edition that must not be used any more. {MONTH}",
    "Use this edition instead: %(edition)s": MONTH,
    "Do not hand out this edition. Throw away printed copies.": "L10N-CRITICAL: it must not be handed out.",
    "Pages: %(count)s": "count is a number of pages. The colon keeps it free of plural forms.",
    "checked by a speaker of the language": "Of a file: a speaker has read and approved it.",
    "draft, not checked": "Of a file: nobody has approved it.",
    "Choose your language": "Heading above the names of languages.",
    "Find a language": "Label of a box in which one types a name.",
    "For organisations": "A link for those who print leaflets and hand them out.",
    "Read the text": "A link to the page with the whole text.",
    "Text only": "A link to a page that holds the text alone, without layout.",
    "Not available yet:": "A list of formats follows.",
    "On this page": "Name of a list of links to the parts of the page.",
    "News about new editions": "A link to a feed (Atom).",
    "What changed": "Heading above a list of editions, each with what it changed.",
    "A sheet to point at your language": "A link: a list of languages, to point at with a finger.",
    "Point at your language": "Heading above a list of languages, to point at with a finger.",
    "The most important sentences in many languages": "A link to one sheet in many languages.",
    "Checksums of all files": "A link. With checksums one proves that files are unchanged (SHA-256).",
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
        note = f"{kind}. The list says: Fold-out leaflet, to read on a screen."
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
