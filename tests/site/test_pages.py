"""All pages of sites made of the repository's texts, in every language: what each must hold, and must not."""

import io
import json
import re
import subprocess
import tomllib
import zipfile
from concurrent import futures
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from leaflets.api import open_files, publish
from leaflets.build.overlay import Overlay
from leaflets.project import Edition
from leaflets.resources import data_path
from leaflets.site.folder import fill
from leaflets.site.pages import DRAFT
from leaflets.site.words import Words

VOID = {"meta", "link", "br", "img", "input"}
READER, TEXT = 60_000, 30_000
"""Bytes that a bad line carries in a few seconds: issue's own figures."""


TRACES = r"cookie|localStorage|sessionStorage|indexedDB|serviceWorker|fetch|XMLHttp|history\."


class Page(HTMLParser):
    """Elements of a page, with the language that each is in."""

    def __init__(self, data: bytes):
        super().__init__()
        self.elements, self.open, self.title = [], [], ""
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        lang = attributes.get("lang", self.open[-1][1] if self.open else "")
        self.elements.append((tag, attributes, lang))
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "title":
            self.title += data

    def all(self, name):
        return [attributes for tag, attributes, _ in self.elements if tag == name]


@pytest.fixture(scope="module")
def pages(drafts):
    return {path: Page(data) for path, data in drafts.items() if path.endswith(".html")}


def test_every_language_has_its_pages(drafts, leaflet):
    for language in leaflet.languages:
        for name in ("index", "files", "guide", "guide-both"):
            assert f"{language.tag}/{name}.html" in drafts


def test_each_page_says_its_language_and_direction(pages, leaflet):
    for language in leaflet.languages:
        (root,) = pages[f"{language.tag}/index.html"].all("html")
        assert root == {"lang": language.tag, "dir": language.direction}


def test_weight(drafts, leaflet):
    """Page, style and script together, as they come over the line without compression."""
    shared = sum(len(drafts[name]) for name in ("style.css", "page.js", "icon.svg"))
    for language in leaflet.languages:
        assert len(drafts[f"{language.tag}/index.html"]) + shared <= READER, language.tag
        assert len(drafts[f"{language.tag}/files.html"]) + shared <= READER, language.tag
        assert len(drafts[f"{language.tag}/guide.html"]) <= TEXT, language.tag
    assert len(drafts["index.html"]) + shared + len(drafts["picker.js"]) <= READER


def test_danger_and_the_help_line_come_first(drafts, leaflet):
    for language in leaflet.languages:
        for name in ("index", "guide"):
            main = drafts[f"{language.tag}/{name}.html"].decode().partition("<main")[2]
            numbers = re.findall(r'href="tel:([+0-9]+)"', main)
            assert numbers[:2] == ["192", "0117850000"], (language.tag, name)
            assert main.index('href="tel:0117850000"') < main.index("<h1")


def test_the_text_version_has_all_that_the_page_has(drafts, leaflet):
    def text(data):
        main = re.search(rb"<main[^>]*>(.*)</main>", data, re.S)[1].decode()
        return set(re.findall(r"<(?:p|h[1-3]|li)[^>]*>(.*?)</(?:p|h[1-3]|li)>", main, re.S))

    for language in leaflet.languages:
        page, alone = (text(drafts[f"{language.tag}/{name}.html"]) for name in ("index", "guide"))
        assert len(alone) > 30
        assert len(alone - page) <= 1  # the help line stands in an element of its own class


def test_nothing_of_paper_is_on_a_page(drafts, leaflet):
    from_catalog = "Keep this leaflet where only you can find it"
    assert from_catalog not in drafts["en/index.html"].decode()


def test_titles_addresses_and_names_of_files_are_neutral(pages, drafts, root):
    """What stands in a history, a list of downloads or a file manager says nothing of what it is about."""
    words = telling_words(root)
    assert len(words) > 20
    seen = {path.casefold() for path in drafts} | {page.title.casefold() for page in pages.values()}
    seen |= {drafts["feed.atom"].decode().casefold()}
    every = {word for some in words.values() for word in some} | {"traffick", "victim", "slave", "rights"}
    assert len(every) > 40
    assert [(word, text) for word in every for text in seen if word in text] == []
    listed = tomllib.loads(data_path("telling.toml").read_text(encoding="utf-8"))["words"]
    begun = {word for some in listed.values() for word in some}
    parts = {f"-{re.sub('[^a-z]+', '-', text)}" for text in seen}
    assert [(word, text) for word in begun for text in parts if f"-{word}" in text] == []


