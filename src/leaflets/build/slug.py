"""A sheet and its job -> the sheet with a slug line: file, edition, language, day and side."""

from datetime import datetime

from leaflets.config.languages import find_language, shipped_languages
from leaflets.fonts.load import FontLibrary
from leaflets.language import ENGLISH
from leaflets.project import Job, Profile
from leaflets.sheets.sheet import Sheet
from leaflets.sheets.slug import with_slug


def labelled(sheet: Sheet, job: Job, *, profile: Profile, date: datetime, library: FontLibrary) -> Sheet:
    """In English, which is spoken at any press; a sheet without marks stays as it is."""
    english = find_language(ENGLISH, shipped_languages())
    languages = ", ".join(f"{language.english} ({language.tag})" for language in job.languages)
    name = job.file_name(profile).rpartition("/")[2]
    parts = (name, job.leaflet.release.edition, languages, f"{date:%Y-%m-%d}", sheet.name)
    return with_slug(sheet, " · ".join(parts), language=english, library=library)
