"""LibreOffice's own folder, with the window of comments that its edition without a screen lacks."""

from __future__ import annotations

import shutil
from pathlib import Path

_WINDOW = Path(__file__).with_name("annotation.ui")
_PLACE = Path("share/config/soffice.cfg/modules/swriter/ui") / _WINDOW.name


def home_with_comments(program: Path, folder: Path) -> Path:
    """Return a folder that LibreOffice can be run from with comments in its documents.

    Without the description of their window, `libreoffice-writer-nogui` ends as soon as it has shown a document with a comment.

    Args:
        program: The `soffice` within LibreOffice's own folder.
        folder: Where to put a folder that points to all of that and has the missing file, too; it is empty.

    Returns:
        LibreOffice's own folder if it lacks nothing.
    """
    home = program.resolve().parents[1]
    if (home / _PLACE).exists():
        return home
    _stand_in(home, folder, _PLACE.parts)
    # A profile begins as a copy of this folder, and a link is not copied.
    (folder / "presets").unlink()
    shutil.copytree(home / "presets", folder / "presets")
    return folder


def _stand_in(original: Path, copy: Path, way: tuple[str, ...]) -> None:
    """Make a folder of links, but for what lies on the way to the missing file."""
    copy.mkdir(exist_ok=True)
    for child in original.iterdir() if original.exists() else ():
        if child.name != way[0]:
            (copy / child.name).symlink_to(child)
    if way[1:]:
        _stand_in(original / way[0], copy / way[0], way[1:])
    else:
        (copy / way[0]).write_bytes(_WINDOW.read_bytes())
