"""How a Word file is edited in LibreOffice; run by the Python that has `uno`, so it imports nothing of this project.

It reads `{"pipe", "came", "went", "steps"}` as JSON, opens `came` in the LibreOffice that listens at the pipe, does the steps, and saves to
`went` as Word. It prints `{"text", "lost"}`: the text at the end, and the steps whose words are not there.
It ends with `DEAF` where no LibreOffice listens, or not yet.
"""

from __future__ import annotations

import json
import os
import sys

from office_editor import Editor, WordsNotFoundError, connected
from office_steps import STEPS

DEAF = 75


def main() -> None:
    order = json.load(sys.stdin)
    context = connected(order["pipe"])
    if context is None:
        sys.exit(DEAF)
    editor = Editor(context, order["came"])
    try:
        editor.sign("")
        lost = []
        for step in order["steps"]:
            name = step.pop("step")
            try:
                STEPS[name](editor, **step)
            except WordsNotFoundError as error:
                lost.append(f"{name}: {error}")
        editor.save(order["went"])
        json.dump({"text": editor.document.Text.String, "lost": lost}, sys.stdout)
    finally:
        editor.close()


if __name__ == "__main__":
    main()
    # All is said and saved; UNO now and then falls over when Python tears it down.
    sys.stdout.flush()
    os._exit(0)
