"""The user's files: gathered to be read, and written so that nothing is ever lost or left half-written."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError, SourceError
from cthb_reports.findings import Location
from cthb_reports.sources import REPORT, SUFFIXES, Fault, SourceFile, is_ignored

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cthb_reports.findings import Finding

MOST_BYTES = 8 * 2**20
"""What is larger is not read at all: the sources layer refuses it, whatever it holds."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The record files of a report.

    Args:
        files: What was read.
        is_folder: Whether the report is a folder of files.
        findings: Files that could not be read.
    """

    files: tuple[SourceFile, ...]
    is_folder: bool
    findings: tuple[Finding, ...] = ()


def gather(path: Path) -> Gathered:
    """Return the record files at a path: one file, or those of a folder.

    Raises:
        SourceError: There is nothing to read.
    """
    if path.is_dir():
        return _gather_folder(path)
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder")
    if path.suffix.lower() not in SUFFIXES:
        raise SourceError(f"{path}: records are {', '.join(SUFFIXES)} files, or a folder of them")
    try:
        return Gathered((SourceFile(PurePosixPath(path.name), str(path), _content(path)),), is_folder=False)
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from error


def _gather_folder(folder: Path) -> Gathered:
    if not any((folder / f"{REPORT}{suffix}").exists() for suffix in SUFFIXES):
        raise SourceError(f"{folder}: the folder holds no {REPORT}.yaml; is this the right folder?")
    read, findings = [], []
    for path in sorted(folder.rglob("*")):
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        if is_ignored(inside) or path.is_dir():
            continue
        try:
            read.append(SourceFile(inside, str(path), _content(_within(path, folder))))
        except OSError as error:
            findings.append(
                Fault.UNREADABLE_FILE.found(_top(path), f"the file cannot be read: {error.strerror or error}")
            )
    return Gathered(tuple(read), is_folder=True, findings=tuple(findings))


def _within(path: Path, folder: Path) -> Path:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise OSError("it leads out of the report folder")
    return path


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _top(path: Path) -> Location:
    return Location(str(path), 1, 1, 1, 1)


def read_templates(folder: Path) -> dict[str, str]:
    """Return the templates of an office's folder: name below the folder to text.

    Raises:
        DraftError: There is no such folder, or no template in it.
    """
    if not folder.is_dir():
        raise DraftError(f"{folder}: no such folder of templates")
    try:
        found = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.j2"))
        }
    except (OSError, UnicodeDecodeError) as error:
        raise DraftError(f"{folder}: a template cannot be read: {error}") from error
    if not found:
        raise DraftError(
            f"{folder}: holds no templates; they are called as the built-in ones, such as report/document.md.j2"
        )
    return found


def read_letterhead(path: Path) -> bytes:
    """Return the bytes of an office's letterhead.

    Raises:
        DraftError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise DraftError(f"{path}: the letterhead cannot be read: {error.strerror}") from error


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: each to a temporary file beside its target, then all in place of the targets.

    Raises:
        DraftError: One of them cannot be written; the old files are as they were.
    """
    temporary: list[tuple[Path, Path]] = []
    try:
        for target, content in contents.items():
            with _named(target):
                temporary.append((_beside(target, content), target))
        for source, target in temporary:
            with _named(target):
                source.replace(target)
    finally:
        for source, _ in temporary:
            source.unlink(missing_ok=True)


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """Turn what the system says into a message about the target."""
    if target.is_dir():
        raise DraftError(f"{target}: is a folder; name a file in it")
    if not target.parent.is_dir():
        raise DraftError(f"{target}: there is no folder {target.parent}; make it first")
    try:
        yield
    except OSError as error:
        raise DraftError(f"{target}: cannot be written: {error.strerror}") from error


def _beside(target: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
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


def twice(paths: Sequence[Path]) -> Path | None:
    """Return a path that stands twice in a list under whatever name, or `None`."""
    seen: set[Path] = set()
    for path in paths:
        real = path.resolve()
        if real in seen:
            return path
        seen.add(real)
    return None