def telling_words(root):
    """tag -> words that would give the reader away: those of the glossary's first terms."""
    terms = tomllib.loads((root / "locales/glossary.toml").read_text(encoding="utf-8"))["term"]
    found = {}
    for term in terms:
        if term["source"] in ("trafficking in human beings", "victim"):
            longest = max(term["target"].split(), key=len)
            found.setdefault(term["language"], set()).add(longest.casefold())
    return found


def test_the_list_of_telling_words_would_find_one(root):
    assert any(word in "vodič-žrtva.pdf" for word in telling_words(root)["sr-Latn"])


def test_every_page_can_be_left_and_tells_what_stays(pages):
    for path, page in pages.items():
        (leave,) = (link for link in page.all("a") if link.get("id") == "leave")
        assert leave["href"] == "https://www.wikipedia.org/", path
        assert "noreferrer" in leave["rel"]


def test_nothing_inline_and_nothing_from_elsewhere(drafts, pages):
    for path, page in pages.items():
        for tag, attributes, _ in page.elements:
            assert "style" not in attributes, path
            assert not [name for name in attributes if name.startswith("on")], path
            assert tag not in ("style", "iframe", "form", "object"), path
            for name in ("src", "data", "poster"):
                assert "//" not in attributes.get(name, ""), path
        assert all(not script.get("src", "").startswith("http") for script in page.all("script"))
        assert b"<script>" not in drafts[path]
    for name in ("page.js", "picker.js"):
        code = drafts[name].decode()
        assert not re.search(TRACES, code)
    assert "url(" not in drafts["style.css"].decode()


def test_all_links_lead_somewhere(pages, drafts):
    assert_links_lead_somewhere(pages, drafts)


def assert_links_lead_somewhere(pages, drafts):
    for path, page in pages.items():
        ids = {attributes["id"] for _, attributes, _ in page.elements if "id" in attributes}
        for tag, attributes, _ in page.elements:
            target = attributes.get("href") or attributes.get("src")
            if not target or (tag == "link" and attributes["rel"] in ("canonical", "alternate")):
                continue
            parts = urlsplit(target)
            if parts.scheme:
                assert parts.scheme in ("https", "tel", "mailto")
            elif parts.path.startswith("/"):
                assert path == "404.html"  # it is shown at any address
                assert parts.path.removeprefix("/guide/") in drafts, target
            elif parts.path:
                assert normpath(join(dirname(path), unquote(parts.path))) in drafts, (path, target)
            else:
                assert parts.fragment in ids, (path, target)


def test_every_version_names_every_version(pages, drafts, leaflet):
    tags = {language.tag for language in leaflet.languages}
    for tag in tags:
        for name in ("index.html", "files.html", "guide.html", "guide-both.html"):
            links = pages[f"{tag}/{name}"].all("link")
            told = {link["hreflang"]: link["href"] for link in links if link["rel"] == "alternate"}
            assert set(told) == tags | {"x-default"}
            assert told[tag] == f"https://example.org/guide/{tag}/{name}"
            assert [link["href"] for link in links if link["rel"] == "canonical"] == [told[tag]]
            for address in told.values():
                assert address.removeprefix("https://example.org/guide/") in drafts
    assert drafts["sitemap.xml"].decode().count("<url>") == len(tags)


