"""Chats: how much of them is a thread, whose names are known, and exports that mean harm."""

from __future__ import annotations

import json

import pytest

from threadsite.document import Document
from threadsite.engines import identify
from threadsite.engines.chatmarks import Spoken, read_slack
from threadsite.engines.chats import MUCH
from threadsite.engines.engine import PRIVATE
from threadsite.engines.slack import Slack
from threadsite.engines.telegram_html import TelegramHtml
from threadsite.engines.whatsapp import WhatsApp
from threadsite.markup.writer import write


def document(name: str, value: object) -> Document:
    text = value if isinstance(value, str) else json.dumps(value)
    return Document("demo", name, text.encode("utf-8", "surrogatepass"))


def slack(user: str, words: str) -> list[dict[str, str]]:
    return [{"type": "message", "user": user, "text": words, "ts": "1083578831.000200"}]


def test_the_people_and_channels_of_slack_are_found_wherever_they_stand() -> None:
    day = document("C7/2004-05-03.json", slack("U1", "<@U2> in <#C7>"))
    export = [
        day,
        document("channels.json", [{"id": "C7", "name": "glaze"}]),
        document("users.json", [{"id": "U1", "profile": {"real_name": "Juno", "email": "j@x"}},
                                {"id": "U2", "name": "ada"}]),
    ]  # fmt: skip

    (part,) = Slack().surveyed(export).extract(day)

    (post,) = part.thread.posts
    assert (post.author.name, post.body.strip()) == ("Juno", "@ada in #glaze")
    assert part.thread.board == ("glaze",)
    assert "j@x" not in repr(part)


@pytest.mark.parametrize(
    ("place", "lists"),
    [("D9", {"dms.json": [{"id": "D9", "members": ["U1", "U2"]}]}),
     ("mpdm-juno--ada-1", {"mpims.json": [{"id": "G2", "name": "mpdm-juno--ada-1"}]}),
     ("pay", {"groups.json": [{"id": "G3", "name": "pay"}]})],
)  # fmt: skip
def test_what_only_some_people_of_a_workspace_read_is_only_counted(
    place: str, lists: dict[str, object]
) -> None:
    day = document(f"{place}/2004-05-03.json", slack("U1", "our secret"))
    export = [day, *(document(name, value) for name, value in lists.items())]

    (part,) = Slack().surveyed(export).extract(day)

    assert (part.thread.posts, part.left_out) == ((), ((PRIVATE, 1),))


def test_a_message_that_was_changed_in_a_log_counts_as_it_is_now() -> None:
    (old,) = slack("U1", "before")
    new = {**old, "text": "after", "edited": {"ts": "1083578900.000000"}}
    log = [old, {"type": "message", "subtype": "message_changed", "message": new, "ts": "1.1"}]

    (part,) = Slack().extract(document("log.txt", "\n".join(map(json.dumps, log))))

    assert [post.body.strip() for post in part.thread.posts] == ["after"]


def test_a_line_of_a_log_that_is_cut_off_is_a_problem_and_no_more() -> None:
    (item,) = slack("U1", "whole")
    log = document("log.txt", json.dumps(item) + "\n" + json.dumps(item)[:30])

    (part,) = Slack().extract(log)

    assert [post.body.strip() for post in part.thread.posts] == ["whole"]
    assert "line 2" in str(part.problems[0])


def test_a_busy_month_is_a_thread_a_day() -> None:
    rows = [f"13/05/2021, 14:{n % 60:02} - Juno: {n}" for n in range(MUCH)]
    rows += ["14/05/2021, 14:00 - Juno: one more", "14/06/2021, 14:00 - Juno: a quiet month"]

    found = [part.thread.id for part in WhatsApp().extract(document("Kiln.txt", "\n".join(rows)))]

    assert found == ["Kiln-2021-05-13", "Kiln-2021-05-14", "Kiln-2021-06"]


