"""How well numbers and homes of persons are found; ``python -m tests.persons`` writes the table of ``docs/personal-data.md``."""
