"""What people wrote and no record has a place for, kept in a file beside the records so that nothing is dropped."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError
from cthb_reports.word.edits import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cthb_reports.readers.docx.returned import Remark
    from cthb_reports.word.edits import Edit
    from cthb_reports.workflow.pulling import Review

FOLDER = "pulled"
"""A folder of the records that holds no records."""


def kept(source: Path, review: Review) -> tuple[Review, dict[Path, bytes]]:
    """Return what came back with a note of what is kept already, and the file that keeps the rest; none where nothing is new.

    What the file holds is never taken out: its reader strikes off what is done.
    """
    path = (source if source.is_dir() else source.parent) / FOLDER / f"{Path(review.draft).stem}.md"
    before = _text(path)
    edits = tuple(
        replace(placed, is_kept=placed.edit.status is Status.NEW_TEXT and _new_text(placed.edit) in before)
        for placed in review.edits
    )
    comments = tuple(comment for comment in review.comments if _comment(*comment) not in before)
    new = [
        *(_new_text(placed.edit) for placed in edits if placed.edit.status is Status.NEW_TEXT and not placed.is_kept),
        *(_comment(*comment) for comment in comments),
    ]
    seen = replace(review, edits=edits, comments=comments)
    if not new:
        return seen, {}
    head = before or f"# What came back in {Path(review.draft).name}, and has no place in the records\n"
    return seen, {path: (head + "".join(f"\n{text}" for text in new)).encode()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise DraftError(f"{path}: cannot be read, so nothing is added to it: {error}") from error


def _new_text(edit: Edit) -> str:
    where = f"paragraph {edit.paragraph}" if edit.part == "body" else edit.part
    return f"New text, {where}:\n\n{_quoted(edit.new)}\n"


def _comment(remark: Remark, paragraph: int) -> str:
    where = f"at {remark.words!r} in paragraph {paragraph}" if remark.words else f"at paragraph {paragraph}"
    date = f" ({remark.date[:10]})" if remark.date else ""
    answer = ", in answer to another comment" if remark.reply_to else ""
    done = ", marked as done" if remark.done else ""
    return f"Comment by {remark.author or 'somebody'}{date}, {where}{answer}{done}:\n\n{_quoted(remark.text)}\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


@contextmanager
def folder_for(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Make the folders that files are put into; those that were made are gone again if the files cannot be written."""
    made = []
    try:
        for folder in {path.parent for path in files}:
            if not folder.exists():
                folder.mkdir()
                made.append(folder)
        yield
    except OSError as error:
        raise DraftError(f"{error.filename}: cannot be made: {error.strerror}") from error
    finally:
        for folder in made:
            if not any(folder.iterdir()):
                folder.rmdir()
