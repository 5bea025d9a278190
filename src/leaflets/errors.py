"""The errors that callers may catch.

LeafletsError
├─ InputError       something in the user's files; carries one or more diagnostics
│   ├─ ConfigError      leaflets.toml, contacts.toml: key path
│   ├─ CatalogError     .po file and line
│   ├─ LayoutError      layout or style sheet: file, line, element
│   └─ FontError        font files and fonts.toml
├─ OutputError      a folder or file that cannot be written
├─ PdfError         something that must never be written into a PDF
└─ BuildError       a job failed; holds the job's name
"""

from dataclasses import replace

from leaflets.diagnostics import Diagnostic, Place


class LeafletsError(Exception):
    """The root of all errors that this package raises on purpose."""

    def __init__(self, message: str, *diagnostics: Diagnostic) -> None:
        super().__init__(message)
        self.message = message
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Errors cross process boundaries whole: diagnostics are rebuilt as positional arguments."""
        return type(self), (self.message, *self.diagnostics)


class InputError(LeafletsError):
    """Something in the user's files is wrong; every diagnostic names a place and a next step."""

    @classmethod
    def of(cls, *diagnostics: Diagnostic) -> "InputError":
        """An error whose message is that of its first diagnostic."""
        return cls(diagnostics[0].message, *diagnostics)

    def at(self, place: Place) -> "InputError":
        """The same, with a place for what has none of its own."""
        found = (replace(one, place=one.place or place) for one in self.diagnostics)
        return type(self)(self.message, *found)


class ConfigError(InputError):
    """leaflets.toml or contacts.toml."""


class CatalogError(InputError):
    """A gettext catalog."""


class LayoutError(InputError):
    """A layout or a style sheet."""


class FontError(InputError):
    """A font file, or fonts.toml."""


class OutputError(LeafletsError):
    """A folder or file that cannot be written."""


class PdfError(LeafletsError):
    """Something that must never be written into a PDF, such as the glyph .notdef."""


class BuildError(LeafletsError):
    """A job failed for a reason that is not in the user's files."""
