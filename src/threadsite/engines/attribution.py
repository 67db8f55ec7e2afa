"""The name in the head of a quote: "Juno wrote:", "Zitat von Juno:", in the languages of forums."""

from __future__ import annotations

import re

# What stands behind a name, longest first where one ends with another. Lower case.
SAID = """
said|wrote|posted|has written|has posted|says|writes
schrieb|hat geschrieben|hat folgendes geschrieben|sagte|meinte
a dit|a écrit|a ecrit|disait
dijo|escribió|ha escrito|ha escrit|escribiu
ha detto|ha scritto|scrive
disse|escreveu
zei|schreef|heeft geschreven
napisał(a)|napisał/a|napisał/(a)|napisał|napisała|powiedział(a)|powiedział|pisze
сказал(а)|сказал|сказала|писал(а)|написал(а)|написал|написала|пишет
сказав(ла)|написав(ла)|написав|писав(ла)|писав|пише
napsal(a)|napsal/a|napsal|píše|řekl(a)|řekl
napísal(a)|napísal|povedal(a)
írta|mondta
kirjoitti|sanoi
sa|skrev|skrev så her|sade|skrev så
yazdı|dedi|demiş ki|demiş
είπε|έγραψε
a scris|a spus|a zis
写道|寫道|写到|寫到|說|说|寫
さんが書きました|さんは書きました|さんの発言|さん
님이 작성|님이 썼습니다|님이 말함|님이 쓴 글|의 글
كتب|قال
نوشته است|نوشته|گفت|نوشت
đã viết|đã nói|viết
menulis|berkata|mengatakan
wrote on|написа|каза|напиша|је написао/ла|је написао
je napisao/la|je rekao/la|je napisao|je napisal/a|napisal/-a|rašė|rakstīja|kirjutas
skrifaði|כתב|เขียน
"""
# What stands before a name.
BY = """
originally posted by|originally written by|quote from|quote by|quoting|quote
zitat von|zitat|citat från|citat av|citat fra|citat|citace|cita de|citação de|citação|cita
citation de|citation|citazione di|citazione|citaat van|cytat|sitat fra|sitat|lainaus käyttäjältä
цитата сообщения|цитата|цитує|alıntı|idézet|παράθεση|引用|原帖由|quote author|كتب|قال|اقتباس
lainaus|citovat|citando|citát|citácia|citata|tsitaat|цитат|citación|引言回覆|引言|引述
trích dẫn|نقل قول|kutipan|kutip|อ้างอิง|인용|ציטוט
"""


def _table(text: str) -> list[str]:
    words = [word for line in text.strip().split("\n") for word in line.split("|")]
    return sorted({word.casefold() for word in words}, key=len, reverse=True)


_SAID, _BY = _table(SAID), _table(BY)
TAIL = " :：↑»\u200e\u200f,\u00a0"


def named(text: str) -> str | None:
    """The name in the head of a quote; None for a head without any, like "Quote:"."""
    name = " ".join(text.split()).strip(TAIL)
    return _before(name) or _after(name)


def said(text: str) -> str | None:
    """The name in a line that says that somebody wrote what follows; None for any other line."""
    return _before(" ".join(text.split()).strip(TAIL))


def _before(name: str) -> str | None:
    folded = name.casefold()
    if len(folded) != len(name):
        return None
    for word in _SAID:
        if folded.endswith(word) and _apart(folded, len(folded) - len(word)):
            return name[: len(name) - len(word)].strip(TAIL) or None
    return None


def _after(name: str) -> str | None:
    folded = name.casefold()
    for word in _BY:
        if folded.startswith(word) and (
            len(folded) == len(word) or not folded[len(word)].isalnum()
        ):
            return re.sub(r"^\W+(?=\w)", "", name[len(word) :]).strip(TAIL) or None
    return name or None


def _apart(text: str, place: int) -> bool:
    """Whether a word begins at *place*; scripts without spaces need none before it."""
    return place > 0 and (text[place - 1].isspace() or text[place] > "\u2e80")
