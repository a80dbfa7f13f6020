"""The Jinja2 environment: sandboxed, strict about what is undefined, and with our own filters only."""

from __future__ import annotations

import functools
import hashlib
from contextlib import suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from jinja2 import (
    ChoiceLoader,
    FileSystemBytecodeCache,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
    nodes,
)
from jinja2.environment import TemplateModule
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cthb_reports import assets
from cthb_reports.rendering.display import shown
from cthb_reports.rendering.filters import FILTERS, TESTS
from cthb_reports.rendering.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.bccache import Bucket

BUILT_IN = "built-in"
"""The prefix under which an office's template finds ours: `{% extends "built-in/report/document.md.j2" %}`."""

_REFUSED: Mapping[type[nodes.Node], str] = {
    nodes.Concat: "~ joins texts and loses the fields they came from; write the values one after the other",
    nodes.Add: "+ joins texts and loses the fields they came from; write the values one after the other",
    nodes.Mod: "% formats text and loses the fields it came from; write the values one after the other",
}


class Missing(StrictUndefined):
    """What a template names and nobody knows, told in the words of the records."""

    @property
    def _undefined_message(self) -> str:
        if isinstance(self._undefined_obj, View):
            return f"{type(self._undefined_obj.value_).__name__} has no field {self._undefined_name!r}"
        return super()._undefined_message


class Environment(ImmutableSandboxedEnvironment):
    """Refuses, when a template is loaded, what would lose the field of a value."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give fields of views and macros of templates without asking the sandbox, which takes longer: both are ours alone."""
        if type(obj) is View and attribute[-1] != "_" and attribute[0] != "_":
            try:
                return obj.field_(attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        if type(obj) is TemplateModule and attribute[0] != "_":
            return getattr(obj, attribute, None) or self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(tuple(_REFUSED)):
            raise TemplateSyntaxError(_REFUSED[type(node)], node.lineno, name, filename)
        return tree


def environment(own: Mapping[str, str] | None = None) -> Environment:
    """Return the environment of the built-in templates, or of an office's own before them.

    Args:
        own: The office's templates: name below its folder, such as `report/document.md.j2`, to text.
    """
    return _make(dict(own)) if own else _built_in()


@functools.cache
def _built_in() -> Environment:
    return _make({})


def digest(own: Mapping[str, str] | None = None) -> str:
    """Return the digest of all templates: the built-in ones, and those of an office before them."""
    made = hashlib.sha256(_built_in_digest())
    for name, text in sorted((own or {}).items()):
        made.update(f"{name} {len(text)} {text}".encode())
    return made.hexdigest()


@functools.cache
def _built_in_digest() -> bytes:
    made = hashlib.sha256()
    for folder in sorted(assets.templates_root().iterdir(), key=lambda entry: entry.name):
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else ():
            if file.name.endswith(".j2"):
                made.update(f"{folder.name}/{file.name} ".encode() + file.read_bytes())
    return made.digest()


def _make(own: dict[str, str]) -> Environment:
    ours = FunctionLoader(_read)
    # The name goes with the text, so that it stands in tracebacks.
    theirs = FunctionLoader(lambda name: (own[name], name, None) if name in own else None)
    loader = ChoiceLoader([theirs, PrefixLoader({BUILT_IN: ours}), ours])
    made = Environment(
        loader=loader,
        undefined=Missing,
        autoescape=True,
        lstrip_blocks=True,
        finalize=shown,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_compiled(),
    )
    made.filters = dict(FILTERS)
    made.tests = {**TESTS, "none": lambda value: value is None, "defined": made.tests["defined"]}
    made.globals = {"namespace": made.globals["namespace"]}
    return made


class _Compiled(FileSystemBytecodeCache):
    """Templates as they were compiled last, in a folder that only the user may open: compiling takes longer than a draft.

    They are found by the version of the program and of Jinja2, the name of a template, and its text.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, or do without where nothing can be written."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled() -> _Compiled | None:
    try:
        return _Compiled(pattern=f"cthb_reports_{version('cthb-reports')}_{version('jinja2')}_%s.cache")
    except (RuntimeError, OSError):  # no folder that is the user's alone
        return None


def _read(name: str) -> tuple[str, str, Any] | None:
    file = assets.templates_root().joinpath(*name.split("/"))
    return (file.read_text(encoding="utf-8"), name, None) if file.is_file() else None