def test_a_site_of_very_many_languages_stays_light(made, leaflet, tmp_path):
    """Versions are named by the sitemap then, and all pages keep within what a bad line carries."""
    pseudo = [replace(leaflet.languages[n % 30], tag=f"en-x-{n}") for n in range(200)]
    many = replace(leaflet, languages=tuple(pseudo), source=pseudo[0], host=pseudo[1], formats=("card",))
    site = made(many, folder=tmp_path, base_url="https://a-rather-long-name.example.org/guide/")
    page = site["en-x-7/index.html"].decode()
    assert re.findall(r'hreflang="([^"]+)" href="https', page) == ["x-default"]
    assert site["sitemap.xml"].decode().count("hreflang=") == 200 * 201
    shared = sum(len(site[name]) for name in ("style.css", "page.js", "picker.js"))
    assert len(site["index.html"]) + shared <= READER
    assert all(len(data) <= READER for path, data in site.items() if path.endswith(".html"))


def test_drafts_are_marked_and_not_indexed(pages, drafts):
    for path, page in pages.items():
        assert "noindex, nofollow" in [meta.get("content") for meta in page.all("meta")], path
        assert b"Do not hand out" in drafts[path] or b"<header" in drafts[path]
    assert b"Disallow: /\n" in drafts["robots.txt"]


def test_a_language_without_site_words_says_which_language_stands_in(
    made, leaflet, known, tmp_path, monkeypatch
):
    monkeypatch.setattr("leaflets.build.speaker.words_of", english_only)
    some = replace(leaflet, languages=(known["en"], known["ti"]))
    page = made(some, folder=tmp_path, drafts=True)["ti/files.html"].decode()
    assert '<span lang="en" dir="ltr">For organisations</span>' in page


def test_a_project_says_what_the_toolkit_does_not(made, leaflet, known, tmp_path, files, project):
    """The notice of drafts stands on paper and on the site: one catalog is enough for both."""
    path = "locales/ti/LC_MESSAGES/leaflets.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entry = f'msgid "{DRAFT}"\nmsgstr "ንድፊ እዩ።"\n'
    over = Overlay(made={path: f"{head}{entry}".encode()}, below=files)
    some = replace(leaflet, languages=(known["en"], known["ti"]))
    told = publish(replace(project, leaflets=(some,)), over, folder=tmp_path, drafts=True)
    page = dict(told.files())["ti/index.html"].decode()
    assert "ንድፊ እዩ።" in page


def english_only(language, english, *, files):
    return Words(language=language, english=english)


def test_missing_renditions_are_listed_and_not_linked(made, leaflet, known, tmp_path, build):
    some = replace(leaflet, languages=(known["en"], known["sr"]), formats=("trifold", "card"))
    build(tmp_path, some, ("en", "sr"), formats=("trifold",))
    build(tmp_path, some, ("en",), formats=("card",), profiles=("print",))
    site = made(some, folder=tmp_path, drafts=True)
    page = site["sr/files.html"].decode()
    assert "card" not in " ".join(re.findall(r'href="([^"]+)"', page))
    missing = page.partition("Још није доступно: ")[2].partition("</p>")[0].replace("&nbsp;", " ")
    card = "Картица за новчаник"
    assert missing == f"{card} – за штампарију, у боји · {card} – за читање на екрану"
    english = site["en/files.html"].decode()
    assert "Not available yet: Wallet card – to read on a screen<" in english.replace("</p>", "<")


def test_each_file_is_told_in_words_with_pages_size_and_checksum(drafts):
    page = drafts["en/files.html"].decode()
    sums = drafts["files/guide-SHA256SUMS"].decode()
    told = json.loads(drafts["leaflets.json"])["leaflets"][0]["files"]
    for row in (row for row in told if row["language"] == "en"):
        assert row["sha256"] in (page if row["format"] != "phone" else sums)
        assert f'href="../{row["path"]}" download' in page
    assert "Fold-out leaflet – for a print shop, in colour" in page
    told = "PDF · A4 · 1 kB · Pages: 2 · draft, not checked"
    assert told in re.sub("</?bdi[^>]*>", "", page.replace("&nbsp;", " "))
    assert '<bdi class="size" dir="ltr">97 × 210 mm</bdi>' in page
    assert "Edition: November 2026" in page


