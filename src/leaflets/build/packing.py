"""A leaflet to the parcel of its translator: catalog, numbered proofs, hand-off files, instructions."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

from leaflets.build.catalogs import has_own_words, new_catalog, template, words_of
from leaflets.build.exchange import INSTRUCTIONS, NO_ROOMS, make_handoff
from leaflets.build.glossary import read_glossary
from leaflets.build.inputs import find_catalog, job_palette, open_fonts
from leaflets.build.job import lay_out, output_of
from leaflets.build.rooms import Room, message_rooms
from leaflets.catalog.entries import Entry
from leaflets.catalog.lexer import Kind
from leaflets.catalog.merge import merged
from leaflets.catalog.message import Key
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import Splice, line_end, spliced
from leaflets.exchange.handoff import WAS_FUZZY, Handoff, Label, message_digest, text_digest
from leaflets.exchange.spreadsheet import write_spreadsheet
from leaflets.exchange.word import write_word
from leaflets.files import Files
from leaflets.language import Language
from leaflets.pages.numbered import Pen, numbered
from leaflets.project import Job, Leaflet, Profile, Project
from leaflets.zips import member

LETTER = """\
{leaflet}, edition {edition}: {english}

What is in this folder
  {stem}.po          the texts, for Poedit or any gettext editor
  {stem}.xlsx        the same texts for a spreadsheet or a telephone
  {stem}.docx        the same texts for a word processor
  glossary.txt       terms, and where each was found (if there is one for your language)
  proof-….pdf        the leaflet with the number of each text beside it: "№ 12" in the files is 12 there;
                     "12/180": there is room for about 180 letters, in the format that has least of it
{words}Use one kind of these files and leave the others.

What to keep in mind
  Texts marked L10N-CRITICAL say what a reader may rely on: say neither more nor less.
  %(number)s, ⟦1 number⟧ and <strong>…</strong> stay, wherever your sentence needs them.
  Telephone numbers, web addresses and dates are filled in; do not type them.
  Titles on the cover are neutral: whoever sees the leaflet must not learn what it is about.
  Keep to the room of each text if you can. If one is too long, you will be told where.
  "fuzzy" (needs work) means that the source changed: adapt the text, then remove the mark.
  You need not be named anywhere. Nobody is named without having been asked.

How to send it back
  Send the one file that you have worked in. Its name may change. Do not send it to readers: it is a draft.
"""


WORDS_TOLD = """\
  {stem}-words.*     words that stand on every leaflet of your language: days, "Free call", the notice of
                     drafts. They come as the same three kinds of files; translate them too.
"""


def translator_parcel(
    leaflet: Leaflet, language: Language, project: Project, *, files: Files
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """File name -> bytes, and what could not be made."""
    stem = f"{leaflet.public_name}-{language.tag}-{leaflet.release.edition}"
    pot = template(leaflet, project, files=files)
    reference = None if leaflet.host in (language, leaflet.source) else leaflet.host
    rooms = message_rooms(leaflet, language, project, files=files)
    handoff = make_handoff(leaflet, language, project, files=files, reference=reference, rooms=rooms)
    words = _words(language, project, stem=f"{stem}-words", files=files)
    letter = LETTER.format(
        leaflet=leaflet.public_name,
        edition=leaflet.release.edition,
        english=language.english,
        stem=stem,
        words=WORDS_TOLD.format(stem=stem) if words else "",
    )
    parcel = {
        "READ-ME.txt": letter.encode(),
        f"{stem}.po": _labelled_catalog(leaflet, language, pot, files),
        **_handed(handoff, stem=stem),
        **words,
        **_glossary(language, files),
    }
    missing: list[str] = []
    for shown in (leaflet.source, language):
        for name in (name for name in leaflet.formats if name not in leaflet.together):
            job = Job(
                project=project, leaflet=leaflet, languages=(shown,), format=name, profiles=(Profile.SCREEN,)
            )
            known = rooms if shown == language else {}
            proof = numbered_proof(job, _numbers(pot), files=files, rooms=known)
            if proof is None:
                missing.append(f"no proof of {job.name}: run leaflets build --lang {shown.tag} to see why")
            else:
                parcel[f"proof-{shown.tag}-{name}-DRAFT.pdf"] = proof
    return parcel, tuple(missing)


def _handed(handoff: Handoff, *, stem: str) -> dict[str, bytes]:
    return {
        f"{stem}.xlsx": write_spreadsheet(handoff, instructions=INSTRUCTIONS),
        f"{stem}.docx": write_word(handoff, instructions=INSTRUCTIONS),
    }


def _words(language: Language, project: Project, *, stem: str, files: Files) -> dict[str, bytes]:
    """The toolkit's own words, where the project has a catalog of them."""
    if not has_own_words(language, project, files=files):
        return {}
    words = words_of(project)
    handoff = make_handoff(words, language, project, files=files, reference=None)
    pot = template(words, project, files=files)
    return {f"{stem}.po": _labelled_catalog(words, language, pot, files), **_handed(handoff, stem=stem)}


