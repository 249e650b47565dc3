"""The closed vocabularies of the record, each label as the annotation guidelines define it."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal[
    "meeting",
    "call",
    "multilateral",
    "remarks",
    "article",
    "press_conference",
    "message",
    "visit",
    "announcement",
    "other",
]
Role = Literal["principal", "counterpart", "chair", "author", "attendee"]
Basis = Literal["named", "pronoun", "side", "continued", "author", "joint", "narrator"]
Act = Literal[
    "narrate",
    "assert",
    "evaluate",
    "position",
    "commit",
    "propose",
    "request",
    "expect",
    "thank",
    "greet",
    "agree",
]
Topic = Literal[
    "bilateral_ties",
    "taiwan",
    "sovereignty",
    "governance",
    "global_governance",
    "regional_forums",
    "initiatives",
    "trade",
    "investment_finance",
    "infrastructure",
    "energy",
    "minerals",
    "agriculture",
    "technology",
    "environment",
    "health",
    "people_culture",
    "mobility",
    "development",
    "defence",
    "law_security",
    "hotspots",
    "rights",
    "power_politics",
    "protocol",
]
FormulaId = Literal[
    "one_china_principle",
    "one_china_policy",
    "taiwan_question",
    "core_interests",
    "non_interference",
    "sovereignty_and_territorial_integrity",
    "development_path",
    "partnership",
    "traditional_friendship",
    "political_mutual_trust",
    "mutual_benefit_win_win",
    "equality_mutual_respect",
    "shared_future",
    "belt_and_road",
    "gdi",
    "gsi",
    "gci",
    "ggi",
    "consultation_contribution_benefit",
    "development_synergy",
    "practical_cooperation",
    "people_to_people",
    "south_south",
    "multilateralism",
    "un_centred_order",
    "rules_and_international_law",
    "fairness_and_justice",
    "multipolar_world",
    "open_world_economy",
    "anti_unilateralism",
    "anti_hegemony",
    "new_type_international_relations",
    "high_level_exchanges",
    "coordination_in_multilateral_affairs",
    "free_navigation",
    "democratic_values",
]
MentionKind = Literal["person", "country", "organization", "place", "initiative", "agreement", "event", "money", "date"]
Instrument = Literal[
    "credit_line",
    "loan",
    "grant",
    "aid",
    "investment",
    "purchase",
    "training",
    "hosting",
    "membership_support",
    "market_access",
    "visa",
    "cooperation",
]
PledgeStatus = Literal["new", "restated", "delivered"]
PublisherBasis = Literal["stated", "inferred", "unknown"]
SegmentKind = Literal[
    "front_matter",
    "navigation",
    "breadcrumb",
    "masthead",
    "title",
    "byline",
    "stamp",
    "caption",
    "paragraph",
    "footer",
    "blank",
]
SourceFormat = Literal["text", "html", "markdown", "jsonl", "parquet"]
Layout = Literal["breadcrumb", "masthead", "front_matter", "dateline", "stamped", "byline", "plain"]

VOCABULARIES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "role": get_args(Role),
    "basis": get_args(Basis),
    "act": get_args(Act),
    "topic": get_args(Topic),
    "formula": get_args(FormulaId),
    "mention_kind": get_args(MentionKind),
    "instrument": get_args(Instrument),
    "pledge_status": get_args(PledgeStatus),
    "publisher_basis": get_args(PublisherBasis),
    "segment_kind": get_args(SegmentKind),
    "source_format": get_args(SourceFormat),
    "layout": get_args(Layout),
}
"""Every closed vocabulary by name, in its fixed order."""
