"""What stands before a word: a text in; for any offset its last word that is no adverb, auxiliary or comma out."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

XX
