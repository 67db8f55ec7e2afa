"""Old addresses in all their forms mean one thread or one post."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite.references import Reference, reference

HOST = "kiln.example"


@pytest.mark.parametrize(
    ("address", "thread", "post"),
    [
        ("/viewtopic.php?f=2&t=7", "7", None),
        ("/viewtopic.php?f=2&amp;t=7&amp;sid=0a1b&amp;start=15", "7", None),
        ("/viewtopic.php?p=42#p42", None, "42"),
        ("/viewtopic.php?t=7&highlight=#42", "7", "42"),
        ("/index.php?showtopic=7&st=20#entry42", "7", "42"),
        ("/forum/viewtopic.php?t=7&view=print#p42", "7", "42"),
        ("/viewtopic.php?pid=42#p42", None, "42"),
        ("/showthread.php?t=7&page=3", "7", None),
        ("/showthread.php?p=42#post42", None, "42"),
        ("/showthread.php?7-Cone-six&p=42&viewfull=1#post42", None, "42"),
        ("/showthread.php?7-Cone-six", "7", None),
        ("/goto/post?id=42", None, "42"),
        ("/showthread.php/7-cone-six/page2", "7", None),
        ("/showthread.php?tid=7&pid=42#pid42", "7", "42"),
        ("/threads/cone-six.7/", "7", None),
        ("/threads/cone-six.7/page-3#post-42", "7", "42"),
        ("/threads/7/post-42", "7", "42"),
        ("/posts/42/", None, "42"),
        ("/index.php?threads/cone-six.7/", "7", None),
        ("/t/cone-six/7", "7", None),
        ("/t/cone-six/7/42?u=maud", "7", "42"),
        ("/index.php?topic=7.0", "7", None),
        ("/index.php?topic=7.msg42#msg42", "7", "42"),
        ("/index.php/topic,7.15.html", "7", None),
        ("/index.php?showtopic=7&st=20", "7", None),
        ("/topic/7-cone-six/?do=findComment&comment=42", "7", "42"),
        ("/index.php?/topic/7-cone-six/page/2/", "7", None),
        ("/discussion/7/cone-six", "7", None),
        ("/discussion/comment/42/#Comment_42", None, "42"),
        ("/d/7-cone-six/42", "7", "42"),
        ("/thread-7-post-42.html", "7", "42"),
        ("/archive/index.php?thread-7.html", "7", None),
        ("/looms/7-cone-six.html", "7", None),
        ("/looms/7-cone-six-post42.html#post42", "7", "42"),
        ("/42-post3.html", None, "42"),
        ("/forum/main/looms/7-cone-six/page2?p=43#post42", "7", "42"),
        ("/index.php?msg=42", None, "42"),
        ("/en/question/7/cone-six/?answer=42#post-id-42", "7", "42"),
        ("/thread-7-2-1.html", "7", None),
        ("/topic_show.pl?tid=7#pid42", "7", "42"),
        ("/index.php?page=Thread&threadID=7", "7", None),
        ("/node/7", "7", None),
        ("/index.php?findpost=42&showtopic=7", "7", "42"),
        ("/viewtopic.php%3Ft=7.html", "7", None),
        ("/forum.php?mod=viewthread&tid=7", "7", None),
        ("/forum/read.php?5,7", "7", None),
        ("/read.php?5,7,42#msg-42", "7", "42"),
        ("/read.php?5,7#msg-42", "7", "42"),
        ("/read.php?5,7,page=2", "7", None),
        ("/read.php?5,7,42,quote=1", "7", "42"),
        ("/topic/cone-six/", "cone-six", None),
        ("/topic/cone-six/3/", "cone-six", None),
        ("/post/42/", None, "42"),
        ("/forum/5-looms/7-cone-six?start=6#42", "7", "42"),
        ("/fr/forum/looms/7-cone-six", "7", None),
        ("/index.php/kunena/2-yard/7-first-warp#42", "7", "42"),
        ("/index.php?option=com_kunena&view=topic&catid=5&id=7&mesid=42", "7", "42"),
        ("/index.php?option=com_kunena&func=view&catid=5&id=42#42", None, "42"),
        ("/forum2.php?config=kiln.inc&cat=5&post=7&page=1#t42", "5-7", "42"),
        ("/forum2.php?config=kiln.inc&cat=5&post=7&numreponse=42&quote_only=1", "5-7", "42"),
        ("/ovens/bricks/cone-six-sujet_7_2.htm#t42", None, "42"),
    ],
)
def test_an_address_is_understood(address: str, thread: str | None, post: str | None) -> None:
    assert reference(f"https://www.{HOST}{address}") == Reference(HOST, thread, post)


@pytest.mark.parametrize(
    "address",
    [
        "/viewforum.php?f=3&start=50",
        "/forum/viewforum.php?id=3",
        "/forumdisplay.php?f=3&order=desc",
        "/forumdisplay.php?fid=3",
        "/forumdisplay.php?3-looms",
        "/forumdisplay.php/3-looms/page2",
        "/forum.php?mod=forumdisplay&fid=3",
        "/index.php?board=3.20",
        "/index.php/board,3.0.html",
        "/index.php?showforum=3",
        "/index.php?page=Board&boardID=3",
        "/list.php?3",
        "/list.php?3,page=2",
        "/board_show.pl?bid=3",
        "/forums/looms.3/",
        "/forums/looms.3/page-2",
        "/index.php?forums/looms.3/",
        "/forum/3-looms/",
        "/index.php?/forum/3-looms/page/2/",
        "/board/3-looms/",
        "/category/3/looms",
        "/c/looms/3",
        "/c/craft/looms/3/l/latest",
        "/forum-3.html",
        "/forum-3-2.html",
        "/forum-3-page-2.html",
    ],
)
def test_an_address_means_a_board(address: str) -> None:
    assert reference(f"https://www.{HOST}{address}") == Reference(HOST, board="3")


@pytest.mark.parametrize(
    ("address", "author"),
    [
        ("/memberlist.php?mode=viewprofile&u=12", "12"),
        ("/profile.php?id=12", "12"),
        ("/member.php?u=12", "12"),
        ("/member.php?action=profile&uid=12", "12"),
        ("/member.php?12-Maud", "12"),
        ("/index.php?action=profile;u=12", "12"),
        ("/index.php?action=profile;area=showposts;u=12", "12"),
        ("/index.php?showuser=12", "12"),
        ("/index.php?page=User&userID=12", "12"),
        ("/home.php?mod=space&uid=12", "12"),
        ("/space-uid-12.html", "12"),
        ("/user-12.html", "12"),
        ("/members/maud.12/", "12"),
        ("/index.php?members/maud.12/", "12"),
        ("/forum/members/12-maud", "12"),
        ("/members/12-maud.html", "12"),
        ("/profile/12-maud/", "12"),
        ("/profile/12/maud", "12"),
        ("/user/12-maud/", "12"),
        ("/users/12/maud", "12"),
        ("/u/maud_b.", "maud_b."),
        ("/u/maud/summary", "maud"),
    ],
)
def test_an_address_means_an_author(address: str, author: str) -> None:
    assert reference(f"https://www.{HOST}{address}") == Reference(HOST, author=author)


@pytest.mark.parametrize(
    "address",
    [
        "https://kiln.example/",
        "https://kiln.example/ovens/bricks/cone-six-sujet_7_2.htm",
        "https://kiln.example/index.php?option=com_content&view=topic&id=7",
        "https://kiln.example/blog/5-looms/7-cone-six",
        "https://kiln.example/2009/03/12-cone-six.html",
        "https://kiln.example/misc/style?redirect=%2Fthreads%2Fcone-six.7%2F",
        "https://kiln.example/share?of=https://other.example/threads/cone-six.7/",
        "https://kiln.example/viewtopic.php?t=seven",
        "mailto:maud@kiln.example",
        "viewtopic.php?t=7",
        "https://[kiln/viewtopic.php?t=7",
        "https://kiln.example/threads/" + "9" * 3000,
    ],
)
def test_other_addresses_mean_nothing(address: str) -> None:
    assert reference(address) is None


@given(st.text() | st.text().map("https://kiln.example/".__add__))
def test_no_address_is_too_odd(address: str) -> None:
    reference(address)
