"""Records of approvals and of calls to what people wrote into them: it is published with the project."""

from collections.abc import Iterator, Mapping

from leaflets.build.inputs import approvals_path
from leaflets.checks.subject import Said
from leaflets.config.approvals import Approvals, ProofApproval, TextApproval, read_approvals
from leaflets.contact import Contact
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Leaflet


def verified_by(contacts: Mapping[str, Contact]) -> tuple[Said, ...]:
    """Who called the organisations, as contacts.toml says."""
    return tuple(
        Said(key="checked_by", text=one.checked_by, place=one.place)
        for one in contacts.values()
        if one.checked_by
    )


def said_of(leaflet: Leaflet, language: Language, *, files: Files) -> tuple[Said, ...]:
    """What approvals say; nothing where there is no record. ConfigError if it is damaged."""
    path = approvals_path(language, leaflet, files=files)
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
