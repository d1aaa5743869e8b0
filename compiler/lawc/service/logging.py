"""The log of the service: a line of JSON a request, without anything that a case says."""

from __future__ import annotations

import json
import sys
from time import perf_counter_ns

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def logged(application: ASGIApp) -> ASGIApp:
    """Return an application that logs the method, the path, the status and the time.

    The query is left out: a day of birth may stand there.
    """

    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        began, status = perf_counter_ns(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await application(scope, receive, sending)
        finally:
            entry = {
                "method": scope["method"],
                "path": scope["path"],
                "status": status,
                "microseconds": (perf_counter_ns() - began) // 1000,
            }
            print(json.dumps(entry), file=sys.stderr, flush=True)  # noqa: T201 - the log

    return run
