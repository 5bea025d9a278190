"""What `leaflets preflight` knows, rules and print shops -> lists, as text or JSON."""

import json

import click

from leaflets.cli.console import table
from leaflets.config.printing import presets
from leaflets.geometry import MM
from leaflets.preflight.catalogue import RULES
from leaflets.preflight.rule import Rule
from leaflets.printing import Preset


def list_known(*, rules: bool, as_json: bool) -> None:
    """All rules or all shops."""
    if as_json:
        told = (
            {"rules": [*map(_rule_record, RULES)]} if rules else {"presets": [*map(_shop_record, presets())]}
        )
        click.echo(json.dumps({"schema": 1, **told}, ensure_ascii=False, indent=1))
    else:
        (_list_rules if rules else _list_presets)()


def _rule_record(found: Rule) -> dict[str, object]:
    return {
        "rule": found.id,
        "summary": found.summary,
        "rationale": found.rationale,
        "help": found.help,
        "clauses": {str(standard): clause for standard, clause in found.clauses.items()},
    }


def _shop_record(shop: Preset) -> dict[str, object]:
    return {
        "preset": shop.id,
        "name": shop.name,
        "standard": shop.standard.value,
        "bleed_mm": round(shop.bleed / MM, 2),
        "marks": shop.marks,
        "resolution": shop.resolution,
        "note": shop.note,
        "source": shop.source,
        "seen": shop.seen.isoformat(),
    }


def _list_presets() -> None:
    rows = [
        (
            shop.id,
            shop.standard.value,
            f"{shop.bleed / MM:g} mm",
            "yes" if shop.marks else "no",
            f"{shop.resolution:g}",
            f"{shop.note} ({shop.source}, seen {shop.seen})",
        )
        for shop in presets()
    ]
    table(("preset", "standard", "bleed", "marks", "dpi", "what its page said"), rows)


def _list_rules() -> None:
    for found in RULES:
        click.echo(f"{found.id}: {found.summary}")
        for standard, clause in found.clauses.items():
            click.echo(f"    {standard}: {clause}")
