"""Generated classes as pydantic takes them: read strictly, written and described as JSON."""

from __future__ import annotations

import json

import pytest
from kz_amnesty_2025 import Offence, Person

pytest.importorskip("pydantic")

from pydantic import BaseModel, TypeAdapter, ValidationError

PERSON = TypeAdapter(Person)
CASE = '{"sex": "female", "offences": [{"stage": "convicted"}]}'


class Request(BaseModel):
    """A body that has a person beside other things."""

    person: Person


def test_a_person_is_read_as_from_dict_reads_it() -> None:
    assert PERSON.validate_json(CASE) == Person.from_dict(json.loads(CASE))
    assert Request.model_validate_json(f'{{"person": {CASE}}}').person.sex == "female"


def test_a_person_that_is_made_is_taken_as_it_is() -> None:
    person = Person.from_dict(json.loads(CASE))

    assert Request(person=person).person is person


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"sexe": "female"}', "sexe: no such fact"),
        ('{"offences": [{"stage": "never"}]}', "offences[0].stage"),
        ("[]", "not an object"),
    ],
)
def test_what_cannot_be_read_is_a_problem_that_names_its_place(text: str, where: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PERSON.validate_json(text)

    assert where in str(caught.value)


def test_a_person_is_written_as_to_dict_writes_it() -> None:
    request = Request.model_validate_json(f'{{"person": {CASE}}}')

    assert json.loads(request.model_dump_json()) == {"person": request.person.to_dict()}


@pytest.mark.parametrize("class_", [Person, Offence])
def test_the_description_stands_wherever_it_is_put(class_: type[object]) -> None:
    described = TypeAdapter(class_).json_schema()

    assert "$ref" not in json.dumps(described)
    assert described["additionalProperties"] is False
    assert "properties" in described
