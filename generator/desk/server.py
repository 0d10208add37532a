"""The desk as an ASGI application: who may ask, what may be sent, what every answer carries; and the server that runs it."""

from __future__ import annotations

import socket
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.desk import pages
from generator.desk.access import Access, Denied
from generator.desk.answers import Desk
from generator.desk.approving import Approving
from generator.desk.asking import Answer, Asked, NotThere
from generator.desk.attaching import Attaching
from generator.desk.editing import Malformed
from generator.desk.history import History
from generator.desk.owning import Owning
from generator.desk.tabling import Tabling
from generator.desk.uploads import MOST_BYTES, Uploads
from generator.input.edits import Refused
from generator.publish.policy import HEADERS, POLICY
from generator.serve import BODY
from generator.store.door import Conflict, OutsideFolder

_MOST_SENT = 8_000_000
"""Bytes of a form without a file; the longest form of the sample sends a fortieth of it."""
_ROUND_A_FILE = 200_000
"""Bytes that a form has round its file."""
_WITH_FILES = ("/evidence/", "/table/", "/owners/")
"""How the addresses begin that files are sent to."""
_MOST_FIELDS = 50_000
"""Values of one form."""
_LOOKS, _BETWEEN_LOOKS = 20, 0.01
"""Times that a page of the draft is read again that is not whole, and the seconds between them."""
_ERRORS: Mapping[int, str] = {
    400: "malformed",
    403: "forbidden",
    404: "not_there",
    405: "not_so",
    409: "faster",
    413: "too_large",
    421: "other_name",
    500: "broken",
    507: "machine",
}
"""Status → its sentences in ``desk.error``."""
_HEADERS: Mapping[str, str] = {
    **HEADERS,
    "Content-Security-Policy": f"{POLICY}; frame-src 'self'; frame-ancestors 'self'",
    "Referrer-Policy": "same-origin",  # the address of the first page has the key; without any, no form says where it is from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer carries."""


Answers = Callable[..., Answer]
Endpoint = Callable[[Request], Awaitable[Response]]


class TooLarge(Exception):
    """More was sent than is read."""


class Guard:
    """Answers nobody who may not ask, reads no more than it should, and says the same of every answer."""

    def __init__(self, app: ASGIApp, access: Access, refuse: Callable[[Denied], Response]) -> None:
        self._app, self._access, self._refuse = app, access, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        try:
            answer = self._let_in(scope)
        except Denied as denied:
            answer = self._refuse(denied)
        await (answer or self._app)(scope, _bounded(scope, receive), with_headers)

    def _let_in(self, scope: Scope) -> Response | None:
        """See that somebody may ask; gives an answer only to the one who brings the key.

        Raises:
            Denied: nobody may ask so.
        """
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        access = self._access
        access.check_host(headers)
        if scope["path"].startswith("/assets/"):
            return None
        request = Request(scope)
        if scope["path"] == "/" and "key" in request.query_params and access.key:
            answer = RedirectResponse("/", 303)
            session = access.take_key(request.query_params["key"])
            answer.set_cookie(access.cookie, session, httponly=True, samesite="strict", path="/")
            return answer
        scope.setdefault("state", {})["user"] = access.user_of(headers, _cookies(headers))
        if scope["method"] not in ("GET", "HEAD"):
            access.check_origin(headers)
        return None


def _cookies(headers: Mapping[str, str]) -> Mapping[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _bounded(scope: Scope, receive: Receive) -> Receive:
    """What is sent, up to what a request of its kind may send."""
    most = MOST_BYTES + _ROUND_A_FILE if scope["path"].startswith(_WITH_FILES) else _MOST_SENT
    length = Headers(scope=scope).get("content-length", "0")
    left = most - (int(length) if length.isdecimal() and len(length) < 20 else 0)
    read = 0

    async def bounded() -> Message:
        nonlocal read
        if left < 0:  # it says so itself: nobody waits for the rest
            raise TooLarge
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise TooLarge
        return message

    return bounded


class _Web:
    """The desk's answers as those of an ASGI application.

    Args:
        too_large: beginning of an address that files are sent to → what is answered there to one that is too large.
        theme: the folder of the site's theme, whose typeface the desk has too.
    """

    def __init__(self, desk: Desk, too_large: Mapping[str, Answers], theme: Path) -> None:
        self._desk, self._too_large = desk, too_large
        self._assets = {
            **{one.name: one for one in (pages.FOLDER / "assets").iterdir()},
            **{one.name: one for one in (theme / "assets" / "fonts").glob("*.woff2")},
        }

    def reads(self, answers: Answers) -> Endpoint:
        async def read(request: Request) -> Response:
            return _response(await run_in_threadpool(self._answer, answers, _asked(request), request.path_params))

        return read

    def writes(self, answers: Answers) -> Endpoint:
        async def write(request: Request) -> Response:
            pairs, upload = await _sent(request)
            self._desk.access.check_form(request.state.user, dict(pairs).get("desk-key", ""))
            asked = _asked(request, [one for one in pairs if one[0] != "desk-key"], upload)
            return _response(await run_in_threadpool(self._answer, answers, asked, request.path_params))

        return write

    def _answer(self, answers: Answers, asked: Asked, facts: Mapping[str, Any]) -> Answer:
        """What is answered, before anything that is done in the background."""
        with self._desk.office.turns.ahead():
            return answers(asked, **facts)

    async def state(self, request: Request) -> Response:
        """How far the draft is, for the script of the pages."""
        draft = self._desk.preview.state
        now = await run_in_threadpool(self._desk.office.now)
        found = len(now.faults_of(request.query_params.get("file", ""))) if now.is_checked else None
        said = {"built": draft.built, "building": draft.is_building, "faults": len(draft.faults), "found": found}
        said["behind"] = draft.is_behind
        return JSONResponse(said)

    async def asset(self, request: Request) -> Response:
        """A style, script or typeface."""
        name = request.path_params["name"]
        if name not in self._assets:
            raise HTTPException(404)
        return FileResponse(self._assets[name])

    async def failed(self, request: Request, error: Exception) -> Response:
        """What is answered where something went wrong."""
        status, path, built = _status(error), request.url.path, self._desk.preview.state.built
        facts = {"reason": error.strerror or str(error)} if isinstance(error, OSError) else {}
        if isinstance(error, TooLarge) and path.startswith(_WITH_FILES):
            answers = self._too_large[f"/{path.split('/')[1]}/"]
            with suppress(NotThere):
                return _response(await run_in_threadpool(answers, _asked(request), **request.path_params))
        if status == 404 and path.startswith("/draft/") and not built:
            page = await run_in_threadpool(self._desk.making)
            return HTMLResponse(page, 503, {"Refresh": "2"})
        return HTMLResponse(_told(self._desk, status, error, **facts), status)

    def refuse(self, denied: Denied) -> Response:
        """What is answered to somebody who may not ask."""
        return HTMLResponse(_told(self._desk, denied.status, denied), denied.status)


class _Draft(StaticFiles):
    """The pages of the draft; none before all of them are there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(directory=desk.preview.folder, html=True, check_dir=False)
        self.config_checked = True  # a folder that somebody cleaned away is built again
        self._desk, self._preview = desk, desk.preview

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope) if self._preview.state.built else None
        if answer is None or answer.status_code == 404:  # the site's own page for it knows only its own root
            raise HTTPException(404)
        if isinstance(answer, FileResponse) and answer.media_type == "text/html":
            return HTMLResponse(await run_in_threadpool(self._page, Path(answer.path)))
        return answer

    def _page(self, file: Path) -> bytes:
        """A page, whole also where it is being written at this moment; with the bar that says the errors of the data."""
        content = file.read_bytes()
        for _ in range(_LOOKS):
            if content.rstrip().endswith(b"</html>"):
                break
            time.sleep(_BETWEEN_LOOKS)
            content = file.read_bytes()
        if not self._preview.state.faults:
            return content
        body = BODY.search(content)
        at = body.end() if body else 0
        return content[:at] + self._desk.faults_bar().encode() + content[at:]


def application(desk: Desk, uploads: Path, theme: Path) -> ASGIApp:
    """The desk as an application.

    Args:
        uploads: a folder for files that wait to be accepted.
        theme: the folder of the site's theme.
    """
    approving, history = Approving(desk), History(desk)
    attaching, tabling = Attaching(desk, Uploads(uploads / "evidence")), Tabling(desk, uploads / "tables")
    owning = Owning(desk, uploads / "owners")
    too_large = (attaching.too_large, tabling.too_large, owning.too_large)
    web = _Web(desk, dict(zip(_WITH_FILES, too_large, strict=True)), theme)
    routes = [
        Route("/", web.reads(desk.home)),
        Route("/item/{year:int}/{code}", web.reads(desk.item)),
        Route("/file/{path:path}", web.reads(desk.file), methods=["GET"]),
        Route("/file/{path:path}", web.writes(desk.send), methods=["POST"]),
        Route("/evidence/{path:path}", web.reads(attaching.page), methods=["GET"]),
        Route("/evidence/{path:path}", web.writes(attaching.send), methods=["POST"]),
        Route("/table/{path:path}", web.reads(tabling.page), methods=["GET"]),
        Route("/table/{path:path}", web.writes(tabling.send), methods=["POST"]),
        Route("/owners/{year:int}", web.reads(owning.page), methods=["GET"]),
        Route("/owners/{year:int}", web.writes(owning.send), methods=["POST"]),
        Route("/owners/{year:int}/file", web.reads(owning.file)),
        Route("/history", web.reads(history.page)),
        Route("/history/{number:int}", web.reads(history.change)),
        Route("/history/{number:int}/undo", web.writes(history.undo), methods=["POST"]),
        Route("/approve", web.reads(approving.page), methods=["GET"]),
        Route("/approve", web.writes(approving.send), methods=["POST"]),
        Route("/approve/sheet", web.reads(approving.sheet)),
        Route("/state", web.state),
        Route("/assets/{name}", web.asset),
        Mount("/draft", _Draft(desk)),
    ]
    kinds = (HTTPException, NotThere, Malformed, TooLarge, Denied, Conflict, Refused, OutsideFolder, OSError, Exception)
    app = Starlette(routes=routes, exception_handlers=dict.fromkeys(kinds, web.failed))
    return Guard(app, desk.access, web.refuse)


def _asked(request: Request, pairs: Sequence[tuple[str, str]] = (), upload: tuple[str, bytes] | None = None) -> Asked:
    return Asked(request.state.user, dict(request.query_params), pairs, upload)


async def _sent(request: Request) -> tuple[list[tuple[str, str]], tuple[str, bytes] | None]:
    """What a form sent: its values, and its file."""
    try:
        async with request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=_MOST_SENT) as form:
            pairs, upload = [], None
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    upload = (value.filename or "", await value.read())
                else:
                    pairs.append((name, value))
    except (ClientDisconnect, ValueError, UnicodeError, KeyError) as error:
        raise Malformed from error
    return pairs, upload


def _response(answer: Answer) -> Response:
    if answer.name:
        headers = {"Content-Disposition": f'attachment; filename="{answer.name}"'}
        return Response(answer.content, answer.status, headers, "application/octet-stream")
    return RedirectResponse(answer.to, 303) if answer.to else HTMLResponse(answer.page, answer.status)


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, Denied):
        return error.status
    of_kinds = (
        (NotThere, 404),
        (OutsideFolder, 404),
        (Malformed, 400),
        (TooLarge, 413),
        (Conflict, 409),
        (Refused, 409),
    )
    return next(
        (status for kind, status in of_kinds if isinstance(error, kind)), 507 if isinstance(error, OSError) else 500
    )


def _told(desk: Desk, status: int, error: Exception, **facts: str) -> str:
    """The page of an error: what happened, and what to do."""
    words, kind = desk.words["error"], _ERRORS.get(status, _ERRORS[500 if status >= 500 else 400])
    said = desk.words["denied"][error.code] if isinstance(error, Denied) else words["said"][kind].format(**facts)
    return desk.pages.render("error", title=words["title"][kind], said=said)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens, so that a taken port is told before anything is built.

    Raises:
        OSError: the port is taken, or the host is none of this machine.
    """
    found = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    found.set_inheritable(False)
    return found


def config_of(app: ASGIApp) -> uvicorn.Config:
    """How the desk is served."""
    return uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        lifespan="off",
        server_header=False,
        proxy_headers=False,  # who asks is told by the header that was named, and by no other
        timeout_graceful_shutdown=2,
        ws="none",
    )


def run(app: ASGIApp, socket: socket.socket, started: Callable[[], None]) -> None:
    """Serve until interrupted."""

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            started()

    with suppress(KeyboardInterrupt):  # how it is usually ended
        Server(config_of(app)).run(sockets=[socket])
