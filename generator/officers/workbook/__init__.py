"""A year as a workbook for Excel: which cells each kind of data has, how a value stands in one, and the way back.

``layout`` says which cells there are, ``cells`` how one value is shown and read, ``writing`` makes the workbook, ``reading``
takes it back, ``merging`` puts base, workbook and data together.
"""