def _glossary(language: Language, files: Files) -> dict[str, bytes]:
    """The language's terms, one a line, with where each was found."""
    terms = (term for term in read_glossary(files) if term.language == language.tag)
    lines = [f"{term.source} = {term.wanted[0]}\n    {term.origin}\n" for term in terms]
    return {"glossary.txt": "\n".join(lines).encode()} if lines else {}


def numbered_proof(
    job: Job, numbers: Mapping[Key, int], *, files: Files, rooms: Mapping[Key, Room] = NO_ROOMS
) -> bytes | None:
    """The pages of a job with the number of each message and its room: `12/180`.

    None if a text or a letter would be missing.

    All other faults may show: a proof is there to find them.
    """
    laid = lay_out(job, files)
    if laid.pages.overset or laid.pages.gaps:
        return None
    palette = job_palette(job)
    pen = Pen(
        library=open_fonts(files), language=job.leaflet.source, ink=palette["accent"], paper=palette["paper"]
    )
    labels = {
        key: f"{number}/{rooms[key].letters}" if key in rooms else str(number)
        for key, number in numbers.items()
    }
    pages = numbered(laid.pages, labels, pen=pen)
    return output_of(job, replace(laid, pages=pages), Profile.SCREEN, files).data


def zipped(parcel: Mapping[str, bytes], *, folder: str) -> bytes:
    """The same files always give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in sorted(parcel.items()):
            archive.writestr(member(f"{folder}/{name}"), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _labelled_catalog(leaflet: Leaflet, language: Language, pot: bytes, files: Files) -> bytes:
    """Today's catalog; a comment of each entry holds its number and label, so that it can be taken back."""
    path = find_catalog(language, leaflet.name, files=files)
    data = merged(files.read(path), pot, file=path).data if path else new_catalog(leaflet, language, pot)
    numbers, ending = _numbers(pot), line_end(data)
    return spliced(
        data, (_label(entry, numbers[entry.key], ending) for entry in lex(data, file=path or "").live)
    )


def _label(entry: Entry, number: int, ending: str) -> Splice:
    start = next(token for token in entry.tokens if token.kind is not Kind.REMARK).start
    given = (WAS_FUZZY,) if "fuzzy" in entry.flags else ()
    labels = (
        Label(message=message_digest(entry.key, form=form), base=text_digest(field.value), given=given)
        for form, field in enumerate(entry.texts)
    )
    lines = "".join(f"#. № {number} · {label}{ending}" for label in labels)
    return Splice(start=start, end=start, new=lines.encode())


def _numbers(pot: bytes) -> dict[Key, int]:
    """The numbers of hand-off files and proofs: places in the template."""
    return {entry.key: number for number, entry in enumerate(lex(pot, file="the template").live, start=1)}