@pytest.mark.parametrize(
    "day",
    ["13/05/2021, 14:07 - ", "[13.05.21, 14:07:11] ", "[2021-05-13, 2:07:11 PM] ",
     "5/13/21, 2:07 PM - ", "13.05.21, 14:07 - ", "13-05-2021 14:07 - ",
     "5/13/21, 2:07\u202fPM - "],
)  # fmt: skip
def test_every_date_of_whatsapp_is_read(day: str) -> None:
    text = document("a.txt", f"{day}Juno: words\n{day}Ada: more")

    engine = identify(text)
    assert isinstance(engine, WhatsApp)
    (part,) = engine.extract(text)

    stated = {post.created.strftime("%F %H:%M") for post in part.thread.posts if post.created}
    assert stated == {"2021-05-13 14:07"}


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("*a* _b_ ~c~ `*d*`", "**a** *b* ~~c~~ `*d*`"),
        ("a*b*c 2 * 3 * 4", r"a\*b\*c 2 * 3 * 4"),
        ("<javascript:alert(1)|here>", "here"),
        ("&lt;b&gt; ```x", r"\<b> \`\`\`x"),
    ],
)
def test_marks_of_slack(words: str, markdown: str) -> None:
    assert write(read_slack(words, Spoken())).strip() == markdown


@pytest.mark.parametrize(
    "value",
    [
        [{"type": "message", "ts": "1083578831.0", "text": 7, "user": [], "files": {}}] * 3,
        slack("U1", "<" * 50_000 + "*" * 50_000 + "`" * 50_000),
        slack("\ud800", "\ud800\u0000"),
        {"guild": 1, "channel": [], "messages": [None, 7, {"id": {}}, {"id": 1, "embeds": [[]]}]},
        {"messages": [{"id": 1, "type": "message", "from_id": 2, "text": [1, {"text": None}]}]},
        {"chats": {"list": [{"messages": [{"id": 1, "from_id": "", "date": "x" * 9_999}]}]}},
    ],
    ids=range(6),
)  # fmt: skip
def test_an_export_that_is_not_as_it_should_be_stops_nothing(value: object) -> None:
    export = document("export.json", value)
    engine = identify(export)

    if engine:
        assert all(part.thread.id for part in engine.extract(export))


CHAT = """<html><body><div class="page_header"><div class="text bold">Kiln</div></div>
<div class="page_body chat_page"><div class="history">{}</div></div></body></html>"""


def told(number: int, day: int = 3, inside: str = "words", name: str = "Juno") -> str:
    joined = "" if name else " joined"
    return (
        f'<div class="message default clearfix{joined}" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="{day:02}.05.2020 12:07:11 UTC+02:00">12:07'
        f'</div><div class="from_name">{name}</div><div class="text">{inside}</div></div></div>'
    )


def test_pages_of_telegram_agree_on_the_months_that_they_cut() -> None:
    most = [told(n, 3 + n % 9) for n in range(MUCH)]
    pages = [
        document("a/messages.html", CHAT.format("".join(most))),
        document("a/messages2.html", CHAT.format(told(1001, 28))),
        document("b/messages.html", CHAT.format(told(1, 28))),
    ]
    engine = TelegramHtml().surveyed(pages)

    found = [[part.thread.id for part in engine.extract(page)] for page in pages]

    assert found[0] == [f"Kiln-2020-05-{day:02}" for day in range(3, 12)]
    assert found[1:] == [["Kiln-2020-05-28"], ["Kiln-2020-05"]]


def test_pages_of_telegram_that_mean_harm_are_read_without_it() -> None:
    media = (
        '<div class="media_wrap"><a class="photo_wrap" href="javascript:alert(1)"></a>'
        '<a class="media media_file" href="javascript:alert(1)"></a></div>'
    )
    page = document(
        "messages.html",
        CHAT.format(
            told(1, name="")
            + told(2, 99)
            + told(3, inside="<script>alert(1)</script>kept").replace("+02:00", "+99:99")
            + told(4).replace('<div class="text">', media + '<div class="text">')
        ),
    )

    assert isinstance(identify(page), TelegramHtml)
    posts = [post for part in TelegramHtml().extract(page) for post in part.thread.posts]

    assert [post.id for post in posts] == ["1", "2", "3", "4"]
    assert [post.author.inferred for post in posts] == [True, False, False, False]
    assert [post.created is None for post in posts] == [False, True, True, False]
    assert posts[2].body.strip() == "kept"
    assert "javascript" not in repr(posts)
