"""Templates of the toolkit and what stands in them -> pages as bytes; all text is escaped."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

import jinja2
from markupsafe import Markup

from leaflets.resources import data_path
from leaflets.site.words import Both, Words


def filled(template: str, values: Mapping[str, object]) -> bytes:
    """`values["words"]` answers what the template has translated."""
    return _environment().get_template(template).render(values).encode()


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    """One for all pages: templates are compiled once a process; words come with each page."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(data_path("site")),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters["led"] = led
    environment.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]  # set by the extension
    return environment


def led(text: str) -> Markup:
    """Words that lead on to others, and the blank after them, unless their last mark is as wide as two."""
    plain = Markup(text).striptags()  # noqa: S704 - a block of a template, which was escaped
    wide = plain and unicodedata.east_asian_width(plain[-1]) in ("F", "W")
    return Markup(text) + ("" if wide else " ")  # noqa: S704 - as above


@jinja2.pass_context
def _gettext(context: jinja2.runtime.Context, msgid: str) -> Markup:
    words: Words | Both = context["words"]
    return words.gettext(msgid)


def _ngettext(one: str, _many: str, _count: int) -> str:
    """Numbers stand after a colon on the site, so that no language needs plural forms: `Pages: 2`."""
    return one
