"""Models as Arrow schemas and rows as Arrow tables: what Parquet files and the Hub's features are made from.

Strings are ``string``, whole numbers ``int64``, days ``date32``, lists ``list``, records ``struct``; a closed
vocabulary is a dictionary of strings. Fields keep the models' descriptions and whether they may be null.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Literal, get_args, get_origin

import pyarrow as pa

from diplomatic_readouts.records import SCHEMA_VERSION, Readout, Record
from diplomatic_readouts.tables import find_table, is_record, split_optional

_SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    datetime.date: pa.date32(),
}
_VOCABULARY = pa.dictionary(pa.int32(), pa.string())


def arrow_type(annotation: Any) -> pa.DataType:
    """Return the Arrow type of a field's type; TypeError for one that no column here can hold."""
    inner, _ = split_optional(annotation)
    if inner in _SCALARS:
        return _SCALARS[inner]
    if get_origin(inner) is Literal and all(isinstance(v, str) for v in get_args(inner)):
        return _VOCABULARY
    if get_origin(inner) is tuple and get_args(inner)[1:] == (Ellipsis,):
        item = get_args(inner)[0]
        return pa.list_(pa.field("element", arrow_type(item), nullable=split_optional(item)[1]))
    if is_record(inner):
        return pa.struct(arrow_fields(inner))
    raise TypeError(f"no Arrow type for {annotation}")


def arrow_fields(model: type[Record]) -> list[pa.Field]:
    """Return one Arrow field for each field of a model, with its description."""
    return [
        pa.field(
            name,
            arrow_type(field.annotation),
            nullable=split_optional(field.annotation)[1],
            metadata={"description": field.description or ""},
        )
        for name, field in model.model_fields.items()
    ]


def arrow_schema(model: type[Record]) -> pa.Schema:
    """Return the Arrow schema of a model, with its meaning and the contract's version as metadata."""
    meaning = " ".join((model.__doc__ or "").split())
    return pa.schema(arrow_fields(model), metadata={"description": meaning, "schema_version": SCHEMA_VERSION})


def table_schema(name: str) -> pa.Schema:
    """Return the Arrow schema of a flat table, closed vocabularies as dictionaries."""
    return arrow_schema(find_table(name).row)


def hub_schema(name: str) -> pa.Schema:
    """Return a flat table's schema for the Hub: with plain strings, since reordered labels would change rows."""
    schema = table_schema(name)
    return pa.schema([_with_strings(field) for field in schema], metadata=schema.metadata)


def _with_strings(field: pa.Field) -> pa.Field:
    """Return a field with every dictionary in it replaced by its value type."""
    kind = field.type
    if pa.types.is_dictionary(kind):
        return field.with_type(kind.value_type)
    if pa.types.is_list(kind):
        return field.with_type(pa.list_(_with_strings(kind.value_field)))
    if pa.types.is_struct(kind):
        return field.with_type(pa.struct([_with_strings(kind.field(i)) for i in range(kind.num_fields)]))
    return field


def arrow_table(name: str, readouts: Iterable[Readout]) -> pa.Table:
    """Return a flat table of readouts, in their order."""
    return both_tables(name, find_table(name).cells(readouts))[0]


def hub_table(name: str, readouts: Iterable[Readout]) -> pa.Table:
    """Return a flat table of readouts with plain strings, as the Hub gets it."""
    return both_tables(name, find_table(name).cells(readouts))[1]


def both_tables(name: str, cells: dict[str, list[Any]]) -> tuple[pa.Table, pa.Table]:
    """Return a flat table of values by column, and the same as the Hub gets it, at half the cost of making each."""
    schema = hub_schema(name)
    table = pa.Table.from_pydict(cells, schema=table_schema(name))
    same = [table.schema.field(field.name).type == field.type for field in schema]
    columns = [
        table.column(f.name) if alike else pa.array(cells[f.name], type=f.type)
        for f, alike in zip(schema, same, strict=True)
    ]
    return table, pa.Table.from_arrays(columns, schema=schema)


def nested_table(readouts: Iterable[Readout]) -> pa.Table:
    """Return the whole records as one Arrow table: a struct for each record in a record."""
    rows = [readout.model_dump() for readout in readouts]
    return pa.Table.from_pylist(rows, schema=arrow_schema(Readout))


def schema_text(schema: pa.Schema) -> str:
    """Return a schema as lines that a person can compare: name, type, whether it may be null, what it means."""
    lines = []
    for field in schema:
        null = "" if field.nullable else " not null"
        told = (field.metadata or {}).get(b"description", b"").decode()
        lines.append(f"{field.name}: {_type_text(field.type)}{null}  # {told}")
    return "\n".join(lines) + "\n"


def _type_text(kind: pa.DataType) -> str:
    """Return a type in full: pyarrow's own text shortens long structs."""
    if pa.types.is_dictionary(kind):
        return f"dictionary<{kind.value_type}>"
    if pa.types.is_list(kind):
        return f"list<{_item_text(kind.value_field)}>"
    if pa.types.is_struct(kind):
        fields = [kind.field(i) for i in range(kind.num_fields)]
        return f"struct<{', '.join(f'{f.name}: {_item_text(f)}' for f in fields)}>"
    return str(kind)


def _item_text(field: pa.Field) -> str:
    return _type_text(field.type) + ("" if field.nullable else " not null")
