"""How typed words are read."""

import datetime

import pytest
from django import forms

from claims.errors import Incomplete
from claims.forms.reading import NO_VERSION, DueField, Versioned, WordsField, WrittenDateField


class Sample(Versioned):
    name = "sample"
    day = WrittenDateField()
    due = DueField()
    words = WordsField()


@pytest.mark.parametrize("typed", ["12 March 2026", "12 Mar 2026", "2026-03-12", "12.03.2026", "12/03/2026"])
def test_a_date_is_read_as_people_write_it(typed: str):
    assert WrittenDateField().clean(typed) == datetime.date(2026, 3, 12)


def test_a_date_that_cannot_be_read_is_answered_with_an_example():
    with pytest.raises(forms.ValidationError, match="such as 12 March 2026"):
        WrittenDateField().clean("next spring")


@pytest.mark.parametrize("typed", ["2026-03-12T17:00", "12 March 2026 17:00"])
def test_a_due_time_is_read_from_the_picker_and_from_words(typed: str):
    assert DueField().clean(typed) == datetime.datetime(2026, 3, 12, 17, tzinfo=datetime.UTC)


def test_line_breaks_are_stored_in_one_spelling():
    assert WordsField().clean("one\r\ntwo\rthree") == "one\ntwo\nthree"


def test_a_date_is_shown_in_words():
    assert 'value="12 March 2026"' in str(Sample(initial={"day": datetime.date(2026, 3, 12)})["day"])


def test_a_form_without_a_version_is_stale():
    form = Sample({})
    assert (form.is_valid(), form.cleaned_data["version"]) == (True, NO_VERSION)


def test_with_version_keeps_the_words():
    form = Sample({"version": "1", "words": "Mine."}).with_version(4)
    assert (form["version"].value(), form["words"].value()) == ("4", "Mine.")


def test_tell_puts_sentences_beside_their_fields():
    form = Sample({})
    form.tell(Incomplete("Both.", {"words": "Write it.", "elsewhere": "Add one."}))
    assert form.errors == {"words": ["Write it."], "__all__": ["Add one."]}


def test_ids_carry_the_name_of_the_form():
    assert Sample()["words"].id_for_label == "sample_words"
