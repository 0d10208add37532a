"""``oit edit``: the officer's desk in a browser, on this machine or behind an agency's own login."""

from __future__ import annotations

import argparse
import re
import threading
import webbrowser
from dataclasses import replace
from datetime import datetime

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, report
from generator.commands.door import who
from generator.commands.project import THAI_TIME, home_of, refuse_other_folders
from generator.commands.repeat import cache_of
from generator.commands.scratch import scratch
from generator.desk.access import Access
from generator.desk.answers import Desk
from generator.desk.office import Office
from generator.desk.pages import Pages
from generator.desk.preview import Preview
from generator.desk.server import application, listening
from generator.desk.server import run as serve
from generator.diagnostics import Diagnostic
from generator.serve import Kept, aside

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


def run(options: argparse.Namespace) -> int:
    if not options.data.is_dir():
        report(
            [Diagnostic(options.data.as_posix(), 0, 0, "no-data-folder")], options.lang, far=far_folder(options.data)
        )
        return FAULTS
    access = _access(options)
    words = languages.words(options.lang)
    home = home_of(options.project, options.lang)
    with scratch() as folder:
        project = home.project(options.data, folder, site=None, is_draft=True, day=options.date)
        project = replace(project, cache=cache_of(options))
        refuse_other_folders(project, options.lang)
        try:
            socket = listening(options.host, options.port)
        except (OSError, UnicodeError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            refuse(words["cli"]["no_port"].format(host=options.host, port=options.port, reason=reason))
        office = Office(project)
        draft = aside(project, folder / "draft", has_policy=True)
        preview = Preview(Kept(draft, options.engine, office.reading, despite_errors=True))
        desk = Desk(office, preview, Pages(options.lang), access, lambda: datetime.now(THAI_TIME))
        app = application(desk, folder / "uploads", project.root / "theme")

        def started() -> None:
            url = f"http://{options.host}:{options.port}/"
            if access.user_header:
                said = words["desk"]["started_behind"].format(url=url, hosts=", ".join(options.host_name))
            else:
                url += f"?key={access.key}"
                said = words["desk"]["started"].format(url=url)
            print(said.rstrip("\n"), flush=True)
            if not (access.user_header or options.no_browser):
                threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()

        preview.start()
        try:
            serve(app, socket, started)
        finally:
            preview.stop()
    return FINE


def _access(options: argparse.Namespace) -> Access:
    """Who may use the desk, as it was started."""
    words = languages.words(options.lang)["desk"]
    port = options.port
    if not options.behind_proxy:
        if options.user_header or options.host_name or options.host != "127.0.0.1":
            refuse(words["needs_behind"])
        return Access({f"{name}:{port}" for name in ("127.0.0.1", "localhost")}, who(), cookie=f"oit-desk-{port}")
    if not (options.user_header and options.host_name):
        refuse(words["behind_needs"])
    if not _HEADER.fullmatch(options.user_header):
        refuse(words["bad_header"].format(name=options.user_header))
    return Access({name.casefold() for name in options.host_name}, "", options.user_header.lower())
