"""Rules to the pages of their manual, as Markdown: what, why, examples, how to ignore."""

from collections.abc import Iterator, Sequence

from leaflets.checks.naming import shown
from leaflets.checks.rule import Example, Rule
from leaflets.diagnostics import Severity

LONGEST = 160
"""Characters of an example."""

HEAD = """# Checks

`leaflets check` looks for what would hurt in print. Each rule has a name; `leaflets explain RULE` shows its
page, and this file holds all of them. It is generated from the rules (`python tools/generate_manual.py`).

An **error** stops a build or a release, a **warning** is shown and counted, a **note** is shown with
`--notes`. A rule that is *possible* can be wrong, one that is *certain* cannot.

A translator ignores a rule for one entry with a comment, `# ignore: RULE` (in Poedit: Edit comment); an
author with `L10N: ignore: RULE` in the layout, which arrives as `#. ignore: RULE`. A project ignores it
everywhere in `leaflets.toml`: `[checks]`, `ignore = ["RULE"]`. Errors that are certain cannot be ignored.
"""


def manual(rules: Sequence[Rule]) -> str:
    """The whole file."""
    rows = [f"| [{rule.id}](#{rule.id}) | {weight(rule)} | {rule.summary} |" for rule in rules]
    index = "\n".join(("| rule | weighs | finds |", "|---|---|---|", *rows))
    return "\n\n".join((HEAD.strip(), index, *("\n\n".join(page(rule)) for rule in rules))) + "\n"


def page(rule: Rule) -> Iterator[str]:
    """The paragraphs of one rule."""
    yield f"## {rule.id}"
    yield f"{rule.summary} {rule.rationale}"
    facts = [f"Weighs: {weight(rule)}.", f"Since {rule.since}."]
    facts += ["`leaflets fix` mends it."] if rule.fixable else []
    facts += [f"A build calls it {', '.join(f'`{name}`' for name in rule.aliases)}."] if rule.aliases else []
    yield " ".join(facts)
    yield f"What to do: {rule.help}."
    yield f"To ignore it: {ignoring(rule)}"
    examples = [*(_example(one, "wrong") for one in rule.bad), *(_example(one, "right") for one in rule.good)]
    if examples:
        yield "\n".join(line for example in examples for line in example)


def weight(rule: Rule) -> str:
    """`error, certain`, and what it becomes before a release."""
    release = f", {rule.in_release} in a release" if rule.in_release is not rule.severity else ""
    return f"{rule.severity}{release}, {rule.certainty}"


def ignoring(rule: Rule) -> str:
    if rule.severity is Severity.ERROR and not rule.may_be_ignored:
        return "it cannot be ignored."
    if not rule.may_be_ignored:
        return f"`# ignore: {rule.id}` in a proof; never in a release."
    return f"`# ignore: {rule.id}` above the entry, or `[checks]` in `leaflets.toml`."


def _example(example: Example, verdict: str) -> Iterator[str]:
    note = f" ({example.note})" if example.note else ""
    body = (
        example.po
        or example.layout
        or example.contact
        or ", ".join(example.folders)
        or ", ".join(example.ignore)
    )
    if example.forms:
        body = " / ".join(example.forms)
    elif not body:
        body = example.text
    yield f"* {verdict}, {example.language}{note}:"
    if example.header:
        yield f"  `{example.header}`"
    for key, said in example.record:
        yield f"  {_code(f'{key} = {said}')}"
    if example.source:
        yield f"  {_code(example.source)} →"
    if body or not (example.header or example.record):
        yield f"  {_code(body)}"


def _code(text: str) -> str:
    """Inline code: in one line, with everything invisible named."""
    plain = shown(text.strip("\n").replace("\n", "⏎"))
    plain = plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
    fence = "``" if "`" in plain else "`"
    return f"{fence}{plain}{fence}" if plain.strip() else "(empty)"
