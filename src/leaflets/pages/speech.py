"""A telephone number as it is printed -> as it is spoken: digit by digit, with a pause after each group."""

import re


def spoken_number(display: str) -> str:
    """`011 785 00 00` to `0 1 1, 7 8 5, 0 0, 0 0`.

    A voice reads 785 as seven hundred and eighty-five, and 0800 100 388 as a number of hundreds of
    millions: nobody can write that down.
    """
    groups = re.findall(r"\+?[0-9]+", display)
    return ", ".join(" ".join(group) for group in groups)
