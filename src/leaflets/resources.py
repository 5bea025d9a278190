"""Where the toolkit's own files are: in the installed package, or in the repository it is run from."""

from pathlib import Path

from leaflets.errors import LeafletsError

PACKAGE = Path(__file__).parent


def data_path(name: str) -> Path:
    """A file or folder of the package's own data, such as `languages.toml` or `icc/sRGB.icc`."""
    path = PACKAGE / "data" / name
    if not path.exists():
        raise _incomplete(path)
    return path


def shared_root() -> Path:
    """The folder with `fonts/` and `layouts/_base/`: a project's files come first, then these.

    An installed package carries them in `leaflets/shared` (the wheel's force-include); in a checkout
    they are those of the repository.
    """
    candidates = (PACKAGE / "shared", PACKAGE.parent.parent)
    found = next((root for root in candidates if (root / "fonts" / "fonts.toml").is_file()), None)
    if found is None:
        raise _incomplete(candidates[0] / "fonts")
    return found


def _incomplete(path: Path) -> LeafletsError:
    return LeafletsError(f"a part of leaflets is missing: {path}; install the package anew")
