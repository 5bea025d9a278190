"""A contact and a day -> whether somebody has verified it, and whether that was too long ago."""

from datetime import date, timedelta

from leaflets.project import Contact


def is_unverified(contact: Contact) -> bool:
    """Nobody has dialled its numbers."""
    return not contact.checked_by


def good_until(contact: Contact, *, days: int) -> date:
    return contact.checked_on + timedelta(days=days)


def expired(contact: Contact, *, today: date, days: int) -> bool:
    return good_until(contact, days=days) < today
