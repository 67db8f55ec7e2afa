"""Pages that are broken or mean harm cost no other post its words, and never the run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from threadsite.document import Document
from threadsite.engines import all_engines, identify
from threadsite.engines.engine import PRIVATE, Part
from threadsite.engines.flarum_payload import HIDDEN
from threadsite.engines.html import WITHHELD

HERE = Path(__file__).parent

XENFORO = '<html id="XF"><body><h1 class="p-title-value">Broken</h1>'
POST = (
    '<article class="message js-post message--post" data-author="Maud" data-content="post-{n}">'
    '<div class="message-body"><div class="bbWrapper">words {n}</div></div>'
)


def read(page: str) -> Part | None:
    document = Document("demo", "page.html", page.encode())
    engine = identify(document)
    assert engine is not None
    return next(iter(engine.extract(document)), None)


def test_a_thousand_posts_that_leave_their_elements_open_are_a_thousand_posts() -> None:
    part = read(XENFORO + "".join(f"{POST.format(n=n)}<div>" for n in range(1000)))

    assert part is not None
    assert [post.body.strip() for post in part.thread.posts[:400]] == [
        f"words {n}" for n in range(400)
    ]
    assert len(part.thread.posts) == 1000 or part.problems


def test_an_id_that_stands_there_twice_is_one_post_and_a_problem() -> None:
    part = read(XENFORO + f"{POST.format(n=1)}</article>" * 2)

    assert part is not None
    assert [post.id for post in part.thread.posts] == ["1"]
    assert "stands there twice" in str(part.problems[0])


def test_two_texts_under_one_id_are_both_kept_and_told() -> None:
    other = POST.format(n=1).replace("words 1", "other words")
    part = read(XENFORO + f"{POST.format(n=1)}</article>{other}</article>")

    assert part is not None
    assert [(post.id, post.body) for post in part.thread.posts] == [
        ("1", "words 1"),
        ("1", "other words"),
    ]
    assert "stands there twice" in str(part.problems[0])


def test_a_post_without_id_or_author_is_kept_and_said() -> None:
    part = read(
        XENFORO + '<article class="message message--post"><div class="message-body">words</div>'
    )

    assert part is not None
    (post,) = part.thread.posts
    assert post.author.inferred
    assert post.author.name is None
    assert len(part.problems) == 2


@pytest.mark.parametrize("cut", range(0, 1200, 37))
def test_a_page_cut_anywhere_is_no_trouble(cut: int) -> None:
    page = (XENFORO + f"{POST.format(n=1)}</article>{POST.format(n=2)}</article>")[:cut]
    document = Document("demo", "page.html", page.encode())

    for engine in all_engines():
        assert all(len(part.thread.posts) <= 2 for part in engine.extract(document))


@pytest.mark.parametrize(
    "text",
    [
        '{"post_stream": {"posts": 7}, "cooked": "", "post_number": 1}',
        '{"post_stream": {"posts": [{"cooked": 7, "post_number": 1}]}}',
        '{"latest_posts": [null, {"cooked": "x", "post_number": "y", "topic_id": []}]}',
        '{"cooked": "' + "<div>" * 3000 + '", "post_number": 1}',
        '{"cooked": "", "post_number": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_json_of_another_shape_is_no_trouble(text: str) -> None:
    document = Document("demo", "page.json", text.encode())

    engine = identify(document)

    for part in engine.extract(document) if engine else ():
        assert part.thread.title


def test_a_quote_without_a_head_takes_no_name_from_the_quote_inside_it() -> None:
    inner = (
        '<blockquote class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-title">'
        'Wren said:</div><div class="bbCodeBlock-expandContent">inner</div></blockquote>'
    )
    outer = (
        '<blockquote class="bbCodeBlock bbCodeBlock--quote">'
        f'<div class="bbCodeBlock-content">{inner}outer</div></blockquote>'
    )
    part = read(XENFORO + POST.format(n=1).replace("words 1", f"{outer}mine"))

    assert part is not None
    (post,) = part.thread.posts
    assert [quote.author for quote in post.quotes] == [None]
    assert post.body == "> > **Wren**:\n> >\n> > inner\n>\n> outer\n\nmine"


@pytest.mark.parametrize(
    "part",
    [
        "1",
        "1 ",
        "- ",
        " | 1",
        "viewforum.php?",
        "viewforum.php?f=1&",
        "Sep 25, 2020 ",
        "said: ",
        "Quote from: a on ",
    ],
)
def test_a_page_of_one_endless_word_is_read_in_no_time(part: str) -> None:
    long = part * (200_000 // len(part))
    page = (
        f'<html id="XF"><title>{long}</title><div class="p-breadcrumbs"><a href="{long}">{long}</a>'
        f'</div>{POST.format(n=1)}<div class="bbCodeBlock--quote"><div class="bbCodeBlock-title">'
        f'{long}</div>{long}</div><header class="message-attribution"><a>#{long}</a></header>'
        f'<a class="reactionsBar-link">{long}</a></article>'
    )

    assert read(page) is not None


def among(page: str, old: str, new: str) -> tuple[Counter[str], int]:
    """What was left out of the fixture *page* with *old* made *new*, and how many posts were
    not."""
    text = (HERE / page).read_text(encoding="utf-8")
    assert old in text
    document = Document("demo", "page.html", text.replace(old, new, 1).encode())
    engine = identify(document)
    assert engine is not None
    found = list(engine.extract(document))
    left = Counter({why: count for part in found for why, count in part.left_out})
    return left, sum(len(part.thread.posts) for part in found)


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("phpbb3/prosilver33.html", "section-viewtopic", "section-ucp"),
        ("phpbb2/subsilver.html", "<body", "<form action='privmsg.php?folder=inbox'></form><body"),
        (
            "invision2/thread.html",
            "<body",
            "<form action='index.php?act=Msg&amp;CODE=1'></form><body",
        ),
        (
            "invision3/thread.html",
            "</body>",
            "<form action='?app=members&module=messaging'></form>",
        ),
        ("invision4/thread.html", "<body", "<body data-pagemodule=messaging "),
        ("smf1/thread.html", "<body>", "<body><form action='index.php?action=pm;f=inbox'></form>"),
        ("smf2/thread.html", "</body>", "<form action='index.php?action=pm;f=inbox'></form>"),
        ("mybb/thread.html", "<body>", "<body><form action='private.php'></form>"),
        ("woltlab/suite.html", "<body", "<body id=tpl_wcf_conversation "),
        ("vbulletin3/thread.html", "<body", "<form action='private.php?do=insertpm'></form><body"),
        ("vbulletin4/thread.html", "<body", "<form action='private.php?do=insertpm'></form><body"),
        ("discourse/saved2023.html", "<body", "<body class=archetype-private_message "),
    ],
)
def test_a_private_conversation_is_not_read(page: str, old: str, new: str) -> None:
    left, posts = among(page, "<", "<")

    assert posts
    assert among(page, old, new) == (Counter({PRIVATE: posts + left[WITHHELD]}), 0)


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        (
            "phpbb3/prosilver33.html",
            '<div class="content">',
            "<p class='post-notice unapproved'></p>",
        ),
        ("invision3/states.html", "post_block ", "post_block moderated "),
        ("invision4/thread.html", "cPost ", "cPost ipsModerated "),
        (
            "invision4/thread.html",
            '<div data-role="commentContent" class',
            "<input data-role=moderation data-actions='split merge unhide'>",
        ),
        ("woltlab3/thread.html", '<div class="messageHeader">', "<p class=deleteNote></p>"),
        (
            "woltlab3/thread.html",
            '<div id="postRow',
            "<script>postData.set(7, {'isDeleted': 0, 'isDisabled': 1});</script>",
        ),
        ("mybb/thread.html", 'class="post ', 'class="post unapproved_post '),
        ("mybb/thread.html", 'class="post ', 'class="post trow_shaded '),
        (
            "xenforo1/thread.html",
            '<div class="messageInfo',
            "<i class=messageNotices><i class=moderatedNotice></i></i>",
        ),
        ("xenforo2/thread.html", "message--post ", "message--post message--deleted "),
        ("woltlab/suite.html", "wbbPost message ", "wbbPost message messageDisabled "),
        ("woltlab/suite.html", "<article ", "<article data-is-disabled=true "),
        ("nodebb/harmony.html", 'class="pt-4"', 'class="pt-4 deleted"'),
        ("smf2/thread.html", 'class="post_wrapper"', 'class="post_wrapper approvebg"'),
        ("phpbb3/prosilver33.html", '<div class="content">', "<form class=mcp_approve></form>"),
        ("phpbb3/prosilver33.html", 'class="post ', 'class="post deleted '),
        ("phpbb3/subsilver2.html", '<b class="postauthor">', "<i class=postapprove></i>"),
        ("bbpress/replies.html", "reply type-reply", "reply type-reply status-spam"),
        ("drupal/forum.html", "comment-published", "comment-unpublished"),
        ("drupal/version8.html", "comment js-comment", "comment js-comment unpublished"),
        ("kunena/aurelia.html", "message-published", "message-unapproved"),
        ("kunena/eagle.html", 'class="kmsg"', 'class="kmsg kdeleted"'),
        ("vbulletin3/thread.html", '<img class="inlineimg"', "<img src=misc/moderated.gif>"),
        ("vbulletin4/thread.html", "postbitlegacy", "postbitlegacy postbitdeleted"),
        ("vbulletin4/thread.html", '<span class="nodecontrols">', "<img src=misc/trashcan.png>"),
        ("vbulletin5/thread.html", "b-post js-post", "b-post b-post--deleted js-post"),
        ("stackexchange/thread.html", "answer js-answer", "answer js-answer deleted-answer"),
        ("askbot/thread.html", "post answer", "post answer deleted"),
        (
            "discuz/x3.html",
            '<table cellspacing="0" cellpadding="0"><tr><td class="t_f"',
            "<div class=locked><em>该帖被屏蔽，只有管理员或有管理权限的成员可见</em></div>",
        ),
        ("discourse/saved2023.html", "clearfix regular", "clearfix whisper regular"),
        ("flarum/saved.html", '"CommentPost Post"', '"CommentPost Post Post--hidden"'),
    ],
)
def test_a_post_that_not_everybody_may_read_is_only_counted(page: str, old: str, new: str) -> None:
    left, posts = among(page, "<", "<")
    new = new if new.startswith(old[:3]) else f"{new}{old}"

    assert among(page, old, new) == (left + Counter({WITHHELD: 1}), posts - 1)


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        (
            "xenforo1/thread.html",
            "<body",
            "<i class=threadAlerts><i class=deletedAlert></i></i><body",
        ),
        ("xenforo2/thread.html", "</body>", "<i class=blockStatus-message--moderated></i>"),
        ("woltlab/suite.html", "</body>", "<header class=wbbThread data-is-deleted=1></header>"),
        ("drupal/forum.html", "</body>", "<div class=node-unpublished></div>"),
        ("bbpress/replies.html", "</body>", "<i class='topic type-topic status-trash'></i>"),
        ("nodebb/harmony.html", "</body>", "<i component='topic/deleted/message'></i>"),
        ("stackexchange/thread.html", "question js-question", "question deleted-question"),
    ],
)
def test_a_thread_that_not_everybody_may_read_is_only_counted(
    page: str, old: str, new: str
) -> None:
    left, posts = among(page, "<", "<")

    assert among(page, old, new) == (left + Counter({WITHHELD: posts}), 0)


@pytest.mark.parametrize("mark", ["isHidden", "isPrivateDiscussion"])
def test_a_hidden_thread_of_flarum_is_only_counted_whatever_else_shows_it(mark: str) -> None:
    left, posts = among("flarum/payload.html", "<", "<")

    hidden = among("flarum/payload.html", '"title":"Slow', f'"{mark}":true,"title":"Slow')

    assert hidden == (Counter({HIDDEN: posts + left[HIDDEN]}), 0)
