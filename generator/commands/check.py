"""``oit check``: what is wrong with the data, without building anything; once, or again at every change."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.project import day_of
from generator.commands.repeat import Done, cache_of, repeated
from generator.project import Project


def run(options: argparse.Namespace) -> int:
    cache = cache_of(options)
    project = Project(Path(), options.data, Path("site"), Path("build"), today=day_of(options.date), cache=cache)

    def work() -> Done:
        from generator.commands import check_data  # what checks is not imported where the last answer still holds

        return check_data.check(project, options)

    if options.watch or options.timings or options.format == "xlsx":
        code = work().code
        cache.store.close()
        return code
    return repeated(cache, {**vars(options), "day": project.today}, [options.data], work)
