"""How text becomes a record: one stage a file, in the order of ``parse.py``."""
