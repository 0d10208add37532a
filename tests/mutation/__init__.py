"""How much of what matters the checks find: the sample is clean; one thing at a time is changed in it by machine.

``sample`` knows where every value stands, ``kind`` what a kind of change is, ``kinds`` lists them all, ``measure``
tries them and counts. ``python -m tests.mutation`` writes the table to ``docs/mutation.md``.
"""
