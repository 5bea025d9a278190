"""`locales/glossary.toml` to terms: what a term of the source is called in each language."""

from leaflets.checks.subject import Term
from leaflets.config.table import Table, close, open_toml, several, words
from leaflets.files import Files, read_text

GLOSSARY = "locales/glossary.toml"
KEYS = ("source", "language", "target", "also", "avoid", "origin")


def read_glossary(files: Files) -> tuple[Term, ...]:
    """All terms; none if there is no glossary. ConfigError holds everything that is wrong in it."""
    if not files.exists(GLOSSARY):
        return ()
    root = open_toml(read_text(files, GLOSSARY), file=GLOSSARY)
    root.only("term")
    terms = tuple(map(_term, root.tables("term")))
    close(root)
    return terms


def _term(row: Table) -> Term:
    row.only(*KEYS)
    target = row.need("target", words, "")
    row.need("origin", words, "")
    return Term(
        source=row.need("source", words, ""),
        language=row.need("language", words, ""),
        wanted=(target, *row.take("also", several(words), ())),
        forbidden=row.take("avoid", several(words), ()),
    )
