"""Questions that only attributed text answers: flat tables in, a table out.

Each function takes the tables of a dataset as ``load_table`` gives them, whole or narrowed to some rows, and returns a
``pyarrow.Table``. A day is that of the event, else of publication; where a page has neither it is null.

    in_whose_account(statements)                     what each publisher has the other sides say
    first_and_last_seen(formulas)                    since when, and until when, a formula is held by whom
    wording_changes(formulas, readouts)              "principle" for "policy"; a partnership's tier, up or down
    silences(readout_id, readouts, statements, formulas)   what comparable readouts carry and this one lacks
    all_silences(readouts, statements, formulas)     the same of every readout
    find_pairs(readouts, participants)               two accounts of one meeting
    compare_accounts(one, other, statements, formulas)     what both carry, and what each leaves out
    pledge_sums(pledges)                             amounts by currency, no pledge counted twice
    find_statements(wanted, statements, formulas)    sentences by words, speaker, holder, topic and time
    overview(tables)                                 a dataset on a page
"""

from __future__ import annotations

from diplomatic_readouts.questions.accounts import in_whose_account
from diplomatic_readouts.questions.changes import wording_changes
from diplomatic_readouts.questions.finding import Wanted, find_statements, read_day
from diplomatic_readouts.questions.overview import Overview, overview
from diplomatic_readouts.questions.pairs import compare_accounts, find_pairs
from diplomatic_readouts.questions.seen import first_and_last_seen
from diplomatic_readouts.questions.silence import all_silences, silences
from diplomatic_readouts.questions.sums import pledge_sums

__all__ = [
    "Overview",
    "Wanted",
    "all_silences",
    "compare_accounts",
    "find_pairs",
    "find_statements",
    "first_and_last_seen",
    "in_whose_account",
    "overview",
    "pledge_sums",
    "read_day",
    "silences",
    "wording_changes",
]
