"""Whole pages in every layout that lists of items have, with planted faults and without; measured in ``docs/audit.md``."""
