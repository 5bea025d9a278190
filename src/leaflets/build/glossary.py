"""`locales/glossary.toml` to terms: what a term of the source is called in each language."""

from leaflets.checks.subject import Term
from leaflets.config.languages import language_reader
from leaflets.config.project import known_languages
from leaflets.config.table import Reader, Table, close, open_toml, several, words
from leaflets.files import Files, read_text
from leaflets.language import Language

GLOSSARY = "locales/glossary.toml"
KEYS = ("source", "language", "target", "also", "avoid", "origin")


def read_glossary(files: Files) -> tuple[Term, ...]:
    """All terms; none if there is no glossary. ConfigError holds everything that is wrong in it."""
    if not files.exists(GLOSSARY):
        return ()
    root = open_toml(read_text(files, GLOSSARY), file=GLOSSARY)
    root.only("term")
    language = language_reader(known_languages(files))
    terms = tuple(_term(row, language) for row in root.tables("term"))
    close(root)
    return terms


def _term(row: Table, language: Reader[Language]) -> Term:
    """Its language may be spelled as anybody does: `sr_Latn`, `sr@latin`."""
    row.only(*KEYS)
    target, named = row.need("target", words, ""), row.need("language", language, None)
    return Term(
        source=row.need("source", words, ""),
        language=named.tag if named else "",
        origin=row.need("origin", words, ""),
        wanted=(target, *row.take("also", several(words), ())),
        forbidden=row.take("avoid", several(words), ()),
    )
