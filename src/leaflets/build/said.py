"""Records of approvals to what people wrote into them, for the checks: it is published with the project."""

from collections.abc import Iterator

from leaflets.checks.subject import Said
from leaflets.config.approvals import Approvals, ProofApproval, TextApproval, read_approvals
from leaflets.files import Files
from leaflets.project import Language, Leaflet


def said_of(leaflet: Leaflet, language: Language, *, files: Files) -> tuple[Said, ...]:
    """Nothing where there is no record. ConfigError if it is damaged."""
    path = f"locales/{language.folder}/{leaflet.name}.approvals.toml"
    if not files.exists(path):
        return ()
    return tuple(dict.fromkeys(_said(read_approvals(files.read(path), file=path))))


def _said(approvals: Approvals) -> Iterator[Said]:
    signed: tuple[TextApproval | ProofApproval, ...] = (*approvals.texts, *approvals.proofs)
    for one in signed:
        yield Said(key="by", text=one.by, place=one.place)
        if one.note:
            yield Said(key="note", text=one.note, place=one.place)
    for change in approvals.reworded:
        yield Said(key="by", text=change.by)
