"""`lazy`: a value of an object that is reckoned when it is first asked for, and kept in its __dict__.

As `functools.cached_property`, without the lock that this takes before Python 3.12: a paragraph has several.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801  a decorator
    """Two threads that ask at once may both reckon it: use it where that does no harm."""

    def __init__(self, reckon: Callable[[Any], Value]) -> None:
        self._reckon = reckon
        self.__doc__ = reckon.__doc__

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: Any, _kind: type) -> Value:
        value = owner.__dict__[self._name] = self._reckon(owner)
        return value
