"""Jobs of one language -> the parcel of a print shop: print files, job ticket, fold dummies, checksums."""

import hashlib
from collections.abc import Sequence

from leaflets.build.dummy import fold_dummy
from leaflets.build.job import finished, lay_out, sheets_of
from leaflets.build.ticket import Made, Order, job_ticket
from leaflets.diagnostics import Diagnostic
from leaflets.files import Files
from leaflets.project import Job, Profile

TICKET = "JOB-TICKET.pdf"


def printer_parcel(
    jobs: Sequence[Job], *, order: Order, files: Files
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """File name -> bytes, and what was found; no files where one job has an error: a parcel is whole.

    Formats that are never printed, such as pictures for phones, are left out.
    """
    made: list[Made] = []
    found: list[Diagnostic] = []
    for job in jobs:
        laid = lay_out(job, files)
        if sheets_of(job, laid, Profile.PRINT):
            made.append(Made(job=job, laid=laid, outputs=finished(job, laid, files)))
            found += made[-1].outputs.findings
    if not made:
        found.append(_nothing_to_print(jobs))
    if any(finding.is_error for finding in found):
        return {}, tuple(found)
    parcel = {
        f"{file.profile}/{file.path.rpartition('/')[2]}": file.data
        for one in made
        for file in one.outputs.files
    }
    for one in made:
        dummy = fold_dummy(one.job, one.laid, files)
        if dummy is not None:
            parcel[f"fold-dummy-{one.job.format}.pdf"] = dummy
    parcel[TICKET] = job_ticket(made, order=order, files=files)
    sums = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(parcel.items()))
    return {**parcel, "SHA256SUMS": "".join(sums).encode()}, tuple(found)


def _nothing_to_print(jobs: Sequence[Job]) -> Diagnostic:
    return Diagnostic(
        rule="nothing-to-print",
        message=f"{', '.join(job.name for job in jobs)}: nothing of this is for a printing press",
        help="name a format that is printed, or leave out --format",
    )