def test_files_stand_in_the_order_of_the_project(made, few, tmp_path, build):
    some = replace(few, formats=("trifold", "card", "booklet"))
    build(tmp_path, some, ("en",), formats=("booklet", "card", "trifold"), profiles=("screen", "print"))
    page = made(some, folder=tmp_path, drafts=True)["en/files.html"].decode()
    names = re.findall(r'href="../files/guide-en-2026-11-([a-z]+-[a-z]+)[^"]*" download', page)
    assert names == [f"{name}-{profile}" for name in some.formats for profile in ("print", "screen")]


def test_blanks_and_digits_are_those_of_the_language(made, leaflet, known, tmp_path, build):
    """No blank after a mark that is as wide as two; numbers in a text as the language writes them."""
    some = replace(leaflet, languages=tuple(known[tag] for tag in ("en", "zh-Hans", "fa")))
    build(tmp_path, some, ("en", "zh-Hans", "fa"))
    build(tmp_path, some, ("en",), formats=("card",))
    site = made(some, folder=tmp_path, drafts=True)
    assert "尚未提供：钱包卡" in site["zh-Hans/files.html"].decode()
    assert not re.search("[：，。] ", site["zh-Hans/files.html"].decode())
    assert "تعداد صفحه‌ها: ۲" in site["fa/files.html"].decode()
    assert "download>۱</a>" in site["fa/files.html"].decode()


def test_pictures_for_messages_are_the_pages_of_the_screen_version(drafts):
    """As the format `phone` was not built."""
    pictures = [
        path
        for path in drafts
        if re.fullmatch(r"files/pictures/[0-9a-f]{16}/guide-ar-2026-11-phone-0\d-DRAFT.png", path)
    ]
    assert len(pictures) == 3
    page = drafts["ar/files.html"].decode()
    assert all(f'href="../{path}" download' in page for path in pictures)
    assert all(drafts[path].startswith(b"\x89PNG") for path in pictures)


def test_pictures_of_the_format_phone_are_taken_where_built(made, few, tmp_path, build, build_pictures):
    build(tmp_path, few, ("en", "ar"))
    build_pictures(tmp_path, few, "ar")
    site = made(few, folder=tmp_path, drafts=True)
    offered = ["guide-ar-2026-11-phone-01-DRAFT.jpg", "guide-ar-2026-11-phone-02-DRAFT.jpg"]
    page = site["ar/files.html"].decode()
    assert re.findall(r'class="one" href="../files/([^"]+)" download', page) == offered
    assert 'href="../files/guide-ar-2026-11-phone-text-DRAFT.txt" download' in page
    assert "phone-01" not in page.partition('class="one"')[0]  # no row of its own
    assert not [path for path in site if re.search(r"guide-ar-.*phone.*png", path)]
    assert [path for path in site if re.search(r"guide-en-.*phone.*png", path)]  # the other stands in


def test_pictures_are_in_zips_and_checksums(made, few, tmp_path, build, build_pictures):
    build(tmp_path, few, ("en", "ar"))
    build_pictures(tmp_path, few, "ar")
    site = made(few, folder=tmp_path / ".", drafts=True)
    fill(tmp_path / "site", site.items())
    check = ["sha256sum", "-c", "--strict", "guide-SHA256SUMS"]
    told = subprocess.run(check, cwd=tmp_path / "site/files", capture_output=True, text=True, check=False)
    assert told.returncode == 0
    assert told.stdout.count("phone-") == 3 + 3
    for tag, names in {
        "ar": ["phone-01-DRAFT.jpg", "phone-02-DRAFT.jpg", "phone-text-DRAFT.txt"],
        "en": ["phone-01.png", "phone-02.png", "phone-03.png"],
    }.items():
        for which in (tag, "all"):
            with zipfile.ZipFile(io.BytesIO(site[f"files/guide-{which}-2026-11.zip"])) as archive:
                found = [name for name in archive.namelist() if name.startswith(f"guide-{tag}-2026-11-phone")]
            assert found == [f"guide-{tag}-2026-11-{name}" for name in names]


