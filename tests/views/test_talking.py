"""Notes and requests for comment on the claim page."""

from claims.models import Assignment, Contact, Note, Review, User
from claims.workflow import editing, talking


def test_note_add_writes_the_note_and_keeps_the_draft(
    as_user, path, held: Assignment, carl: User, typed, draft_of
):
    answer = as_user(carl).post(path(held.claim, "notes", "add"), typed(body="Called the press office."))
    assert (answer.status_code, answer.headers["Location"]) == (302, path(held.claim) + "#notes")
    assert (Note.objects.get().body, draft_of(held).rationale) == (
        "Called the press office.",
        "The company counts 1.7 million.",
    )


def test_note_add_alone_starts_nothing(as_user, path, held: Assignment, carl: User):
    given = {"version": 0, "verdict": "", "rationale": "", "as_of": "", "exemption": "", "body": "Called."}
    as_user(carl).post(path(held.claim, "notes", "add"), given)
    held.refresh_from_db()
    assert (held.status, Review.objects.count()) == ("asked", 0)


def test_note_add_without_words_says_so(as_user, path, held: Assignment, edith: User):
    answer = as_user(edith).post(path(held.claim, "notes", "add"), {"body": " "})
    assert (answer.status_code, answer.context["errors"]) == (422, [("note_body", "Write the note.")])


def test_note_add_for_editors_only_stays_with_them(as_user, path, held: Assignment, edith: User, carl: User):
    as_user(edith).post(
        path(held.claim, "notes", "add"), {"body": "MARKER among us", "visible_to": "editors"}
    )
    assert "MARKER" in as_user(edith).get(path(held.claim)).content.decode()
    assert "MARKER" not in as_user(carl).get(path(held.claim)).content.decode()


def test_note_add_by_a_stranger_is_a_404(as_user, path, held: Assignment, clara: User):
    assert as_user(clara).post(path(held.claim, "notes", "add"), {"body": "Hello."}).status_code == 404


def test_contact_add_records_the_request(as_user, path, held: Assignment, carl: User, typed):
    given = typed(who="The mayor’s office", how="e-mail", asked_on="10 March 2026", answer="")
    as_user(carl).post(path(held.claim, "contacts", "add"), given)
    contact = Contact.objects.get()
    assert (contact.who, contact.how, str(contact.asked_on)) == ("The mayor’s office", "e-mail", "2026-03-10")


def test_contact_add_without_how_keeps_the_rest(
    as_user, path, held: Assignment, edith: User, carl: User, typed
):
    editing.edit(held.claim, by=edith, flags=["allegation"])
    answer = as_user(carl).post(path(held.claim, "contacts", "add"), typed(who="The mayor’s office"))
    assert (answer.status_code, Contact.objects.count()) == (422, 0)
    assert 'value="The mayor’s office"' in answer.content.decode()


def test_contact_add_is_asked_for_where_the_policy_asks(
    as_user, path, held: Assignment, edith: User, carl: User
):
    browser = as_user(carl)
    assert "Requests for comment" not in browser.get(path(held.claim)).content.decode()
    editing.edit(held.claim, by=edith, flags=["allegation"])
    assert "Record a request for comment…" in browser.get(path(held.claim)).content.decode()
    talking.record_contact(held.claim, by=carl, who="The mayor’s office", how="e-mail")
    assert "<b>The mayor’s office</b>, e-mail" in browser.get(path(held.claim)).content.decode()
