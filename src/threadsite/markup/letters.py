"""In which script something is written, and what that tells of its language.

The codes are those of ISO 15924. That words are in the script of one language says which; of a
script that many share it says no more than the script (RFC 5646, section 4.1: `und-Cyrl`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

LOOKED_AT = 400
"""Characters from the beginning."""
SHARE = 0.9
"""Of the letters: with fewer in one script, a text is in no one script."""

# The first word of the name that Unicode gives a letter, and its script.
NAMES = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr",
    "ARMENIAN": "Armn", "GEORGIAN": "Geor", "DEVANAGARI": "Deva", "BENGALI": "Beng",
    "TAMIL": "Taml", "TELUGU": "Telu", "THAI": "Thai", "HANGUL": "Hang", "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan", "CJK": "Hani",
}  # fmt: skip
LANGUAGES = {
    "Grek": "el", "Hebr": "he", "Armn": "hy", "Geor": "ka", "Taml": "ta", "Telu": "te",
    "Thai": "th", "Hang": "ko", "Jpan": "ja",
}  # fmt: skip
"""The language that a script is for, where that is one."""
OWN = {
    **{language: script for script, language in LANGUAGES.items()},
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "Cyrl"),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), "Arab"),
    **dict.fromkeys(("hi", "mr", "ne"), "Deva"),
    **{"bn": "Beng", "yi": "Hebr", "zh": "Hani"},
}
"""The scripts of languages that are not written in the Latin."""

ALSO = {"Jpan": ("Hani",), "Hang": ("Hani",)}
"""Other scripts that words in the language of a script may be in alone."""
LETTER = re.compile("[A-Za-z]")
OTHER = "other"


def script(text: str) -> str:
    """The script of *text*; empty where no one script has nearly all of its letters."""
    if text.isascii():
        return "Latn" if LETTER.search(text) else ""
    counts = Counter(map(_script, text[:LOOKED_AT]))
    del counts[""]
    # A single kana is a face or a loan, and no Japanese.
    if 10 * counts["Jpan"] > counts["Hani"]:
        counts["Jpan"] += counts.pop("Hani", 0)
    most = max(counts, key=counts.__getitem__, default=OTHER)
    return most if most != OTHER and counts[most] >= SHARE * counts.total() else ""


def foreign(script: str, language: str) -> str:
    """The language, as BCP 47 has it, of what is in *script* on a site in *language*; empty where
    that script is the site's."""
    own = OWN.get(language.lower().partition("-")[0], "Latn")
    return "" if script in ("", own, *ALSO.get(own, ())) else LANGUAGES.get(script, f"und-{script}")


@cache
def _script(letter: str) -> str:
    if not letter.isalpha():
        return ""
    return NAMES.get(unicodedata.name(letter, "").partition(" ")[0], OTHER)
