"""A value that a property does not take -> what it takes instead."""


class BadValue(Exception):  # noqa: N818 - told as a diagnostic
    """What is wrong with a value; `expected` says what the property takes."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(text)
        self.expected = expected
