"""The hundred and more cases that a person judged, and the page that lists them."""

import re

from tests.text.references.cases import PAGE, judged, references, rows, texts

PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their)\b", re.IGNORECASE)


def test_the_page_lists_what_the_code_does() -> None:
    assert rows() == [(number, line) for number, line, _ in judged()]


def test_every_case_is_judged_and_95_of_100_are_right() -> None:
    verdicts = [verdict for _, _, verdict in judged()]
    assert "?" not in verdicts
    assert len(verdicts) >= 100
    assert verdicts.count("right") >= 0.95 * len(verdicts)


def test_the_figures_of_the_page_are_those_of_its_list() -> None:
    verdicts = [verdict for _, _, verdict in judged()]
    pronouns = replaced = stay = gone = 0
    for text in texts():
        put = {(each.start, each.end) for each in references(text.words)}
        found = [match.span() for match in PRONOUN.finditer(text.words)]
        pronouns, replaced = pronouns + len(found), replaced + len(put.intersection(found))
        stay, gone = stay + len(set(text.alone) - put), gone + len(put.intersection(text.alone))
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    right, wrong = verdicts.count("right"), verdicts.count("wrong")
    assert f"- {right + wrong} replacements: {right} right, {wrong} wrong." in page
    assert f"- {replaced} of {pronouns} third-person pronouns are replaced; the others stay." in page
    assert f"better left alone: {stay} stay, {gone} are replaced." in page
    assert stay >= 60
