"""Simple Machines 2.0 and later."""

from threadsite.databases.software import (
    DELETED,
    DRAFT,
    HIDDEN,
    MEMBERS,
    MOVED,
    PRIVATE,
    UNAPPROVED,
    Software,
    Table,
)

SHUT = f"CASE WHEN coalesce({{}}, 1) < 1 THEN '{UNAPPROVED}' {{}}END AS shut"
SHADOW = f"WHEN id_redirect_topic > 0 OR icon = 'moved' THEN '{MOVED}' "

SOFTWARE = Software(
    name="smf2",
    escaped=True,
    markup="smf",
    essential="messages",
    gate="settings",
    tables=(
        Table(
            "messages",
            "id_msg id_topic poster_time body",
            "id_msg id_topic id_board id_member poster_time modified_time approved",
            texts="poster_name subject body icon",
            key=True,
            index="id_topic",
        ),
        Table(
            "topics",
            "id_topic id_board id_first_msg is_sticky",
            "id_topic id_board id_first_msg is_sticky locked num_views num_replies approved"
            " id_poll id_redirect_topic",
            key=True,
        ),
        Table(
            "boards",
            "id_board id_cat name member_groups",
            "id_board id_cat id_parent",
            texts="name description member_groups deny_member_groups",
            key=True,
        ),
        Table("categories", "id_cat name", "id_cat", texts="name", key=True),
        Table(
            "members",
            "id_member real_name",
            "id_member",
            texts="real_name usertitle",
            key=True,
        ),
        Table(
            "attachments",
            "id_attach id_msg filename",
            "id_attach id_msg approved",
            texts="filename file_hash",
            index="id_msg",
            only=("attachment_type", "0"),
        ),
        Table("polls", "id_poll question", "id_poll hide_results", texts="question", key=True),
        Table(
            "poll_choices",
            "id_poll id_choice label",
            "id_poll id_choice votes",
            texts="label",
            index="id_poll",
        ),
        Table(
            "settings",
            "variable value",
            texts="variable value",
            only=("variable", "recycle_enable|recycle_board|allow_guestAccess"),
        ),
        Table("personal_messages", "id_pm", counted=PRIVATE),
        Table("user_drafts", "id_draft body", counted=DRAFT),
    ),
    boards=f"""
        SELECT id_board AS id, name AS title, description,
            CASE WHEN id_parent > 0 THEN id_parent ELSE 'c' || id_cat END AS parent, CASE
            WHEN (SELECT value + 0 FROM settings WHERE variable = 'allow_guestAccess') = 0
                THEN '{MEMBERS}'
            WHEN id_board = (SELECT value + 0 FROM settings WHERE variable = 'recycle_board')
                AND (SELECT value + 0 FROM settings WHERE variable = 'recycle_enable')
                THEN '{DELETED}'
            WHEN ',' || member_groups || ',' NOT LIKE '%,-1,%'
                OR ',' || deny_member_groups || ',' LIKE '%,-1,%' THEN '{HIDDEN}'
            ELSE '' END AS shut
        FROM boards
        UNION ALL SELECT 'c' || id_cat, name, NULL, NULL, '' FROM categories""",
    threads=f"""
        SELECT topics.id_topic AS id, topics.id_board AS board, subject AS title,
            {SHUT.format("topics.approved", SHADOW)}, locked, is_sticky AS sticky,
            num_views AS views, num_replies AS replies, NULL AS prefix
        FROM topics LEFT JOIN messages ON id_msg = id_first_msg ORDER BY topics.id_topic""",
    orphans=f"""
        SELECT id_topic AS id, id_board AS board, subject AS title,
            {SHUT.format("approved", f"WHEN icon = 'moved' THEN '{MOVED}' ")}, min(id_msg)
        FROM messages WHERE id_topic NOT IN (SELECT id_topic FROM topics) GROUP BY id_topic""",
    posts=f"""
        SELECT id_msg AS id, subject, messages.id_member AS author,
            coalesce(nullif(real_name, ''), poster_name) AS name, usertitle AS title,
            messages.id_member = 0 AS guest, poster_time AS created, modified_time AS edited, body,
            NULL AS mark, NULL AS reply_to, {SHUT.format("approved", "")}
        FROM messages LEFT JOIN members USING (id_member)
        WHERE id_topic = :thread ORDER BY id_msg""",
    files="""
        SELECT id_msg AS post, id_attach AS id, filename AS name,
            id_attach || '_' || file_hash AS stored FROM attachments
        WHERE id_msg IN (SELECT id_msg FROM messages WHERE id_topic = :thread)
            AND coalesce(approved, 1) > 0
        ORDER BY id_attach""",
    poll="""
        SELECT question, NULL AS voters FROM polls JOIN topics USING (id_poll)
        WHERE id_topic = :thread""",
    choices="""
        SELECT label AS text, CASE WHEN coalesce(hide_results, 0) = 0 THEN votes END AS votes
        FROM poll_choices JOIN topics USING (id_poll) JOIN polls USING (id_poll)
        WHERE id_topic = :thread ORDER BY id_choice""",
)
