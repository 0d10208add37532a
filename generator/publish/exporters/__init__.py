"""Files for programs and spreadsheets, made from the data: exporters give bytes or files, never pages.

One file per export or format. Columns, types and encoding are a contract that the docstring of each states:
who reads a file today can read next year's, and the same data gives the same bytes.

``answer_sheet`` what the agency answers for every item of a year; ``whole_tables`` every table of the data, by
``table_csv`` and ``table_xlsx``; ``lists`` what is asked of agencies.
"""
