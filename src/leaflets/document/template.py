"""A layout to XML text: Jinja in a sandbox, with translated text as opaque tokens.

`gettext` in a layout returns U+FDD0 n U+FDD1. The token survives escaping and attributes and is
replaced after parsing, so that a translation can neither break a layout nor be evaluated, and every
error names the line of the template and of the catalog. Each start tag gets its place as `at`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.ext import Extension, InternationalizationExtension
from jinja2.lexer import Token, TokenStream
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from leaflets.controls import NAMES
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.sandbox import CLOSE, INCLUDE, OPEN, LayoutEnvironment, printable
from leaflets.errors import InputError, LayoutError
from leaflets.files import FORBIDDEN, Files, find_forbidden, read_text
from leaflets.frozen import dataclass
from leaflets.references import hidden, told

TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
AT = re.compile(r' at="([^"]+)"')
START_TAG = re.compile(r"<([A-Za-z][\w-]*)")


Source = tuple[str, str, Callable[[], bool]]
"""Text, name, and whether that is still so, as Jinja wants it."""

FAULTS = (
    *(jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError),
    *(AttributeError, AssertionError, MemoryError, RuntimeError, SyntaxError),
)
"""What an expression can raise, whatever stands in it; and Python, of loops in loops in loops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of gettext in a layout."""

    msgid: str
    context: str | None = None
    plural: str | None = None
    count: int = 1
    """What the form is chosen by, where there is a plural."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Values of placeholders, as XML text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """XML text, and the calls that its tokens stand for."""

    xml: str
    calls: tuple[Call, ...]


class Places(Extension):
    """Writes `at="file:line"` on every start tag of the template's own text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        translating = False
        opened = False
        for token in stream:
            if opened:
                translating = token.value == "trans" or (translating and token.value != "endtrans")
            opened = token.type == "block_begin"
            if token.type == "string":
                _refuse_escapes(token, stream)
            if token.type == "data" and not translating:
                placed = _placed(token.value, stream.name or "", token.lineno)
                yield Token(token.lineno, "data", placed)
            else:
                yield token


def _refuse_escapes(token: Token, stream: TokenStream) -> None:
    r"""What no file may hold can be written in quotation marks as well: `"\u202e"`."""
    for character in token.value:
        if FORBIDDEN.match(character) or character in NAMES:
            told = f"U+{ord(character):04X} is not printed; delete it"
            raise jinja2.TemplateSyntaxError(told, token.lineno, stream.name, stream.filename)


def render(name: str, *, files: Files, variables: Mapping[str, object]) -> Rendered:
    """Render `layouts/<name>`. LayoutError names file and line of what Jinja refuses."""
    calls: list[Call] = []
    environment = _environment(files, calls)
    try:
        xml = environment.get_template(name).render(variables)
    except jinja2.TemplateSyntaxError as error:
        raise _fault(f"layouts/{error.name}", error.lineno, str(error.message)) from None
    except jinja2.TemplateNotFound as error:
        file, line = _where(error, default=name)
        raise _missing(str(error.name), file, line) from None
    except RecursionError:
        raise _circular(name, environment, files) from None
    except InputError as error:
        file, line = _where(error, default=name)
        raise error.at(Place(file=f"layouts/{file}", line=line)) from None
    except FAULTS as error:
        file, line = _where(error, default=name)
        raise _fault(f"layouts/{file}", line, str(error) or f"it fails with {type(error).__name__}") from None
    _refuse_strange(xml, count=len(calls), file=f"layouts/{name}")
    return Rendered(xml=xml, calls=tuple(calls))


def _refuse_strange(xml: str, *, count: int, file: str) -> None:
    """Marks that are no text's, and characters that no file may hold: expressions can make them."""
    for token in TOKEN.finditer(xml):
        if int(token[1][:9]) >= count:
            raise _strange(xml, token.start(), "the mark of a text that there is not", file)
    rest = TOKEN.sub(lambda token: "0" * len(token[0]), xml)  # places stay
    raw, reference = find_forbidden(rest), next(hidden(rest), None)
    if raw is not None:
        raise _strange(xml, raw.start(), f"the character U+{ord(raw[0]):04X}", file)
    if reference is not None:
        raise _strange(xml, reference.start(), told(reference), file)


def _strange(xml: str, index: int, what: str, file: str) -> LayoutError:
    """At the start tag before it."""
    found = AT.findall(xml, 0, index)
    place, _, line = found[-1].rpartition(":") if found else (file, "", "")
    message = f"an expression of the layout writes what is not printed: {what}"
    return _fault(place, int(line) if line.isdigit() else None, message)


