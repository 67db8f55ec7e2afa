"""Invision Community 4: boards are named in the table of words, rights are lists of groups."""

from threadsite.databases.software import (
    DELETED,
    DRAFT,
    HIDDEN,
    LOCKED,
    MEMBERS,
    MOVED,
    PRIVATE,
    UNAPPROVED,
    UNTOLD,
    Software,
    Table,
)

SHUT = f"CASE WHEN {{}} THEN '{UNAPPROVED}' WHEN {{}} THEN '{DELETED}' {{}}END AS shut"
UNREAL = f"WHEN state IN ('link', 'merged') THEN '{MOVED}' WHEN is_future_entry THEN '{DRAFT}' "
GUESTS = "coalesce((SELECT max(conf_value + 0) FROM core_sys_conf_settings), 2)"
OPEN = f"',' || replace({{}}, '*', {GUESTS}) || ',' LIKE '%,' || {GUESTS} || ',%'"
WORDS = """(SELECT coalesce(nullif(word_custom, ''), word_default) FROM core_sys_lang_words
    WHERE word_key = 'forums_forum_' || id || '{}' ORDER BY lang_id LIMIT 1)"""
# What a poll asks is in JSON: its first question, and how often each answer to that was chosen.
ASKED = "CASE WHEN json_valid(choices) THEN choices ELSE '{}' END"

SOFTWARE = Software(
    name="invision4",
    markup="invision",
    essential="forums_posts",
    tables=(
        Table(
            "forums_posts",
            "pid topic_id author_id post queued",
            "pid topic_id author_id post_date edit_time queued is_anon",
            texts="author_name post",
            key=True,
            index="topic_id",
        ),
        Table(
            "forums_topics",
            "tid forum_id title approved",
            "tid forum_id approved pinned views posts poll_state is_future_entry",
            texts="title state",
            key=True,
        ),
        Table(
            "forums_forums",
            "id parent_id password",
            "id parent_id can_view_others min_posts_view",
            flags="password",
            key=True,
        ),
        Table(
            "core_sys_lang_words",
            "lang_id word_key word_default",
            "lang_id",
            texts="word_key word_default word_custom",
            index="word_key",
            only=("word_key", r"forums_forum_\d+(?:_desc)?"),
        ),
        Table(
            "core_permission_index",
            "app perm_type perm_type_id perm_view perm_2",
            "perm_type_id",
            texts="app perm_view perm_2",
            index="perm_type_id",
            only=("perm_type", "forum"),
        ),
        Table("core_groups", "g_id g_view_board", "g_id g_view_board"),
        Table(
            "core_sys_conf_settings",
            "conf_key conf_value",
            texts="conf_value",
            only=("conf_key", "guest_group"),
        ),
        Table(
            "core_members",
            "member_id name",
            "member_id",
            texts="name member_title",
            key=True,
        ),
        Table("core_polls", "pid choices poll_question", "pid votes", texts="choices", key=True),
        Table(
            "core_tags",
            "tag_meta_app tag_meta_id tag_text",
            "tag_meta_id",
            texts="tag_text",
            index="tag_meta_id",
            only=("tag_meta_area", "forums"),
        ),
        Table("core_attachments", "attach_id attach_file", "attach_id", "attach_file", key=True),
        Table(
            "core_attachments_map",
            "attachment_id location_key id1 id2",
            "attachment_id id1 id2",
            index="id1",
            only=("location_key", "forums_Forums"),
        ),
        Table("core_message_posts", "msg_topic_id msg_post", counted=PRIVATE),
    ),
    boards=f"""
        SELECT id, {WORDS.format("")} AS title, {WORDS.format("_desc")} AS description,
            parent_id AS parent, CASE
            WHEN password THEN '{LOCKED}'
            WHEN EXISTS (SELECT 1 FROM core_groups WHERE g_id = {GUESTS} AND g_view_board = 0)
                THEN '{MEMBERS}'
            WHEN can_view_others = 0 OR min_posts_view > 0 THEN '{HIDDEN}'
            WHEN id NOT IN (SELECT perm_type_id FROM core_permission_index WHERE app = 'forums')
                THEN '{UNTOLD}'
            WHEN NOT EXISTS (SELECT 1 FROM core_permission_index
                WHERE perm_type_id = id AND app = 'forums'
                AND {OPEN.format("perm_view")} AND {OPEN.format("perm_2")}) THEN '{HIDDEN}'
            END AS shut
        FROM forums_forums""",
    threads=f"""
        SELECT tid AS id, forum_id AS board, title,
            {SHUT.format("approved = 0", "approved <> 1", UNREAL)},
            state = 'closed' AS locked, pinned AS sticky, views, max(posts - 1, 0) AS replies,
            NULL AS prefix
        FROM forums_topics ORDER BY tid""",
    orphans=f"""
        SELECT topic_id AS id, NULL AS board, NULL AS title,
            {SHUT.format("queued = 1", "queued <> 0", "")}, min(pid)
        FROM forums_posts WHERE topic_id NOT IN (SELECT tid FROM forums_topics)
        GROUP BY topic_id""",
    # Who writes without a name is known to the forum all the same.
    posts=f"""
        SELECT pid AS id, CASE WHEN is_anon THEN 0 ELSE author_id END AS author,
            CASE WHEN NOT coalesce(is_anon, 0) THEN coalesce(name, author_name) END AS name,
            CASE WHEN NOT coalesce(is_anon, 0) THEN member_title END AS title,
            author_id = 0 AS guest, post_date AS created, edit_time AS edited, post AS body,
            NULL AS mark, NULL AS reply_to, {SHUT.format("queued = 1", "queued <> 0", "")}
        FROM forums_posts LEFT JOIN core_members ON member_id = author_id
        WHERE topic_id = :thread ORDER BY post_date, pid""",
    files="""
        SELECT id2 AS post, attach_id AS id, attach_file AS name
        FROM core_attachments_map JOIN core_attachments ON attach_id = attachment_id
        WHERE id1 = :thread ORDER BY attach_id""",
    poll=f"""
        SELECT json_extract({ASKED}, '$."1".question') AS question, votes AS voters
        FROM core_polls JOIN forums_topics ON core_polls.pid = poll_state WHERE tid = :thread""",
    choices=f"""
        SELECT value AS text, CAST(
            json_extract(choices, '$."1".votes."' || (key + 0) || '"') AS INTEGER) AS votes
        FROM (SELECT {ASKED} AS choices FROM core_polls JOIN forums_topics
            ON core_polls.pid = poll_state WHERE tid = :thread) AS asked,
            json_each(asked.choices, '$."1".choice')""",
    tags="SELECT tag_text AS tag FROM core_tags WHERE tag_meta_id = :thread",
)
