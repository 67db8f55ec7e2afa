"""vBulletin 3 and 4."""

from threadsite.databases.software import (
    DELETED,
    HIDDEN,
    LOCKED,
    PRIVATE,
    UNAPPROVED,
    Software,
    Table,
)

SHUT = (
    f"CASE coalesce({{}}, 1) WHEN 1 THEN NULL WHEN 2 THEN '{DELETED}' ELSE '{UNAPPROVED}' END"
    " AS shut"
)

SOFTWARE = Software(
    name="vbulletin",
    escaped=True,
    essential="post",
    tables=(
        Table(
            "post",
            "postid threadid pagetext",
            "postid threadid userid dateline visible parentid",
            texts="username title pagetext",
            key=True,
            index="threadid",
        ),
        Table(
            "editlog",
            "postid dateline reason",
            "postid dateline",
            index="postid",
        ),
        Table(
            "thread",
            "threadid forumid title",
            "threadid forumid open views replycount sticky visible pollid firstpostid",
            texts="title prefixid taglist",
            key=True,
        ),
        Table(
            "forum",
            "forumid parentid title",
            "forumid parentid",
            texts="title description",
            flags="password",
            key=True,
        ),
        Table(
            "forumpermission",
            "forumid usergroupid forumpermissions",
            "forumid forumpermissions",
            only=("usergroupid", "1"),
        ),
        Table(
            "user",
            "userid username",
            "userid",
            texts="username usertitle",
            key=True,
        ),
        Table(
            "attachment",
            "attachmentid filename",
            "attachmentid postid contentid contenttypeid visible",
            texts="filename state",
            index="coalesce(postid, contentid)",
        ),
        Table(
            "poll",
            "pollid question options",
            "pollid voters",
            texts="question options votes",
            key=True,
        ),
        Table(
            "phrase",
            "varname text",
            texts="varname text",
            index="varname",
            only=("varname", r"prefix_\w+_title_plain"),
        ),
        Table(
            "deletionlog",
            "primaryid type",
            "primaryid",
            only=("type", "thread"),
        ),
        Table("setting", "varname value", texts="varname value", only=("varname", "bburl")),
        Table("pmtext", "pmtextid message", counted=PRIVATE),
    ),
    boards=f"""
        SELECT forumid AS id, title, description, parentid AS parent, CASE
            WHEN password THEN '{LOCKED}'
            ELSE (SELECT CASE WHEN forumpermissions & 1 THEN '' ELSE '{HIDDEN}' END
                FROM forumpermission WHERE forumpermission.forumid = forum.forumid)
            END AS shut
        FROM forum""",
    threads=f"""
        SELECT threadid AS id, forumid AS board, title, {SHUT.format("visible")},
            open = 0 AS locked, sticky, views, replycount AS replies, text AS prefix
        FROM thread LEFT JOIN phrase
            ON prefixid <> '' AND varname = 'prefix_' || prefixid || '_title_plain'
        GROUP BY threadid ORDER BY threadid""",
    orphans=f"""
        SELECT threadid AS id, NULL AS board, NULL AS title, CASE
            WHEN threadid IN (SELECT primaryid FROM deletionlog) THEN '{DELETED}'
            WHEN coalesce(visible, 1) <> 1 THEN '{UNAPPROVED}' END AS shut, min(postid)
        FROM post WHERE threadid NOT IN (SELECT threadid FROM thread) GROUP BY threadid""",
    posts=f"""
        SELECT postid AS id, post.userid AS author, coalesce(user.username, post.username) AS name,
            usertitle AS title, post.userid = 0 AS guest, post.dateline AS created,
            (SELECT max(dateline) FROM editlog WHERE editlog.postid = post.postid) AS edited,
            post.title AS subject, pagetext AS body, NULL AS mark, CASE WHEN parentid <> coalesce(
                (SELECT firstpostid FROM thread WHERE thread.threadid = post.threadid), 0)
            THEN parentid END AS reply_to, {SHUT.format("visible")}
        FROM post LEFT JOIN user USING (userid)
        WHERE threadid = :thread ORDER BY post.dateline, postid""",
    files="""
        SELECT coalesce(postid, contentid) AS post, attachmentid AS id, filename AS name
        FROM attachment
        WHERE coalesce(postid, contentid) IN (SELECT postid FROM post WHERE threadid = :thread)
            AND coalesce(contenttypeid, 1) = 1 AND coalesce(visible, 1) = 1
            AND coalesce(state, 'visible') = 'visible'
        ORDER BY attachmentid""",
    poll="""
        SELECT question, voters FROM poll JOIN thread USING (pollid) WHERE threadid = :thread""",
    choices="""
        SELECT options AS text, votes FROM poll JOIN thread USING (pollid)
        WHERE threadid = :thread""",
    separator="|||",
    tags="SELECT taglist AS tag FROM thread WHERE threadid = :thread",
    address="SELECT value FROM setting",
    urls={
        "thread": "showthread.php?t={thread}",
        "post": "showthread.php?p={post}#post{post}",
        "board": "forumdisplay.php?f={board}",
        "author": "member.php?u={author}",
        "file": "attachment.php?attachmentid={file}",
    },
)
