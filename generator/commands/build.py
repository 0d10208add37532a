"""``oit build``: checks, builds and verifies, and only then replaces the site."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.cache.cache import Cache
from generator.commands.project import home_of, refuse_other_folders
from generator.commands.repeat import Done, cache_of, repeated
from generator.commands.scratch import scratch
from generator.project import Project
from generator.publish import standing
from generator.site import published


def run(options: argparse.Namespace) -> int:
    cache = cache_of(options)
    with scratch() as folder:
        project = _project(options, folder, cache)

        def work() -> Done:
            from generator.commands import build_site  # what builds is not imported where nothing is to be built

            return build_site.build(project, options)

        def stands(made: Any) -> bool:
            return standing.stands(project, made, cache.hashes)

        root = project.root
        places = (options.data, root / "content", root / "theme", root / "mkdocs.yml")
        asked = {**vars(options), "root": root, "site": project.site, "day": project.today}
        return repeated(cache, asked, places, work, stands, (options.data / published.FILE,))


def _project(options: argparse.Namespace, scratch: Path, cache: Cache) -> Project:
    home = home_of(options.project, options.lang)
    project = home.project(options.data, scratch, site=options.site, is_draft=options.draft, day=options.date)
    refuse_other_folders(project, options.lang)
    site = project.site
    return replace(
        project,
        pdf_cache=home.folder / "build" / "pdf" / site.name if options.pdf else None,
        offline=site.with_name(f"{site.name}-offline.zip") if options.offline else None,
        records_addresses=not options.draft,
        previous=None if options.draft else home.publications(site),
        key=options.sign,
        cache=cache,
    )
