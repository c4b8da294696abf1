"""The cast: the people of every test, and a claim in any status."""

import uuid
from collections.abc import Callable

import pytest
from pytest_django.fixtures import Settings

from claims.lifecycle import ClaimStatus, Role
from claims.models import Claim, Document, User
from tests import factories

CAST: dict[str, tuple[Role, ...]] = {
    "edith": (Role.EDITOR,),
    "elias": (Role.EDITOR,),
    "carl": (Role.REVIEWER,),
    "clara": (Role.REVIEWER,),
    "rolf": (Role.EDITOR, Role.REVIEWER),
    "rita": (Role.READER,),
    "ada": (Role.ADMINISTRATOR,),
    "dora": (Role.REVIEWER,),
    "otto": (),
}


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    """Kept files of a test lie in a folder of its own, made when the first one is written."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "files" / uuid.uuid4().hex


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    """Everybody: two editors, two reviewers, one who is both, a reader, an administrator, one deactivated, a nobody."""
    people = {name: factories.make_user(name, *roles) for name, roles in CAST.items()}
    User.objects.filter(pk=people["dora"].pk).update(is_active=False)
    return {name: User.objects.get(username=name) for name in people}


@pytest.fixture
def edith(cast: dict[str, User]) -> User:
    """The editor who brings documents in."""
    return cast["edith"]


@pytest.fixture
def elias(cast: dict[str, User]) -> User:
    """The editor who approves."""
    return cast["elias"]


@pytest.fixture
def carl(cast: dict[str, User]) -> User:
    """The reviewer who holds the claim."""
    return cast["carl"]


@pytest.fixture
def clara(cast: dict[str, User]) -> User:
    """Another reviewer."""
    return cast["clara"]


@pytest.fixture
def rolf(cast: dict[str, User]) -> User:
    """Editor and reviewer."""
    return cast["rolf"]


@pytest.fixture
def rita(cast: dict[str, User]) -> User:
    """The reader."""
    return cast["rita"]


@pytest.fixture
def ada(cast: dict[str, User]) -> User:
    """The administrator."""
    return cast["ada"]


@pytest.fixture
def dora(cast: dict[str, User]) -> User:
    """A reviewer whose account was deactivated."""
    return cast["dora"]


@pytest.fixture
def otto(cast: dict[str, User]) -> User:
    """Logged in, without any role."""
    return cast["otto"]


@pytest.fixture
def document(edith: User) -> Document:
    """An article of three sentences with its claims proposed."""
    return factories.make_document(edith)


@pytest.fixture
def claim(document: Document) -> Claim:
    """The document's first claim, proposed."""
    return document.claims.select_related("document").order_by("number")[0]


@pytest.fixture
def claim_in(cast: dict[str, User]) -> Callable[[ClaimStatus], Claim]:
    """A claim in any status that a verb can reach, held by carl, approved by elias."""

    def build(status: ClaimStatus, document: Document | None = None) -> Claim:
        document = document or factories.make_document(cast["edith"])
        claim = document.claims.select_related("document").order_by("number")[0]
        return factories.bring_to(
            status,
            claim,
            editor=cast["edith"],
            reviewer=cast["carl"],
            approver=cast["elias"],
            other=cast["clara"],
        )

    return build
