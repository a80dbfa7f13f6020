"""The user's files that are written: looked at before any work, and written so that nothing is lost or left half-written."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError, UnknownNameError
from cthb_reports.writers import WORD, WRITERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from cthb_reports.writers import DocxOptions


def require_writable(targets: Iterable[Path]) -> None:
    """Ask that each target is of a known format and in a folder that is there, before any time is spent on it.

    Raises:
        UnknownNameError: No writer makes such files.
        DraftError: A target is a folder, is in none, or is named twice.
    """
    targets = tuple(targets)
    for target in targets:
        _require_place(target)
        if target.suffix.lower() not in WRITERS:
            raise UnknownNameError("writer for", target.suffix or target.name, sorted(WRITERS))
    if double := twice(targets):
        raise DraftError(f"{double}: is named twice; give each output a name of its own")


def twice(paths: Iterable[Path]) -> Path | None:
    """Return a path that stands twice in a list under whatever name, or `None`."""
    seen: set[Path] = set()
    for path in paths:
        real = path.resolve()
        if real in seen:
            return path
        seen.add(real)
    return None


def without_use(
    suffixes: Iterable[str], letterhead: object, docx: DocxOptions, extras: Collection[str] = (), *, clean: bool = False
) -> str | None:
    """Return the complaint that something is asked for which no draft that is to be written has, or `None`.

    Args:
        suffixes: The formats that are drafted.
        letterhead: The letterhead that is asked for, if any.
        docx: What else is asked for.
        extras: What a DOCX is to show besides while it goes round.
        clean: Whether it is to have nothing but its text.
    """
    if extras and clean:
        return f"a clean copy has nothing but its text, and cannot show {' and '.join(sorted(extras))}"
    if WORD in {suffix.lower() for suffix in suffixes}:
        return None
    asked = {"a letterhead": letterhead, "line numbers": docx.line_numbers, "a watermark": docx.watermark}
    asked |= dict.fromkeys(sorted(extras), True)
    names = [name for name, value in asked.items() if value]
    return f"only a {WORD} can have {' and '.join(names)}, and none is to be written" if names else None


def _require_place(target: Path) -> None:
    with _named(target):
        if target.is_dir():
            raise DraftError(f"{target}: is a folder; name a file in it")
        if not target.parent.is_dir():
            raise DraftError(f"{target}: there is no folder {target.parent}; make it first")
        if target.exists() and not os.access(target, os.W_OK):
            raise DraftError(f"{target}: is write-protected; choose another name or lift the protection")


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: each to a temporary file beside its target, then all in place of the targets.

    Raises:
        DraftError: One of them cannot be written; the old files are as they were.
    """
    with ExitStack() as temporary, ExitStack() as undo:
        ready = []
        for target, content in contents.items():
            _require_place(target)
            with _named(target):
                source = _beside(target.resolve(), content)
            temporary.callback(source.unlink, missing_ok=True)
            ready.append((source, target))
        for source, target in ready:
            with _named(target):
                _replace(source, target.resolve(), undo)
        undo.pop_all()


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """Turn what the system says into a message about the target."""
    try:
        yield
    except OSError as error:
        raise DraftError(f"{target}: cannot be written: {error.strerror or error}") from error


def _replace(source: Path, target: Path, undo: ExitStack) -> None:
    """Put a file in place of another, and note how to bring the other back if a later one fails."""
    if target.exists():
        old = target.read_bytes()
        source.replace(target)
        undo.callback(lambda: _beside(target, old).replace(target))
    else:
        source.replace(target)
        undo.callback(target.unlink)


def _beside(target: Path, content: bytes) -> Path:
    """Write a temporary file in the folder of a target, so that putting it in place is one step of the file system."""
    handle, name = tempfile.mkstemp(prefix=".cthb-", suffix=".tmp", dir=target.parent)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(_mode(target))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _mode(target: Path) -> int:
    """Return the permissions that a file has that is written in place: those of the old one, else the usual ones."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
