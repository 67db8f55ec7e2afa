"""Smilies as text: the emoji that everybody knows, or the smiley's name."""

from __future__ import annotations

import re
from collections.abc import Mapping

# One emoji a line, then what forums call it.
NAMES_OF = """
🙂 smile smiley happy :) :-) =) (: :smile:
😀 grin biggrin big-grin teeth green_grin mrgreen :D :-D =D
😄 laugh laughing lol haha :lol:
😂 joy rofl lmao roflmao
😉 wink winking ;) ;-)
🙁 sad frown frowning unhappy :( :-( =(
😢 cry crying cries :'( :,(
😭 sob weep bawling
😛 tongue razz raspberry stick_out_tongue :p :-p :P :-P
😜 crazy stick_out_tongue_winking_eye ;p ;P
😎 cool sunglasses 8) 8-) B) B-)
😮 surprised eek shock shocked ohmy open_mouth :o :-o :O :-O
😕 confused huh :? :-? :-/ :/ :\\
😐 neutral neutral_face :| :-|
😠 angry mad irked :x :-x >:( :mad:
😡 rage furious
😈 twisted smiling_imp
👿 evil imp
🙄 roll rolleyes roll_eyes :roll:
😳 redface blush_red embarrassed oops flushed :oops:
😊 blush shy
😁 cheesy cheesygrin cheesy_grin :-]
😏 smirk
😘 kiss kissing_heart :* :-*
😍 love heart_eyes inlove in_love
😇 innocent angel halo O:)
🤔 think thinking hmm
😴 sleep sleeping sleepy zzz
😷 mask sick ill
🤢 puke vomit barf
🤐 zip lipsrsealed zipper_mouth sealed
😱 scream
😅 sweat sweat_smile
😩 weary tired
😞 disappointed
🥳 party partying
❤️ heart <3
💔 broken_heart brokenheart
👍 thumbup thumbsup thumbs_up thumb +1 :+1:
👎 thumbdown thumbsdown thumbs_down -1
👏 clap applause clapping
👋 wave hello bye
🙏 pray please
💪 muscle
👌 ok_hand ok
✌️ victory peace
🤝 handshake
👀 eyes
🔥 fire flame
⭐ star
🎉 tada celebrate
🍺 beer
🍻 beers cheers drinks
☕ coffee
🎂 birthday cake
🌹 rose flower
💡 idea bulb bulb_on lightbulb
❗ exclaim exclamation
❓ question
➡️ arrow
⚠️ warning
✅ white_check_mark check
❌ cross
🚀 rocket
💀 skull
👽 alien
🤖 robot
👻 ghost
💩 poop poo
🤷 shrug
🤦 facepalm
🤓 geek nerd ugeek
😬 grimace grimacing
🤗 hug hugs hugging
🙃 upside_down upside_down_face
"""


def _by_name() -> Mapping[str, str]:
    rows = (line.split() for line in NAMES_OF.strip().split("\n"))
    return {name: emoji for emoji, *names in rows for name in names}


EMOJI = _by_name()
FILE = re.compile(r"([^/?#\\]+?)(?:\.\w{1,5})?(?:[?#].*)?\Z", re.DOTALL)
PREFIX = re.compile(r"(?:icon|smil(?:ie|ey)|emoji|emoticon)s?[_-]")
UNFIT = re.compile(r"[^a-z0-9_+-]+")
LONGEST = 200


def smiley(alt: str, title: str = "", source: str = "") -> str:
    """The smiley that an image of these words and this address shows: an emoji, or `:name:`."""
    for words in (alt.strip(), title.strip()):
        if words and not words.isascii() and not any(map(str.isalpha, words)):
            return words
        if found := EMOJI.get(words) or EMOJI.get(_name(words)):
            return found
    file = _file(source)
    if found := EMOJI.get(file):
        return found
    name = _name(alt) or _name(title) or file
    return f":{name}:" if name else alt.strip()


def _file(source: str) -> str:
    found = FILE.search(source[-LONGEST:])
    return PREFIX.sub("", _name(found[1])) if found else ""


def _name(words: str) -> str:
    """*words* as a short code has them; empty when they hold no letter."""
    name = UNFIT.sub("_", words.strip().strip(":").lower()[:30]).strip("_")
    return name if any(map(str.isalpha, name)) or name in EMOJI else ""
