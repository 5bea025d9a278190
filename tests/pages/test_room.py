"""The room of a text is true: what is as long as it says fits, and a third more does not."""

import random
from dataclasses import replace

import pytest

from leaflets.api import open_files, open_project
from leaflets.build.inputs import catalog_path
from leaflets.build.job import lay_out
from leaflets.build.rooms import message_rooms
from leaflets.build.source import read_source
from leaflets.catalog.po import read_catalog
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import Change, edited
from leaflets.checks.decode import SLOT, decoded
from leaflets.project import Job


@pytest.fixture
def filled(root):
    """All texts of a language made so many times as long as their room -> the pages of a format."""

    def fill(tag, name, share):
        files = open_files(root)
        project = open_project(files)
        leaflet = project.leaflets[0]
        language = next(one for one in leaflet.languages if one.tag == tag)
        path = catalog_path(language, leaflet.name)
        job = Job(project=project, leaflet=leaflet, languages=(language,), format=name, profiles=())
        rooms = message_rooms(replace(leaflet, formats=(name,)), language, project, files=files)
        words = [
            word
            for message in read_catalog(files, path, tag=tag).messages
            for word in decoded(message.texts[0]).text.split()
            if SLOT not in word
        ]
        chance = random.Random(f"{tag} {name}")
        changes = [
            Change(
                key=entry.key,
                texts=(longer(entry.texts[0].value, share * rooms[entry.key].letters, words, chance),),
            )
            for entry in lex(files.read(path), file=path).live
            if entry.key in rooms
        ]
        files.contents[path] = edited(files.read(path), changes, file=path)
        return lay_out(job, files).pages

    return fill


def longer(text, letters, words, chance):
    """As many words of the language as there is room for."""
    while True:
        more = f"{text} {chance.choice(words)}"
        if len(decoded(more).text) > letters:
            return text
        text = more


@pytest.mark.parametrize(
    ("tag", "name"),
    [("sr-Latn", "trifold"), ("ar", "poster-a4"), ("zh-Hans", "trifold"), ("ru", "booklet"), ("hi", "card")],
)
def test_texts_that_keep_to_their_room_fit_all_together(filled, tag, name):
    pages = filled(tag, name, 0.95)
    assert not pages.overset
    assert pages.scale < pages.limits[1]


@pytest.mark.parametrize(
    ("tag", "name"), [("sr-Latn", "trifold"), ("ar", "poster-a4"), ("zh-Hans", "trifold")]
)
def test_a_third_more_does_not_fit(filled, tag, name):
    assert filled(tag, name, 1.3).overset


SAYING = "Nobody may keep your passport or your telephone, and nobody may tell others where you are. "
BOX = """<sheet size="A4" fold="letter" fit="10pt 10pt">
<panel name="cover">
<box edge="top" class="a"><p>{}</p></box></panel>
<panel name="flap"/><panel name="inside-1"/><panel name="inside-2"/>
<panel name="inside-3"/><panel name="back"/>
<flow panels="inside-1"><h1>{{{{ _("You") }}}}</h1></flow></sheet>"""
GROUP = """<sheet size="A4" fold="letter" fit="10pt 10pt">
<panel name="cover"/>
<panel name="flap"/><panel name="inside-1"/><panel name="inside-2"/>
<panel name="inside-3"/><panel name="back"/>
<flow panels="inside-1"><section class="a"><p>{}</p></section><h1>{{{{ _("You") }}}}</h1></flow></sheet>"""


@pytest.mark.parametrize("layout", [BOX, GROUP], ids=["edge", "flow"])
@pytest.mark.parametrize(("height", "first"), [("20mm", 60), ("20mm", 400), ("60mm", 300)])
def test_one_text_in_a_box_of_a_fixed_height(lay, tmp_path, layout, height, first):
    """As long as its room it fits; a third longer it does not: whether it had to grow or to shrink."""

    def made(length):
        text = (SAYING * 40)[:length]
        return lay(
            layout.format(f'{{{{ _("{text}") }}}}'), f".a {{ height: {height} }} p {{ hyphens: none }}"
        )

    assert bool(made(first).pages.overset) == (first == 400)
    files = open_files(tmp_path)
    project = open_project(files)
    leaflet = project.leaflets[0]
    rooms = message_rooms(leaflet, leaflet.source, project, files=files)
    (room,) = [room for (_context, msgid), room in rooms.items() if msgid == (SAYING * 40)[:first]]
    assert room.format == "trifold"
    assert not made(room.letters).pages.overset
    assert made(round(room.letters * 1.3)).pages.overset


def test_where_pages_are_made_as_needed_there_is_no_limit(root):
    files = open_files(root)
    project = open_project(files)
    leaflet = replace(project.leaflets[0], formats=("large-print",))
    rooms = message_rooms(leaflet, leaflet.source, project, files=files)
    messages = read_source(leaflet, project, files=files).catalog.messages
    longest = max((message.msgid for message in messages), key=len)
    assert (None, longest) not in rooms
