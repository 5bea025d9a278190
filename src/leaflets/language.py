"""A language as its leaflets are set and written: data of the table, or of a project."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from leaflets.frozen import dataclass

Direction = Literal["ltr", "rtl"]


SEVERAL = "mul"
"""The tag of what holds several languages (ISO 639-2)."""


def tag_of(tags: Sequence[str]) -> str:
    """What a sheet in these languages is called by: the tag of the only one, or that of several."""
    return tags[0] if len(tags) == 1 else SEVERAL


ENGLISH = "en"
"""The tag of what the toolkit's own messages are written in, and addresses and licences everywhere."""


DIGITS: Mapping[str, str] = MappingProxyType(
    {
        name: "".join(chr(zero + digit) for digit in range(10))
        for name, zero in (
            ("latn", 0x30),
            ("adlm", 0x1E950),
            ("arab", 0x660),
            ("arabext", 0x6F0),
            ("beng", 0x9E6),
            ("deva", 0x966),
            ("khmr", 0x17E0),
            ("mymr", 0x1040),
            ("nkoo", 0x7C0),
            ("rohg", 0x10D30),
            ("tibt", 0xF20),
        )
    }
)
"""The digits 0 to 9 of the numbering systems in use (CLDR, numberingSystems)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a language writes dates: CLDR patterns of d dd M MM MMMM LLLL y and quoted or other letters."""

    day: str = "dd.MM.y"
    month: str = "MM.y"
    """Month and year, as on an edition."""
    months: tuple[str, ...] = ()
    """Twelve names as they stand in a date (MMMM); empty where no pattern asks for them."""
    alone: tuple[str, ...] = ()
    """Twelve names as they stand without a day (LLLL), where they are others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language as it is typeset; `tag` is its canonical BCP 47 id, e.g. `sr-Latn`.

    The head of data/languages.toml says more of every field.
    """

    tag: str
    autonym: str
    english: str
    script: str
    """ISO 15924, e.g. `Cyrl`."""
    direction: Direction
    families: tuple[str, ...]
    """Font families in order of preference (ids of fonts.toml)."""
    aliases: tuple[str, ...] = ()
    size: float = 1.0
    """Factor on the type range of a sheet, for scripts that need larger type at the same size."""
    digits: str = "latn"
    """Numbering system of numbers in running text: a key of DIGITS. Telephone numbers are always latn."""
    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("‘", "’")
    ends: tuple[str, str, str] = (".", "?", "!")
    """The marks that may end a statement, a question, an exclamation; empty where none is written."""
    dates: Dates = Dates()
    plural: str = "nplurals=2; plural=(n != 1);"
    """The header Plural-Forms of a catalog."""
    hyphenation: str = ""
    """Name of the Pyphen dictionary; empty: words are not divided."""
    hyphenate_min: tuple[int, int] = (2, 2)
    """Letters of a word that stay before, and that go after, a hyphen at least."""
    divided: tuple[str, ...] = ()
    """Words with a hyphen wherever they may be divided, and nowhere else whatever the dictionary says."""
    whole: tuple[str, ...] = ()
    """Words that no line parts, although ICU does: of a script without blanks between words."""
    opentype: str = ""
    """OpenType language system, where HarfBuzz cannot derive it from the tag."""
    icu: str = ""
    """Locale for ICU's line breaking; empty: the tag."""
    checked_by: str = ""
    """The speaker who checked this row; empty until one has."""

    def __hash__(self) -> int:
        return hash(self.tag)

    @property
    def folder(self) -> str:
        """The folder below `locales/`, as Babel and Weblate write it: `sr_Latn`."""
        return self.tag.replace("-", "_")

    @property
    def is_rtl(self) -> bool:
        return self.direction == "rtl"

    def in_digits(self, number: str) -> str:
        """As running text writes it: `6`, in Persian `۶`."""
        if self.digits == "latn":
            return number
        return number.translate(str.maketrans(DIGITS["latn"], DIGITS[self.digits]))
