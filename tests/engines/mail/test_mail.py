"""Mail: what joins a thread, whom a head names, and letters that mean harm."""

from __future__ import annotations

import json

import pytest

from threadsite.document import Document
from threadsite.engines import identify
from threadsite.engines.engine import Part
from threadsite.engines.mail import Mail
from threadsite.engines.mail.boxes import is_mail
from threadsite.engines.mail.heads import speaker
from threadsite.engines.mail.lines import marked, unflowed
from threadsite.model import Thread

HEAD = "From: Juno Vale <vale@kiln.example>\nMessage-ID: <{}@x>\n"


def parts(text: str | bytes) -> list[Part]:
    data = text.encode() if isinstance(text, str) else text
    document = Document("demo", "box", data)
    assert isinstance(identify(document), Mail)
    return list(Mail().extract(document))


def threads(text: str) -> list[Thread]:
    return [part.thread for part in parts(text)]


def mailbox(*messages: str) -> str:
    return "".join(f"From x Mon May  3 12:07:11 2004\n{message}\n" for message in messages)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("On Wed, Jan 14, 2015 at 12:07:57PM -0600, Juno Vale wrote:", "Juno Vale"),
        ("On 14 Jan 2015 12:07, Juno Vale <vale@kiln.example> wrote:", "Juno Vale"),
        ("Juno Vale <vale at kiln.example> writes:", "Juno Vale"),
        ("In article <x@y>, Juno Vale <vale@kiln.example> wrote:", "Juno Vale"),
        ("Am 14.01.2015 um 12:07 schrieb Juno Vale:", "Juno Vale"),
        ("Juno Vale schrieb am 14.01.2015:", "Juno Vale"),
        ("Le mer. 14 janv. 2015 à 12:07, Juno Vale a écrit :", "Juno Vale"),
        ("El 14/01/2015 12:07, Juno Vale escribió:", "Juno Vale"),
        ("14.01.2015 12:07, Юна Вейл пишет:", "Юна Вейл"),
        ("Quoting Juno Vale <vale@kiln.example>:", "Juno Vale"),
        ("2015-01-14 12:07 GMT+01:00 Juno Vale <vale@kiln.example>:", "Juno Vale"),
        ("vale@kiln.example wrote:", "vale"),
        ("potter42 wrote:", "potter42"),
        ("I have three questions:", None),
        ("He wrote it down", None),
    ],
)
def test_a_head_names_whom_it_quotes(head: str, name: str | None) -> None:
    assert speaker(head) == name


@pytest.mark.parametrize(
    ("line", "depth", "words"),
    [(">> a", 2, "a"), ("> > a", 2, "a"), (">a", 1, "a"), (" > a", 1, "a"), ("a > b", 0, "a > b")],
)
def test_marks_of_quotes_are_counted(line: str, depth: int, words: str) -> None:
    found = marked(line)

    assert (found.depth, found.text) == (depth, words)


def test_flowed_lines_are_joined_but_not_across_quotes() -> None:
    text = unflowed("one \ntwo\n> three \n> four\n-- \nname", tight=False)

    assert text == "one two\n> three four\n-- \nname"


def test_a_thread_that_began_in_another_mailbox_has_the_id_of_its_first_message() -> None:
    (first,) = threads(HEAD.format(1) + "Subject: Slips\n\nwords")
    (later,) = threads(HEAD.format(3) + "References: <1@x> <2@x>\nSubject: Re: Slips\n\nmore")

    assert first.id == later.id


def test_a_mailbox_that_knows_the_others_joins_what_names_only_the_message_before() -> None:
    boxes = [
        HEAD.format(3) + "In-Reply-To: <2@x>\nSubject: three\n\nmore",
        HEAD.format(2) + "In-Reply-To: <1@x>\nSubject: two\n\nmore",
        HEAD.format(1) + "Subject: one\n\nwords",
    ]
    documents = [Document("demo", str(n), box.encode()) for n, box in enumerate(boxes)]
    engine = Mail().surveyed(documents)

    ids = {part.thread.id for document in documents for part in engine.extract(document)}

    assert len(ids) == 1


def test_replies_that_name_no_message_join_by_subject() -> None:
    found = threads(
        mailbox(
            HEAD.format(1) + "Subject: Slips\n\none",
            HEAD.format(2) + "Subject: AW: Re[2]: slips\n\ntwo",
            HEAD.format(3) + "Subject: Slips\n\nan equal subject is no reply",
        )
    )

    assert [len(thread.posts) for thread in found] == [2, 1]


def test_no_address_of_a_header_is_written() -> None:
    found = parts(HEAD.format(1) + "Reply-To: vale@kiln.example\nSubject: Slips\n\nwords")

    assert "kiln.example" not in repr(found)


