"""What editors' moves ask for."""

from claims.forms import moves
from claims.models import Claim, User
from tests import factories


def test_a_move_carries_the_version_of_the_claim(claim: Claim):
    assert moves.QueueForm(claim=claim)["version"].value() == claim.version


def test_edit_form_starts_with_the_claim_as_it_is(claim: Claim):
    form = moves.EditForm(claim=claim)
    assert [form[name].value() for name in ("text", "kind", "flags")] == [claim.text, claim.kind, claim.flags]


def test_assign_form_offers_active_reviewers_except_the_writer(
    cast: dict[str, User], edith: User, carl: User
):
    claim = factories.make_document(edith, writer=carl).claims.select_related("document")[0]
    offered = moves.AssignForm(claim=claim).fields["to"].queryset
    assert [user.username for user in offered] == ["clara", "rolf"]


def test_approve_form_asks_for_sole_sign_off_only_where_it_depends_on_it(claim: Claim):
    names = [list(moves.ApproveForm(claim=claim, alone=alone).fields) for alone in (False, True)]
    assert [("sole_sign_off" in fields) for fields in names] == [False, True]


def test_the_ids_of_two_returns_differ(claim: Claim):
    ids = [moves.ReturnForm(claim=claim, name=f"return-{n}")["reason"].id_for_label for n in (1, 2)]
    assert ids == ["return-1_reason", "return-2_reason"]
