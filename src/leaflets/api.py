"""What programs call: open a project, plan its jobs, run them."""

from leaflets.build.approve import approve, approved, reviews
from leaflets.build.checking import check_project
from leaflets.build.contact_sheets import contact_sheets
from leaflets.build.job import Laid, Output, Outputs, lay_out, output_of, run_job, sheets_of
from leaflets.build.messages import leaflet_messages
from leaflets.build.open import open_files, open_project
from leaflets.build.plan import plan
from leaflets.build.publish import Published, publish
from leaflets.build.run import Result, list_files, run_jobs
from leaflets.build.status import status

__all__ = [
    "Laid",
    "Output",
    "Outputs",
    "Published",
    "Result",
    "approve",
    "approved",
    "check_project",
    "contact_sheets",
    "lay_out",
    "leaflet_messages",
    "list_files",
    "open_files",
    "open_project",
    "output_of",
    "plan",
    "publish",
    "reviews",
    "run_job",
    "run_jobs",
    "sheets_of",
    "status",
]
