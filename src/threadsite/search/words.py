"""Words as search sees them: found in a text, folded so that spellings meet, and stemmed.

The browser finds and folds words by the same rules; `tests/search/vectors.json` holds both to it.
It never stems: the index tells it the stem of each word that occurs.
"""

from __future__ import annotations

import re
import unicodedata

from threadsite.search.languages import script, stemmers

LONGEST = 40
"""Characters of a word; what follows them is not told apart."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
"""Accents, vowel points and the like, which people may write or leave out."""

VOWELS = (
    "\u0900-\u0963\u0970-\u09f3\u0a01-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
"""Signs of southern Asia's scripts that are part of a word and tell it from others."""

UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u1049\u1780-\u17d3\u3005-\u3007\u3041-\u309f\u30a1-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts whose words stand without spaces, or carry their endings with them as Korean does."""

TAGGED = r"(?<![\w])[a-z]{1,2}(?:\+\+|#)(?!\w)"  # C++, C#, F#
ONE_TAGGED = re.compile(TAGGED, re.IGNORECASE)
WORD = re.compile(rf"{TAGGED}|[\w{MARKS}{VOWELS}]+")
# ASCII in lower case, all but letters, digits and the underscore made spaces: splitting that is
# three times as fast as a pattern, and most of most archives is such text.
PLAIN = bytes(ord(c.lower()) if c.isalnum() or c == "_" else 32 for c in map(chr, range(128)))
PLAIN += bytes(range(128, 256))
MIXED = 8
"""Of a text that has one character in so many beyond ASCII, or more, no word is thought plain."""
RUNS = re.compile(rf"[{UNSPACED}]+|[^{UNSPACED}]+")
ONE_UNSPACED = re.compile(f"[{UNSPACED}]")
# Soft hyphens, joiners and marks of direction: nobody types them into a search.
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
ONE_MARK = re.compile(f"[{MARKS}]")
LETTERS = str.maketrans(
    {
        **dict(zip("ıςøđðłħŧ", "iσoddlht", strict=True)),
        **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"},
        # Arabic: alef wasla, final forms, Persian letters; tatweel only stretches a word.
        **dict(zip("ٱىةیک", "ايهيك", strict=True)),
        **{"ـ": ""},
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    }
)


def pieces(text: str) -> list[str]:
    """The words of *text* in their order, in lower case; pairs of characters of unspaced text."""
    data = text.encode("utf-8", "surrogatepass")
    strange = len(data) - len(text)
    if strange * MIXED > len(text) or (("#" in text or "++" in text) and _is_tagged(text)):
        return _pieces(text)
    plain = data.translate(PLAIN).decode("utf-8", "surrogatepass").split()
    return _mixed(plain) if strange else plain


def _is_tagged(text: str) -> bool:
    return not text.isascii() or ONE_TAGGED.search(text) is not None


def _mixed(words: list[str]) -> list[str]:
    found = []
    for word in words:
        if word.isascii():
            found.append(word)
        else:
            found += _pieces(word)
    return found


def _pieces(text: str) -> list[str]:
    text = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
    found = WORD.findall(text)
    if not ONE_UNSPACED.search(text):
        return found
    return [piece for word in found for piece in _split(word)]


def fold(piece: str) -> str:
    """*piece* without accents and what else people spell in two ways; empty when nothing is left.

    >>> fold("straße"), fold("ёлка"), fold("__init__")
    ('strasse', 'елка', 'init')
    """
    piece = piece.strip("_")
    if not piece.isascii():
        bare = ONE_MARK.sub("", unicodedata.normalize("NFKD", piece))
        piece = unicodedata.normalize("NFC", bare).translate(LETTERS)
    return piece[:LONGEST]


def words(text: str) -> list[str]:
    """The words of *text* in their order, folded."""
    return [word for word in map(fold, pieces(text)) if word]


class Stems:
    """The stems of words on a site in *language*."""

    def __init__(self, language: str) -> None:
        self._stemmers = stemmers(language)
        self._latin = self._stemmers.get("latin")

    def of(self, piece: str) -> tuple[str, str]:
        """*piece* folded, and its folded stem; both are empty when it holds no word."""
        bare = piece.strip("_")
        word = fold(bare)
        return word, fold(self._stem(bare)) or word

    def _stem(self, piece: str) -> str:
        if piece.isascii():
            stem = self._latin if piece.isalpha() else None
        else:
            stem = self._stemmers.get(script(piece) or "")
        return stem(piece) if stem and len(piece) <= LONGEST else piece


def _split(word: str) -> list[str]:
    """*word* itself or, for unspaced text in it, each pair of neighbours."""
    if not ONE_UNSPACED.search(word):
        return [word]
    return [piece for run in RUNS.findall(word) for piece in _pairs(run)]


def _pairs(run: str) -> list[str]:
    if len(run) == 1 or not ONE_UNSPACED.match(run):
        return [run]
    return [run[i : i + 2] for i in range(len(run) - 1)]
