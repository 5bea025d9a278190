"""Made-up catalogs with the templates that their leaflets have by now."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

TEXT = """
you may ask for a safe place to stay and help from doctor lawyer nobody can make talk the police
your papers belong rights free of charge day night call number work without pay is not fault
žena право حق who listens decides what next child interpreter %(number)s <strong>here</strong>
"""
WORDS = tuple(TEXT.split())

HEADER = """\
# Team.
msgid ""
msgstr ""
"Project-Id-Version: rights\\n"
"PO-Revision-Date: 2026-01-01 10:00+0000\\n"
"Language: sr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"X-Generator: Poedit 3.4\\n"
"""  # noqa: E501 - as Poedit writes it
TEMPLATE_HEADER = '#, fuzzy\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@dataclass(frozen=True, kw_only=True)
class Source:
    """What identifies a message, and its plural."""

    context: str | None
    msgid: str
    plural: str | None

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.msgid


@dataclass(kw_only=True)
class Maker:
    """Sources that differ from each other."""

    random: random.Random
    seen: set[tuple[str | None, str]] = field(default_factory=set)

    def sentence(self) -> str:
        words = self.random.choices(WORDS, k=self.random.choice([1, 2, 3, 5, 8, 12, 20, 30]))
        return self.random.choice([" ", " ", "\n"]).join([" ".join(words[:3]), " ".join(words[3:])]).strip()

    def source(self) -> Source:
        while True:
            context = self.random.choice([None] * 4 + ["a", "b"])
            plural = None if self.random.random() < 0.85 else self.sentence()
            made = Source(context=context, msgid=self.sentence(), plural=plural)
            if self.fresh(made):
                return made

    def fresh(self, source: Source) -> bool:
        fresh = source.key not in self.seen
        self.seen.add(source.key)
        return fresh

    def edited(self, text: str) -> str:
        words = text.split(" ")
        for _ in range(self.random.choice([1, 1, 2, 4, 8])):
            at, chance = self.random.randrange(len(words)), self.random.random()
            if chance < 0.4:
                words[at] = self.random.choice(WORDS)
            elif chance < 0.7 or len(words) == 1:
                words.insert(at, self.random.choice(WORDS))
            else:
                del words[at]
        return " ".join(words)


def pair(seed: int, *, size: int) -> tuple[bytes, bytes]:
    """A catalog, and a template in which some messages are the same, edited, new, gone or moved."""
    maker = Maker(random=random.Random(seed))
    catalog, template = [HEADER], []
    for number in range(size):
        old = maker.source()
        catalog.append(_old_entry(maker, old, number))
        new = _later(maker, old)
        if new is not None:
            flags = maker.random.choice(["", "#, python-format\n"])
            template.append(
                f"#. comment {number}\n#: b.xml:{number}\n{flags}" + "".join(_strings(new, "", forms=2))
            )
    if maker.random.random() < 0.5:
        maker.random.shuffle(template)
    return "\n".join(catalog).encode(), "\n".join([TEMPLATE_HEADER, *template]).encode()


def _later(maker: Maker, old: Source) -> Source | None:
    chance = maker.random.random()
    if chance < 0.4:
        return old
    if chance < 0.7:
        context = old.context if maker.random.random() < 0.8 else "c"
        new = Source(context=context, msgid=maker.edited(old.msgid), plural=old.plural)
        return new if maker.fresh(new) else None
    if chance < 0.8:
        plural = None if old.plural is not None else maker.sentence()
        return Source(context=old.context, msgid=old.msgid, plural=plural)
    return maker.source() if chance < 0.9 else None


def _old_entry(maker: Maker, source: Source, number: int) -> str:
    chance = maker.random.random
    text = "" if chance() < 0.2 else maker.sentence()
    fuzzy, obsolete = chance() < 0.2, chance() < 0.15
    lines = ["# remark\n"] if chance() < 0.5 else []
    lines += [] if obsolete else [f"#. comment {number}\n", f"#: a.xml:{number}\n"]
    flags = [*(["fuzzy"] if fuzzy else []), *(["python-format"] if chance() < 0.5 else [])]
    lines += [f"#, {', '.join(flags)}\n"] if flags else []
    mark = "#~ " if obsolete else ""
    if fuzzy and chance() < 0.5:
        lines.append(f"{mark.strip() or '#'}| msgid {_quoted(maker.sentence())}\n")
    return "".join([*lines, *(mark + line for line in _strings(source, text, forms=3))])


def _strings(source: Source, text: str, *, forms: int) -> Iterator[str]:
    if source.context is not None:
        yield f"msgctxt {_quoted(source.context)}\n"
    yield f"msgid {_quoted(source.msgid)}\n"
    if source.plural is None:
        yield f"msgstr {_quoted(text)}\n"
        return
    yield f"msgid_plural {_quoted(source.plural)}\n"
    yield from (f"msgstr[{index}] {_quoted(text)}\n" for index in range(forms))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
