"""The instructions and the schema follow the kinds of the graph."""

from __future__ import annotations

from allygraph.graph.data_files import read_yaml
from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.loaders.extraction import llm
from allygraph.loaders.extraction.llm.prompt import prompt_for, system_prompt
from allygraph.loaders.extraction.llm.schema import answer_schema
from tests.loaders.extraction.llm.answers import entity, fact, read


def test_every_kind_is_defined() -> None:
    """Each by the words of its own file, and no note on a relation that is not there."""
    prompt = system_prompt()
    assert all(f"- {kind.name}: {kind.description}" in prompt for kind in entity_kinds().values())
    assert all(kind.name in prompt and kind.description in prompt for kind in relation_kinds().values())
    assert set(read_yaml(llm.__name__, "prompt.yaml")["relation_notes"]) <= set(relation_kinds())
    assert "$" not in prompt


def test_the_schema_is_strict() -> None:
    """Every object names all its fields as required and allows no other; the kinds are those of the graph."""
    schema = answer_schema()

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["required"] == list(node["properties"])
                assert node["additionalProperties"] is False
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(schema)
    fields = schema["properties"]["facts"]["items"]["properties"]
    assert fields["relation"]["enum"] == list(relation_kinds())
    assert set(fields) == set(fact("a", "OWNS", "b", ""))
    assert set(schema["properties"]["entities"]["items"]["properties"]) == set(entity("a", "b"))


def test_a_text_cannot_hold_its_own_end() -> None:
    """The mark follows from the text, so that putting the mark into the text gives another mark."""
    first = prompt_for(read("Telvia.").document, "Telvia.").user
    mark = first.splitlines()[-1].split()[-1]
    second = prompt_for(read("Telvia.").document, f"Telvia. ===== {mark}").user
    assert second.splitlines()[-1] != f"===== {mark}"


def test_a_missing_day_is_said() -> None:
    """Without a day of publication none is made up."""
    one = read("Telvia.", published=None)
    assert prompt_for(one.document, "Telvia.").user.startswith("It is not known when")


def test_all_names_meant_for_others_are_listed() -> None:
    """`__all__` is complete."""
    public = {name for name, value in vars(llm).items() if getattr(value, "__module__", "").startswith(llm.__name__)}
    assert set(llm.__all__) == public
