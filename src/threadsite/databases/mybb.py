"""MyBB 1.4 to 1.8."""

from threadsite.databases.software import (
    DELETED,
    DRAFT,
    HIDDEN,
    LOCKED,
    MEMBERS,
    PRIVATE,
    UNAPPROVED,
    Software,
    Table,
)

SHUT = (
    f"CASE coalesce({{}}, 1) WHEN 1 THEN NULL WHEN -1 THEN '{DELETED}' WHEN -2 THEN '{DRAFT}'"
    f" ELSE '{UNAPPROVED}' END AS shut"
)

CLOSED = "canview = 0 OR canviewthreads = 0 OR canonlyviewownthreads = 1"

SOFTWARE = Software(
    name="mybb",
    essential="posts",
    gate="usergroups",
    tables=(
        Table(
            "posts",
            "pid tid message",
            "pid tid fid uid dateline edittime visible replyto",
            texts="username subject message",
            key=True,
            index="tid",
        ),
        Table(
            "threads",
            "tid fid subject",
            "tid fid views replies sticky visible prefix poll firstpost",
            texts="subject closed",
            key=True,
        ),
        Table(
            "forums",
            "fid pid name",
            "fid pid active",
            texts="name description",
            flags="password",
            key=True,
        ),
        Table(
            "forumpermissions",
            "fid gid canview",
            "fid canview canviewthreads canonlyviewownthreads",
            only=("gid", "1"),
        ),
        Table(
            "usergroups",
            "gid canview canviewthreads",
            "canview canviewthreads canonlyviewownthreads",
            only=("gid", "1"),
        ),
        Table("users", "uid username", "uid", texts="username usertitle", key=True),
        Table(
            "attachments",
            "aid pid filename",
            "aid pid visible",
            texts="filename attachname",
            index="pid",
        ),
        Table("threadprefixes", "pid prefix", "pid", texts="prefix", key=True),
        Table(
            "polls",
            "pid tid question",
            "pid tid",
            texts="question options votes",
            index="tid",
        ),
        Table("settings", "name value", texts="name value", only=("name", "bburl")),
        Table("privatemessages", "pmid message", counted=PRIVATE),
    ),
    boards=f"""
        SELECT fid AS id, name AS title, description, pid AS parent, CASE
            WHEN password THEN '{LOCKED}'
            WHEN active = 0 THEN '{HIDDEN}'
            WHEN EXISTS (SELECT 1 FROM usergroups WHERE canview = 0) THEN '{MEMBERS}'
            WHEN pid > 0 OR fid IN (SELECT fid FROM forumpermissions) THEN
                (SELECT '{HIDDEN}' FROM forumpermissions AS own
                WHERE own.fid = forums.fid AND ({CLOSED}))
            ELSE (SELECT '{HIDDEN}' FROM usergroups WHERE {CLOSED})
            END AS shut
        FROM forums""",
    threads=f"""
        SELECT tid AS id, fid AS board, subject AS title, {SHUT.format("visible")},
            closed = '1' AS locked, sticky, views, replies, threadprefixes.prefix AS prefix
        FROM threads LEFT JOIN threadprefixes ON threadprefixes.pid = threads.prefix
        ORDER BY tid""",
    orphans=f"""
        SELECT tid AS id, fid AS board, subject AS title, {SHUT.format("visible")}, min(pid)
        FROM posts WHERE tid NOT IN (SELECT tid FROM threads) GROUP BY tid""",
    posts=f"""
        SELECT posts.pid AS id, posts.uid AS author, coalesce(users.username, posts.username)
            AS name, usertitle AS title, posts.uid = 0 AS guest, dateline AS created,
            edittime AS edited, message AS body, NULL AS mark, CASE WHEN replyto <> coalesce(
                (SELECT firstpost FROM threads WHERE threads.tid = posts.tid), 0)
            THEN replyto END AS reply_to, {SHUT.format("visible")}, subject
        FROM posts LEFT JOIN users USING (uid)
        WHERE tid = :thread ORDER BY dateline, posts.pid""",
    files="""
        SELECT pid AS post, aid AS id, filename AS name, attachname AS stored FROM attachments
        WHERE pid IN (SELECT pid FROM posts WHERE tid = :thread) AND coalesce(visible, 1) > 0
        ORDER BY aid""",
    poll="SELECT question, NULL AS voters FROM polls WHERE tid = :thread",
    choices="SELECT options AS text, votes FROM polls WHERE tid = :thread",
    separator="||~|~||",
    address="SELECT value FROM settings",
    urls={
        "thread": "showthread.php?tid={thread}",
        "post": "showthread.php?tid={thread}&pid={post}#pid{post}",
        "board": "forumdisplay.php?fid={board}",
        "author": "member.php?action=profile&uid={author}",
        "file": "attachment.php?aid={file}",
    },
)
