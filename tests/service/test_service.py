"""The service: the answers of the law, whatever the way they are asked for."""
# ruff: noqa: E402 - left out where the extra is missing

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from functools import cache
from typing import Any

import pytest
from tests.commands.running import ROOT

pytest.importorskip("starlette")
httpx: Any = pytest.importorskip("httpx")

jsonschema: Any = pytest.importorskip("jsonschema")

from lawc.commands.given import from_json
from lawc.pipeline import compile_path
from lawc.service.application import LARGEST, Service
from lawc.service.lines import LONGEST
from lawc.service.served import Served

ACT = ROOT / "statutes/example/family-allowance"
BASE = "/acts/example_family_allowance"
KNOWN = {
    "income": "0",
    "lives_in_the_country": True,
    "receives_foreign_allowance": False,
    "children": [{"date_of_birth": "2015-03-10", "in_education": False, "disabled": False}],
}
DAYS = "?payment_day=2025-07-01&law_day=2025-07-01"
LINES = {"content-type": "application/jsonl"}


@cache
def served() -> Served:
    """The law of the tests."""
    law = compile_path(ACT).law
    assert law is not None
    return Served(law, (ACT / "en.law").read_text(encoding="utf-8"))


class Client:
    """A client of the service in this process."""

    def __init__(self) -> None:
        self._application = Service([served()], from_json, "0").application()

    def request(self, method: str, address: str, **options: Any) -> Any:
        """Return the answer to a request."""

        async def ask() -> Any:
            transport = httpx.ASGITransport(self._application, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://law") as client:
                return await client.request(method, address, **options)

        return asyncio.run(ask())

    def get(self, address: str, **options: Any) -> Any:
        """Return the answer to GET."""
        return self.request("GET", address, **options)

    def post(self, address: str, **options: Any) -> Any:
        """Return the answer to POST."""
        return self.request("POST", address, **options)


@pytest.fixture(scope="module")
def client() -> Client:
    """A client of the service."""
    return Client()


def test_a_case_is_decided_as_by_the_package(client: Client) -> None:
    answer = client.post(f"{BASE}/decide{DAYS}", json=KNOWN)

    days = served().days({"payment_day": "2025-07-01", "law_day": "2025-07-01"})
    assert answer.status_code == 200
    assert answer.text == served().decide(served().read(KNOWN), days)
    assert answer.json()["law"]["digest"] == served().digest


@pytest.mark.parametrize("count", [0, 1, 3, 2_000])
def test_each_line_is_answered_by_a_line(client: Client, count: int) -> None:
    line = json.dumps(KNOWN)

    answer = client.post(f"{BASE}/decide", content=f"{line}\n" * count, headers=LINES)

    assert answer.text.count("\n") == count
    assert answer.headers["content-type"] == "application/jsonl"


def test_the_label_of_a_case_comes_back(client: Client) -> None:
    assert client.post(f"{BASE}/decide", json={"id": "case 7"}).json()["id"] == "case 7"


def test_half_a_sign_in_a_label_comes_back_escaped(client: Client) -> None:
    body = b'{"id": "\\ud800"}'

    answer = client.post(f"{BASE}/decide", content=body + b"\n{}", headers=LINES)

    first, second = answer.text.splitlines()
    assert json.loads(first)["id"] == "\ud800"
    assert "error" not in second


def test_lines_that_come_in_pieces_are_whole(client: Client) -> None:
    text = "".join(f'{{"income": "{number}"}}\n' for number in range(50)).encode()

    async def pieces() -> AsyncIterator[bytes]:
        for at in range(0, len(text), 7):
            yield text[at : at + 7]

    answer = client.post(f"{BASE}/decide", content=pieces(), headers=LINES)

    whole = client.post(f"{BASE}/decide", content=text, headers=LINES)
    assert answer.text == whole.text
    assert "error" not in answer.text


def test_a_line_that_cannot_be_read_is_answered_by_its_number(client: Client) -> None:
    body = b'{}\n{"incom": 1}\n\xff\n' + b"x" * (LONGEST + 10) + b"\n{}"

    lines = client.post(f"{BASE}/decide", content=body, headers=LINES).text.splitlines()

    answers = [json.loads(line) for line in lines]
    statuses = [answer["error"]["status"] if "error" in answer else 200 for answer in answers]
    assert statuses == [200, 422, 400, 413, 200]
    assert [answer.get("line") for answer in answers] == [None, 2, 3, 4, None]


def test_all_facts_that_cannot_be_read_are_named(client: Client) -> None:
    answer = client.post(f"{BASE}/decide", json={"incom": 1, "children": [{"disabled": 2}]})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert {error["path"] for error in answer.json()["errors"]} == {
        "incom",
        "children[0].disabled",
    }


@pytest.mark.parametrize(
    ("method", "address", "body", "kind", "status"),
    [
        ("POST", f"{BASE}/decide", b"{", "application/json", 400),
        ("POST", f"{BASE}/decide", b'{"income":1,"income":2}', "application/json", 400),
        ("POST", f"{BASE}/decide", b"\xff", "application/json", 400),
        ("POST", f"{BASE}/decide", b"[" * 100_000, "application/json", 400),
        ("POST", f"{BASE}/decide", b"[]", "application/json", 422),
        ("POST", f"{BASE}/decide", b"{}", "text/plain", 415),
        ("POST", f"{BASE}/decide", b" " * (LARGEST + 1), "application/json", 413),
        ("POST", f"{BASE}/decide?day=2025-01-01", b"{}", "application/json", 422),
        ("POST", f"{BASE}/decide?law_day=soon", b"{}", "application/json", 422),
        ("POST", f"{BASE}/ask", b"{}", "application/json", 422),
        ("POST", f"{BASE}/ask?element=99", b"{}", "application/json", 422),
        ("POST", f"{BASE}/what-if", b"3", "application/json", 422),
        ("POST", "/acts/other/decide", b"{}", "application/json", 404),
        ("GET", f"{BASE}/decide", b"", "", 405),
        ("GET", "/nowhere", b"", "", 404),
    ],
)
def test_a_refusal_is_a_problem_with_its_status(
    client: Client, method: str, address: str, body: bytes, kind: str, status: int
) -> None:
    answer = client.request(method, address, content=body, headers={"content-type": kind})

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status


def test_the_next_question_is_the_one_that_an_open_decision_needs_most(client: Client) -> None:
    case = {**KNOWN, "income": None}

    question = client.post(f"{BASE}/next{DAYS}", json=case).json()["next"]

    decision = client.post(f"{BASE}/decide{DAYS}", json=case).json()["decisions"]
    opened = next(key for key, answer in decision.items() if answer["status"] == "open")
    assert question["path"] == decision[opened]["needed"][0]
    assert question["question"] == served().questions[question["path"]]
    member = client.post(f"{BASE}/next{DAYS}", json={**KNOWN, "children": [{}]}).json()["next"]
    assert member["path"].startswith("children[0].")
    assert member["question"].endswith("?")
    assert opened in question["decisions"]


def test_there_is_no_next_question_if_all_is_decided(client: Client) -> None:
    assert client.post(f"{BASE}/next{DAYS}", json=KNOWN).json() == {"next": None}


@pytest.mark.parametrize("name", ["explain", "what-if"])
def test_reasons_have_their_form(client: Client, name: str) -> None:
    answer = client.post(f"{BASE}/{name}{DAYS}", json=KNOWN)

    assert answer.status_code == 200
    assert answer.json()["explanations"]


def test_a_document_that_the_client_has_is_not_sent_again(client: Client) -> None:
    first = client.get(f"{BASE}/text")
    again = client.get(f"{BASE}/text", headers={"if-none-match": first.headers["etag"]})

    assert first.text == served().text
    assert (again.status_code, again.content) == (304, b"")


def test_the_description_has_the_schemas_of_the_law(client: Client) -> None:
    described = client.get("/openapi.json").json()

    assert described["openapi"] == "3.1.0"
    facts = described["components"]["schemas"]["example_family_allowance_facts"]
    jsonschema.Draft202012Validator.check_schema(facts)
    assert facts["properties"].keys() == served().schemas["facts"]["properties"].keys()
    text = json.dumps(described)
    assert '"$ref": "#/$defs' not in text
