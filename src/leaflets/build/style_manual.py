"""A project -> the manual of style properties as a PDF: each with examples that the toolkit itself sets.

In the project's own colours and faces, so that a designer sees what a rule comes out as.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PIL import Image, ImageOps

from leaflets.build.job import lay_out, output_of
from leaflets.build.overlay import Overlay, say
from leaflets.color import written_screen
from leaflets.config.languages import shipped_languages
from leaflets.document.css import scoped
from leaflets.document.examples import EXAMPLES, PAGED, SAMPLES, SHEET, TRANSLATED, WIDE, Example
from leaflets.document.manual import HEAD, Described, described
from leaflets.files import Files
from leaflets.language import ENGLISH
from leaflets.pictures.render import drawn_pages
from leaflets.project import Job, Profile, Project, Release
from leaflets.resources import data_path

NAME, FORMAT, MINI = "style-manual", "manual", "mini"
LANGUAGES = (ENGLISH, *TRANSLATED)
FOLDER = f"layouts/{NAME}"

SUBTITLE = "What style sheets can say: each property, with examples that were set by it."
ACROSS = 3
"""Small pages side by side."""
DPI, GAP, COLORS = 240, 48, 64
"""Of small pages: resolution, pixels between them, colours."""
ALMOST_WHITE = 249
TEXT = 120
"""Millimetres that the manual's text is wide."""


def style_manual(project: Project, files: Files) -> bytes:
    """A PDF for screens: A5 pages, one or more a property, with bookmarks."""
    job = _job(project, FORMAT)
    pictures = dict(_small_pages(project, files))
    over = Overlay(
        made={
            f"{FOLDER}/{FORMAT}.xml": _layout(project).encode(),
            f"{FOLDER}/{FORMAT}.css": _style(project).encode(),
            f"{FOLDER}/telephone.svg": data_path("style-manual/telephone.svg").read_bytes(),
            **pictures,
            **dict(_catalogs()),
        },
        below=files,
    )
    return output_of(job, lay_out(job, over), Profile.SCREEN, over).data


def _job(project: Project, name: str, tag: str = "") -> Job:
    """A leaflet of its own, that needs nobody's approval."""
    known = {language.tag: language for language in shipped_languages()}
    languages = tuple(known[one] for one in ((tag,) if tag else LANGUAGES))
    first = project.leaflets[0]
    leaflet = replace(
        first,
        name=NAME,
        public_name="style",
        formats=(name,),
        languages=languages,
        source=known[ENGLISH],
        together={name: languages} if len(languages) > 1 else {},
        subject="",
        release=Release(
            edition=first.release.edition, proofs={(language.tag, name): "" for language in languages}
        ),
    )
    return Job(project=project, leaflet=leaflet, languages=languages, format=name, profiles=(Profile.SCREEN,))


def _catalogs() -> Iterator[tuple[str, bytes]]:
    """The drafts of the samples, as catalogs."""
    for tag, texts in TRANSLATED.items():
        entries = "".join(f'\nmsgid "{source}"\nmsgstr "{text}"\n' for source, text in texts.items())
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        yield f"locales/{tag}/LC_MESSAGES/{NAME}.po", (head + entries).encode()


def _layout(project: Project) -> str:
    chapters = "".join(_chapter(name, found, project) for name, found in described().items())
    number = '<box edge="bottom" class="foot"><p class="page-number"><page-number/></p></box>'
    return (
        f'<leaflet format="{FORMAT}"><sheet size="A5" fold="none" fit="9.5pt 9.5pt"><panel name="cover"/>'
        f'<panel name="contents" since="1" repeat="flow">{number}</panel>'
        f'<panel name="page" repeat="flow">{number}</panel>'
        f'<flow panels="cover" class="cover">{_cover()}</flow>'
        f'<flow panels="contents"><contents/></flow><flow panels="page">{chapters}</flow></sheet></leaflet>'
    )


def _cover() -> str:
    """Title, and what docs/style.md says first."""
    parts = HEAD.partition("## Style sheets\n\n")[2].replace("`", "").split("\n* ")
    items = "".join(f"<li>{say(' '.join(part.split()))}</li>" for part in parts[1:])
    return (
        f'<h1>{say("Style")}</h1><p class="subtitle">{say(SUBTITLE)}</p>'
        f"<p>{say(' '.join(parts[0].split()))}</p><ul>{items}</ul>"
    )


def _chapter(name: str, found: Sequence[Described], project: Project) -> str:
    extra = _palette(project) if name == "Colours" else ""
    entries = "".join(_entry(prop) for prop in found)
    return f'<section class="chapter"><h1>{say(name)}</h1>{extra}{entries}</section>'


def _palette(project: Project) -> str:
    """What the project's colours look like, and what they are made of."""
    rows = "".join(
        f'<tr><td class="swatch color-{name}"></td><th>{say(name)}</th>'
        f"<td>{say(written_screen(color.screen))}</td>"
        f"<td>{say(' '.join(f'{v:.0%}' for v in color.print))}</td></tr>"
        for name, color in project.palette.items()
    )
    return f'<table class="palette">{rows}</table>'


