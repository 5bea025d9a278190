"""Layouts and contacts to the messages that translators get."""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from babel.messages.extract import extract
from jinja2 import TemplateSyntaxError

from leaflets.catalog.message import TemplateMessage
from leaflets.contact import Contact
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.brand import STATEMENT
from leaflets.errors import LayoutError
from leaflets.files import Files, read_text
from leaflets.project import Imprint

OPTIONS = {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}
KEYWORDS = {"gettext": None, "_": None, "pgettext": ((1, "c"), 2), "ngettext": (1, 2)}
COMMENT = "L10N:"
"""The first word of a comment that translators get; Jinja compares whole words, with the colon."""

NOTES = {
    "name": "The name of an organisation or a service. If it has none in your language, write it so that it"
    " can be recognised when it is heard.",
    "role": "Who answers. Six words at most.\nL10N-CRITICAL: say neither more nor less than the source.",
    "hours": "When somebody answers.\nL10N-CRITICAL: keep the days and hours.",
    "cost": "What a call costs.\nL10N-CRITICAL: a free call costs nothing; promise it only if the source"
    " does.",
}
"""The messages of a contact, each with what its translators should know."""

PLACEHOLDER = re.compile(r"%(?:\(\w+\)s|%)")
"""What fills in, or stands for a percent sign: editors and `msgfmt -c` then compare both texts."""


def extract_layouts(folder: str, *, files: Files) -> Iterator[TemplateMessage]:
    """Messages of all layouts in `layouts/<folder>/`, in order. LayoutError names file and line."""
    for name in files.children(f"layouts/{folder}"):
        if name.endswith(".xml"):
            yield from _messages(f"layouts/{folder}/{name}", files)


def extract_contacts(contacts: Mapping[str, Contact]) -> Iterator[TemplateMessage]:
    """Names, roles, hours and costs, each with its own context; numbers are never translated."""
    for contact in contacts.values():
        for field, note in NOTES.items():
            text = getattr(contact, field)
            if text:
                yield TemplateMessage(
                    msgid=text,
                    context=f"contact {contact.id}: {field}",
                    comments=(note,),
                    references=(contact.places[field],) if field in contact.places else (),
                )


def extract_imprint(imprint: Imprint) -> Iterator[TemplateMessage]:
    """The sentence of [imprint], if it is one to translate."""
    if imprint.message:
        yield TemplateMessage(
            msgid=imprint.message,
            context=STATEMENT,
            comments=(
                "Who publishes, in small print.\nL10N-CRITICAL: say neither more nor less than the source.",
            ),
            references=(imprint.place,) if imprint.place else (),
        )


def count_words(messages: Iterable[TemplateMessage]) -> int:
    """Words that a reader of the source gets; markup and placeholders are not counted."""
    return sum(len(text.split()) for text in plain_texts(messages))


def plain_texts(messages: Iterable[TemplateMessage]) -> tuple[str, ...]:
    """Each message once, without markup and placeholders."""
    texts = {message.key: message.msgid for message in messages}.values()
    return tuple(re.sub(r"<[^>]*>|%\(\w+\)s", " ", text) for text in texts)


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
        raise LayoutError.of(_broken(str(error.message), Place(file=path, line=error.lineno))) from None
    except RecursionError:
        told = "blocks or brackets stand too deep in each other"
        raise LayoutError.of(_broken(told, Place(file=path))) from None
    for line, message, comments, context in found:
        texts = message if isinstance(message, tuple) else (message,)
        yield TemplateMessage(
            msgid=texts[0],
            plural=texts[1] if len(texts) > 1 else None,
            context=context,
            comments=tuple(_comment(comment, Place(file=path, line=line)) for comment in comments),
            references=(Place(file=path, line=line),),
            flags=("python-format",) if PLACEHOLDER.search("\n".join(texts)) else (),
        )


def _broken(message: str, place: Place) -> Diagnostic:
    return Diagnostic(
        rule="template",
        message=message,
        place=place,
        help="correct the layout; nothing is extracted from it until then",
    )


def _comment(comment: str, place: Place) -> str:
    """Its lines without the blanks that align them in the layout. LayoutError for what no catalog holds."""
    lines = [line.strip() for line in comment.splitlines()]
    if any(line.endswith("\\") for line in lines):
        fault = Diagnostic(
            rule="bad-comment",
            message="a line of the comment for translators ends with a backslash",
            place=place,
            notes=("in a catalog, gettext takes the next line for a part of it",),
            help="delete the backslash",
        )
        raise LayoutError(fault.message, fault)
    return "\n".join(lines)
