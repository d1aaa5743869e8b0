"""The service as an ASGI application: what each address answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from lawc.service.lines import LinesResponse
from lawc.service.openapi import openapi
from lawc.service.refusing import RefusedError, details_of, problem, refusal
from lawc.service.served import Served

LARGEST = 1_000_000  # bytes of a case
SLOWEST = 30  # seconds for a body, and for an answer
_JSON, _LINES = ("application/json",), ("application/jsonl", "application/x-ndjson")

Read = Callable[[str], Any]
Ask = Callable[[Served, Any, Mapping[str, date], Mapping[str, str]], str]

_ASKS: Mapping[str, Ask] = {
    "decide": lambda law, data, days, _: law.decide(law.read(data), days, _label(data)),
    "explain": lambda law, data, days, _: law.explain(law.read(data), days),
    "next": lambda law, data, days, _: law.next(law.read(data), days),
    "what-if": lambda law, data, days, _: law.what_if(data, days),
    "ask": lambda law, data, days, asked: law.ask(
        law.read(data), days, asked["element"], asked.get("of", "")
    ),
}


class Service:
    """Laws by their names, and how the JSON of a request is read."""

    def __init__(self, laws: Iterable[Served], read: Read, version: str) -> None:
        self._laws = {law.name: law for law in laws}
        self._read = read
        self._description = json.dumps(openapi(self._laws.values(), version))

    def application(self) -> Starlette:
        """Return the application."""
        routes = [
            Route("/health", self._health),
            Route("/ready", self._health),
            Route("/openapi.json", self._openapi),
            Route("/acts", self._acts),
            Route("/acts/{act}", self._act),
            Route("/acts/{act}/text", self._text),
            Route("/acts/{act}/page", self._page),
            *(
                Route(f"/acts/{{act}}/{name}", self._posting(name), methods=["POST"])
                for name in _ASKS
            ),
        ]
        handlers: Any = {
            HTTPException: _refuse_request,
            RefusedError: _refuse,
            Exception: _refuse,
        }
        return Starlette(routes=routes, exception_handlers=handlers)

    async def _health(self, _: Request) -> Response:
        return _json(json.dumps({"status": "ok", "acts": len(self._laws)}))

    async def _openapi(self, _: Request) -> Response:
        return _json(self._description)

    async def _acts(self, _: Request) -> Response:
        return _json(_as_text([law.summary() for law in self._laws.values()]))

    async def _act(self, request: Request) -> Response:
        law = self._law(request)
        return _document(request, law, _as_text(law.summary()), "application/json")

    async def _text(self, request: Request) -> Response:
        law = self._law(request)
        return _document(request, law, law.text, "text/plain")

    async def _page(self, request: Request) -> Response:
        law = self._law(request)
        return _document(request, law, law.page, "text/html")

    def _law(self, request: Request) -> Served:
        name = request.path_params["act"]
        if name not in self._laws:
            raise RefusedError(
                404, f"no act `{name}` is served: GET /acts lists those that are"
            )
        return self._laws[name]

    def _posting(self, name: str) -> Callable[[Request], Any]:
        """Return the endpoint that answers a question about a case."""
        ask = _ASKS[name]

        async def endpoint(request: Request) -> ASGIApp:
            law = self._law(request)
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind not in (*_JSON, *(_LINES if name == "decide" else ())):
                raise RefusedError(415, f"send `{_JSON[0]}`, not `{kind}`")
            query, asked = _query(request, ("element", "of") if name == "ask" else ())
            if name == "ask" and "element" not in asked:
                raise RefusedError(422, "which element? Add `?element=` and its citation")
            try:
                days = law.days(query)
            except ValueError as error:
                return problem(refusal(error))

            def answer(body: bytes) -> str:
                try:
                    text = ask(law, self._value(body), days, asked)
                except Exception as error:  # each line has an answer
                    text = json.dumps(refusal(error), ensure_ascii=False)
                # Half a sign, as in the label of a case, is written as JSON escapes it.
                return text.encode("utf-8", "backslashreplace").decode("utf-8")

            headers = {"etag": f'"{law.digest}"'}
            if kind in _LINES:
                return LinesResponse(answer, headers, SLOWEST)
            body = await _body(request)
            try:
                text = await asyncio.wait_for(run_in_threadpool(answer, body), SLOWEST)
            except TimeoutError:
                raise RefusedError(503, f"no answer after {SLOWEST} seconds") from None
            if text.startswith('{"type": "urn:lawc:'):
                return problem(json.loads(text))
            return _json(text, headers)

        return endpoint

    def _value(self, body: bytes) -> Any:
        try:
            return self._read(body.decode("utf-8"))
        except UnicodeDecodeError:
            raise RefusedError(400, "the body is not UTF-8 text") from None
        except ValueError as error:
            raise RefusedError(400, str(error)) from None


def _label(data: Any) -> object:
    """Return the label of a case, which comes back with its decision."""
    return data.get("id") if isinstance(data, dict) else None


def _query(request: Request, names: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the days of a query, and its other parameters: each stands there once."""
    pairs = request.query_params.multi_items()
    if len(dict(pairs)) < len(pairs):
        raise RefusedError(422, "a parameter of the query is given twice")
    query = dict(pairs)
    asked = {name: query.pop(name) for name in names if name in query}
    return query, asked


async def _body(request: Request) -> bytes:
    """Return the body of a request.

    Raises:
        RefusedError: it is too large, or comes too slowly.
    """

    async def read() -> bytes:
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                raise RefusedError(413, f"a case has at most {LARGEST:,} bytes")
        return bytes(body)

    try:
        return await asyncio.wait_for(read(), SLOWEST)
    except TimeoutError:
        raise RefusedError(408, f"the body took more than {SLOWEST} seconds") from None
    except ClientDisconnect:
        raise RefusedError(400, "the client is gone") from None


def _document(request: Request, law: Served, text: str, kind: str) -> Response:
    """Return a document of a law, or that the client has it."""
    etag = f'"{law.digest}"'
    headers = {"etag": etag, "cache-control": "no-cache"}
    known = {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
    if etag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(text, headers=headers, media_type=kind)


def _json(text: str, headers: dict[str, str] | None = None) -> Response:
    return Response(text, headers=headers, media_type="application/json")


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


async def _refuse(_: Request, error: Exception) -> Response:
    return problem(refusal(error))


async def _refuse_request(_: Request, error: HTTPException) -> Response:
    return problem(details_of(error.status_code, error.detail), dict(error.headers or {}))
