"""Examples of rules to what the rules find in them: in texts, catalogs and a small project."""

import dataclasses
import json
import re
from datetime import date

import pytest

from leaflets.api import check_project, open_files, open_project
from leaflets.build.checking import rule_names
from leaflets.catalog.message import Catalog, Message
from leaflets.catalog.po import read_catalog
from leaflets.checks.facts import Fact, Facts
from leaflets.checks.run import check_catalog, check_reading, check_shelf
from leaflets.checks.subject import (
    LanguageCatalog,
    Publication,
    Reading,
    Said,
    Shelf,
    Term,
    Translation,
    Typeset,
    Unit,
    setting,
)
from leaflets.config.languages import find_language, shipped_languages
from leaflets.errors import InputError
from leaflets.files import Disk

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'

FACTS = Facts(
    numbers=(
        Fact(
            owner="astra",
            display="011 785 00 00",
            digits="0117850000",
            spellings=frozenset({"0117850000", "381117850000", "00381117850000"}),
        ),
        Fact(owner="police", display="192", digits="192", spellings=frozenset({"192"})),
    ),
    regions=("RS",),
    webs=frozenset({"astra.rs"}),
    names=frozenset({"ASTRA"}),
)
TERMS = (Term(source="residence permit", language="sr-Latn", wanted=("boravišna dozvola",)),)

TODAY = date(2026, 11, 27)

LAYOUT = """<leaflet format="trifold"><sheet size="A4" fold="letter" fit="10pt 11pt">
<panel name="cover"><box edge="top"><notice/></box></panel><panel name="flap"/><panel name="inside-1"/>
<panel name="inside-2"/><panel name="inside-3"/><panel name="back"/>
<flow panels="cover"><h1>{% trans %}Title{% endtrans %}</h1></flow>
<flow panels="inside-1 inside-2 inside-3">BODY</flow>
</sheet></leaflet>
"""

CONTACTS = """
[contact.astra]
name = "ASTRA"
role = "Help line"
numbers = [{ kind = "national", dial = "0117850000", display = "011 785 00 00", reachable_from = ["RS"] }]
source = "test"
checked_on = 2026-11-23
checked_by = "a test"

[contact.police]
name = "Police"
role = "In danger"
numbers = [{ kind = "short", dial = "192", display = "192", reachable_from = ["RS"] }]
source = "test"
"""


def language(tag):
    return find_language(tag, shipped_languages())


def message(example):
    plural = example.plural or None
    return Message(
        context=example.context,
        msgid=example.source,
        plural=plural,
        texts=example.forms or (example.text,),
        fuzzy="fuzzy" in example.flags,
        flags=example.flags,
        comments=(),
        remarks=example.remarks,
        references=(),
        line=1,
        text_line=2,
    )


def setting_for(example, **more):
    made = setting(language(example.language), source=language("en"))
    wanted = {"facts": FACTS, "rules": rule_names(), "terms": TERMS} | more
    return dataclasses.replace(made, **wanted)


def catalog_of(example, folder, *, po=None, header=True):
    head = HEADER + (f'"{example.header}\\n"\n' if example.header else "") if header else ""
    folder.mkdir(exist_ok=True)
    name = f"{len(list(folder.iterdir()))}.po"
    text = (head + "\n" if head else "") + (example.po if po is None else po)
    (folder / name).write_text(text, encoding="utf-8")
    return read_catalog(Disk((folder,)), name, tag=example.language), text


@pytest.fixture
def judge(tmp_path, root):
    """(rule, example) -> the findings of this rule, and those of all others that are errors."""

    def found(rule, example):
        told = list(JUDGES[rule.subject](rule, example, tmp_path, root))
        return [one for one in told if one.rule == rule.id], told

    return found


def of_text(_rule, example, _folder, _root):

    catalog = Catalog(tag=example.language, file="x.po", messages=(message(example),))
    return check_catalog(catalog, setting_for(example))


def of_catalog(_rule, example, folder, _root):
    if example.contact:
        return of_project(_rule, example, folder, _root)
    catalog, text = catalog_of(example, folder / "catalogs")
    template = {(None, example.layout): ()} if example.layout else None
    others = tuple(language(tag) for tag in ("ru", "uk", "sr", "ar", "sr-Latn", "hr"))
    made = setting_for(example, template=template, others=others)
    said = tuple(Said(key=key, text=text) for key, text in example.record)
    people = frozenset({"ana anić", "ana@example.org"})
    return check_catalog(catalog, made, obsolete=text.count("#~ msgid"), said=said, people=people)


def of_file(rule, example, folder, root):
    if example.layout:
        return of_project(rule, example, folder, root)
    if not example.po:
        return of_project(rule, example, folder, root)
    own = rule.id in ("po-header", "po-encoding") and 'msgid ""' in example.po
    try:
        catalog_of(example, folder / "catalogs", header=not (own or rule.id == "po-header"))
    except InputError as error:
        reading = Reading(file="x.po", diagnostics=error.diagnostics)
        return list(check_reading(reading, language=example.language))
    return []


def of_shelf(_rule, example, folder, _root):
    first, _ = catalog_of(example, folder / "catalogs")
    second, _ = catalog_of(example, folder / "catalogs", po=example.other)
    return list(check_shelf(Shelf(language=language(example.language), catalogs=(first, second))))


def of_project(_rule, example, folder, root):
    project = folder / f"project-{len(list(folder.iterdir()))}"
    (project / "layouts/sample").mkdir(parents=True)
    body = example.layout or f"<p>{{% trans %}}{example.source or 'Call us.'}{{% endtrans %}}</p>"
    both = '<p><phone ref="astra"/><phone ref="police"/></p>'
    body = body if "ref=" in body else body + both
    (project / "layouts/sample/trifold.xml").write_text(
        LAYOUT.replace("BODY", f"<p>{body}</p>" if "<p>" not in body and "</p>" not in body else body)
    )
    (project / "layouts/sample/trifold.css").write_text("")
    toml = (root / "tests/golden/project/leaflets.toml").read_text()
    tags = sorted({"en", "sr", "sr-Latn", example.language})
    toml = re.sub(r"languages = .*", f"languages = {json.dumps(tags)}", toml)
    if example.ignore:
        toml += f"\n[checks]\nignore = {json.dumps(example.ignore)}\n"
    (project / "leaflets.toml").write_text(toml)
    more = (
        example.contact if "checked_on" in example.contact else f"checked_on = 2026-11-23\n{example.contact}"
    )
    (project / "contacts.toml").write_text(CONTACTS + more + "\n")
    for name in example.folders or ("sr", "sr_Latn"):
        (project / "locales" / name).mkdir(parents=True)
    if example.source:
        target = project / "locales" / example.language.replace("-", "_") / "LC_MESSAGES/sample.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f'{HEADER}\nmsgid "{example.source}"\nmsgstr "{example.text}"\n', encoding="utf-8")
    files = open_files(project)
    whole = check_project(open_project(files), files, pages=bool(example.source), today=TODAY)
    return [one for report in whole for one in report.findings]


JUDGES = {
    Translation: of_text,
    Unit: of_text,
    LanguageCatalog: of_catalog,
    Reading: of_file,
    Shelf: of_shelf,
    Publication: of_project,
    Typeset: of_project,
}


@pytest.fixture
def find():
    """An example of a text -> all findings in it."""
    return lambda example: of_text(None, example, None, None)
