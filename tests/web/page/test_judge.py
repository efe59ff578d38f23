"""Claims reviewed by keys, entities merged and split, and all of it undone, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import allygraph
from tests.empty_graph import empty_graph
from tests.graph_content import facts
from tests.loaders.load.notes import DEAL, SEAT, STAKE, write_notes
from tests.web.conftest import fill
from tests.web.page.explorer import explorer, pick

pytestmark = pytest.mark.browser
STORY = """Tarn Foods acquired Velling Dairy on 3 March 2021.

Its rival Old Mill keeps silent. Tarn Foods is based in Aarhus.
"""
WAITING = 7
#: Names meant to do harm, as a curated file may hold them.
HOSTILE = {"subject": "<img src=x onerror=alert(1)>", "relation": "OWNS", "object": "=cmd|calc"}


@pytest.fixture(scope="module")
def judged(graph: allygraph.Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[allygraph.Workspace]:
    """The server's graph with three facts of a desk, a short text and hostile names; each test leaves it so."""
    folder = tmp_path_factory.mktemp("judged")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    empty_graph(graph.store.address)
    for path in (write_notes(folder / "notes.yaml", DEAL, STAKE, SEAT, HOSTILE), folder / "story.txt"):
        assert not graph.load(path, engine="rules").skipped
    # The first time the database plans each statement, which takes it a while.
    assert graph.reviews.items(limit=1, offset=0).total == WAITING
    yield graph
    fill(graph)


@pytest.fixture(scope="module")
def window(chromium: Browser, base: str, judged: allygraph.Workspace) -> Iterator[Page]:
    """One window for all tests here."""
    with explorer(chromium, base) as opened:
        yield opened


@pytest.fixture
def page(window: Page, base: str) -> Page:
    """The page as it opens, with the panel for judging."""
    window.goto(base)
    window.reload()
    open_judge(window, "Review")
    return window


def open_judge(page: Page, section: str) -> None:
    """Opens a part of the panel for judging."""
    page.get_by_role("tab", name="Judge").click()
    page.locator("#panel").get_by_role("button", name=section, exact=True).click()


def claim(page: Page) -> Locator:
    """The claim that is reviewed."""
    return page.get_by_role("article", name="Claim to review")


def position(page: Page) -> Locator:
    """Where the claim stands, and how many wait."""
    return page.locator(".position")


def go_to(page: Page, words: str) -> None:
    """Goes on until the claim of these words is shown."""
    for _ in range(10):
        expect(claim(page)).to_be_visible()
        if words in claim(page).inner_text():
            return
        page.keyboard.press("j")
    pytest.fail(f"no claim says '{words}'")


def filter_by(page: Page, relation: str) -> None:
    """Reviews only the claims of a relation."""
    page.locator(".filters summary").click()
    page.get_by_label("Relation").select_option(relation)
    expect(position(page)).to_contain_text("1 of 1")


def message(page: Page, words: str) -> Locator:
    """The message that says this."""
    return page.locator(".messages li").filter(has_text=words)


def test_review_by_keys_and_undo(page: Page, judged: allygraph.Workspace) -> None:
    """Rejecting goes on to the next claim; the undo brings the claim back, and its fact with it."""
    before = facts(judged.store)
    expect(position(page)).to_contain_text(f"1 of {WAITING}")
    go_to(page, "Aldermoor Shipping owns Corvane Logistics")
    page.keyboard.press("r")
    expect(message(page, "Rejected: Aldermoor Shipping owns Corvane Logistics")).to_be_visible()
    expect(position(page)).to_contain_text(f"{WAITING - 1} claims wait, 0 accepted, 1 rejected")
    expect(claim(page)).not_to_contain_text("Corvane")
    assert len(facts(judged.store)) == len(before) - 1
    page.keyboard.press("u")
    expect(claim(page)).to_contain_text("Aldermoor Shipping owns Corvane Logistics")
    expect(position(page)).to_contain_text(f"{WAITING} claims wait")
    assert facts(judged.store) == before


