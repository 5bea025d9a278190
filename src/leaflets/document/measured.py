"""A layout as Jinja has parsed it -> the same, in which all that may go on without end is measured.

What is gone through more than once is paid for by the nodes in it, and of what Jinja does without asking
anybody its sandbox is asked: loops, `~`, `[1:]`, comparisons, keys.
"""

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

ROUND = 5
"""Steps that a round of a loop counts for, besides its nodes."""

ASKED = "({})"
"""Filters of the sandbox, by names that no layout can write."""


class Measured(NodeTransformer):
    """The walk through a template."""

    def __init__(self, environment: jinja2.Environment, name: str | None) -> None:
        self.environment = environment
        self.name = name

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's name
        if node.recursive:
            told = "loops that call themselves are not for layouts"
            raise jinja2.TemplateSyntaxError(told, node.lineno, self.name)
        node.iter = self._asked("looped", node.iter)
        return self._weigh(node)

    def _weigh(self, node: nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block) -> nodes.Node:
        weight = nodes.Const(ROUND + sum(1 for _ in node.find_all(nodes.Node)), lineno=node.lineno)
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(self._asked("spend", weight), lineno=node.lineno))
        return node

    visit_Macro = visit_CallBlock = visit_Block = _weigh  # noqa: N815

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return self._asked("joined", *node.nodes)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        part = node.arg
        if not isinstance(part, nodes.Slice):
            return node
        bounds = [one or nodes.Const(None) for one in (part.start, part.stop, part.step)]
        return self._asked("sliced", node.node, *bounds)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = self._asked("scalar", node.expr)
        for operand in node.ops:
            how = "searched" if operand.op in ("in", "notin") else "scalar"
            operand.expr = self._asked(how, operand.expr)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.key = self._asked("key", node.key)
        return node

    def _asked(self, who: str, first: nodes.Node, *others: nodes.Expr) -> nodes.Filter:
        asked = nodes.Filter(first, ASKED.format(who), list(others), [], None, None)
        asked.set_lineno(first.lineno)
        asked.set_environment(self.environment)
        return asked
