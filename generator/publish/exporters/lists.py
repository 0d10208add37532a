"""What is asked of agencies as JSON: a catalogue a year, the components, the calendar.

The contract stands with what is written, in :mod:`generator.officers.public_lists`; addresses in
:mod:`generator.site.addresses`.
"""

from __future__ import annotations

from generator.officers.public_lists import lists_of_site
from generator.publish.output import Whole, Write, write_files


def prepare(whole: Whole) -> Write:
    made = {
        placed.path + name: content
        for placed in whole.sites
        for name, content in placed.make("lists", lists_of_site).items()
    }
    return lambda folder: write_files(made, folder)
