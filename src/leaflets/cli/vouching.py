"""Options of commands by which somebody vouches for something: `--by WHO` and `--on DAY`."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import click

from leaflets.files import FORBIDDEN

Command = TypeVar("Command", bound=Callable[..., int])


def by(told: str, *, required: bool = True) -> Callable[[Command], Command]:
    """`who`, in one line as it is written into records; None where nobody is named."""
    return click.option("--by", "who", metavar="WHO", required=required, help=told, callback=_who)


def on() -> Callable[[Command], Command]:
    """`day`, which is today where it is not said, and never a later one."""
    kind = click.DateTime(("%Y-%m-%d",))
    return click.option("--on", "day", type=kind, help="The day; by default today.", callback=_day)


def _who(_context: click.Context, _option: click.Parameter, said: str | None) -> str | None:
    if said is None:
        return None
    if said != said.strip() or len(said.splitlines()) != 1 or FORBIDDEN.search(said):
        raise click.BadParameter("write a name, a role or a pseudonym in one line")
    return said


def _day(_context: click.Context, _option: click.Parameter, said: datetime | None) -> date:
    day = said.date() if said else date.today()
    if day > date.today():
        raise click.BadParameter(f"{day} has not come yet")
    return day
