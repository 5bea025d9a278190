"""`dataclass` for small data that is made by the thousand: frozen for the type checker, cheap to make.

A frozen dataclass sets each field through `object.__setattr__`, which costs several times what a plain
assignment does. mypy refuses to change such data before it ever runs, so nothing has to refuse it again
at run time: there it is a plain one with the same fields, slots, equality and hash.
"""

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: bool):
        """As `dataclasses.dataclass`; hashed by its fields, where it is frozen and has no hash of its own."""

        def made(own: type) -> type:
            hashed = frozen and eq and "__hash__" not in vars(own)
            return dataclasses.dataclass(eq=eq, unsafe_hash=hashed, **options)(own)

        return made
