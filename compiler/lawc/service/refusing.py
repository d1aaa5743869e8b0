"""Refusals of requests, as problem details (RFC 9457): the same JSON for each kind of error."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response

from lawc.runtime.facts import FactError
from lawc.runtime.holdings import AskError
from lawc.service.served import DayError

_TITLES = {
    400: "The request cannot be read",
    404: "There is no such page",
    405: "The method is not allowed",
    406: "The format is not offered",
    408: "The request came too slowly",
    413: "The request is too large",
    415: "The content type is not known",
    422: "The case cannot be read",
    500: "The service failed",
    503: "The answer took too long",
}


class RefusedError(Exception):
    """A request that is refused: the status, and the cause in words."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def refusal(error: Exception) -> dict[str, Any]:
    """Return an error of a user as problem details.

    Every fact that cannot be read stands under `errors`.
    """
    match error:
        case RefusedError():
            return _details(error.status, "request", error.detail)
        case FactError():
            notes = getattr(error, "__notes__", ())
            errors = [{"path": error.path, "detail": _text(error.problem)}]
            errors += [{"path": _path(note), "detail": _text(_problem(note))} for note in notes]
            return _details(422, "facts", str(error)) | {"errors": errors}
        case AskError():
            return _details(422, "element", str(error))
        case DayError():
            return _details(422, "day", str(error))
        case RecursionError():
            return _details(422, "depth", "the case is nested or chained too deep")
        case _:
            return _details(500, "failure", "this is a bug in lawc, please report it")


def problem(details: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    """Return the response that says what is wrong."""
    return Response(
        json.dumps(details, ensure_ascii=False),
        details["status"],
        headers,
        "application/problem+json",
    )


def details_of(status: int, detail: str) -> dict[str, Any]:
    """Return problem details of a status."""
    return _details(status, "request", detail)


def _details(status: int, kind: str, detail: str) -> dict[str, Any]:
    title = _TITLES.get(status, "The request is refused")
    type_ = f"urn:lawc:{kind}"
    return {"type": type_, "title": title, "status": status, "detail": _text(detail)}


def _text(text: str) -> str:
    """Return a text that can be sent: half a sign is spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _path(note: str) -> str:
    return _text(note.partition(": ")[0])


def _problem(note: str) -> str:
    return note.partition(": ")[2] or note
