"""Catalogs that are damaged as people and programs damage them, by chance that can be repeated."""

import random

from tests.catalog.samples import pair

from leaflets.catalog.merge import merged

FORMULAS = (
    "nplurals=2; plural=n",
    "nplurals=3; plural=n>1;",
    "nplurals=0; plural=0;",
    "nplurals=2; plural=(n!=1",
    "nplurals=2; plural=n%0;",
    "nplurals=2;plural=n!=1",
    "nplurals=INTEGER; plural=EXPRESSION;",
    "nplurals=1; plural=0;",
    "nplurals=2; plural=n>>1;",
    "nplurals=2; plural=1-n;",
    "nplurals=2; plural=!n;",
    "nplurals=4; plural=n%4;",
    "nplurals=2; plural=n==1?0:1;",
    "nplurals=2; plural= n > 1 ? 1 : 0 junk;",
    "nplurals=2 plural=n>1;",
    "nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;",
    "nplurals=3; plural=n==0 || n==1 && n<2 ? 0 : n*2/2+1-1 >= 5 ? 1 : 2;",
)
LINES = (
    "junk",
    '"x"',
    'msgid "x"',
    'msgstr "x"',
    'msgctxt "y"',
    '#~ msgid "x"',
    '#~ msgstr "y"',
    "#, fuzzy",
    '#| msgid "x"',
    "",
    "<<<<<<< a",
    "# c",
    'msgstr[0] "x"',
    'msgid_plural "x"',
)
PLACEHOLDERS = ("%(numer)s", "%(number)d", "%", "%s", "", "100%")


def damaged(seed: int) -> bytes:
    """A catalog with up to three faults."""
    chance = random.Random(seed)
    text = merged(*pair(seed % 7, size=12), file="a.po").data.decode()
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3])):
        text = _damage(chance, text)
    return text.encode()


def _damage(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    index, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[index]
    at = chance.randrange(len(line) + 1)
    match chance.randrange(12):
        case 0:
            del lines[index]
        case 1:
            lines.insert(index, lines[other])
        case 2:
            lines.insert(index, chance.choice(LINES))
        case 3:
            lines[index], lines[other] = lines[other], line
        case 4:
            formula = f'"Plural-Forms: {chance.choice(FORMULAS)}\\n"'
            lines = [formula if line.startswith('"Plural-Forms') else line for line in lines]
        case kind:
            lines[index] = (
                line.replace('"', "", 1),
                line[:-1],
                line.replace("msgstr", "msgid", 1),
                line[:at] + chance.choice('"\\n%s()[]0129 #|~,.:é') + line[at:],
                line.replace("%(number)s", chance.choice(PLACEHOLDERS)),
                line.replace(' "', ' "\\n', 1),
                line.replace("[1]", chance.choice(["[2]", "[0]", "[9]", "", "[x]"])),
            )[kind - 5]
    return "\n".join(lines)