def test_next_and_previous_keep_within_the_list(page: Page) -> None:
    """The keys move, the buttons say which they are and end where the list ends."""
    expect(position(page)).to_contain_text(f"1 of {WAITING}")
    previous = page.get_by_role("button", name="Previous")
    expect(previous).to_be_disabled()
    assert previous.get_attribute("aria-keyshortcuts") == "K"
    page.keyboard.press("j")
    expect(position(page)).to_contain_text(f"2 of {WAITING}")
    page.keyboard.press("k")
    expect(position(page)).to_contain_text(f"1 of {WAITING}")


def test_keys_do_nothing_in_a_field(page: Page, judged: allygraph.Workspace) -> None:
    """Who types a comment with an "a" accepts nothing."""
    expect(claim(page)).to_be_visible()
    page.keyboard.press("c")
    field = page.get_by_role("dialog").get_by_label("Comment")
    expect(field).to_be_focused()
    field.press_sequentially("a rare case")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert judged.reviews.counts().accepted == 0


def test_comment_is_kept_with_the_claim(page: Page) -> None:
    """The claim goes on waiting; the comment can be taken away."""
    filter_by(page, "ACQUIRES")
    for text in ("ask the <b>registry</b>", ""):
        page.keyboard.press("c")
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Comment").fill(text)
        dialog.get_by_role("button", name="Keep comment").click()
        expect(dialog).to_have_count(0)
        expect(claim(page).get_by_text("Comment:")).to_have_count(1 if text else 0)
        expect(position(page)).to_contain_text("1 of 1")


def test_sentence_marks_both_names_and_tells_its_neighbours(page: Page) -> None:
    """Subject and object as the sentence writes them; the sentences around it are asked for."""
    filter_by(page, "ACQUIRES")
    expect(claim(page).get_by_title("Subject")).to_have_text("Tarn Foods")
    expect(claim(page).get_by_title("Object")).to_have_text("Velling Dairy")
    claim(page).get_by_role("button", name="Sentences around it").click()
    expect(claim(page)).to_contain_text("After: Its rival Old Mill keeps silent.")


def test_edit_sends_what_was_changed(page: Page, judged: allygraph.Workspace) -> None:
    """The claim stands as the analyst has it, with what was not touched; nothing can be saved before a change."""
    filter_by(page, "ACQUIRES")
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog", name="Edit the claim")
    save = dialog.get_by_role("button", name="Save and accept")
    expect(save).to_be_disabled()
    dialog.get_by_label("Relation").select_option("INVESTS_IN")
    dialog.get_by_label("Amount").fill("80000000")
    dialog.get_by_label("Currency").fill("USD")
    with page.expect_request("**/edit") as sent:
        save.click()
    expect(dialog).to_have_count(0)
    body = sent.value.post_data_json
    assert set(body) - {"author", "seen"} == {"predicate", "amount", "currency"}
    assert ("Tarn Foods", "INVESTS_IN", "Velling Dairy") in {
        (left, name, right) for left, name, right, _ in facts(judged.store)
    }
    page.keyboard.press("u")
    expect(claim(page)).to_contain_text("Tarn Foods acquired Velling Dairy")
    assert judged.reviews.counts().accepted == 0


def test_edit_that_cannot_be_is_said(page: Page) -> None:
    """With the reason, and the form stays as it was filled."""
    filter_by(page, "ACQUIRES")
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog", name="Edit the claim")
    dialog.get_by_label("Amount").fill("5")
    dialog.get_by_role("button", name="Save and accept").click()
    expect(message(page, "needs its currency")).to_have_count(1)
    expect(dialog.get_by_label("Amount")).to_have_value("5")
    page.keyboard.press("Escape")


def test_decision_of_another_is_told(page: Page, judged: allygraph.Workspace) -> None:
    """A claim that somebody else decided meanwhile stays in sight, and says who it was."""
    filter_by(page, "ACQUIRES")
    (row,) = judged.reviews.items(relation="ACQUIRES", limit=1, offset=0).items
    decided = judged.reviews.by("Berta").decide(row.id, "accepted")
    page.keyboard.press("r")
    expect(claim(page)).to_contain_text("Meanwhile accepted by Berta")
    judged.reviews.undo(decided.id)


