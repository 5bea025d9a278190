"""Pages -> findings: letters from a font that cannot join them."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Typeset
from leaflets.fonts.face import Face
from leaflets.pages.page import Glyphs, Page
from leaflets.text import ucd
from leaflets.text.line import Run

SHAPED = {
    "Arab": "arab", "Syrc": "syrc", "Mong": "mong", "Nkoo": "nko ", "Rohg": "rohg", "Adlm": "adlm",
    "Deva": "dev2", "Beng": "bng2", "Guru": "gur2", "Gujr": "gjr2", "Orya": "ory2", "Taml": "tml2",
    "Telu": "tel2", "Knda": "knd2", "Mlym": "mlm2", "Sinh": "sinh", "Khmr": "khmr", "Mymr": "mym2",
    "Tibt": "tibt",
}  # fmt: skip
"""Scripts whose letters change shape by their neighbours, and the OpenType tag of the rules for them."""


@check(
    since="0.1",
    help="use a family whose GSUB table has the script (Noto has), see fonts/fonts.toml",
    good=(example("اتصل بنا", "Call us.", "ar"),),
)
def shaping_font(typeset: Typeset) -> Iterator[Finding]:
    """A font has the letters of a script and no rules to join them.

    Arabic letters would stand apart, Indic vowels on the wrong side: nobody can read that."""
    bad: dict[tuple[str, str], tuple[Run, int]] = {}
    for item in (item for page in typeset.pages.pages for item in _texts(page)):
        run = item.run
        if _has_letters(run) and not has_rules(typeset.face(run.face), run.script):
            bad.setdefault((run.face, run.script), (run, item.source))
    for (face, script), (run, source) in bad.items():
        origin = typeset.pages.sources[source].origin if source >= 0 else None
        yield Finding(
            f"the font {face} has letters of {script} and no rules to join them",
            place=origin.repair if origin else None,
            notes=(f'the text is "{run.text:.60}"',),
        )


def has_rules(face: Face, script: str) -> bool:
    """Whether GSUB knows the script, by its new or its old tag, as HarfBuzz looks for it."""
    wanted = SHAPED[script]
    old = script.lower()
    found = {str(tag) for tag in face.script_tags}
    return bool({wanted, old, wanted[:3] + "3"} & found)


def _has_letters(run: Run) -> bool:
    """Digits and marks between the letters may come from any font."""
    return run.script in SHAPED and any(ucd.script(character) == run.script for character in run.text)


def _texts(page: Page) -> Iterator[Glyphs]:
    return (item for item in page.items if isinstance(item, Glyphs))
