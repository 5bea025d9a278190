"""`identities.toml`, which stays on this computer, to the names that a reviewer's pseudonym stands for."""

from collections.abc import Mapping

from leaflets.config.table import close, open_toml, some, words
from leaflets.files import Files, read_text

IDENTITIES = "identities.toml"
"""Ignored by git: `[identity]`, `reviewer-1 = ["Ana A.", "ana@example.org"]`."""


def read_identities(files: Files) -> Mapping[str, tuple[str, ...]]:
    """WHO -> names and addresses; nothing where there is no such file. ConfigError if it is damaged."""
    if not files.exists(IDENTITIES):
        return {}
    root = open_toml(read_text(files, IDENTITIES), file=IDENTITIES)
    root.only("identity")
    table = root.table("identity")
    found = {name: table.need(name, some(words), ()) for name in table.values}
    close(root)
    return found


def hidden_names(identities: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All names and addresses that the file keeps to itself, in small letters."""
    return frozenset(part for names in identities.values() for one in names for part in _parts(one))


def same_person(who: str, header: str, identities: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether `header` (`Ana A. <ana@example.org>`) names the one who is called `who`."""
    return bool(_names(who, identities) & set(_parts(header)))


def _names(who: str, identities: Mapping[str, tuple[str, ...]]) -> set[str]:
    """All names of a person: also those of whoever has this name among hers."""
    plain = set(_parts(who))
    own = {
        name: {*_parts(name), *(part for one in also for part in _parts(one))}
        for name, also in identities.items()
    }
    return plain.union(*(names for names in own.values() if names & plain))


def _parts(text: str) -> list[str]:
    """Name and address, in small letters."""
    name, _, address = text.partition("<")
    found = (" ".join(part.split()).casefold() for part in (name, address.partition(">")[0]))
    return [part for part in found if part]
