"""What a readout is: the one definition from which every schema is derived."""

from diplomatic_readouts.contract import SCHEMA_VERSION
from diplomatic_readouts.records.annotation import Formula, Mention, Pledge
from diplomatic_readouts.records.metadata import Event, Publisher, Segment, Source, Stamp
from diplomatic_readouts.records.participant import Participant
from diplomatic_readouts.records.readout import Readout
from diplomatic_readouts.records.span import Given, Record, Span
from diplomatic_readouts.records.statement import Cue, Statement

__all__ = [
    "SCHEMA_VERSION",
    "Cue",
    "Event",
    "Formula",
    "Given",
    "Mention",
    "Participant",
    "Pledge",
    "Publisher",
    "Readout",
    "Record",
    "Segment",
    "Source",
    "Span",
    "Stamp",
    "Statement",
]
