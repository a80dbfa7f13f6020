"""How a value that people write as text becomes a field of a pydantic model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue


class TextValue:
    """A value with a short form: `parse` reads it, `str` writes it, and pydantic does both.

    A subclass is a frozen dataclass. A field of it takes an instance or a text, and a whole number where `takes_numbers`;
    one fault gives one error, whose message is that of `parse`. A dumped model holds the short form.
    """

    __slots__ = ()

    what: ClassVar[str]
    """What the value is, for messages and for the JSON Schema: "a document symbol"."""
    examples: ClassVar[tuple[str, ...]]
    """Short forms, the simplest first."""
    pattern: ClassVar[str | None] = None
    """A regular expression that every text `parse` takes matches, and most others do not."""
    takes_numbers: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value of a text.

        Raises:
            ValueError: The text is none; the message is for its author.
        """
        raise NotImplementedError

    @classmethod
    def of(cls, value: object) -> Self:
        """Return the value of whatever a file or a caller hands over.

        Raises:
            ValueError: It is neither an instance nor anything that `parse` reads.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        if cls.takes_numbers and isinstance(value, int) and not isinstance(value, bool):
            return cls.parse(str(value))
        raise ValueError(f"{value!r} is not {cls.what}; write it as text, such as {cls.examples[0]!r}")

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validate through `of`; serialise to the short form."""
        # Python mode too: pydantic would take a dataclass to pieces, which no validator puts together again.
        to_text = core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema())
        return core_schema.no_info_plain_validator_function(cls.of, serialization=to_text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the short form."""
        described: JsonSchemaValue = {
            "type": ["string", "integer"] if cls.takes_numbers else "string",
            "description": f"{cls.what[0].upper()}{cls.what[1:]}.",
            "examples": list(cls.examples),
            "$comment": cls.__name__,  # by which `schema` says it once for all fields
        }
        return described | ({"pattern": cls.pattern} if cls.pattern else {})
