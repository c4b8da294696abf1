"""The letters by which languages are told apart."""

from claims.text.readers.encodings import alphabets


def test_no_letter_stands_twice_and_none_is_ascii() -> None:
    families = (alphabets.LATIN, alphabets.CYRILLIC, alphabets.GREEK, alphabets.HEBREW)
    letters = [letters for family in families for letters in family.values()]
    assert [
        each for each in letters if len(set(each)) != len(each) or any(letter < "\x80" for letter in each)
    ] == []


def test_each_list_of_characters_can_be_written_in_its_encoding() -> None:
    lists = {"gb2312": alphabets.SIMPLIFIED, "big5": alphabets.TRADITIONAL, "euc_kr": alphabets.HANGUL}
    assert [codec for codec, letters in lists.items() if letters.encode(codec).decode(codec) != letters] == []
