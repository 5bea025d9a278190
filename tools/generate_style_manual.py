"""Elements and style properties of layouts -> docs/style.md."""

from pathlib import Path

from leaflets.document.manual import style_manual

TARGET = Path(__file__).resolve().parent.parent / "docs/style.md"

if __name__ == "__main__":
    TARGET.write_text(style_manual(), encoding="utf-8")
