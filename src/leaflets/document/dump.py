"""A document as text: one line a node, for people and for golden tests."""

from collections.abc import Iterator

from leaflets.document.tree import Document, Element, Node


def dump_document(document: Document) -> str:
    """Elements indented by depth, with language, size and place; texts quoted."""
    sheet = document.sheet
    name = f"document {document.format} {document.language.tag}"
    lines = [f"{name} fold {sheet.fold} fit {sheet.fit[0]}-{sheet.fit[1]} pt"]
    for element in (*document.panels, *document.flows):
        lines += _node(element, 1)
    return "\n".join(lines) + "\n"


def _node(node: Node, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if not isinstance(node, Element):
        yield f'{indent}"{node.text}" {node.language.tag} {node.origin.repair}'
        return
    attributes = "".join(f' {key}="{value}"' for key, value in sorted(node.attributes.items()))
    yield f"{indent}{node.name}{attributes} {node.language.tag} {node.style.size.em:g}em {node.origin.place}"
    for child in node.children:
        yield from _node(child, depth + 1)
