"""What the authors of the invented forum write: words that nobody ever used, as often as real ones.

A vocabulary is made of syllables and drawn from by Zipf's law, so that an index of it is shaped
like one of a language. All chance comes from `Dice`, which gives the same on every machine.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Image,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    Strong,
    Text,
)

VOCABULARY = 50_000
HOST = "https://pictures.example"

ONSETS = "bcdfghjklmnprstvwz"
VOWELS = "aeiou"
CODAS = ("", "", "", "", "l", "m", "n", "nd", "r", "rk", "s", "st", "t")
ODDITIES = ("a < b", "x_y_z", "2 * 3", "R&D", "C:\\new", "[sic]", "#7", "`", "1) no", "50 %", "~~")
SMILIES = "🙂😀😉🤔👍🎉🔥🙏"
SCRIPTS = (
    ("абвгдежзиклмнопрстуфхчшяь", " ", "."),
    ("αβγδεζηθικλμνοπρστυφχψω", " ", "."),
    ("ابتجحدرسشصطعفقكلمنهوي", " ", "."),
    ("אבגדהוזחטיכלמנסעפצקרשת", " ", "."),
    ("कगचजटडतदनपबमयरलवसह", " ", "।"),
    ("山川水火木土日月人口手目耳車門雨", "", "。"),
    ("あいうえおかきくけこさしすせそたちつてと", "", "。"),
    ("가나다라마바사아자차카타파하", " ", "."),
)
"""Letters of other scripts, what stands between their words, and what ends a sentence."""
CODE = (
    ("python", ("def {}({}):", "    for row in {}[{}:]:", "        print(f'<{}> & {}')")),
    ("sh", ("{} --{}=3 | sort -u > /tmp/x", "[ -f {} ] || rm '{}'", "export {}=$HOME/{}")),
    ("html", ('<div class="{}">{}</div>', "<script>alert('{}', '{}')</script>")),
    ("", ("{}: error 0x7f: {} not found", "*** {} {} ***", "# {} {}")),
)

T = TypeVar("T")


class Dice(random.Random):
    """Chance that is the same everywhere: nothing but `random()` of a seed is ever asked."""

    def below(self, count: int) -> int:
        """A whole number from 0 on, less than *count*."""
        return int(self.random() * count)

    def between(self, low: int, high: int) -> int:
        """A whole number from *low* to *high*, both included."""
        return low + self.below(high - low + 1)

    def one(self, things: Sequence[T]) -> T:
        """One of *things*, all as likely."""
        return things[self.below(len(things))]

    def ranked(self, weights: Sequence[float], among: int) -> int:
        """The index of one of the first *among* things, of which *weights* are running sums."""
        return bisect(weights, self.random() * weights[among - 1], hi=among - 1)

    def happens(self, chance: float) -> bool:
        """Whether something does that has this *chance*, of 1."""
        return self.random() < chance


class Prose:
    """A vocabulary, and what can be written with it."""

    def __init__(self, seed: int) -> None:
        dice = Dice(f"words of {seed}")
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            # What is said often is short.
            longest = 1 if len(words) < 300 else 2 if len(words) < 5_000 else 3
            words[invented(dice, dice.between(max(longest - 1, 1), longest))] = None
        self._words = tuple(words)
        self._weights = tuple(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def words(self, dice: Dice, count: int) -> list[str]:
        """*count* words, the first of the vocabulary most often."""
        return dice.choices(self._words, cum_weights=self._weights, k=count)

    def title(self, dice: Dice) -> str:
        """What a thread is called."""
        return " ".join(self.words(dice, dice.between(3, 8))).capitalize()

    def sentence(self, dice: Dice) -> str:
        """A sentence; now and then with a number, or with what Markdown could take for a mark."""
        words = self.words(dice, dice.between(5, 18))
        if dice.happens(0.15):
            words[dice.below(len(words))] = str(dice.between(2, 99_999))
        if dice.happens(0.03):
            words.insert(2, dice.one(ODDITIES))
        if len(words) > 9:
            words[dice.between(3, 7)] += ","
        text = " ".join(words)
        return text[0].upper() + text[1:] + dice.one("....!?")

    def paragraph(self, dice: Dice) -> Paragraph:
        """Some sentences, in one line or two."""
        inlines: list[Inline] = [Text(self._sentences(dice))]
        if dice.happens(0.1):
            inlines += [Break(), Text(self.sentence(dice))]
        for chance, extra in EXTRAS:
            if dice.happens(chance):
                inlines += [Text(" "), extra(self.words(dice, 3), dice)]
        return Paragraph(tuple(inlines))

    def blocks(self, dice: Dice) -> tuple[Block, ...]:
        """What a post says of its own, some hundred words as a rule."""
        blocks: list[Block] = [self.paragraph(dice) for _ in range(dice.between(1, 5))]
        if dice.happens(0.05):
            blocks.append(self._list(dice))
        if dice.happens(0.05):
            blocks.append(self._code(dice))
        if dice.happens(0.03):
            blocks.append(_foreign(dice))
        return tuple(blocks)

    def _sentences(self, dice: Dice) -> str:
        return " ".join(self.sentence(dice) for _ in range(dice.between(2, 5)))

    def _list(self, dice: Dice) -> List:
        texts = (Text(self.sentence(dice)) for _ in range(dice.between(2, 6)))
        items = tuple(Item((Paragraph((text,)),)) for text in texts)
        return List(items, ordered=dice.happens(0.5))

    def _code(self, dice: Dice) -> CodeBlock:
        language, forms = dice.one(CODE)
        lines = (dice.one(forms).format(*self.words(dice, 2)) for _ in range(dice.between(3, 12)))
        return CodeBlock("\n".join(lines), language)


def invented(dice: Dice, syllables: int) -> str:
    """A word that is none."""
    return "".join(dice.one(ONSETS) + dice.one(VOWELS) + dice.one(CODAS) for _ in range(syllables))


def foreign_word(dice: Dice, letters: str) -> str:
    """The same in the script of *letters*."""
    return "".join(dice.one(letters) for _ in range(dice.between(2, 6)))


def _foreign(dice: Dice) -> Paragraph:
    letters, gap, stop = dice.one(SCRIPTS)
    words = (foreign_word(dice, letters) for _ in range(dice.between(12, 30)))
    return Paragraph((Text(gap.join(words) + stop),))


def _link(words: list[str], dice: Dice) -> Link:
    first, second, third = words
    url = f"https://{first}.example/{second}?page={dice.between(1, 99)}&view={third}"
    return Link(url, (Text(url if dice.happens(0.3) else f"{second} {third}"),))


def _image(words: list[str], dice: Dice) -> Image:
    return Image(f"{HOST}/{words[1]}-{dice.between(1, 9999)}.jpg", words[0])


EXTRAS = (
    (0.03, _link),
    (0.01, _image),
    (0.03, lambda words, _: Strong((Text(words[0]),))),
    (0.03, lambda words, _: Emphasis((Text(words[0]),))),
    (0.02, lambda words, _: CodeSpan(words[0])),
    (0.03, lambda _, dice: Text(dice.one(SMILIES))),
)
"""What may stand behind the sentences of a paragraph, and how likely."""