def test_rows_of_two_languages_say_the_same(pages, drafts, leaflet):
    """Serbian lacks the sentence in Serbian; that row is empty on its side, and all others stand aligned."""
    rows = re.findall(r"<tr><td>(.*?)</td><td[^>]*>(.*?)</td></tr>", drafts["ar/guide-both.html"].decode())
    assert len(rows) > 40
    alone = [row for row in rows if not (row[0] and row[1])]
    assert 1 <= len(alone) <= 3
    assert all(own and not twin for own, twin in alone)
    for own, twin in rows:
        if own and twin:
            assert re.findall(r'href="([^"]+)"', own) == re.findall(r'href="([^"]+)"', twin)
            assert own[:3] == twin[:3]


def test_the_picker_holds_every_name_of_a_language(pages, drafts, leaflet):
    index = drafts["index.html"].decode()
    rows = re.findall(r'<li data-tag="([^"]+)">(.*?)</li>', index)
    items = {tag: " ".join(re.sub("<[^>]*>", "", row).replace("&nbsp;·", "").split()) for tag, row in rows}
    assert set(items) == {language.tag for language in leaflet.languages}
    assert items["ar"] == "العربية Arabic арапски"
    assert items["sr"] == "српски Serbian (Cyrillic) српски (ћирилица)"
    assert items["sr-Latn"] == "srpski Serbian (Latin) српски (латиница)"
    assert '<span class="own" lang="ar" dir="rtl">' in index
    assert "flag" not in index
    assert list(items).index("sr-Latn") < list(items).index("ar")  # Latin letters first


def test_a_recording_is_offered_in_its_language_only(project, leaflet, known, tmp_path, made, root):
    class WithSound:
        def __init__(self, files):
            self.files = files

        def __getattr__(self, name):
            return getattr(self.files, name)

        def exists(self, path):
            return path == "audio/victims-rights/ar.mp3" or self.files.exists(path)

        def read(self, path):
            return b"ID3" if path.endswith(".mp3") else self.files.read(path)

    some = replace(leaflet, languages=(known["en"], known["ar"]))
    told = publish(
        replace(project, leaflets=(some,)), WithSound(open_files(root)), folder=tmp_path, drafts=True
    )
    site = dict(told.files())
    assert site["files/guide-ar-2026-11.mp3"] == b"ID3"
    assert b'<audio controls preload="none" src="../files/guide-ar-2026-11.mp3">' in site["ar/index.html"]
    assert b"<audio" not in site["en/index.html"]


# what is released, what is withdrawn


@pytest.fixture
def few(leaflet, known, approved):
    languages = tuple(known[tag] for tag in ("en", "sr", "ar"))
    return approved(replace(leaflet, languages=languages), "en", "ar")


def test_released_leaflets_only(made, few, tmp_path, build):
    build(tmp_path, few, ("en", "sr", "ar"))
    site = made(few, folder=tmp_path)
    assert "en/guide.html" in site
    assert "sr/guide.html" not in site
    assert not [path for path in site if "DRAFT" in path or "-sr-" in path]
    assert b"noindex" not in site["en/index.html"]
    assert "checked by a speaker of the language" in site["en/files.html"].decode()
    assert {row["state"] for row in json.loads(site["leaflets.json"])["leaflets"][0]["files"]} == {"released"}


def test_a_language_that_is_not_ready_says_so_and_has_the_help_line(made, few, tmp_path, build):
    build(tmp_path, few, ("en", ("en", "ar")))
    page = made(few, folder=tmp_path)["sr/index.html"].decode()
    assert 'class="notyet"' in page
    assert 'href="tel:0117850000"' in page
    assert "/files/guide-mul-2026-11-trifold-screen.pdf" in page  # many languages


