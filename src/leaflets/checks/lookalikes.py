"""A word with look-alike letters of Latin, Cyrillic and Greek to the same word in one script."""

PAIRS = {
    "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "y": "у", "x": "х", "i": "і", "j": "ј", "s": "ѕ",
    "A": "А", "B": "В", "E": "Е", "K": "К", "M": "М", "H": "Н", "O": "О", "P": "Р", "C": "С", "T": "Т",
    "X": "Х", "I": "І", "J": "Ј", "S": "Ѕ", "Y": "У",
}  # fmt: skip
"""Latin -> Cyrillic."""

GREEK = {"o": "ο", "A": "Α", "B": "Β", "E": "Ε", "H": "Η", "I": "Ι", "K": "Κ", "M": "Μ", "N": "Ν",
         "O": "Ο", "P": "Ρ", "T": "Τ", "X": "Χ", "Y": "Υ", "Z": "Ζ", "v": "ν"}  # fmt: skip

TO_CYRILLIC = str.maketrans(PAIRS)
TO_LATIN = str.maketrans({**{other: latin for latin, other in GREEK.items()},
                          **{cyrillic: latin for latin, cyrillic in PAIRS.items()}})  # fmt: skip
TO_GREEK = str.maketrans(GREEK)

TABLES = {"Latn": TO_LATIN, "Cyrl": TO_CYRILLIC, "Grek": TO_GREEK}


def in_script(word: str, script: str) -> str:
    """The word with look-alikes of other scripts replaced by letters of this one."""
    return word.translate(TABLES[script]) if script in TABLES else word
