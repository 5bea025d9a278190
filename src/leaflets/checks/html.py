"""Reports and pictures of pages to one HTML file that can be mailed: no script, nothing from elsewhere."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from leaflets.checks.naming import shown
from leaflets.checks.report import Quotation, Report, Reported
from leaflets.checks.told import excerpt, shortened
from leaflets.diagnostics import Severity

STYLE = Markup("""
:root { color-scheme: light dark; --line: #8884; --error: #b3261e; --warning: #8a5a00; --note: #1d5c7a; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffc36b; --note: #8fcdf0; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 3rem; border-top: 1px solid var(--line);
padding-top: 1.5rem; } h3 { font-size: 1rem; margin: 0 0 .4rem; }
table { border-collapse: collapse; } th, td { text-align: start; padding: .2rem 1.2rem .2rem 0; }
td.n, th.n { text-align: end; }
article { border: 1px solid var(--line); border-inline-start: .3rem solid; border-radius: .3rem;
padding: .8rem 1rem; margin: 1rem 0; break-inside: avoid; }
article.error { border-inline-start-color: var(--error); } article.warning { border-inline-start-color:
var(--warning); } article.note { border-inline-start-color: var(--note); }
.kind { text-transform: uppercase; font-size: .75rem; letter-spacing: .05em; font-weight: 700; }
.error .kind { color: var(--error); } .warning .kind { color: var(--warning); } .note .kind { color:
var(--note); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .4rem 0 0; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
mark { background: #ffd54f; color: #000; padding: 0 .1em; border-radius: .15em; }
figure { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
figure img { max-width: 100%; border: 1px solid var(--line); background: #fff; }
figcaption { width: 100%; } code { font-size: .9em; }
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page."""

    png: bytes
    alt: str


def html(
    reports: Sequence[Report], *, title: str, subtitle: str = "", pictures: Mapping[str, Sequence[Picture]]
) -> str:
    """The whole file; `pictures` by language tag."""
    parts = (
        page_head(title, subtitle, style=STYLE),
        _summary(reports),
        *(part for report in reports for part in _report(report, pictures.get(report.tag, ()))),
        Markup("</body></html>\n"),
    )
    return "\n".join(map(str, parts))


def page_head(title: str, subtitle: str, *, style: Markup) -> Markup:
    """Up to the heading; a page that search engines and other sites never learn of."""
    return Markup(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:;'
        " style-src 'unsafe-inline'\">"
        "<title>{0}</title><style>{1}</style></head><body><h1>{0}</h1><p>{2}</p>"
    ).format(title, style, subtitle)


def _summary(reports: Sequence[Report]) -> Markup:
    row = Markup(
        '<tr><td><a href="#l-{tag}">{tag} <bdi>{name}</bdi></a></td><td class="n">{errors}</td>'
        '<td class="n">{warnings}</td><td class="n">{notes}</td></tr>'
    )
    rows = Markup("").join(
        row.format(
            tag=report.tag or "project",
            name=report.name if report.tag else "",
            errors=report.count(Severity.ERROR),
            warnings=report.count(Severity.WARNING),
            notes=report.count(Severity.NOTE),
        )
        for report in reports
    )
    heads = Markup("").join(
        Markup('<th class="n">{}</th>').format(name) for name in ("errors", "warnings", "notes")
    )
    return Markup("<table><tr><th>language</th>{}</tr>{}</table>").format(heads, rows)


def _report(report: Report, pictures: Sequence[Picture]) -> Iterator[Markup]:
    name = report.tag or "project"
    yield Markup('<section id="l-{}"><h2>{} <bdi>{}</bdi></h2>').format(name, name, report.name)
    if not report.findings:
        yield Markup("<p>Nothing was found.</p>")
    for found in report.worst_first:
        yield _finding(found)
    if pictures:
        images = Markup("").join(map(_image, pictures))
        yield Markup("<figure>{}<figcaption>How the pages look now.</figcaption></figure>").format(images)
    yield Markup("</section>")


def _image(picture: Picture) -> Markup:
    data = base64.b64encode(picture.png).decode("ascii")
    return Markup('<img alt="{}" src="data:image/png;base64,{}">').format(picture.alt, data)


def _finding(found: Reported) -> Markup:
    rows = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in _rows(found)
    )
    return Markup(
        '<article class="{0}"><h3><span class="kind">{0}</span> {1}</h3><dl>{2}</dl></article>'
    ).format(found.severity.value, shown(found.message), rows)


def _rows(found: Reported) -> Iterator[tuple[str, Markup | str]]:
    quotation = found.quotation
    if quotation:
        yield "source", Markup('<bdi dir="auto">{}</bdi>').format(shortened(quotation.source, width=400))
        yield "here", _marked(quotation, found.language)
    elif found.msgid:
        yield "source", Markup('<bdi dir="auto">{}</bdi>').format(shortened(found.msgid, width=400))
    if found.expected:
        yield "expected", Markup('<bdi dir="auto">{}</bdi>').format(shown(found.expected))
    if found.where:
        yield "in the leaflet", "; ".join(found.where)
    if found.place:
        yield "file", Markup("<code>{}</code>").format(found.place)
    for note in found.notes:
        yield "note", shown(note)
    if found.help:
        yield "what to do", shown(found.help)
    yield "rule", Markup("<code>{}</code>").format(found.rule)


def _marked(quotation: Quotation, language: str) -> Markup:
    before, at, after = excerpt(quotation)
    mark = Markup("<mark>{}</mark>").format(at) if at else Markup("")
    return Markup('<bdi lang="{}" dir="{}">{}{}{}</bdi>').format(
        language, "rtl" if quotation.rtl else "ltr", escape(before), mark, escape(after)
    )
