"""What each step does at the keyboard of an `Editor`; run by the Python that has `uno`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uno
from com.sun.star.awt import KeyEvent
from office_editor import MOVE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from office_editor import Editor


def replace(editor: Editor, old: str, new: str, occurrence: int, way: str) -> None:
    editor.found(old, occurrence)
    WAYS[way](editor, old, new, occurrence)


def typed_over(editor: Editor, old: str, new: str, occurrence: int) -> None:
    editor.select(old, occurrence)
    editor.type(new)


def keyed_over(editor: Editor, old: str, new: str, occurrence: int) -> None:
    editor.select(old, occurrence)
    window = editor.document.CurrentController.Frame.ComponentWindow
    window.setFocus()
    toolkit = editor.service("awt.Toolkit")
    for letter in new:
        event = KeyEvent(Source=window, KeyChar=uno.Char(letter))
        toolkit.keyPress(event)
        toolkit.keyRelease(event)
        toolkit.processEventsToIdle()


def pasted_over(editor: Editor, old: str, new: str, occurrence: int) -> None:
    editor.select(old, occurrence)
    editor.command("InsertText", Text=new)


def behind(editor: Editor, old: str, new: str, occurrence: int) -> None:
    editor.select(old, occurrence).collapseToEnd()
    editor.type(new)
    editor.select(old, occurrence)
    editor.command("Delete")


def before(editor: Editor, old: str, new: str, occurrence: int) -> None:
    place = editor.select(old, occurrence)
    place.collapseToStart()
    editor.type(new)
    editor.caret(place.End)
    for _ in old:
        editor.command("Delete")


def inside(editor: Editor, old: str, new: str, occurrence: int) -> None:
    start = editor.found(old, occurrence).Start
    editor.caret(start).goRight(1, MOVE)
    editor.type(new)
    # From the start each time, as what is deleted stays where changes are recorded, and the caret is behind it.
    editor.caret(start).goRight(1 + len(new), MOVE)
    for _ in old[1:]:
        editor.command("Delete")
    editor.caret(start).goRight(1, MOVE)
    editor.command("SwBackspace")


def everywhere(editor: Editor, old: str, new: str, occurrence: int) -> None:
    search = editor.document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString, search.SearchCaseSensitive = old, new, True
    editor.document.replaceAll(search)


def by_macro(editor: Editor, old: str, new: str, occurrence: int) -> None:
    editor.found(old, occurrence).setString(new)


WAYS: Mapping[str, Callable[[Editor, str, str, int], None]] = {
    "typed over": typed_over,
    "keyed over": keyed_over,
    "pasted over": pasted_over,
    "behind": behind,
    "before": before,
    "inside": inside,
    "everywhere": everywhere,
    "by macro": by_macro,
}


def delete(editor: Editor, words: str) -> None:
    editor.select(words)
    editor.command("Delete")


def insert_after(editor: Editor, words: str, new: str) -> None:
    editor.select(words).collapseToEnd()
    editor.type(new)


def insert_before(editor: Editor, words: str, new: str) -> None:
    editor.select(words).collapseToStart()
    editor.type(new)


def split_paragraph_after(editor: Editor, words: str) -> None:
    editor.select(words).collapseToEnd()
    editor.command("InsertPara")


def join_with_next(editor: Editor, words: str) -> None:
    editor.caret(editor.paragraph(words)[1])
    editor.command("Delete")


def new_paragraph_after(editor: Editor, words: str, text: str) -> None:
    editor.caret(editor.paragraph(words)[1])
    editor.command("InsertPara")
    editor.type(text)


def delete_paragraph(editor: Editor, words: str) -> None:
    editor.select_paragraph(words)
    editor.command("Delete")


def move_paragraph(editor: Editor, words: str, after: str) -> None:
    editor.found(after)
    first, last = editor.paragraph(words)
    editor.caret(first, last)
    editor.command("Cut")
    editor.caret(first)
    # What is left is empty; nothing stands before the first paragraph to join it with.
    editor.command("SwBackspace" if editor.stands_behind(first) else "Delete")
    editor.caret(editor.paragraph(after)[1])
    editor.command("InsertPara")
    editor.command("Paste")


def bold(editor: Editor, words: str) -> None:
    editor.select(words)
    editor.command("Bold")


def italic(editor: Editor, words: str) -> None:
    editor.select(words)
    editor.command("Italic")


def comment(editor: Editor, words: str, text: str, author: str) -> None:
    colleague = editor.author
    editor.sign(author)
    editor.select(words)
    editor.command("InsertAnnotation", Text=text)
    editor.sign(colleague)


def track(editor: Editor, on: bool, author: str) -> None:  # noqa: FBT001  # a step is called by its fields' names
    editor.sign(author)
    editor.document.RecordChanges = on


def accept_all(editor: Editor) -> None:
    editor.command("AcceptAllTrackedChanges")


def reject_all(editor: Editor) -> None:
    editor.command("RejectAllTrackedChanges")


STEPS: Mapping[str, Callable[..., None]] = {
    "Replace": replace,
    "Delete": delete,
    "InsertAfter": insert_after,
    "InsertBefore": insert_before,
    "SplitParagraphAfter": split_paragraph_after,
    "JoinWithNext": join_with_next,
    "NewParagraphAfter": new_paragraph_after,
    "DeleteParagraph": delete_paragraph,
    "MoveParagraph": move_paragraph,
    "Bold": bold,
    "Italic": italic,
    "Comment": comment,
    "Track": track,
    "AcceptAll": accept_all,
    "RejectAll": reject_all,
}
