"""A text -> findings: line ends that the source does not have."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.diagnostics import Severity


@check(
    since="0.1",
    severity=WARNING,
    help="begin and end as the source does, without a line end of your own",
    good=(example("Pozovite nas.\n", "Call us.\n"), example("Pozovite nas.", "Call us.")),
    bad=(example("Pozovite nas.\n", "Call us."), example("Pozovite\nnas.", "Call us.")),
    fixable=True,
)
def newline(text: Translation) -> Iterator[Finding]:
    """Line ends differ from those of the source.

    Editors show them as \\n; a text that was wrapped by hand breaks in the middle of a printed line."""
    written, source = text.written, text.source_written
    if "\n" not in written and "\n" not in source:
        return
    found, wanted = written.count("\n"), source.count("\n")
    start = max(text.text.find("\n"), 0)
    edges = any(
        with_end(written, "\n") != with_end(source, "\n") for with_end in (str.startswith, str.endswith)
    )
    if edges or found != wanted:
        yield Finding(
            f"the text has {found} line ends, and its source {wanted}",
            (start, start + 1),
            severity=Severity.ERROR if edges else None,
            notes=("gettext refuses texts that begin or end otherwise than their source",) if edges else (),
        )
