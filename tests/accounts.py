"""Composed accounts of meetings, the Chinese side's and the Peruvian side's, with a sentence more; their tables."""

from __future__ import annotations

import pyarrow as pa

from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.arrow import arrow_table

CHINESE = """Home > China News
Lin Tao Meets with {demonym} Foreign Minister {name}

On {day}, Foreign Minister Lin Tao met with {demonym} Foreign Minister {name} in {city}.

Lin Tao said that China is ready to expand trade with {state}. {china}

{name} noted that {state} values its ties with China. {other}
"""
PERUVIAN = """Ministry of Foreign Affairs of Peru
Press release

Foreign Minister Marta Quiroga met with the Minister of Foreign Affairs of China, Lin Tao

On {day}, Peruvian Foreign Minister Marta Quiroga met with Chinese Foreign Minister Lin Tao in Lima.

Marta Quiroga said that Peru seeks more investment in its ports. {peru}

Lin Tao said that China supports the fight against climate change.
"""
ONE_CHINA = "{} adheres to the one-China principle."
PERU = {"demonym": "Peruvian", "state": "Peru", "name": "Marta Quiroga", "city": "Lima"}
CHILE = {"demonym": "Chilean", "state": "Chile", "name": "Ana Prado", "city": "Santiago"}
KENYA = {"demonym": "Kenyan", "state": "Kenya", "name": "Grace Otieno", "city": "Nairobi"}
GHANA = {"demonym": "Ghanaian", "state": "Ghana", "name": "Kofi Mensah", "city": "Accra"}


def chinese(whom: dict[str, str], day: str, china: str = "", other: str = "") -> Readout:
    """Return the Chinese side's account of a meeting, with a sentence more of either side."""
    return parse_readout(CHINESE.format(**whom, day=day, china=china, other=other))


def tables(*readouts: Readout) -> dict[str, pa.Table]:
    """Return the flat tables of readouts."""
    return {name: arrow_table(name, readouts) for name in TABLES}
