"""What layouts may say: text stays whole until it is translated, and nothing goes on without end."""

import resource
from contextlib import contextmanager

import pytest

from leaflets.build.overlay import Overlay
from leaflets.document.extract import extract_layouts
from leaflets.document.template import TOKEN, render
from leaflets.errors import InputError, LayoutError
from leaflets.files import Disk


@pytest.fixture
def rendered(tmp_path):
    def rendered(text, **others):
        made = {f"layouts/x/{name}.xml": one.encode() for name, one in {"a": text, **others}.items()}
        return render(
            "x/a.xml", files=Overlay(made=made, below=Disk((tmp_path,))), variables={"given": "<b>"}
        )

    return rendered


@contextmanager
def memory(size):
    """A layout that would take more fails at once, and not the machine."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def refusal(rendered, text, **others):
    with pytest.raises(LayoutError) as caught, memory(3 << 30):
        rendered(text, **others)
    (one,) = caught.value.diagnostics
    assert one.place.file.startswith("layouts/x/")
    assert one.help
    return one


@pytest.mark.parametrize(
    "expression",
    [
        *(
            "_('x')|upper",
            "_('x')|truncate(2)",
            "_('x')|title",
            "_('x')|reverse",
            "_('x')|list",
            "_('x')|first",
        ),
        *(
            "_('x')|replace('0', '1')",
            "_('x')|string|replace('0', '1')",
            "(_('x') ~ '')|lower",
            "_('x')|length",
        ),
        *("_('x')|xmlattr", "'a'|xmlattr", "_('x').upper()", "_('x')[0]", "_('x')[1:]", "('a' ~ _('x'))[1:]"),
        *("'a'.split(_('x'))", "'%.1s' % _('x')", "'{:.1}'.format(_('x'))", "[_('x')]|map('upper')|join"),
        *(
            "_('x')|wordwrap(1)",
            "_('x')|striptags",
            "_('x')|urlize",
            "_('x') * 2",
            "_('x')|first",
            "_('x')|length",
        ),
    ],
)
def test_text_is_not_changed_before_it_is_translated(rendered, expression):
    one = refusal(rendered, f"<p/>\n<p>{{{{ {expression} }}}}</p>")
    assert (one.rule, one.place.line) == ("template", 2)


@pytest.mark.parametrize(
    "expression",
    [
        *("_('x')", "_('x') ~ _('y')", "_('x')|safe", "_('x')|e", "_('x')|default('')", "_('x')|trim"),
        *("[_('x'), _('y')]|join(', ')", "'b' if _('x') else 'c'", "_('x') + '.'", "[_('x')]|first"),
        *("'a'|upper", "'abc'[1:]", "'a b'.split()|last", "[3, 1]|sort|first", "{'a': 1}.items()|length"),
        *(
            "2 * 3 + 4 % 3",
            "range(3)|list|sum",
            "given|replace('<', '')",
            "dict(a=1).a",
            "'a-b'|replace('-', ' ')",
            "1 < 2 <= 3 and 'a' in ['a', 'b'] and 3 is odd",
            "{'a': [1, 2]}.a[0]",
            "[1, 2, 3]|select('odd')|list|length",
        ),
    ],
)
def test_what_layouts_have_a_use_for(rendered, expression):
    found = rendered(f"<p>{{{{ {expression} }}}}</p>")
    assert len(TOKEN.findall(found.xml)) == (len(found.calls) if "else" not in expression else 0)


def test_loops_macros_and_blocks(rendered):
    text = (
        "{% macro row(one) %}<li>{{ one }}{{ caller() }}</li>{% endmacro %}"
        "{% set all %}<b>{{ given }}</b>{% endset %}{% set ns = namespace(n=0) %}"
        "{% for name, word in {'a': _('A'), 'b': _('B')}.items() if name %}{% set ns.n = ns.n + loop.index %}"
        "{% call row(word) %}{{ loop.length }}{{ loop.last }}{% endcall %}{% else %}none{% endfor %}"
        "{{ all }}{{ ns.n }}{% include 'x/b.xml' %}"
    )
    xml = rendered(text, b="<i>{{ ns.n }}</i>").xml
    assert [len(part) for part in TOKEN.split(xml)[::2]] != []
    assert TOKEN.sub("T", xml).replace(' at="layouts/x/a.xml:1"', "").replace(
        ' at="layouts/x/b.xml:1"', ""
    ) == ("<li>T2False</li><li>T2True</li><b>&lt;b&gt;</b>3<i>3</i>")


DOUBLED = "{% set ns = namespace(x=['a', 'b']) %}{% for i in range(40) %}{% set ns.x = [VALUE] %}{% endfor %}"
LISTS = DOUBLED.replace("[VALUE]", "ns.x + ns.x")
NESTED = DOUBLED.replace("[VALUE]", "[ns.x, ns.x]") + "{{ ns.x }}"
WORDS = DOUBLED.replace("['a', 'b']", "'ab'") + "{{ ns.x }}"
DEEP = NESTED.removesuffix("{{ ns.x }}")
LONG = WORDS.replace("40", "20").replace("[VALUE]", "ns.x ~ ns.x").removesuffix("{{ ns.x }}")
OFTEN = LONG + "{% set ns.l = [] %}{% for i in range(99999) %}{% set ns.l = [ns.l, [VALUE]] %}{% endfor %}"


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% set r = range(9999) %}{% for i in r %}{% for j in r %}{% for k in r %}" + "{% endfor %}" * 3,
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% macro m(n) %}x{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% for i in range(99999) %}{{ 'x' ~ 'y' }}" + "z" * 1000 + "{% endfor %}",
        "{{ lipsum(n=1000000) }}",
        "{{ range(10**9)|list }}",
        LISTS,
        NESTED,
        WORDS.replace("[VALUE]", "ns.x ~ ns.x"),
        WORDS.replace("[VALUE]", "ns.x + ns.x"),
        WORDS.replace("[VALUE]", "[ns.x, ns.x]|join"),
        WORDS.replace("[VALUE]", "ns.x|replace('a', ns.x)"),
        "{% set x = 'a' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
        "{{ 'x' * 10**10 }}",
        "{{ [1] * 10**10 }}",
        "{{ 9**9**9 }}",
        "{{ 10**5000 }}",
        "{{ 'x'.ljust(10**10) }}",
        "{{ 'x'|center(10**10) }}",
        "{{ 'x\n'|indent(10**10) }}",
        "{{ '%9999999999d'|format(1) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '{:9999999999}'.format(1) }}",
        "{{ (5).to_bytes(10**10, 'big') }}",
        "{{ 1|round(-999999999) }}",
        "{{ []|batch(10**10, 'x')|list }}",
        "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% for i in 'abc' %}{{ i }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m }}",
        *(
            OFTEN.replace("[VALUE]", one)
            for one in (
                *("ns.x ~ i", "ns.x|upper", "ns.x[i:]", "ns.x.split()", "'c' in ns.x", "ns.x == ns.x ~ i"),
                *("_(ns.x)", "_('a', x=ns.x)", "range(9999)|list", "ns.x|int(0, 16)"),
            )
        ),
        LONG + "{% macro m() %}{% for i in range(99999) %}{{ ns.x }}{% endfor %}{% endmacro %}{{ m() }}",
        "{% for i in range(99999) %}" + "{% if i %}{% endif %}" * 2000 + "{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) if false %}{% endfor %}{% endfor %}",
        *(
            DEEP + one
            for one in (
                *("{{ ns.x == [ns.x] }}", "{{ ns.x < ns.x }}", "{{ ns.x in [[ns.x]] }}", "{{ ns }}"),
                *("{{ [ns.x, ns.x]|max }}", "{{ [ns.x]|unique|list|length }}", "{{ {(ns.x, 1): 1}|length }}"),
                *(
                    "{{ _(ns.x) }}",
                    "{{ _('a', x=ns.x) }}",
                    "{{ ngettext('a', 'b', ns.x) }}",
                    "{{ [ns.x]|join }}",
                ),
                *("{{ 'a'|replace('a', ns.x) }}", "{% include ns.x %}", "{{ ns.x is lower }}"),
                "{% for i in [1, 2] %}{{ loop.changed(ns.x) }}{% endfor %}",
            )
        ),
        "{{ '%9999999999d' is even }}",
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
        "{% for i in [1] %}" * 30 + "{% endfor %}" * 30,
    ],
)
def test_nothing_goes_on_without_end(rendered, text):
    told = refusal(rendered, f"<p>\n{text}</p>")
    assert told.rule == "template"
    assert "0x" not in told.message


def test_includes_that_double_come_to_an_end(rendered):
    twice = "{% set n = n + 1 %}{% if n < 60 %}{% include 'x/b.xml' %}{% include 'x/b.xml' %}{% endif %}"
    assert refusal(rendered, "{% set n = 0 %}{% include 'x/b.xml' %}", b=twice).rule == "template"


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("gettext(5)", '"5" is none'),
        ("gettext(_('x') ~ 'y')", "not made of other texts"),
        ("ngettext('x', 5, 1)", '"5" is none'),
        ("[{'a': 1}]|sort(attribute='a')|first", "|sort is for lists of texts and numbers"),
        (r'"\ufdd07\ufdd1"', "U+FDD0"),
        (r'"\u202e"', "U+202E"),
        (r'_("x\ue000")', "U+E000"),
        (r'"\ud800"', "U+D800"),
        ("('&#x' ~ 'e000;')|safe", "&#xe000; stands for U+E000"),
    ],
)
def test_what_is_no_text(rendered, expression, told):
    one = refusal(rendered, f"<p/>\n<p>{{{{ {expression} }}}}</p>")
    assert told in one.message
    assert one.place.line == 2


def test_a_file_outside_of_the_project(rendered):
    with pytest.raises(InputError) as caught:
        rendered("<p/>\n{% include '../../a.xml' %}")
    (one,) = caught.value.diagnostics
    assert (one.rule, str(one.place)) == ("outside-project", "layouts/x/a.xml:2")


@pytest.mark.parametrize("deep", ["{{ " + "(" * 300 + "1" + ")" * 300 + " }}", "{% if %}"])
def test_what_cannot_be_parsed_is_told_by_extraction_too(tmp_path, deep):
    (tmp_path / "layouts/x").mkdir(parents=True)
    (tmp_path / "layouts/x/a.xml").write_text(deep, encoding="utf-8")
    with pytest.raises(LayoutError) as caught:
        list(extract_layouts("x", files=Disk((tmp_path,))))
    assert caught.value.diagnostics[0].rule == "template"