@pytest.mark.parametrize(
    ("released", "has", "host"),
    [
        (("en", "ar"), ("en", "sr", "ar"), "sr"),  # the host's text is not ready
        (("sr", "ar"), ("en", "sr", "ar"), "sr"),  # the source's
        (("ar",), ("en", "sr", "ar"), "sr"),
        (("en", "ar"), ("en", "ar"), "sr"),  # nobody writes one for the host
        (("en", "ar"), ("en", "sr", "ar"), "en"),  # the source is the host's language
    ],
)
def test_links_lead_somewhere_where_texts_are_missing(
    released, has, host, made, leaflet, known, tmp_path, build, approved
):
    some = replace(leaflet, languages=tuple(known[tag] for tag in has), host=known[host])
    some = approved(some, *released)
    other = approved(replace(some, public_name="guide-two"), released[0])  # its name begins alike
    build(tmp_path, some, released)
    site = made(some, other, folder=tmp_path, base_url="https://example.org/guide/")
    pages = {path: Page(data) for path, data in site.items() if path.endswith(".html")}
    assert_links_lead_somewhere(pages, site)
    for page in pages.values():
        named = [link["href"] for link in page.all("link") if link["rel"] in ("canonical", "alternate")]
        assert {address.removeprefix("https://example.org/guide/") for address in named} <= set(site)
    beside = {path for path in site if path.endswith("guide-both.html")}
    assert beside == {f"{tag}/guide-both.html" for tag in twins(released, host)}


def twins(released, host):
    """Languages whose text has the host's beside it, and the host's that has the source's."""
    pairs = {tag: "en" if tag == host else host for tag in released}
    return [tag for tag, other in pairs.items() if other in released and other != tag]


def test_an_approval_that_was_taken_back_takes_the_file_away(made, few, tmp_path, build, approved):
    build(tmp_path, few, ("en", "ar"))
    site = made(approved(few, "en"), folder=tmp_path)
    assert not [path for path in site if path.startswith("files/guide-ar")]


def test_files_of_another_edition_are_not_offered_as_this_one(made, few, tmp_path, build):
    build(tmp_path, few, ("en",), edition="2026-08")
    assert not [path for path in made(few, folder=tmp_path) if path.endswith(".pdf")]


