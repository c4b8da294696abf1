"""The forms of the document page ask for what the verbs need, in one sentence each."""

from claims.forms.documents import AddClaimForm, AssignManyForm, SkipManyForm


def test_a_claim_needs_words_of_the_text():
    form = AddClaimForm({"kind": "event"})
    assert form.errors == {"words": ["Choose the words of the text on which the claim stands."]}


def test_a_claim_may_say_everything_else_or_nothing():
    form = AddClaimForm({"words": "One boat sank", "kind": "event", "flags": ["legal"]})
    assert form.is_valid()
    assert form.cleaned_data == {
        "words": "One boat sank",
        "text": "",
        "kind": "event",
        "speaker": "",
        "flags": ["legal"],
    }


def test_skipping_needs_a_reason_and_other_needs_words():
    assert SkipManyForm({}).errors == {"reason": ["Choose a reason."]}
    assert SkipManyForm({"reason": "duplicate"}).errors == {"reason": ["Choose a reason."]}
    assert SkipManyForm({"reason": "other", "words": " "}).errors == {
        "words": ["Say why, in one sentence or more."]
    }
    assert SkipManyForm({"reason": "opinion"}).is_valid()


def test_assigning_needs_an_active_reviewer(cast):
    assert AssignManyForm({}).errors == {"to": ["Choose a reviewer."]}
    assert AssignManyForm({"to": cast["dora"].pk}).errors == {"to": ["Choose a reviewer."]}
    assert AssignManyForm({"to": cast["edith"].pk}).errors == {"to": ["Choose a reviewer."]}
    form = AssignManyForm({"to": cast["carl"].pk, "due": "2026-03-12T17:00"})
    assert form.is_valid()
    assert form.cleaned_data["due"].isoformat() == "2026-03-12T17:00:00+00:00"


def test_a_due_time_is_a_day_and_a_time(carl):
    form = AssignManyForm({"to": carl.pk, "due": "soon"})
    assert form.errors == {"due": ["Enter a day and a time such as 12 March 2026 17:00."]}
