"""A document that is open in LibreOffice, with a hand at its keyboard; run by the Python that has `uno`."""

from __future__ import annotations

import re
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# What the commands of a cursor take: whether it leaves its place or stretches from it.
MOVE, STRETCH = False, True


class WordsNotFoundError(Exception):
    """The words that a step is about are not in the document."""


def properties(**values: Any) -> tuple[Any, ...]:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def connected(pipe: str) -> Any:
    """Return the context of the LibreOffice at a pipe; None if nobody listens there for a second."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(20):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.05)
    return None


class Editor:
    """One document and the hand at its keyboard."""

    def __init__(self, context: Any, path: str) -> None:
        self.context = context
        self.author = ""
        # Seen, as keys come to nothing where the window is hidden.
        self.document = self.service("frame.Desktop").loadComponentFromURL(
            uno.systemPathToFileUrl(path), "_blank", 0, properties(Hidden=False)
        )

    def save(self, path: str) -> None:
        self.document.storeToURL(uno.systemPathToFileUrl(path), properties(FilterName="MS Word 2007 XML"))

    def close(self) -> None:
        self.document.close(True)  # noqa: FBT003  # UNO has no names of arguments

    def sign(self, author: str) -> None:
        """Say who sits at the keyboard, as in the options of the program; nobody is `Unknown Author`."""
        provider = self.service("configuration.ConfigurationProvider")
        person = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            properties(nodepath="/org.openoffice.UserProfile/Data"),
        )
        self.author = author
        person.givenname, person.sn = author, ""
        person.initials = "".join(name[0] for name in author.split())
        person.commitChanges()

    def service(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(f"com.sun.star.{name}", self.context)

    def command(self, name: str, **arguments: Any) -> None:
        """Do what the menu entry or key of this name does, at the caret or on the selection."""
        frame = self.document.CurrentController.Frame
        self.service("frame.DispatchHelper").executeDispatch(frame, f".uno:{name}", "", 0, properties(**arguments))

    def found(self, words: str, occurrence: int = 1) -> Any:
        """Return where words stand; a space in them stands for a no-break space, too, as nobody sees which it is."""
        search = self.document.createSearchDescriptor()
        search.SearchRegularExpression = search.SearchCaseSensitive = True
        search.SearchString = "[ \u00a0]".join(map(re.escape, words.split(" ")))
        ranges = self.document.findAll(search)
        if not words or ranges.Count < occurrence:
            raise WordsNotFoundError(f"{words!r}" + (f", occurrence {occurrence}" if occurrence > 1 else ""))
        return ranges.getByIndex(occurrence - 1)

    def caret(self, at: Any, until: Any = None) -> Any:
        """Set the caret at a place, with what lies between it and another selected."""
        cursor = self.document.CurrentController.ViewCursor
        cursor.gotoRange(at, MOVE)
        if until is not None:
            cursor.gotoRange(until, STRETCH)
        return cursor

    def select(self, words: str, occurrence: int = 1) -> Any:
        return self.caret(self.found(words, occurrence))

    def type(self, text: str) -> None:
        """Type letter by letter: to LibreOffice a text of several letters is not the same."""
        for letter in text:
            self.command("InsertText", Text=letter)

    def paragraph(self, words: str) -> tuple[Any, Any]:
        """Return where the paragraph that holds the words begins and ends."""
        at = self.found(words).Start
        first, last = at.Text.createTextCursorByRange(at), at.Text.createTextCursorByRange(at)
        first.gotoStartOfParagraph(MOVE)
        last.gotoEndOfParagraph(MOVE)
        return first, last

    def select_paragraph(self, words: str) -> None:
        """Select a paragraph with its end, the last one with the end of the one before it, so that nothing is left of it."""
        first, last = self.paragraph(words)
        if not last.goRight(1, MOVE):
            first.goLeft(1, MOVE)
        self.caret(first, last)

    def stands_behind(self, place: Any) -> bool:
        """Whether anything stands before a place."""
        return bool(place.Text.createTextCursorByRange(place).goLeft(1, MOVE))
