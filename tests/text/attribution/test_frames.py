"""Forms of verbs, and what may follow them."""

from claims.text.attribution.frames import forms, noun_frames, verb_frames


def test_forms() -> None:
    assert forms("say") == ["say", "says", "said", "saying"]
    assert forms("deny") == ["deny", "denies", "denied", "denying"]
    assert forms("urge") == ["urge", "urges", "urged", "urging"]
    assert forms("confess") == ["confess", "confesses", "confessed", "confessing"]


def test_each_form_knows_its_verb_and_frames() -> None:
    lemma, letters = verb_frames()["accused"]
    assert (lemma, letters) == ("accuse", "fp")
    assert set("cs") <= set(verb_frames()["said"][1])
    assert "grew" not in verb_frames()


def test_nouns() -> None:
    assert noun_frames()["promises"] == "ct"
    assert noun_frames()["plan"] == "w"