def _entry(prop: Described) -> str:
    kept = "inherited" if prop.inherited else "not inherited"
    facts = (("Values:", prop.values), ("At first:", f"{prop.initial}, {kept}"))
    told = "".join(f'<p class="fact"><strong>{say(name)}</strong> {say(value)}</p>' for name, value in facts)
    shown = "".join(_example(example, _name(prop.name, n)) for n, example in enumerate(EXAMPLES[prop.name]))
    return (
        f'<section class="entry"><section class="head"><h2>{say(prop.name)}</h2><p>{say(prop.summary)}</p>'
        f"{told}</section>{shown}</section>"
    )


def _name(prop: str, number: int) -> str:
    return f"{prop}-{number + 1}"


def _example(example: Example, name: str) -> str:
    code = "<br/>".join(say(line) for line in example.rules.split("\n"))
    if example.sample in (*PAGED, SHEET):
        shown = f'<img class="pages" src="{_picture(name)}" alt=""/>'
    else:
        pair = " pair" if len(example.languages) > 1 and example.sample not in WIDE else ""
        frames = "".join(
            f'<section class="frame {name}" lang="{tag}">{SAMPLES[example.sample]}</section>'
            for tag in example.languages
        )
        shown = f'<section class="frames{pair}">{frames}</section>'
    return f'<section class="example"><section class="code"><p>{code}</p></section>{shown}</section>'


def _picture(name: str) -> str:
    return f"{FOLDER}/{name}.png"


def _style(project: Project) -> str:
    """The manual's own rules, those of the palette, then those of the examples, each within its frame."""
    own = data_path("style-manual/manual.css").read_text(encoding="utf-8")
    rules = [
        scoped(example.rules, within=f".{_name(prop, number)}")
        for prop, examples in EXAMPLES.items()
        for number, example in enumerate(examples)
        if example.sample not in (*PAGED, SHEET)
    ]
    swatches = [f".color-{name} {{ background-color: {name}; }}\n" for name in project.palette]
    return own + "".join((*swatches, *rules))


def _small_pages(project: Project, files: Files) -> Iterator[tuple[str, bytes]]:
    """Path -> picture of the pages that an example comes out as."""
    for prop, examples in EXAMPLES.items():
        for number, example in enumerate(examples):
            if example.sample in PAGED:
                rows = [_pages(example, tag, project, files) for tag in example.languages]
                yield _picture(_name(prop, number)), _png(_mounted(rows))
            if example.sample == SHEET:
                (sheet,) = _drawn(example, _job(project, MINI, ENGLISH), files, profile=Profile.PRINT)
                yield _picture(_name(prop, number)), _png(_reduced(sheet))


def _pages(example: Example, tag: str, project: Project, files: Files) -> list[Image.Image]:
    """From the left to the right, as they lie beside each other."""
    job = _job(project, MINI, tag)
    pages = _drawn(example, job, files, profile=Profile.SCREEN)
    return pages[::-1] if job.language.is_rtl else pages


def _drawn(example: Example, job: Job, files: Files, *, profile: Profile) -> list[Image.Image]:
    layout = (
        f'<leaflet format="{MINI}"><sheet size="card" fold="none" fit="14pt 14pt">'
        f'<panel name="page" repeat="flow"/><flow panels="page">{SAMPLES[example.sample]}</flow>'
        "</sheet></leaflet>"
    )
    ground = "panel { background-color: tint; }\n" if profile.is_press else ""
    style = data_path("style-manual/mini.css").read_text(encoding="utf-8") + ground + example.rules
    over = Overlay(
        made={
            f"{FOLDER}/{MINI}.xml": layout.encode(),
            f"{FOLDER}/{MINI}.css": style.encode(),
            **dict(_catalogs()),
        },
        below=files,
    )
    data = output_of(job, lay_out(job, over), profile, over).data
    return list(drawn_pages(data, resolution=DPI, is_whole=profile.is_press))


def _reduced(sheet: Image.Image) -> Image.Image:
    """To a third, on the width of the manual's text."""
    whole = Image.new("RGB", (round(3 * TEXT / 25.4 * DPI), sheet.height), "white")
    whole.paste(sheet, (0, 0))
    return whole


def _mounted(rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """A row a language, that of the second from the right; pages that are alone stand beside each other."""
    if all(len(row) == 1 for row in rows):
        rows = [[page for row in rows for page in row]]
    wide, tall = (size + GAP for size in rows[0][0].size)
    whole = Image.new("RGB", (ACROSS * wide - GAP, len(rows) * tall - GAP), "white")
    for index, row in enumerate(rows):
        first = ACROSS - len(row) if index else 0
        for place, page in enumerate(row, first):
            framed = ImageOps.expand(page.crop((2, 2, page.width - 2, page.height - 2)), 2, "#8a949c")
            whole.paste(framed, (place * wide, index * tall))
    return whole


def _png(image: Image.Image) -> bytes:
    """In few colours, of which the palest is white: a frame around it would be seen otherwise."""
    few = image.quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    triples = [palette[i : i + 3] for i in range(0, len(palette), 3)]
    few.putpalette([v for one in triples for v in ([255] * 3 if min(one) > ALMOST_WHITE else one)])
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()
