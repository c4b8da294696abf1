"""Which blocks of a page are its article, told by where they stand, what they are called and how much of them is links.

No rule is for one site. Another reader's opinion is the start; the text comes from the page itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from claims.text.readers.html.page import Block, Page, Place

AROUND = frozenset("nav header footer aside form button".split())
APART = frozenset("nav footer aside form button figcaption figure dialog menu".split())
PARTS = frozenset("body main article".split())
NOT_TEXT = frozenset("nav footer form button".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# What holds paragraphs but is none of the parts of a page.
FLOW = HEADINGS | frozenset("p ul ol li table tbody thead tfoot tr td th blockquote pre dl dt dd".split())

# Names that sites give to what is not the article: the first even when the other reader took it, the second when not.
FOREIGN = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|newsletters?|sign-?up|comments?|comment-?list|disqus\w*"
    r"|taboola|outbrain|sponsor\w*|promo|cookies?|consent|gdpr|breadcrumbs?|read(?:ing)?-time|share-?tools?"
    r"|most-(?:read|popular)|trending|more-(?:from|on|stories)|also-like|no-?content|[\w-]{0,30}noscript)(?:$|[\s_-])"
)
DOUBTFUL = re.compile(
    r"(?:^|[\s_-])(?:subscri(?:be|ption)|shar(?:e|es|ing)|social|addthis\w*|sharedaddy|respond|advert\w*|ads?|tags"
    r"|tag-list|byline|dateline|author-(?:bio|box|info|profile)|about-author|popular|paywall|pagination|copyright"
    r"|disclosure|disclaimer|navigation|menu|nav|sidebar|widget-area|toolbar|(?<!overflow-)hidden|read-?more|see-also"
    r"|caption|credits?)(?:$|[\s_-])"
)
# How a line begins that leads to something else, or stands below the end of an article.
LEADS_AWAY = re.compile(
    r"\W*(?:(?:related|read (?:more|also|next)|also read|see also|more (?:on|from)|watch|listen|don.t miss|up next"
    r"|recommended|you (?:may|might) (?:also )?like|filed under|sign up|subscribe|follow us|share this|advertisement"
    r"|leave a (?:comment|reply)|tell us what you think|copyright|lesen sie auch|mehr zum thema|lire aussi|à lire aussi"
    r"|le[ae] también|leia (?:também|mais)|leggi anche|lees ook|läs också|les også|læs også"
    r"|czytaj (?:też|także|również)|читайте также)\b|(?:story )?tags?:|topics?:|comments$|©)",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}:\d\d|^\W*(?:by|von|par|por|di|door|av|af|автор)\b", re.IGNORECASE
)
SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)]*$")
SHORTCODE = re.compile(r"\[/?[a-z_]+ [a-z_]+=")
WORD = re.compile(r"\w+")

ANCHOR = 40  # letters that a block needs to tell where the article is
OPENING = 60  # letters of a paragraph before or after all that the other reader took
MOSTLY_LINKS, ALL_LINKS = 0.5, 0.9
MOST = 0.9  # of the article's letters stand in its part of the page
GRAM, AGREED = 4, 0.95  # words in a row, and the share of such rows, that make two texts the same
WEAK = 0.5  # the other reader missed the article when it took less than this share of the densest part
LEVELS, MUCH_MORE = 4, 1.5
LEAST = 250  # letters of an article


class Told:
    """Another reader's text of the article, asked for block by block."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self.run = f" {' '.join(words)} "
        self.grams = set(_grams(words))

    def __contains__(self, block: Block) -> bool:
        words = _words(block.text)
        if len(words) < 2 * GRAM:
            return f" {' '.join(words)} " in self.run
        grams = _grams(words)
        return sum(gram in self.grams for gram in grams) >= AGREED * len(grams)


def plain(page: Page) -> bool:
    """Whether nothing surrounds the text: no script, no part for finding one's way, and words rather than links."""
    letters = sum(len(block.text) for block in page.blocks)
    linked = sum(len(block.text) * block.linked for block in page.blocks)
    around = any(place.tag in AROUND for place in page.places)
    return not page.scripted and not around and linked <= MOSTLY_LINKS * letters


def whole(page: Page) -> list[Block]:
    """Every block that a person sees; without menus, footers and forms where there is more than these."""
    apart = _within(page, lambda _, place: place.hidden or place.tag in NOT_TEXT)
    return [block for block in page.blocks if not apart[block.place]] or page.blocks


def article_of(page: Page, told: str, title: str = "") -> list[Block]:
    """The blocks of the article, [] when there is none.

    ``told`` is another reader's text of it; where that misses the densest part of the page, this part is taken.
    """
    opinion = Told(told)
    taken = [block in opinion for block in page.blocks]
    dense = _densest(page)
    if _letters(page, taken) < WEAK * _letters(page, dense) >= WEAK * LEAST:
        taken = dense
    weights = _weights(page, taken)
    if not any(weights):
        return []
    return _without_ends(page, _kept(page, taken, weights), title)


def _kept(page: Page, taken: Sequence[bool], weights: Sequence[int]) -> list[Block]:
    """What was taken and is not foreign, and what stands among it though it was not taken."""
    home = _homes(page)
    part = home[max(number for number, weight in enumerate(weights) if weight >= MOST * weights[0])]
    inside = _within(page, lambda number, _: number == part, outermost=part == 0)
    foreign = _apart(page, weights, FOREIGN, 0.25)
    doubtful = _apart(page, weights, DOUBTFUL, 0.5)
    sure = [
        take
        and not foreign[block.place]
        and (inside[block.place] or _paragraph(page, block))
        and (_anchor(page, block) or not doubtful[block.place])
        for block, take in zip(page.blocks, taken, strict=True)
    ]
    numbers = [number for number, block in enumerate(page.blocks) if sure[number] and _anchor(page, block)]
    homes = {home[page.blocks[number].place] for number in numbers}

    def among(number: int, block: Block) -> bool:
        if foreign[block.place] or doubtful[block.place] or block.linked >= MOSTLY_LINKS:
            return False
        between = numbers[0] < number < numbers[-1] or len(block.text) >= OPENING
        return between and home[block.place] in homes

    return [
        block for number, block in enumerate(page.blocks) if sure[number] or numbers and among(number, block)
    ]


