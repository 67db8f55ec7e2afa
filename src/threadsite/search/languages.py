"""Which stemmer serves a word: the site's language decides for its own script, each other script
has the stemmer of the language that most often writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Stemmer = Callable[[str], str]

# Language, by its primary tag: its script and its stemmer, if it has one.
LANGUAGES: dict[str, tuple[str, str | None]] = {
    "ar": ("arabic", "arabic"),
    "be": ("cyrillic", None),
    "bg": ("cyrillic", None),
    "ca": ("latin", "catalan"),
    "cs": ("latin", "czech"),
    "da": ("latin", "danish"),
    "de": ("latin", "german"),
    "el": ("greek", "greek"),
    "en": ("latin", "english"),
    "eo": ("latin", "esperanto"),
    "es": ("latin", "spanish"),
    "et": ("latin", "estonian"),
    "eu": ("latin", "basque"),
    "fa": ("arabic", "persian"),
    "fi": ("latin", "finnish"),
    "fr": ("latin", "french"),
    "ga": ("latin", "irish"),
    "hi": ("devanagari", "hindi"),
    "hu": ("latin", "hungarian"),
    "hy": ("armenian", "armenian"),
    "id": ("latin", "indonesian"),
    "it": ("latin", "italian"),
    "lt": ("latin", "lithuanian"),
    "mk": ("cyrillic", None),
    "mr": ("devanagari", None),
    "nb": ("latin", "norwegian"),
    "ne": ("devanagari", "nepali"),
    "nl": ("latin", "dutch"),
    "nn": ("latin", "norwegian"),
    "no": ("latin", "norwegian"),
    "pl": ("latin", "polish"),
    "pt": ("latin", "portuguese"),
    "ro": ("latin", "romanian"),
    "ru": ("cyrillic", "russian"),
    "sr": ("cyrillic", "serbian"),
    "sv": ("latin", "swedish"),
    "ta": ("tamil", "tamil"),
    "tr": ("latin", "turkish"),
    "uk": ("cyrillic", None),
    "ur": ("arabic", None),
    "yi": ("hebrew", "yiddish"),
}
# Languages that are not above, and are written in another script than the Latin.
OTHER_SCRIPTS = frozenset(("he", "ja", "ko", "th", "zh", "ka", "km", "lo", "my", "bn", "te"))
USUAL: dict[str, str | None] = {
    "latin": "english",
    "cyrillic": "russian",
    "greek": "greek",
    "arabic": "arabic",
    "devanagari": "hindi",
    "tamil": "tamil",
    "armenian": "armenian",
}
SCRIPTS = (
    ("latin", re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("greek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("arabic", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("hebrew", re.compile("[\u0590-\u05ff]")),
    ("devanagari", re.compile("[\u0900-\u097f]")),
    ("tamil", re.compile("[\u0b80-\u0bff]")),
    ("armenian", re.compile("[\u0530-\u058f]")),
)

# Without one of these endings an English word is its own stem. Snowball costs 30 microseconds a
# word, and half of the words of a forum are names and slips of the pen.
# fmt: off
ENGLISH_ENDINGS = (
    "s", "y", "e", "li", "ogi", "nci", "iti", "ed", "ing", "al", "ful", "ll", "er", "ator", "ism",
    "ic", "ant", "ent", "ion", "'",
)
# fmt: on


def stemmers(language: str) -> dict[str, Stemmer]:
    """The stemmer of each script for a site in *language*, a BCP 47 tag."""
    import snowballstemmer

    script, own = _own(language.lower().partition("-")[0])
    names = {**USUAL, script: own}
    known = frozenset(snowballstemmer.algorithms())
    return {script: _stemmer(name) for script, name in names.items() if name and name in known}


def script(word: str) -> str | None:
    """The script of the first character of *word*, if it is one that is stemmed."""
    return next((name for name, letters in SCRIPTS if letters.match(word)), None)


def _own(tag: str) -> tuple[str, str | None]:
    if tag in OTHER_SCRIPTS:
        return "", None
    return LANGUAGES.get(tag, ("latin", None))


def _stemmer(name: str) -> Stemmer:
    import snowballstemmer

    stem: Stemmer = snowballstemmer.stemmer(name).stemWord
    if name != "english":
        return stem
    return lambda word: stem(word) if word.endswith(ENGLISH_ENDINGS) else word
