"""A contact and a day -> whether somebody has verified it, and whether that was too long ago."""

from datetime import date, timedelta

from leaflets.contact import Contact

AHEAD = timedelta(days=1)
"""So far may the day be ahead of ours where somebody called: it begins in the east."""


def is_unverified(contact: Contact) -> bool:
    """Nobody has dialled its numbers."""
    return not contact.checked_by


def unverified(contact: Contact) -> str:
    """What is said of a contact whose numbers nobody has dialled."""
    return f'nobody has verified the contact "{contact.id}"'


def good_until(contact: Contact, *, days: int) -> date:
    return contact.checked_on + timedelta(days=days)


def outdated(contact: Contact, *, today: date, days: int) -> str:
    """Why the word of whoever verified it is not good on this day; empty if it is."""
    said = f'the contact "{contact.id}" was verified on {contact.checked_on}'
    if contact.checked_on > today + AHEAD:
        return f"{said}, which has not come yet"
    if good_until(contact, days=days) < today:
        return f"{said}, more than {days} days ago"
    return ""
