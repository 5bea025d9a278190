"""Layouts and contacts to the messages that translators get."""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from babel.messages.extract import extract
from jinja2 import TemplateSyntaxError

from leaflets.catalog.message import TemplateMessage
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import LayoutError
from leaflets.files import Files, read_text
from leaflets.project import Contact

OPTIONS = {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}
KEYWORDS = {"gettext": None, "_": None, "pgettext": ((1, "c"), 2), "ngettext": (1, 2)}
COMMENT = "L10N"
FIELDS = ("name", "role", "hours", "cost")


def extract_layouts(folder: str, *, files: Files) -> Iterator[TemplateMessage]:
    """Messages of all layouts in `layouts/<folder>/`, in order. LayoutError names file and line."""
    for name in files.children(f"layouts/{folder}"):
        if name.endswith(".xml"):
            yield from _messages(f"layouts/{folder}/{name}", files)


def extract_contacts(contacts: Mapping[str, Contact]) -> Iterator[TemplateMessage]:
    """Names, roles, hours and costs, each with its own context; numbers are never translated."""
    for contact in contacts.values():
        for field in FIELDS:
            text = getattr(contact, field)
            if text:
                yield TemplateMessage(
                    msgid=text,
                    context=f"contact {contact.id}: {field}",
                    references=(contact.places[field],) if field in contact.places else (),
                )


def count_words(messages: Iterable[TemplateMessage]) -> int:
    """Words that a reader of the source gets; markup and placeholders are not counted."""
    text = "\n".join({message.key: message.msgid for message in messages}.values())
    return len(re.sub(r"<[^>]*>|%\(\w+\)s", " ", text).split())


def _messages(path: str, files: Files) -> Iterator[TemplateMessage]:
    source = read_text(files, path).encode()
    try:
        found = list(
            extract(
                "jinja2.ext:babel_extract",
                BytesIO(source),
                keywords=KEYWORDS,
                comment_tags=(COMMENT,),
                options=OPTIONS,
                strip_comment_tags=False,
            )
        )
    except TemplateSyntaxError as error:
        fault = Diagnostic(
            rule="template",
            message=str(error.message),
            place=Place(file=path, line=error.lineno),
            help="correct the layout; nothing is extracted from it until then",
        )
        raise LayoutError(fault.message, fault) from None
    for line, message, comments, context in found:
        texts = message if isinstance(message, tuple) else (message,)
        yield TemplateMessage(
            msgid=texts[0],
            plural=texts[1] if len(texts) > 1 else None,
            context=context,
            comments=tuple(comments),
            references=(Place(file=path, line=line),),
        )
