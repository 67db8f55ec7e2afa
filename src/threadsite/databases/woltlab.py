"""WoltLab: Burning Board 4 and Suite 3 on, as the first installation in a database."""

from threadsite.databases.software import (
    DELETED,
    HIDDEN,
    MOVED,
    PRIVATE,
    UNAPPROVED,
    UNTOLD,
    Software,
    Table,
)

SHUT = f"""CASE WHEN {{0}}isdeleted THEN '{DELETED}' WHEN {{0}}isdisabled THEN '{UNAPPROVED}' {{1}}
    END AS shut"""
# The groups of everybody and of guests.
GUESTS = "(SELECT groupid FROM wcf1_user_group WHERE grouptype IN (1, 2))"
RIGHTS = "canViewBoard|canEnterBoard|canReadThread"
SET = f"""SELECT optionname FROM wcf1_acl_option_to_group JOIN wcf1_acl_option USING (optionid)
    WHERE objectid = boardid AND groupid IN {GUESTS} AND optionvalue"""
# What the forum as a whole allows holds for the outermost boards that do not say it themselves.
DEFAULT = f"""SELECT 1 FROM wcf1_user_group_option AS option
    WHERE parentid IS NULL AND substr(option.optionname, 12) NOT IN ({SET} > 0)
    AND coalesce((SELECT max(optionvalue) FROM wcf1_user_group_option_value AS held
        WHERE held.optionid = option.optionid AND groupid IN {GUESTS}), 0) < 1"""
WORDS = """coalesce((SELECT languageitemvalue FROM wcf1_language_item
    WHERE languageitem = {0} ORDER BY languageid LIMIT 1), {0})"""
KIND = "(SELECT objecttypeid FROM wcf1_object_type WHERE objecttype = 'com.woltlab.wbb.{}')"

