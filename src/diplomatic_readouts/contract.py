"""Which version of the record's contract this is. It stands alone so that ``--version`` need not build the models."""

SCHEMA_VERSION = "1.0"
"""Version of the record's contract: additive changes raise the minor number, others the major."""
