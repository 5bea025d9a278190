"""A leaflet and a language to the room of each message: in which format least of it stands, and how much."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaflets.build.catalogs import template
from leaflets.build.inputs import find_catalog, job_palette, open_fonts, read_speech
from leaflets.build.pictures import picture_reader
from leaflets.build.plan import pages_job
from leaflets.catalog.message import Key
from leaflets.catalog.po import read_catalog
from leaflets.catalog.reader import lex
from leaflets.checks.decode import SLOT, decoded
from leaflets.checks.letters import letters_of
from leaflets.document.read import read_document
from leaflets.document.tree import Document
from leaflets.errors import InputError
from leaflets.files import Files
from leaflets.language import Language
from leaflets.pages.room import Sample, rooms
from leaflets.project import Job, Leaflet, Project

ENOUGH, MOST = 300, 3000
"""Characters of translated text by which a language is measured: with fewer, by its alphabet."""

WORD = 6
"""Letters between two spaces of an alphabet that stands for a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """About so many letters, spaces among them, if the other texts of the panel take theirs too."""

    letters: int
    format: str
    """In which there is least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A message with its room, and what its translation takes of it."""

    number: int
    """Of hand-off files and proofs."""
    msgid: str
    letters: int
    """0: it is not translated."""
    room: Room

    @property
    def share(self) -> float:
        return self.letters / self.room.letters


def message_rooms(
    leaflet: Leaflet, language: Language, project: Project, *, files: Files
) -> Mapping[Key, Room]:
    """The least room over all formats; messages that have enough in all of them are not there."""
    found: dict[Key, Room] = {}
    for name in leaflet.formats_in(language):
        job = pages_job(project, leaflet, language, name)
        for key, letters in _job_rooms(job, language, files):
            if key not in found or letters < found[key].letters:
                found[key] = Room(letters=letters, format=name)
    return found


def _job_rooms(job: Job, language: Language, files: Files) -> Iterator[tuple[Key, int]]:
    """Nothing of a format that cannot be laid out: `leaflets check` says why."""
    palette = job_palette(job)
    try:
        document = read_document(job, files=files, speech=read_speech(job, files))
        library = open_fonts(files)
        found = rooms(
            document,
            library=library,
            palette=palette,
            picture=picture_reader(files, palette=palette),
            sample=Sample(text=_sample(document, language), language=language, library=library),
        )
    except InputError:
        return
    for source, letters in found.items():
        message = document.messages[source]
        own = len(job.languages) == 1 or message.language == language.tag
        if own and message.origin.msgid is not None:
            yield (message.origin.context, message.origin.msgid), letters


def _sample(document: Document, language: Language) -> str:
    """Text of the language as it is translated so far; else its letters."""
    texts = (one.text for one in document.messages if one.language == language.tag)
    sample = " ".join(texts)[:MOST]
    if len(sample) >= ENOUGH:
        return sample
    letters = "".join(sorted(letters_of(language).own)) or language.autonym
    return " ".join(letters[start : start + WORD] for start in range(0, len(letters), WORD))


def used_rooms(leaflet: Leaflet, language: Language, project: Project, *, files: Files) -> Iterator[Used]:
    """In the order of the layouts. CatalogError if the catalog cannot be read."""
    known = message_rooms(leaflet, language, project, files=files)
    path = find_catalog(language, leaflet.name, files=files)
    catalog = read_catalog(files, path, tag=language.tag) if path else None
    pot = template(leaflet, project, files=files)
    for number, wanted in enumerate(lex(pot, file="the template").live, start=1):
        if wanted.key in known:
            context, msgid = wanted.key
            found = catalog.find(msgid, context=context) if catalog else None
            text = found.texts[0] if found else msgid if language == leaflet.source else ""
            yield Used(number=number, msgid=msgid, letters=_letters(text), room=known[wanted.key])


def _letters(text: str) -> int:
    """Without placeholders, for which the room is reserved, and line breaks."""
    return sum(character not in (SLOT, "\n") for character in decoded(text).text)
