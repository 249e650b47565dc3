"""What help needs of the contract: it stands alone, so that ``--help`` and ``--version`` need not build the models."""

SCHEMA_VERSION = "1.0"
"""Version of the record's contract: additive changes raise the minor number, others the major."""
MOST_CHARACTERS = 1_000_000
"""Characters of a page; one that has more is a fault of a build, since a press release has some thousands."""