def _without_ends(page: Page, blocks: list[Block], title: str) -> list[Block]:
    """Without date and byline above, without what leads away in between and below."""
    blocks = [block for block in blocks if not _leads_away(block) and not SHORTCODE.match(block.text)]
    while blocks and _ends_nothing(page, blocks[-1]):
        blocks.pop()
    headline = _words(title)
    opening = next(
        (n for n, block in enumerate(blocks) if _opens(page, block) and _words(block.text) != headline), 0
    )
    above = [block for block in blocks[:opening] if not _stands_above(page, block, headline)]
    return above + blocks[opening:]


def _leads_away(block: Block) -> bool:
    return block.linked >= MOSTLY_LINKS and bool(LEADS_AWAY.match(block.text))


def _ends_nothing(page: Page, block: Block) -> bool:
    """Whether a last block announces what is no longer there, or is a link."""
    announces = len(block.text) <= OPENING and bool(LEADS_AWAY.match(block.text))
    return block.linked >= ALL_LINKS or announces or page.tag(block) in HEADINGS


def _opens(page: Page, block: Block) -> bool:
    return page.tag(block) not in HEADINGS and (
        len(block.text) > OPENING or bool(SENTENCE.search(block.text))
    )


def _stands_above(page: Page, block: Block, headline: list[str]) -> bool:
    """Whether a block above the first paragraph is a date, a byline, or the title where it is no headline."""
    if page.tag(block) == "h1":
        return False
    stamp = len(block.text) <= OPENING and page.tag(block) not in HEADINGS and STAMP.search(block.text)
    return bool(stamp) or _words(block.text) == headline


def _densest(page: Page) -> list[bool]:
    """For each block whether it is in the part of the page that holds the most letters of paragraphs."""
    prose = [_anchor(page, block) for block in page.blocks]
    weights = _weights(page, prose)
    foreign, doubtful = _apart(page, weights, FOREIGN, 0.5), _apart(page, weights, DOUBTFUL, 0.5)
    clear = [not foreign[block.place] and not doubtful[block.place] for block in page.blocks]
    prose = [anchor and free for anchor, free in zip(prose, clear, strict=True)]
    home, letters = _homes(page), Counter[int]()
    for block, anchor in zip(page.blocks, prose, strict=True):
        letters[home[block.place]] += len(block.text) * anchor
    part = _widened(page, letters.most_common(1)[0][0], _weights(page, prose)) if letters else -1
    inside = _within(page, lambda number, _: number == part, outermost=part == 0)
    return [
        inside[block.place] and free and block.linked < MOSTLY_LINKS
        for block, free in zip(page.blocks, clear, strict=True)
    ]


def _widened(page: Page, part: int, weights: Sequence[int]) -> int:
    """The part, or one a few levels above it that holds much more: an article written in several sections."""
    number, levels = part, 0
    while levels < LEVELS and number:
        number, levels = page.places[number].parent, levels + 1
        if weights[number] >= MUCH_MORE * weights[part]:
            part, levels = number, 0
    return part


def _apart(page: Page, weights: Sequence[int], names: re.Pattern[str], share: float) -> list[bool]:
    """The places that are hidden, are no text by their tag, or have such a name, if little of the article is there."""
    return _within(
        page,
        lambda number, place: (
            weights[number] < share * weights[0]
            and (
                place.hidden
                or place.tag in APART
                or (place.tag not in PARTS and bool(names.search(place.label)))
            )
        ),
    )


def _within(page: Page, test: Callable[[int, Place], bool], *, outermost: bool = False) -> list[bool]:
    """For each place whether the test holds for it or for one around it; ``outermost`` answers for the first."""
    flags = [outermost]
    for number, place in enumerate(page.places[1:], 1):
        flags.append(flags[place.parent] or test(number, place))
    return flags


def _weights(page: Page, chosen: Sequence[bool]) -> list[int]:
    """For each place the letters of the chosen anchors in it."""
    weights = [0] * len(page.places)
    for block, choice in zip(page.blocks, chosen, strict=True):
        if choice and _anchor(page, block):
            weights[block.place] += len(block.text)
    for number in range(len(weights) - 1, 0, -1):
        weights[page.places[number].parent] += weights[number]
    return weights


def _letters(page: Page, chosen: Sequence[bool]) -> int:
    return sum(
        len(block.text)
        for block, choice in zip(page.blocks, chosen, strict=True)
        if choice and _anchor(page, block)
    )


def _anchor(page: Page, block: Block) -> bool:
    """Whether a block is long enough, and words enough, to tell where the article is."""
    return len(block.text) >= ANCHOR and block.linked < MOSTLY_LINKS and page.tag(block) not in HEADINGS


def _paragraph(page: Page, block: Block) -> bool:
    """Whether a block stands for itself outside of the article's part: two lines of words, no line of a list."""
    return len(block.text) >= OPENING and not block.group and _anchor(page, block)


def _homes(page: Page) -> list[int]:
    """For each place the part of the page it belongs to: the nearest element that is more than a paragraph or list."""
    homes: list[int] = []
    for number, place in enumerate(page.places):
        homes.append(homes[place.parent] if number and place.tag in FLOW else number)
    return homes


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(GRAM)), strict=False))


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())
