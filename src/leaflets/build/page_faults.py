"""A job to what checks find on its pages, and how they fit."""

from collections.abc import Iterable

from leaflets.build.job import lay_out
from leaflets.build.judge import contact_links, judged_words
from leaflets.build.mishap import mishap
from leaflets.catalog.message import Key
from leaflets.checks.report import Fit, Reported
from leaflets.checks.run import check_pages, of_diagnostic
from leaflets.checks.subject import Typeset
from leaflets.errors import InputError, LeafletsError
from leaflets.files import Files
from leaflets.project import Job


def page_faults(
    job: Job, files: Files, *, known: frozenset[Key], release: bool
) -> tuple[Iterable[Reported], Fit]:
    """Messages that are known are judged in their catalogs; what stops the layout is a finding too."""
    try:
        return _faults(job, files, known=known, release=release)
    except InputError as error:
        stopped = error.diagnostics
    except LeafletsError:
        raise
    except Exception as error:  # whatever it is: the other formats and languages are looked at
        stopped = (mishap(error, stopped=job.name),)
    faults = [of_diagnostic(fault, language=job.tag) for fault in stopped]
    return faults, Fit(leaflet=job.leaflet.name, format=job.format, scale=0.0)


def _faults(
    job: Job, files: Files, *, known: frozenset[Key], release: bool
) -> tuple[Iterable[Reported], Fit]:
    laid = lay_out(job, files)
    typeset = Typeset(
        document=laid.document,
        pages=laid.pages,
        face=laid.library.by_id,
        known=known,
        contacts=contact_links(job.project),
    )
    overset = bool(laid.pages.overset)
    fit = Fit(leaflet=job.leaflet.name, format=job.format, scale=laid.pages.scale, is_overset=overset)
    words = judged_words(job, laid.document, words=laid.words)
    return (*words, *check_pages(typeset, release=release)), fit
