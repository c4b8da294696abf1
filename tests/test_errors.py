"""The errors: each is a sentence for the person, and all are one family."""

from claims.errors import Conflict, Incomplete, NotAllowed, WorkflowError


def test_every_error_is_a_workflow_error():
    assert {NotAllowed.__mro__[1], Incomplete.__base__, Conflict.__base__} == {WorkflowError}


def test_incomplete_names_its_fields():
    error = Incomplete("Choose a verdict.", {"verdict": "Choose a verdict."})
    assert (str(error), error.fields) == ("Choose a verdict.", {"verdict": "Choose a verdict."})


def test_incomplete_without_fields_has_none():
    assert Incomplete("There is no text in it.").fields == {}