def test_second_window_sees_the_decision(page: Page, chromium: Browser, base: str, judged: allygraph.Workspace) -> None:
    """Within seconds and without a key pressed."""
    with explorer(chromium, base) as second:
        open_judge(second, "Review")
        expect(position(second)).to_contain_text(f"{WAITING} claims wait")
        filter_by(page, "ACQUIRES")
        page.keyboard.press("a")
        expect(position(second)).to_contain_text(f"{WAITING - 1} claims wait, 1 accepted")
    page.keyboard.press("u")
    expect(position(page)).to_contain_text(f"{WAITING} claims wait")


def test_merge_is_previewed_and_undone(page: Page, judged: allygraph.Workspace) -> None:
    """What moves and what vanishes is told before; the message offers the undo."""
    before = facts(judged.store)
    open_judge(page, "Merge")
    pick(page, "One", "Aldermoor Shipping")
    pick(page, "The other", "Brightwater Ports")
    page.get_by_role("button", name="Preview").click()
    preview = page.get_by_role("form", name="Preview of the merge")
    expect(preview).to_contain_text("Facts that vanish: 1")
    expect(preview.get_by_role("alert")).to_contain_text("Nothing has a relation with itself")
    assert facts(judged.store) == before
    preview.get_by_label("Reason").fill("one firm")
    preview.get_by_role("button", name="Merge").click()
    said = message(page, "is now part of")
    expect(said).to_be_visible()
    assert len(facts(judged.store)) == len(before) - 1
    said.get_by_role("button", name="Undo").click()
    expect(message(page, "Undone")).to_be_visible()
    assert facts(judged.store) == before


def test_split_is_in_the_history_and_undone_there(page: Page, judged: allygraph.Workspace) -> None:
    """Who and why of each judgement, the latest first; what was undone stays in the list."""
    before = facts(judged.store)
    judged.merge("Tarn Foods", "Old Mill", author="Berta", reason="one owner")
    open_judge(page, "Split")
    pick(page, "Entity", "Tarn Foods")
    page.get_by_role("checkbox", name="Old Mill").check()
    page.get_by_role("button", name="Preview").click()
    preview = page.get_by_role("form", name="Preview of the split")
    expect(preview).to_contain_text("Old Mill")
    preview.get_by_label("Reason").fill("two owners after all")
    preview.get_by_role("button", name="Split").click()
    expect(message(page, "Old Mill left Tarn Foods")).to_be_visible()
    page.get_by_role("button", name="History").click()
    history = page.get_by_role("list", name="Judgements").get_by_role("listitem")
    expect(history.first).to_contain_text("two owners after all")
    expect(history.filter(has_text="one owner").first).to_contain_text("Berta")
    history.first.get_by_role("button", name="Undo").click()
    expect(history.first).to_contain_text("(undone)")
    merged = history.filter(has_text="one owner")
    merged.get_by_role("button", name="Undo").click()
    expect(merged).to_contain_text("(undone)")
    assert facts(judged.store) == before


def test_name_of_who_signs_is_kept(page: Page, judged: allygraph.Workspace) -> None:
    """It goes with each decision, and the browser remembers it."""
    page.get_by_role("button", name="Change who signs").click()
    page.get_by_label("Who signs").fill("Ana Ruiz")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.reload()
    open_judge(page, "Review")
    expect(page.locator(".author")).to_contain_text("Signed by Ana Ruiz")
    filter_by(page, "ACQUIRES")
    page.keyboard.press("a")
    expect(message(page, "Accepted")).to_be_visible()
    (accepted,) = judged.reviews.items(again=True, limit=1, offset=0).items
    assert accepted.reviewed_by == "Ana Ruiz"
    page.keyboard.press("u")
    expect(message(page, "Undone")).to_be_visible()
    page.evaluate("localStorage.clear()")


def test_hostile_names_are_text(page: Page) -> None:
    """They neither become elements nor run."""
    go_to(page, "<img src=x onerror=alert(1)> owns =cmd|calc")
    assert claim(page).locator("img").count() == 0
