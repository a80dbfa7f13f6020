"""How a run of Word looks, by its own settings, its character style and the style of its paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFF = {"0", "false", "off"}
_TYPED = {"courier new", "courier", "consolas", "liberation mono", "lucida console", "menlo", "cascadia mono"}
_CODE = {"code", "html code", "verbatim char", "source text"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a character looks beside the plain text of its paragraph; see `Sign`."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    code: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Traits:
    """What some settings say; `None` where they leave it to others.

    `strong` and `emphasis` are those of a style of that name: what stands in it is meant so, however it looks.
    """

    bold: bool | None = None
    italic: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    typed: bool | None = None
    code: bool = False
    strong: bool = False
    emphasis: bool = False

    def over(self, base: _Traits) -> _Traits:
        return _Traits(
            _first(self.bold, base.bold),
            _first(self.italic, base.italic),
            _first(self.raised, base.raised),
            _first(self.hidden, base.hidden),
            _first(self.typed, base.typed),
            self.code or base.code,
            self.strong or base.strong,
            self.emphasis or base.emphasis,
        )


_NOTHING = _Traits()


class Looks:
    """Tells how runs look.

    Args:
        styles: The root of the styles, or `None`.
    """

    def __init__(self, styles: Element | None) -> None:
        found = [] if styles is None else styles.findall(f"{W}style")
        self._styles: dict[str, Element] = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next((key for key, style in self._styles.items() if _is_default(style)), "")
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = _traits(defaults)
        self._traits: dict[str, _Traits] = {"": _NOTHING}
        self._looks: dict[tuple[str, str, _Traits], Look] = {}

    def name(self, style: str) -> str:
        """Return the name of a paragraph's style in small letters; of the default style where it has none."""
        found = self._styles.get(style or self._default)
        name = None if found is None else found.find(f"{W}name")
        return style.lower() if name is None else str(name.get(f"{W}val", "")).lower()

    def of(self, settings: Element | None, paragraph: str) -> Look:
        """Return how a run looks.

        Args:
            settings: Its `w:rPr`, or `None`.
            paragraph: The id of the style of its paragraph.
        """
        style = "" if settings is None else _value(settings, "rStyle")
        key = (style, paragraph, _traits(settings))
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._look(*key)
        return found

    def _look(self, style: str, paragraph: str, own: _Traits) -> Look:
        char, around = self._of_style(style), self._of_style(paragraph or self._default)
        bold, plain_bold = _toggled(own.bold, char.bold, around.bold, self._base.bold)
        italic, plain_italic = _toggled(own.italic, char.italic, around.italic, self._base.italic)
        hidden, _ = _toggled(own.hidden, char.hidden, around.hidden, self._base.hidden)
        return Look(
            bold=bold != plain_bold or (char.strong and bold),
            italic=italic != plain_italic or (char.emphasis and italic),
            raised=bool(_first(own.raised, char.raised, around.raised)),
            code=char.code or bool(_first(own.typed, char.typed)),
            hidden=hidden,
        )

    def _of_style(self, style: str) -> _Traits:
        """Return what a style says, with those that it is based on; a chain that bites its tail ends there."""
        chain: list[str] = []
        above = style
        while above not in self._traits and above in self._styles:
            self._traits[above] = _NOTHING
            chain.append(above)
            above = _value(self._styles[above], "basedOn")
        traits = self._traits.get(above, _NOTHING)
        for each in reversed(chain):
            traits = self._traits[each] = _of(self._styles[each]).over(traits)
        return traits


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in {"", *_OFF}


def _of(style: Element) -> _Traits:
    name = _value(style, "name").lower()
    traits = _traits(style.find(f"{W}rPr"))
    return replace(traits, code=name in _CODE, strong=name == "strong", emphasis=name == "emphasis")


def _traits(settings: Element | None) -> _Traits:
    if settings is None or len(settings) == 0:
        return _NOTHING
    raised, fonts = settings.find(f"{W}vertAlign"), settings.find(f"{W}rFonts")
    font = None if fonts is None else fonts.get(f"{W}ascii")
    return _Traits(
        _switch(settings.find(f"{W}b")),
        _switch(settings.find(f"{W}i")),
        None if raised is None else raised.get(f"{W}val") == "superscript",
        _switch(settings.find(f"{W}vanish")),
        None if font is None else font.lower() in _TYPED,
    )


def _switch(setting: Element | None) -> bool | None:
    return None if setting is None else setting.get(f"{W}val", "true") not in _OFF


def _value(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def _toggled(own: bool | None, char: bool | None, around: bool | None, base: bool | None) -> tuple[bool, bool]:  # noqa: FBT001  # settings, in their order
    """Return whether a run has a trait, and whether it would by its paragraph alone.

    Two styles that both are bold make text that is not (ECMA-376, 17.7.3); what the run itself says, counts.
    """
    plain = bool(base) or bool(around)
    styled = bool(base) or bool(char) != bool(around)
    return styled if own is None else own, plain


def _first(*said: bool | None) -> bool | None:
    return next(_known(said), None)


def _known(said: tuple[bool | None, ...]) -> Iterator[bool]:
    return (one for one in said if one is not None)
