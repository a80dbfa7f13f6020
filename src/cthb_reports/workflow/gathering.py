"""The user's files that are read: records, templates, a letterhead."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError, SourceError
from cthb_reports.findings import Location
from cthb_reports.sources import REPORT, SUFFIXES, Fault, SourceFile, is_ignored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.findings import Finding

MOST_BYTES = 8 * 2**20
"""What is larger is not read to its end: the sources layer refuses it, whatever it holds."""


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

    def order(self) -> tuple[str, ...]:
        """Return the names of all files, read or not, in the order in which a reader goes through them: the head first."""
        paths = {file.shown: file.path for file in self.files}
        paths |= {
            finding.location.file: PurePosixPath(str(finding.field[0])) for finding in self.findings if finding.location
        }
        return tuple(sorted(paths, key=lambda shown: _order(paths[shown])))


def gather(path: Path) -> Gathered:
    """Return the record files at a path: one file, or those of a folder.

    Raises:
        SourceError: There is nothing to read.
    """
    try:
        if path.is_dir():
            return _gather_folder(path)
        if path.exists() and path.suffix.lower() not in SUFFIXES:
            raise SourceError(f"{path}: records are {', '.join(SUFFIXES)} files, or a folder of them")
        return Gathered((SourceFile(PurePosixPath(path.name), str(path), _content(path)),), is_folder=False)
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file or folder") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {_reason(error)}") from error


def _gather_folder(folder: Path) -> Gathered:
    read: list[SourceFile] = []
    findings: list[Finding] = []
    for path in _record_files(folder, findings):
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        try:
            read.append(SourceFile(inside, str(path), _content(_within(path, folder))))
        except OSError as error:
            if _is_head(inside):
                raise SourceError(f"{path}: cannot be read: {_reason(error)}") from error
            findings.append(_unreadable(path, folder, _reason(error)))
    if not any(_is_head(file.path) for file in read):
        raise SourceError(f"{folder}: the folder holds no {REPORT}.yaml; is this the right folder?")
    return Gathered(tuple(read), is_folder=True, findings=tuple(findings))


def _record_files(folder: Path, findings: list[Finding]) -> Iterator[Path]:
    """Yield the record files of a folder and of the folders in it; those that cannot be entered are findings."""

    def closed(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise error
        findings.append(_unreadable(Path(error.filename), folder, _reason(error)))

    for place, folders, names in os.walk(folder, onerror=closed):
        inside = PurePosixPath(Path(place).relative_to(folder).as_posix())
        folders[:] = [name for name in folders if not is_ignored(inside / name / "any.yaml")]
        links = (path for path in (Path(place, name) for name in folders) if path.is_symlink())
        findings += (_unreadable(path, folder, "it is a link to another folder") for path in links)
        yield from (Path(place, name) for name in names if not is_ignored(inside / name))


def _is_head(inside: PurePosixPath) -> bool:
    return len(inside.parts) == 1 and inside.stem == REPORT


def _order(inside: PurePosixPath) -> tuple[bool, tuple[str, ...]]:
    return not _is_head(inside), tuple(part.casefold() for part in inside.parts)


def _within(path: Path, folder: Path) -> Path:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise OSError("it leads out of the report folder")
    return path


def _content(path: Path) -> bytes:
    # A pipe or a device would be waited for, perhaps for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("it is no file")
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def read_picture(folder: Path, name: str) -> bytes:
    """Return the bytes of a picture in a folder, or in a folder below it.

    Raises:
        OSError: It cannot be read, is too large, or leads out of the folder.
        ValueError: It cannot be the name of a file.
    """
    content = _content(_within(folder / name, folder))
    if len(content) > MOST_BYTES:
        raise OSError(f"it is larger than {MOST_BYTES // 2**20} MB")
    return content


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _unreadable(path: Path, folder: Path, reason: str) -> Finding:
    """Return the finding of a file or folder that cannot be read; its field is the one that its name begins with."""
    field = Path(path.relative_to(folder).parts[0]).stem
    return Fault.UNREADABLE_FILE.found(
        Location(str(path), 1, 1, 1, 1),
        f"{path.name!r} cannot be read: {reason}",
        "see who may read it, or begin its name with an underscore to have it passed over",
        (field,),
    )


def read_templates(folder: Path) -> dict[str, str]:
    """Return the templates of an office's folder: name below the folder to text.

    Raises:
        DraftError: There is no such folder, or neither a template in it nor words of its own.
    """
    try:
        if not folder.is_dir():
            raise DraftError(f"{folder}: no such folder of templates")
        found = {path.relative_to(folder).as_posix(): _template(path) for path in sorted(folder.rglob("*.j2"))}
    except OSError as error:
        raise DraftError(f"{folder}: cannot be read: {_reason(error)}") from error
    if not (found or _files_of_a_house(folder) or _tables(folder)):
        raise DraftError(
            f"{folder}: holds no templates; they are called as the built-in ones, such as report/document.md.j2"
        )
    return found


def _template(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DraftError(f"{path}: the template cannot be read: {_reason(error)}") from error
    except UnicodeDecodeError as error:
        raise DraftError(f"{path}: the template is not saved as UTF-8; save it again with that encoding") from error


def read_house(folder: Path) -> dict[str, bytes]:
    """Return the files of an office's own words and rules: those in `house` in its folder, by their names.

    Raises:
        DraftError: There is no such folder, or a file in it cannot be read.
    """
    if not folder.is_dir():
        raise DraftError(f"{folder}: no such folder")
    try:
        return {str(path): _content(path) for path in _files_of_a_house(folder)}
    except OSError as error:
        raise DraftError(f"{folder}: cannot be read: {_reason(error)}") from error


def read_tables(folder: Path) -> dict[str, str]:
    """Return the texts of an office's own tables of reference: those in `reference` in its folder, by their names.

    Raises:
        DraftError: One of them cannot be read.
    """
    return {path.stem: _template(path) for path in _tables(folder)}


def _tables(folder: Path) -> list[Path]:
    return sorted(folder.glob("reference/*.tsv"))


def _files_of_a_house(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("house/*") if path.suffix in _OF_A_HOUSE)


_OF_A_HOUSE = (".toml", ".tsv", ".txt")


def read_text_file(path: Path) -> bytes:
    """Return the bytes of a text that is to be proofread, and no more than a text has.

    Raises:
        SourceError: There is nothing to read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SourceError(f"{path}: is no file")
        with path.open("rb") as file:
            return file.read(MOST_OF_A_TEXT + 1)
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {_reason(error)}") from error


MOST_OF_A_TEXT = 64 * 2**20
"""A text is far smaller; a Word file with pictures may be as large."""


def read_letterhead(path: Path) -> bytes:
    """Return the bytes of an office's letterhead.

    Raises:
        DraftError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise DraftError(f"{path}: the letterhead cannot be read: {_reason(error)}") from error
