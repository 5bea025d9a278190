"""The rules of `leaflets check` -> docs/checks.md."""

from pathlib import Path

from leaflets.checks.catalogue import RULES
from leaflets.checks.manual import manual

TARGET = Path(__file__).resolve().parent.parent / "docs/checks.md"

if __name__ == "__main__":
    TARGET.write_text(manual(RULES), encoding="utf-8")