def _environment(files: Files, calls: list[Call]) -> jinja2.Environment:
    environment = LayoutEnvironment(
        loader=jinja2.FunctionLoader(lambda name: _counted(environment, name, files)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=[InternationalizationExtension, Places],
        lstrip_blocks=True,
        cache_size=0,
        bytecode_cache=_compiled(),
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # set by the i18n extension
    environment.globals.update(_functions(calls))
    return environment


class Compiled(BytecodeCache):
    """Compiled templates of this process, by the digest of their source: a layout is compiled once."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.code


@lru_cache(maxsize=1)
def _compiled() -> Compiled:
    return Compiled()


def _counted(environment: LayoutEnvironment, name: str, files: Files) -> Source | None:
    """Includes are counted too: two of them in each of thirty layouts would have no end."""
    printable(name)
    environment.spend(INCLUDE)
    return _source(name, files)


def _source(name: str, files: Files) -> Source | None:
    path = f"layouts/{name}"
    if not files.exists(path):
        return None
    text = read_text(files, path)
    for match in hidden(text):
        raise _hidden(match, text, file=path)
    return text, name, lambda: True


def _hidden(reference: re.Match[str], text: str, *, file: str) -> LayoutError:
    fault = Diagnostic(
        rule="hidden-character",
        message=f"{told(reference)}, which is not printed",
        place=Place(file=file, line=text.count("\n", 0, reference.start()) + 1),
        help="delete it: numbers, addresses and names are kept in order without controls",
    )
    return LayoutError(fault.message, fault)


def _functions(calls: list[Call]) -> dict[str, Callable[..., Markup]]:
    """gettext and its kin: each call is recorded, and only its number is rendered."""

    def token(call: Call) -> Markup:
        for text in (call.msgid, call.plural or "", call.context or ""):
            if not isinstance(text, str):
                raise TypeError(f'a text is words in quotation marks, and "{text}" is none')
            if OPEN in text:
                raise TypeError("a text is not made of other texts: translators need the whole of it")
        calls.append(call)
        return Markup(f"{OPEN}{len(calls) - 1}{CLOSE}")  # noqa: S704 - digits only

    def gettext(msgid: str, /, **variables: object) -> Markup:
        return token(Call(msgid=msgid, variables=_values(variables)))

    def pgettext(context: str, msgid: str, /, **variables: object) -> Markup:
        return token(Call(msgid=msgid, context=context, variables=_values(variables)))

    def ngettext(msgid: str, plural: str, count: int, /, **variables: object) -> Markup:
        if not isinstance(count, int) or count < 0:
            raise TypeError(f'a plural is chosen by a whole number, and "{count}" is none')
        values = _values({"num": count, **variables})
        return token(Call(msgid=msgid, plural=plural, count=count, variables=values))

    return {"gettext": gettext, "_": gettext, "pgettext": pgettext, "ngettext": ngettext}


def _values(variables: Mapping[str, object]) -> dict[str, str]:
    return {
        name: str(value) if isinstance(value, Markup) else str(Markup.escape(str(value)))
        for name, value in variables.items()
        if name != "context"
    }


def _placed(text: str, file: str, line: int) -> str:
    parts = []
    position = 0
    for tag in START_TAG.finditer(text):
        at = line + text.count("\n", 0, tag.start())
        parts.append(f'{text[position : tag.end()]} at="layouts/{file}:{at}"')
        position = tag.end()
    return "".join([*parts, text[position:]])


def _where(error: BaseException, *, default: str) -> tuple[str, int | None]:
    """The innermost template frame: Jinja rewrites tracebacks to names and lines of templates."""
    found: tuple[str, int | None] = (default, None)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".xml"):
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _fault(file: str, line: int | None, message: str) -> LayoutError:
    diagnostic = Diagnostic(
        rule="template",
        message=message,
        place=Place(file=file, line=line),
        notes=("the layout cannot be rendered, so nothing is built from it",),
        help="correct this line; names come from the layout itself or from the toolkit's variables",
    )
    return LayoutError(message, diagnostic)


def _circular(name: str, environment: jinja2.Environment, files: Files) -> LayoutError:
    """Names the layouts that lead back to themselves; of none, a macro calls itself without end."""
    try:
        ring = _ring((name,), environment, files)
    except RecursionError:
        told = "blocks or brackets stand too deep in each other, here or in what it extends or imports"
        return _fault(f"layouts/{name}", None, told)
    told = " -> ".join(f"layouts/{file}" for file in ring) or "a macro calls itself without end"
    diagnostic = Diagnostic(
        rule="circular-layout",
        message=f"the layout leads back to itself: {told}",
        place=Place(file=f"layouts/{name}"),
        notes=("each of them extends or imports the next",),
        help="take one extends or import away",
    )
    return LayoutError(diagnostic.message, diagnostic)


def _ring(path: tuple[str, ...], environment: jinja2.Environment, files: Files) -> tuple[str, ...]:
    """The first way from a layout over those that it names back to one of them."""
    if path[-1] in path[:-1]:
        return path[path.index(path[-1]) :]
    source = _source(path[-1], files)
    names = find_referenced_templates(environment.parse(source[0])) if source else ()
    rings = (_ring((*path, other), environment, files) for other in names if other)
    return next((ring for ring in rings if ring), ())


def _missing(wanted: str, name: str, line: int | None) -> LayoutError:
    diagnostic = Diagnostic(
        rule="missing-layout",
        message=f"the layout layouts/{wanted} is not there",
        place=Place(file=f"layouts/{name}", line=line),
        notes=("" if wanted == name else f"layouts/{name} extends or imports it",),
        help="write it, or take the format out of leaflets.toml",
    )
    return LayoutError(diagnostic.message, diagnostic)