def test_messages_that_answer_each_other_in_a_circle_are_one_thread() -> None:
    found = threads(
        mailbox(
            HEAD.format(1) + "References: <2@x>\nSubject: a\n\none",
            HEAD.format(2) + "References: <1@x>\nSubject: b\n\ntwo",
        )
    )

    assert [len(thread.posts) for thread in found] == [2]


@pytest.mark.parametrize(
    "message",
    [
        "Subject: " + "=?utf-8?q?a?= " * 60_000,
        "From: " + "(" * 100_000,
        "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\nContent-Type: multipart/mixed;"
        " boundary=a\n\n" * 5_000,
        "X: y\n\n" + "> " * 100_000,
        "X: y\n\n" + "-----Original Message-----\nFrom: a\n" * 20_000,
        "X: y\n\n" + "a wrote:\n> b\n" * 5_000,
        "X: y\n\na" + "\n" * 200_000,
        "References: " + "<a@b>" * 50_000,
        "Date: " + "9" * 5_000 + "\n\n",
        "Date: Mon, 3 May 99999 99:99:99 +9999\n\n",
        "Content-Type: text/plain; charset=utf-7\nContent-Transfer-Encoding: base64\n\n=",
        "Subject: \udcff\x00\x07=?x?b?!!!?=\n\n\x00",
    ],
    ids=range(12),
)
def test_a_letter_made_to_hurt_is_one_post(message: str) -> None:
    text = HEAD.format(1) + message

    (part,) = parts(text.encode("utf-8", "surrogateescape"))

    assert len(part.thread.posts) == 1


def test_messages_run_together_are_no_single_message() -> None:
    head = b"From: Maud <maud@kiln.example>\nSubject: Ash\nMessage-ID: <1@kiln.example>\n\nWords.\n"

    assert is_mail(head)
    assert not is_mail(head + head.replace(b"1@", b"2@"))


def test_a_part_with_a_header_of_its_own_is_no_message_run_on() -> None:
    head = b"From: Maud <maud@kiln.example>\nSubject: Ash\nMessage-ID: <1@kiln.example>\n"
    signed = b'Content-Type: multipart/signed; boundary="a"\n\n--a\n'

    assert is_mail(head + signed + head + b"\nWords.\n--a--\n")


def test_messages_of_an_archive_page_are_told_apart_by_the_lines_below_their_subjects() -> None:
    page = (
        "List archive\n\n---\n\n"
        "[clay] Slips\nFrom: Juno Vale <vale@ki...> - 2004-05-03 14:07:11\n\n"
        "Attachments: slip.txt\nToo thin?\n\n---\n\n"
        "Re: [clay] Slips\nFrom: <ada@ki...> - 2004-05-04 09:00:00\n\n> Too thin?\n\nNo.\n\n---\n"
    )

    (thread,) = threads(page)

    assert thread.title == "[clay] Slips"
    assert [post.author.name for post in thread.posts] == ["Juno Vale", "ada"]
    assert [str(post.created) for post in thread.posts] == [
        "2004-05-03 14:07:11",
        "2004-05-04 09:00:00",
    ]
    assert [file.name for file in thread.posts[0].attachments] == ["slip.txt"]
    assert [post.body.strip().split("\n")[-1] for post in thread.posts] == ["Too thin?", "No."]


@pytest.mark.parametrize("form", ["file", "lines", "list", "wrapped"])
def test_archives_of_yahoo_groups_are_read(form: str) -> None:
    mails = [
        "From: Juno &lt;juno@kiln.example&gt;\r\nSubject: Slips\r\nMessage-ID: &lt;1@x&gt;\r\n"
        "X-Originating-IP: 203.0.113.9\r\n\r\nWhat &amp; why?\r\n",
        "From: Ada &lt;ada@kiln.example&gt;\r\nSubject: Re: Slips\r\nMessage-ID: &lt;2@x&gt;\r\n"
        "References: &lt;1@x&gt;\r\n\r\nSo.\r\n",
    ]
    items: list[object] = [{"msgId": 1, "profile": "leak", "rawEmail": mail} for mail in mails]
    items += [{"msgId": 3, "rawEmail": None}, "odd"]
    text = {
        "file": json.dumps(items[0]),
        "lines": "\n".join(map(json.dumps, items)),
        "list": json.dumps(items, indent=1),
        "wrapped": json.dumps({"ygData": items[0]}),
    }[form]

    (part,) = parts(text)

    first, *rest = part.thread.posts
    assert (first.author.name, first.body.strip()) == ("Juno", "What & why?")
    assert [post.author.name for post in rest] == (["Ada"] if form in ("lines", "list") else [])
    assert not any(secret in repr(part) for secret in ("203.0.113", "leak", "kiln.example"))
