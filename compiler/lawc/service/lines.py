"""Cases as JSON lines: each line that comes in is answered by one line, in the same order.

An answer is put aside in a file while the request is still coming, since many clients read
nothing before they have sent everything. A line that cannot be decided is answered by problem
details with its number; the others are decided.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from tempfile import TemporaryFile

from starlette.concurrency import run_in_threadpool
from starlette.types import Message, Receive, Scope, Send

from lawc.service.refusing import RefusedError, details_of

LONGEST = 1_000_000  # bytes of a line
_PIECE = 65_536  # bytes that are sent at once


class LinesResponse:
    """A response that decides the lines of its own request."""

    def __init__(
        self, decide: Callable[[bytes], str], headers: dict[str, str], slowest: int
    ) -> None:
        self._decide, self._headers, self._slowest = decide, headers, slowest
        self._number = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read all lines, then send the answers; a client that is gone gets none."""
        del scope
        rest, skipping, more = bytearray(), False, True
        with TemporaryFile() as answers:
            while more:
                message = await self._next(receive)
                if message["type"] == "http.disconnect":
                    return
                more = message.get("more_body", False)
                rest += message.get("body", b"")
                *lines, last = bytes(rest).split(b"\n")
                if skipping and lines:
                    lines, skipping = lines[1:], False
                if len(last) > LONGEST:
                    if not skipping:
                        lines, skipping = [*lines, last], True
                    last = b""
                rest = bytearray(last)
                if not more and last and not skipping:
                    lines.append(last)
                answers.write(await run_in_threadpool(self._answers, lines))
            headers = [(k.lower().encode(), v.encode()) for k, v in self._headers.items()]
            headers.append((b"content-type", b"application/jsonl"))
            headers.append((b"content-length", str(answers.tell()).encode()))
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            answers.seek(0)
            while piece := answers.read(_PIECE):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})

    async def _next(self, receive: Receive) -> Message:
        try:
            return await asyncio.wait_for(receive(), self._slowest)
        except TimeoutError:
            raise RefusedError(408, f"nothing came for {self._slowest} seconds") from None

    def _answers(self, lines: list[bytes]) -> bytes:
        return "".join(f"{self._answer(line)}\n" for line in lines).encode()

    def _answer(self, line: bytes) -> str:
        self._number += 1
        if len(line) > LONGEST:
            details = details_of(413, f"a line has at most {LONGEST:,} bytes")
            return json.dumps({"line": self._number, "error": details})
        answer = self._decide(line)
        if answer.startswith('{"type": "urn:lawc:'):
            return f'{{"line": {self._number}, "error": {answer}}}'
        return answer
