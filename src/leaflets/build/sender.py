"""A .po file that came by mail -> the language that it is in, as far as its name, header and letters tell."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from leaflets.catalog.reader import lex
from leaflets.checks.letters import letters_of
from leaflets.config.languages import find_language
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, ConfigError
from leaflets.exchange.chips import words_of
from leaflets.language import Language
from leaflets.text.ucd import script

FEW_LETTERS = 20


def po_language(data: bytes, languages: Sequence[Language], *, file: str) -> Language:
    """The language that name and header agree on. CatalogError if they do not, or say nothing."""
    named = _known(re.split(r"[^\w@-]+|_(?=\()", PurePath(file).stem), languages)
    header = lex(data, file=file).header.texts[0].value
    told = re.findall(r"^(?:X-)?Language: *(\S+)", header, re.MULTILINE)
    said = _known(reversed(told), languages)
    found = {language.tag: language for language in (named, said) if language is not None}
    if len(found) != 1:
        raise CatalogError.of(_unclear(file, tuple(found)))
    return next(iter(found.values()))


def refuse_other_script(texts: Iterable[str], language: Language, *, file: str) -> None:
    """CatalogError if most letters are of a script that the language is not written in."""
    found = Counter(script(letter) for text in texts for letter in words_of(text) if letter.isalpha())
    right = sum(found[name] for name in letters_of(language).scripts)
    total = sum(found.values())
    if total > FEW_LETTERS and right * 2 < total:
        raise CatalogError.of(_other_script(file, language, found.most_common(1)[0][0]))


def _known(words: Iterable[str], languages: Sequence[Language]) -> Language | None:
    """The first word that is a language of the leaflet; `ar_final` is `ar` with something behind it."""
    for word in words:
        for tag in (word, *_heads(word)):
            try:
                return find_language(tag, tuple(languages))
            except ConfigError:
                continue
    return None


def _heads(word: str) -> list[str]:
    parts = re.split(r"[-_]", word)
    whole = ["-".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]
    return [*whole, *(part for part in parts[1:] if len(part) > 1)]


def _unclear(file: str, tags: tuple[str, ...]) -> Diagnostic:
    said = (
        f"its name and header say {' and '.join(tags)}" if tags else "neither its name nor its header tells"
    )
    return Diagnostic(
        rule="unclear-language",
        message=f"it is not clear which language this is: {said}",
        place=Place(file=file),
        notes=("nothing was changed",),
        help="name it: leaflets import --lang TAG FILE",
    )


def _other_script(file: str, language: Language, found: str) -> Diagnostic:
    return Diagnostic(
        rule="wrong-language",
        message=f"most of its letters are {found}; {language.english} is written in {language.script}",
        place=Place(file=file),
        notes=("nothing was changed",),
        help="make sure that it is the right file, and name its language: --lang TAG",
    )
