"""Texts that stand in from another language keep their own order, with what is written beside them."""

from leaflets.api import open_files, open_project, plan
from leaflets.build.inputs import read_speech
from leaflets.build.overlay import Overlay
from leaflets.document.read import read_document
from leaflets.document.tree import Element


def without_catalog(root, tag):
    """The golden project in a language that nobody has translated it into yet."""
    below = open_files(root / "tests/golden/project")
    toml = below.read("leaflets.toml").replace(b'"ur", "ar"]', f'"ur", "ar", "{tag}"]'.encode())
    files = Overlay(made={"leaflets.toml": toml}, below=below)
    (job,) = plan(open_project(files), languages=(tag,))
    return read_document(job, files=files, speech=read_speech(job, files))


def flatten(element):
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from flatten(child)


def written(element):
    return "".join(written(c) if isinstance(c, Element) else c.text for c in element.children)


def test_days_that_stand_in_are_one_isolate_with_their_hours(root):
    """Each of its own would read `Friday–Monday` in a line from the right."""
    document = without_catalog(root, "ug")
    found = [one for flow in document.flows for one in flatten(flow)]
    stand_ins = [one for one in found if one.attributes.get("class") == "stand-in"]
    whole = [one for one in stand_ins if written(one) == "Monday–Friday 09:00–17:00"]
    assert [one.language.tag for one in whole] == ["en"]


def test_an_item_that_stands_in_is_counted_in_its_own_language(root):
    """Beside English words a number of a Persian list is no Persian one, nor a `.1`."""
    document = without_catalog(root, "ckb")
    items = [one for flow in document.flows for one in flatten(flow) if one.name == "li"]
    marks = [(written(one.marker), one.marker.language.tag) for one in items if one.marker]
    assert ("1.", "en") in marks


def test_what_is_whispered_is_none_of_the_messages_though_it_stands_in(root):
    """How to print is told in the language of the country, or in English where nobody has translated it."""
    below = open_files(root / "tests/golden/project")
    toml = below.read("leaflets.toml").replace(b'host = "sr"', b'host = "rom"')
    layout = (
        '<leaflet format="trifold"><sheet size="A6" fold="none" fit="8pt 10pt"><panel name="page"/>'
        '<flow panels="page"><lines count="7"/><p>{% trans %}Help{% endtrans %}</p></flow></sheet></leaflet>'
    )
    files = Overlay(made={"leaflets.toml": toml, "layouts/sample/trifold.xml": layout.encode()}, below=below)
    (job,) = plan(open_project(files), languages=("en",))
    document = read_document(job, files=files, speech=read_speech(job, files))
    found = [text for flow in document.flows for one in flatten(flow) for text in one.children]
    sources = {text.text: text.source for text in found if not isinstance(text, Element)}
    assert [message.text for message in document.messages] == ["Help"]
    assert {text: source for text, source in sources.items() if source >= 0} == {"Help": 0}
    assert len(sources) == 3
