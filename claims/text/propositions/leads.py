"""Words that lead into a sentence and belong to no claim: “However,”, “For example,” (Quirk et al. 1985, 8.137)."""

import re

LEADS = re.compile(
    r"^(?:(?:However|Moreover|Furthermore|Nevertheless|Nonetheless|Meanwhile|In addition(?! to)|In fact|"
    r"In contrast(?! to)|In turn|For example|For instance|On the other hand|On the contrary|As a result(?! of)|"
    r"Therefore|Thus|Hence|Consequently|Additionally|Similarly|Likewise|Also|Besides|"
    r"Allerdings|Jedoch|Außerdem|Cependant|Toutefois|Sin embargo|Además|Однако|Кроме того|Однак|Проте|Крім того)"
    r"(?:,\s+|\s+(?=[^\W\d_]))|(?:No|Yes|Overall|Finally),\s+|(?:But|And|Yet|So|Still|Whereas),?\s+(?=[^\W\d_]))+(?=\S)"
)
SHORT = ("Still", "But", "And", "Also", "Besides", "So", "Yet")
FEWEST = 4


def without_lead(words: str) -> str:
    """Without “However,” and its like; short ones only before words enough, and “So” never before an adjective."""
    lead = LEADS.match(words)
    if lead is None or lead.group().strip(" ,") in SHORT and len(words.split()) < FEWEST:
        return words
    return words[lead.end() :]
