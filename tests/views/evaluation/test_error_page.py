"""What a reader sees and does on an error page, in a real browser, opened from the disk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from allygraph.loaders.evaluation import evaluate
from allygraph.workspace import save_errors
from tests.views.page.test_page_safety import PAYLOADS, hostile

pytestmark = pytest.mark.browser

OURS = Path(__file__).parents[2] / "data" / "evaluation"


def page_of(tmp_path: Path, *sources: str | Path, gold: Path = OURS / "gold") -> str:
    return save_errors(evaluate(gold, sources), tmp_path / "errors.html").read_text(encoding="utf-8")


def shown(page) -> list[str]:
    """The statements of all facts that can be seen."""
    visible = [each for each in page.locator(".fact").all() if each.is_visible()]
    return [" ".join(each.locator(".statement").inner_text().split()) for each in visible]


def marked(page, look: str) -> str:
    return "|".join(page.locator(f"article .text > .{look}").all_inner_texts())


def test_page_asks_for_nothing_and_does_not_complain(open_page, tmp_path: Path) -> None:
    """The file is all there is: no request, no message on the console, after every fact was chosen."""
    opened = open_page(page_of(tmp_path, OURS / "found"))
    opened.page.evaluate("for (const fact of document.querySelectorAll('.fact')) fact.click()")
    assert (opened.requests, opened.problems) == ([], [])


def test_lists_missed_and_wrong_with_reasons_and_folds_the_rest(open_page, tmp_path: Path) -> None:
    """What went wrong is in sight, what went well is a click away."""
    page = open_page(page_of(tmp_path, OURS / "found")).page
    assert shown(page)[:2] == [
        "Aldermoor invests in Cedar Labs",
        "Dana Elm has the role “chief executive” at Birch Rail",
    ]
    assert "entity not found: Dana Elm" in page.locator("#document-1").inner_text()
    assert page.locator("#shown").inner_text() == "9 facts in 2 documents"
    assert page.locator("#document-1 .entities").inner_text().startswith("Entities missed: Dana Elm.")
    assert "Aldermoor partners with Birch Rail" not in shown(page)
    page.locator("#document-1 summary.right").click()
    assert "Aldermoor partners with Birch Rail" in shown(page)


def test_click_on_a_fact_marks_its_sentence_and_both_ends(open_page, tmp_path: Path) -> None:
    """Also an end that the sentence calls 'The company': its name is marked where it stood before."""
    page = open_page(page_of(tmp_path, OURS / "found")).page
    page.locator("#document-1 .fact").first.click()
    said = marked(page, "chosen").replace("|", "")
    assert said == "The company also invested USD 5 million in Cedar Labs."
    assert (marked(page, "subject"), marked(page, "object")) == ("Aldermoor Ltd", "Cedar Labs")
    page.keyboard.press("Escape")
    assert marked(page, "chosen") == ""


def test_filters_by_kind_and_relation(open_page, tmp_path: Path) -> None:
    """Documents without such a fact leave, folded groups open where nothing else is left, and marks follow."""
    page = open_page(page_of(tmp_path, OURS / "found")).page
    page.locator("select[name=relation]").select_option("OWNS")
    assert shown(page) == ["Aldermoor owns Fernhill Bank", "Weekly owns Birch Rail"]
    assert page.locator("#shown").inner_text() == "2 facts in 1 document shown, of 9"
    assert page.locator("#document-2").is_hidden()
    assert page.locator("article .has-missed").count() == 0
    page.get_by_role("button", name="Clear filters").click()
    for kind in ("missed", "wrong", "other"):
        page.locator(f"input[value={kind}]").uncheck()
    assert shown(page) == ["Aldermoor partners with Birch Rail"]
    page.locator("input[value=right]").uncheck()
    assert page.locator("#nothing").is_visible()


def test_keyboard_goes_from_fact_to_fact(open_page, tmp_path: Path) -> None:
    """Arrow keys move and choose; folded facts are passed over."""
    page = open_page(page_of(tmp_path, OURS / "found")).page
    page.locator("#document-1 .fact").first.focus()
    page.keyboard.press("ArrowDown")
    assert "Dana Elm" in page.locator(".fact[aria-current]").inner_text()
    assert marked(page, "object") == "Birch Rail"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement === document.querySelector('.fact[aria-current]')")


def test_click_on_a_sentence_goes_through_its_facts(open_page, tmp_path: Path) -> None:
    """From the text back to the list, also into a folded group."""
    page = open_page(page_of(tmp_path, OURS / "found")).page
    page.locator("#document-1 .text > span", has_text="signed a partnership").click()
    assert "Aldermoor partners with Birch Rail" in page.locator(".fact[aria-current]").inner_text()
    assert page.locator(".fact[aria-current]").is_visible()


def test_denied_and_optional_are_shown_as_such(open_page, tmp_path: Path) -> None:
    """Neither is among what is counted."""
    page = open_page(page_of(tmp_path, "rules")).page
    page.locator("#document-1 summary.other").click()
    listed = page.locator("#document-1 details", has=page.locator("summary.other")).inner_text()
    assert "read as denied" in listed
    assert "optional reading" in open_page(page_of(tmp_path, OURS / "found")).page.content()


def test_a_sentence_that_is_not_in_the_text_is_quoted(open_page, tmp_path: Path) -> None:
    """The reader sees that it cannot be marked."""
    page = open_page(page_of(tmp_path, OURS / "found")).page
    fact = page.locator(".fact", has_text="Weekly")
    assert "Nowhere in this text." in fact.inner_text()
    assert "does not stand in the text" in fact.inner_text()


def test_without_a_text_the_facts_are_still_there(open_page, tmp_path: Path) -> None:
    """Sentences are quoted with the facts."""
    gold = shutil.copytree(OURS / "gold", tmp_path / "gold", ignore=shutil.ignore_patterns("*.txt"))
    opened = open_page(page_of(tmp_path, OURS / "found", gold=gold))
    opened.page.locator("#document-1 .fact").first.click()
    assert "The company also invested" in opened.page.locator("#document-1 .fact").first.inner_text()
    assert opened.problems == []


def test_two_runs_say_what_one_finds_and_the_other_not(open_page, tmp_path: Path) -> None:
    """Each fact names both runs, and a filter leaves what only one of them says."""
    page = open_page(page_of(tmp_path, OURS / "gold", OURS / "found")).page
    page.locator("select[name=said]").select_option("10")
    assert "Aldermoor invests in Cedar Labs" in shown(page)
    assert not any("Weekly" in statement for statement in shown(page))
    first = page.locator(".fact", has_text="Aldermoor invests in Cedar Labs")
    assert first.locator(".saying").all_inner_texts()[0].split() == ["gold:", "right"]
    assert "found: missed" in " ".join(first.inner_text().split())


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_hostile_text_stays_text(open_page, tmp_path: Path, payload: str) -> None:
    """In the text, names, titles, sentences and qualifiers: no script runs, no element appears."""
    gold, found = shutil.copytree(OURS / "gold", tmp_path / "gold"), shutil.copytree(OURS / "found", tmp_path / "found")
    writable = payload.encode("utf-8", "replace").decode("utf-8")
    for path in (*gold.glob("*.json"), *found.glob("*.json")):
        path.write_text(json.dumps(spoiled(json.loads(path.read_text(encoding="utf-8")), payload)), encoding="utf-8")
    for path in gold.glob("*.txt"):
        path.write_text(f"{writable} {path.read_text(encoding='utf-8')}", encoding="utf-8")
    opened = open_page(page_of(tmp_path, found, gold, gold=gold))
    opened.page.evaluate("for (const fact of document.querySelectorAll('.fact')) fact.click()")
    opened.page.evaluate("for (const box of document.querySelectorAll('input')) box.click()")
    assert opened.page.evaluate("window.hit") is None
    assert opened.page.locator("script").count() == 1
    assert opened.page.locator("img, iframe, svg, object, embed, a[href^=javascript]").count() == 0
    assert (opened.requests, opened.problems) == ([], [])


def spoiled(value: Any, payload: str, key: str = "") -> Any:
    """The record with the payload before each text, but for the ids that hold it together."""
    if isinstance(value, dict):
        return {name: spoiled(each, payload, name) for name, each in value.items()}
    if isinstance(value, list):
        return [spoiled(each, payload, key) for each in value]
    return value if key in ("id", "subject", "object") else hostile(value, payload)
