"""The Hub's folder in; out, its description in Croissant 1.1, with the terms for responsible use (RAI 1.0).

Croissant: http://mlcommons.org/croissant/1.1. A table in one file is a FileObject with its hash; one in parts is a
FileSet, whose hashes are in SHA256SUMS. The specification asks for a ``url`` and a day of publication, too: they are
there where somebody says them, the second as that of a release.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.about import About
from diplomatic_readouts.writing.arrow import hub_schema
from diplomatic_readouts.writing.datapackage import KEYS
from diplomatic_readouts.writing.licences import LICENCES, Licence
from diplomatic_readouts.writing.parts import Facts
from diplomatic_readouts.writing.release import Edition

CROISSANT = "croissant.json"
_PARQUET = "application/x-parquet"
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification gives, word for word, as its readers ask for."""
_TYPES = {"string": "sc:Text", "int64": "sc:Integer", "bool": "sc:Boolean", "date32[day]": "sc:Date"}


def write_croissant(folder: Path, facts: Facts, edition: Edition, sums: Mapping[str, str]) -> None:
    """Write croissant.json into the Hub's folder, whose files' SHA-256 ``sums`` gives by their path in it."""
    text = json.dumps(describe(facts, edition, sums), ensure_ascii=False, indent=1) + "\n"
    (folder / CROISSANT).write_bytes(text.encode("utf-8"))


def describe(facts: Facts, edition: Edition, sums: Mapping[str, str]) -> dict[str, Any]:
    """Return the description; tables without rows are not in it, as they are no configs of the card."""
    told = edition.about
    tables = [name for name in TABLES if facts.counts[name]]
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
        "name": told.name,
        "alternateName": told.title,
        "description": told.description,
        **({"url": told.url} if told.url else {}),
        "version": edition.data_version,
        **({"datePublished": edition.date} if edition.date else {}),
        "license": [_licence(licence) for licence in LICENCES if licence.covers != "code"],
        "citeAs": edition.citation(),
        "creator": [{"@type": "sc:Organization", "name": name} for name in told.creators],
        "keywords": list(told.keywords),
        "inLanguage": sorted(facts.languages),
        **({"temporalCoverage": f"{min(facts.days)}/{max(facts.days)}"} if facts.days else {}),
        "isLiveDataset": False,
        **_responsible_use(told),
        "distribution": [_distribution(name, sums) for name in tables],
        "recordSet": [_record_set(name, sums) for name in tables],
    }


def _licence(licence: Licence) -> dict[str, str]:
    """Return what is said of the rights in one thing: those in the texts are not those in the annotations."""
    named = {"@type": "sc:CreativeWork", "name": f"{licence.covers}: {licence.terms}"}
    return {**named, **({"url": licence.url} if licence.url else {})}


def _responsible_use(told: About) -> dict[str, Any]:
    """Return the terms of the RAI vocabulary (http://mlcommons.org/croissant/RAI/1.0) that something is known for."""
    return {
        "rai:dataCollection": told.collection,
        "rai:dataCollectionType": ["Document analysis"],
        "rai:dataCollectionRawData": told.raw,
        "rai:dataCollectionMissingData": told.missing,
        "rai:dataPreprocessingProtocol": list(told.preprocessing),
        "rai:dataAnnotationProtocol": [told.annotation],
        "rai:dataAnnotationAnalysis": [told.analysis],
        "rai:machineAnnotationTools": list(told.tools),
        "rai:dataBiases": list(told.biases),
        "rai:dataLimitations": [*told.limits, *(f"Not for: {use}" for use in told.not_for)],
        "rai:dataUseCases": list(told.uses),
        "rai:dataSocialImpact": told.impact,
        "rai:personalSensitiveInformation": [told.personal],
        "rai:dataReleaseMaintenancePlan": told.maintenance,
    }


def _files(name: str, sums: Mapping[str, str]) -> list[str]:
    return sorted(path for path in sums if path.startswith(f"{name}/"))


def _distribution(name: str, sums: Mapping[str, str]) -> dict[str, Any]:
    """Return where the rows of a table are: one file, or all that are called alike."""
    files = _files(name, sums)
    about_it = {"@id": f"{name}-parquet", "name": f"{name}-parquet", "description": TABLES[name].meaning}
    if len(files) > 1:
        return {"@type": "cr:FileSet", **about_it, "encodingFormat": _PARQUET, "includes": f"{name}/train-*.parquet"}
    path = files[0]
    return {
        "@type": "cr:FileObject",
        **about_it,
        "contentUrl": path,
        "encodingFormat": _PARQUET,
        "sha256": sums[path],
    }


def _record_set(name: str, sums: Mapping[str, str]) -> dict[str, Any]:
    """Return the rows of a table with their fields."""
    kind = "fileSet" if len(_files(name, sums)) > 1 else "fileObject"
    columns = KEYS.get(name, ())
    key = {"key": {"@id": f"{name}/{columns[0]}"}} if len(columns) == 1 else {}
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": TABLES[name].meaning,
        **key,
        "field": list(_fields(name, {kind: {"@id": f"{name}-parquet"}})),
    }


def _fields(name: str, where: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for column in hub_schema(name):
        told = (column.metadata or {}).get(b"description", b"").decode()
        made = _field(f"{name}/{column.name}", column.type, {**where, "extract": {"column": column.name}})
        yield {**made, **({"description": told} if told else {})}


def _field(path: str, kind: pa.DataType, source: dict[str, Any]) -> dict[str, Any]:
    """Return a field, with a field below it for each part of a struct."""
    is_list = pa.types.is_list(kind)
    item = kind.value_type if is_list else kind
    made = {
        "@type": "cr:Field",
        "@id": path,
        "name": path,
        **({"isArray": True, "arrayShape": "-1"} if is_list else {}),
    }
    if not pa.types.is_struct(item):
        return {**made, "dataType": _TYPES[str(item)], "source": source}
    parts = [item.field(n) for n in range(item.num_fields)]
    below = [
        _field(f"{path}/{part.name}", part.type, {**source, "transform": {"jsonPath": part.name}}) for part in parts
    ]
    return {**made, "subField": below}