SOFTWARE = Software(
    name="woltlab",
    markup="woltlab",
    essential="wbb1_post",
    tables=(
        Table(
            "wbb1_post",
            "postid threadid userid message isdisabled",
            "postid threadid userid time lastedittime pollid isdeleted isdisabled cumulativelikes",
            texts="username subject message",
            key=True,
            index="threadid",
        ),
        Table(
            "wbb1_thread",
            "threadid boardid topic isdisabled",
            "threadid boardid replies views issticky isclosed isdeleted isdisabled movedthreadid",
            texts="topic",
            key=True,
        ),
        Table(
            "wbb1_board",
            "boardid parentid title",
            "boardid parentid isinvisible isprivate",
            texts="title description",
            key=True,
        ),
        Table(
            "wcf1_language_item",
            "languageid languageitem languageitemvalue",
            "languageid",
            texts="languageitem languageitemvalue",
            index="languageitem",
            only=("languageitem", r"wbb\.board\.board\d+(?:\.description)?"),
        ),
        Table(
            "wcf1_acl_option",
            "optionid optionname",
            "optionid",
            texts="optionname",
            only=("optionname", RIGHTS),
        ),
        Table(
            "wcf1_acl_option_to_group",
            "optionid objectid groupid optionvalue",
            "optionid objectid groupid optionvalue",
            index="objectid",
        ),
        Table(
            "wcf1_user_group_option",
            "optionid optionname",
            "optionid",
            texts="optionname",
            only=("optionname", rf"user\.board\.(?:{RIGHTS})"),
        ),
        Table(
            "wcf1_user_group_option_value",
            "groupid optionid optionvalue",
            "groupid optionid optionvalue",
            index="optionid",
        ),
        Table("wcf1_user_group", "groupid grouptype", "groupid grouptype"),
        Table("wcf1_user", "userid username", "userid", texts="username usertitle", key=True),
        Table(
            "wcf1_object_type",
            "objecttypeid objecttype",
            "objecttypeid",
            texts="objecttype",
            only=("objecttype", r"com\.woltlab\.wbb\.(?:post|thread)"),
        ),
        Table(
            "wcf1_attachment",
            "attachmentid objecttypeid objectid filename",
            "attachmentid objecttypeid objectid",
            texts="filename",
            index="objectid",
        ),
        Table("wcf1_tag", "tagid name", "tagid", texts="name", key=True),
        Table(
            "wcf1_tag_to_object",
            "tagid objectid objecttypeid",
            "tagid objectid objecttypeid",
            index="objectid",
        ),
        Table(
            "wcf1_poll",
            "pollid question votes",
            "pollid resultsrequirevote",
            texts="question",
            key=True,
        ),
        Table(
            "wcf1_poll_option",
            "pollid optionvalue",
            "optionid pollid votes",
            texts="optionvalue",
            index="pollid",
        ),
        Table("wcf1_package", "packageid package", "packageid", texts="package"),
        Table("wcf1_application", "packageid domainname", "packageid", "domainname domainpath"),
        Table("wcf1_conversation_message", "messageid conversationid", counted=PRIVATE),
    ),
    boards=f"""
        SELECT boardid AS id, {WORDS.format("title")} AS title,
            {WORDS.format("description")} AS description, parentid AS parent, CASE
            WHEN isinvisible OR isprivate THEN '{HIDDEN}'
            WHEN NOT EXISTS (SELECT 1 FROM wcf1_user_group_option) THEN '{UNTOLD}'
            WHEN EXISTS ({SET} < 1) OR EXISTS ({DEFAULT}) THEN '{HIDDEN}' END AS shut
        FROM wbb1_board""",
    threads=f"""
        SELECT threadid AS id, boardid AS board, topic AS title,
            {SHUT.format("", f"WHEN movedthreadid > 0 THEN '{MOVED}'")}, isclosed AS locked,
            issticky AS sticky, views, replies, NULL AS prefix
        FROM wbb1_thread ORDER BY threadid""",
    orphans=f"""
        SELECT threadid AS id, NULL AS board, NULL AS title, {SHUT.format("", "")}, min(postid)
        FROM wbb1_post WHERE threadid NOT IN (SELECT threadid FROM wbb1_thread)
        GROUP BY threadid""",
    posts=f"""
        SELECT postid AS id, post.userid AS author, coalesce(user.username, post.username) AS name,
            usertitle AS title, coalesce(post.userid, 0) = 0 AS guest, time AS created,
            lastedittime AS edited, subject, message AS body, NULL AS mark, NULL AS reply_to,
            max(cumulativelikes, 0) AS likes, {SHUT.format("", "")}
        FROM wbb1_post AS post LEFT JOIN wcf1_user AS user ON user.userid = post.userid
        WHERE threadid = :thread ORDER BY time, postid""",
    files=f"""
        SELECT objectid AS post, attachmentid AS id, filename AS name FROM wcf1_attachment
        WHERE objecttypeid IN {KIND.format("post")}
            AND objectid IN (SELECT postid FROM wbb1_post WHERE threadid = :thread)
        ORDER BY attachmentid""",
    poll="""
        SELECT question, NULL AS voters FROM wcf1_poll JOIN wbb1_post USING (pollid)
        WHERE threadid = :thread AND NOT isdeleted AND NOT isdisabled ORDER BY postid""",
    choices="""
        SELECT optionvalue AS text, CASE WHEN coalesce(resultsrequirevote, 0) = 0 THEN votes END
            AS votes
        FROM wcf1_poll_option JOIN wcf1_poll USING (pollid)
        WHERE pollid = (SELECT pollid FROM wbb1_post WHERE threadid = :thread AND pollid > 0
            AND NOT isdeleted AND NOT isdisabled ORDER BY postid LIMIT 1)
        ORDER BY optionid""",
    tags=f"""
        SELECT name AS tag FROM wcf1_tag_to_object JOIN wcf1_tag USING (tagid)
        WHERE objectid = :thread AND objecttypeid IN {KIND.format("thread")} ORDER BY name""",
    address="""
        SELECT 'https://' || domainname || coalesce(domainpath, '/')
        FROM wcf1_application JOIN wcf1_package USING (packageid)
        WHERE package = 'com.woltlab.wbb' AND domainname <> ''""",
    urls={
        "thread": "index.php?thread/{thread}/",
        "post": "index.php?thread/{thread}/&postID={post}#post{post}",
        "board": "index.php?board/{board}/",
    },
)
