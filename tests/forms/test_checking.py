"""What a reviewer types."""

from claims.forms.checking import NoteForm, SourceForm, VerdictForm, has_typed_words
from claims.models import Claim
from tests import factories


def test_verdict_form_offers_the_scale_in_two_columns(claim: Claim):
    columns = VerdictForm(claim=claim).columns
    assert [(title, len(choices)) for title, choices in columns] == [
        ("numbered", 5),
        ("Or, without a number", 6),
    ]


def test_verdict_form_offers_a_scale_without_numbers_in_one_column(edith):
    scale = factories.verdict("Correct", "Before publication").scale
    claim = factories.make_document(edith, scale=scale).claims.select_related("document__scale")[0]
    assert [(title, len(choices)) for title, choices in VerdictForm(claim=claim).columns] == [("", 5)]


def test_verdict_form_refuses_a_verdict_of_another_scale(claim: Claim):
    form = VerdictForm({"verdict": factories.verdict("Wrong", "Before publication").pk}, claim=claim)
    assert form.errors == {"verdict": ["Choose a verdict of this document's scale."]}


def test_verdict_form_knows_when_nothing_new_was_typed(claim: Claim):
    form = VerdictForm({"rationale": "  "}, claim=claim)
    assert (form.is_valid(), form.says_something_new) == (True, False)


def test_source_form_reads_a_source():
    form = SourceForm({"title": "Table", "stance": "supports", "form": "data", "level": "primary"})
    assert form.is_valid()
    source = form.source()
    assert (source.title, source.form, source.accessed is not None) == ("Table", "data", True)


def test_choices_alone_are_not_typed_words():
    assert not has_typed_words(SourceForm, {"stance": "supports", "form": "data"})
    assert has_typed_words(SourceForm, {"link": "x"})


def test_only_editors_choose_who_reads_a_note():
    assert (list(NoteForm().fields), list(NoteForm(editor=True).fields)) == (["body"], ["body", "visible_to"])
