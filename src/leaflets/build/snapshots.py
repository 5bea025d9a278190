"""A language to pictures of its pages as they are now, for reports."""

from collections.abc import Iterator

from leaflets.build.job import lay_out, output_of, sheets_of
from leaflets.checks.html import Picture
from leaflets.errors import InputError
from leaflets.files import Files
from leaflets.language import Language
from leaflets.pictures.raster import page_pictures
from leaflets.project import Job, Profile, Project

DPI = 80
"""Readable, and two hundred kilobytes a language."""


def snapshots(project: Project, language: Language, files: Files) -> Iterator[Picture]:
    """The panels of every format in reading order; none of a format that cannot be laid out."""
    for leaflet in project.leaflets:
        if language not in leaflet.languages:
            continue
        for name in [one for one in leaflet.formats if one not in leaflet.together][:1]:
            job = Job(
                project=project,
                leaflet=leaflet,
                languages=(language,),
                format=name,
                profiles=(Profile.SCREEN,),
            )
            yield from _pages(job, files)


def _pages(job: Job, files: Files) -> Iterator[Picture]:
    try:
        laid = lay_out(job, files)
        if not sheets_of(job, laid, Profile.SCREEN):
            return
        data = output_of(job, laid, Profile.SCREEN, files).data
    except InputError:
        return  # its faults are in the report
    for number, png in enumerate(page_pictures(data, dpi=DPI), 1):
        yield Picture(png=png, alt=f"{job.leaflet.public_name}, {job.tag}, {job.format}, page {number}")
