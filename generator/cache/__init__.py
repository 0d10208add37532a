"""What was worked out before, kept between runs: ``store`` keeps it, ``hashes`` tells whether what it came from is unchanged,
``inputs`` tells it of a whole run.

Whatever is kept is kept under a name made of all that it was made of: content by its SHA-256, the program and every installed
package, the day where it counts. Nothing is ever looked for and found old: another input is another name. The folder may be
deleted at any time (``oit cache --clear``); what is damaged in it is not believed and made again.
"""