def test_a_file_that_was_changed_after_the_build_is_not_offered(made, few, tmp_path, build):
    build(tmp_path, few, ("en",))
    changed = next((tmp_path / few.name).rglob("*-print.pdf"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    assert [path for path in made(few, folder=tmp_path) if path.endswith(".pdf")] == [
        "files/guide-en-2026-11-trifold-screen.pdf"
    ]


def test_nothing_released_is_said(made, leaflet, tmp_path):
    site = made(leaflet, folder=tmp_path)
    assert not [path for path in site if path.endswith("guide.html")]
    assert 'class="notyet"' in site["ar/index.html"].decode()


def test_a_withdrawn_edition_has_a_page(made, few, tmp_path):
    old = Edition(edition="2026-08", text="A number was <wrong>", replaced_by="2026-11")
    site = made(replace(few, withdrawn=(old,)), folder=tmp_path)
    page = site["withdrawn/guide-2026-08.html"].decode()
    assert "A number was &lt;wrong&gt;" in page
    assert "noindex" in page
    assert 'href="../withdrawn/guide-2026-08.html"' in site["en/files.html"].decode()
    assert "guide 2026-08" in site["feed.atom"].decode()


def test_withdrawn_files_are_answered_where_a_server_knows_no_rules(made, few, tmp_path, build):
    """Hosts of static pages lead from /x.pdf to /x.pdf/, and show 404.html for all else."""
    build(tmp_path, few, ("en", "ar", ("en", "ar")), formats=("trifold", "card"))
    old = Edition(edition="2026-08", text="A number was wrong", replaced_by="2026-11")
    site = made(replace(few, withdrawn=(old,)), folder=tmp_path, base_url="https://example.org/guide/")
    now = [path for path in site if re.fullmatch(r"files/guide-[^/]+\.(pdf|zip)", path)]
    assert len(now) > 5
    for path in now:
        page = site[path.replace("-2026-11", "-2026-08") + "/index.html"].decode()
        assert "A number was wrong" in page
        tag = re.match(r"files/guide-([a-z]+)-", path)[1]
        assert f'<html lang="{tag if tag in ("en", "ar") else "en"}"' in page
        assert "noindex" in page
        assert 'rel="canonical"' not in page
        assert set(re.findall(r'href="(\.[^"]*)"', page)) >= {"../../style.css", "../../index.html"}
    lost = site["404.html"].decode()
    assert 'href="/guide/withdrawn/guide-2026-08.html"' in lost
    assert 'href="/guide/style.css"' in lost


def test_first_pages_are_in_the_languages_of_source_and_host(drafts):
    for name, said in {
        "index.html": ("Choose your language", "Изаберите свој језик"),
        "point.html": ("Point at your language", "Покажите прстом свој језик"),
        "404.html": ("There is no such page here.", "Овде нема такве странице."),
    }.items():
        page = drafts[name].decode()
        assert said[0] in page, name
        assert re.search(rf'<span class="two" lang="sr" dir="ltr">{said[1]}</span>', page), name
        assert '<html lang="en" dir="ltr">' in page


def test_the_sheet_asks_in_every_language(drafts, leaflet):
    page = drafts["point.html"].decode()
    asked = dict(re.findall(r'<span class="how" lang="([^"]+)"(?: dir="rtl")?>([^<]+)</span>', page))
    assert {language.tag for language in leaflet.languages} - set(asked) <= {
        "rom",
        "ti",
    }  # no words of the site yet
    assert len(asked) >= 28
    assert asked["ar"] == "يُرجى الإشارة إلى لغتك"


def test_nothing_of_the_present_edition_is_offered_once_it_is_withdrawn(made, few, tmp_path, build):
    build(tmp_path, few, ("en", "ar", ("en", "ar")))
    now = Edition(edition="2026-11", text="A number was wrong")
    site = made(replace(few, withdrawn=(now,)), folder=tmp_path)
    assert not [path for path in site if path.endswith((".pdf", ".zip", "guide.html"))]
    kept = [path for path in site if path.startswith("files/") and not path.endswith("/index.html")]
    assert kept == ["files/guide-SHA256SUMS"]  # no picture of a page, and no recording
    for name in ("index", "files"):
        assert 'href="../withdrawn/guide-2026-11.html"' in site[f"en/{name}.html"].decode()


def test_leaflets_of_several_names_share_a_site(made, few, tmp_path, build):
    other = replace(few, public_name="booklet", languages=few.languages[:1])
    build(tmp_path, few, ("en", "ar"))
    site = made(few, other, folder=tmp_path)
    assert {"en/guide.html", "en/booklet.html", "ar/guide.html"} <= set(site)
    assert "ar/booklet.html" not in site
    page = site["ar/index.html"].decode()
    assert 'href="#booklet"' in page
    assert '<div id="booklet">' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_changes_are_told_newest_first(made, few, tmp_path):
    news = (Edition(edition="2026-11", text="New number"), Edition(edition="2026-05", text="First edition"))
    page = made(replace(few, changes=news), folder=tmp_path)["en/files.html"].decode()
    assert page.index("New number") < page.index("First edition")
    assert "<dt>November 2026</dt>" in page


def test_without_an_address_nothing_is_absolute(made, few, tmp_path):
    site = made(few, folder=tmp_path)
    assert "sitemap.xml" not in site
    assert b"canonical" not in site["en/index.html"]


def test_many_languages_are_read_by_all_cores_with_the_same_result(made, few, tmp_path, monkeypatch, build):
    build(tmp_path, few, ("en", "sr", "ar", ("en", "ar")))
    alone = made(few, folder=tmp_path, drafts=True)
    monkeypatch.setattr("leaflets.build.shelves.MUCH", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    started = []
    pool = futures.ProcessPoolExecutor
    monkeypatch.setattr(
        futures, "ProcessPoolExecutor", lambda count, **more: started.append(count) or pool(count, **more)
    )
    assert made(few, folder=tmp_path, drafts=True) == alone
    assert started == [2]


def test_few_languages_start_no_processes(made, few, tmp_path, monkeypatch):
    monkeypatch.setattr(futures, "ProcessPoolExecutor", None)
    assert made(few, folder=tmp_path)


def test_pictures_of_an_earlier_site_are_not_drawn_again(made, few, tmp_path, monkeypatch, build):
    build(tmp_path, few, ("en",))
    before = made(few, folder=tmp_path)
    monkeypatch.setattr("leaflets.build.previews.thumbnail", None)
    assert made(few, folder=tmp_path, earlier=before.get) == before
