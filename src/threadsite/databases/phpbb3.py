"""phpBB 3.0 to 3.3."""

from threadsite.databases.software import (
    DELETED,
    DRAFT,
    HIDDEN,
    LOCKED,
    PRIVATE,
    UNAPPROVED,
    Software,
    Table,
)

SHUT = f"CASE {{}} WHEN 1 THEN NULL WHEN 2 THEN '{DELETED}' ELSE '{UNAPPROVED}' END AS shut"

SOFTWARE = Software(
    name="phpbb3",
    escaped=True,
    markup="phpbb",
    essential="posts",
    gate="acl_groups",
    tables=(
        Table(
            "posts",
            "topic_id poster_id post_time post_text",
            "post_id topic_id forum_id poster_id post_time post_edit_time post_visibility"
            " post_approved",
            texts="post_username post_subject post_text bbcode_uid",
            key=True,
            index="topic_id",
        ),
        Table(
            "topics",
            "forum_id topic_title topic_poster",
            "topic_id forum_id topic_status topic_type topic_views topic_replies"
            " topic_posts_approved topic_visibility topic_approved",
            texts="topic_title poll_title",
            key=True,
        ),
        Table(
            "forums",
            "forum_name parent_id",
            "forum_id parent_id",
            texts="forum_name forum_desc forum_desc_uid",
            flags="forum_password",
            key=True,
        ),
        Table(
            "users",
            "username user_regdate",
            "user_id user_rank",
            texts="username",
            key=True,
        ),
        Table("ranks", "rank_title", "rank_id", texts="rank_title", key=True),
        Table(
            "attachments",
            "post_msg_id real_filename",
            "attach_id post_msg_id topic_id",
            texts="real_filename physical_filename",
            index="topic_id",
            only=("in_message", "0"),
        ),
        Table(
            "poll_options",
            "topic_id poll_option_text",
            "topic_id poll_option_id poll_option_total",
            texts="poll_option_text",
            index="topic_id",
        ),
        Table(
            "config",
            "config_name config_value",
            texts="config_name config_value",
            only=("config_name", "server_name|server_protocol|script_path"),
        ),
        Table("groups", "group_id group_name", "group_id", texts="group_name"),
        Table(
            "acl_groups",
            "group_id forum_id auth_role_id auth_setting",
            "group_id forum_id auth_option_id auth_role_id auth_setting",
        ),
        # What the guest, the first of all users, may or may never do besides.
        Table(
            "acl_users",
            "user_id forum_id auth_role_id auth_setting",
            "forum_id auth_option_id auth_role_id auth_setting",
            only=("user_id", "1"),
        ),
        Table(
            "acl_roles_data",
            "role_id auth_option_id auth_setting",
            "role_id auth_option_id auth_setting",
        ),
        Table(
            "acl_options",
            "auth_option_id auth_option",
            "auth_option_id",
            texts="auth_option",
        ),
        Table("privmsgs", "msg_id author_id", counted=PRIVATE),
        Table("drafts", "draft_id draft_message", counted=DRAFT),
    ),
    boards=f"""
        WITH reading AS (
            SELECT g.forum_id, coalesce(r.auth_setting, g.auth_setting) AS may
            FROM (
                SELECT forum_id, auth_option_id, auth_role_id, auth_setting
                FROM acl_groups JOIN groups USING (group_id) WHERE group_name = 'GUESTS'
                UNION ALL SELECT * FROM acl_users
            ) g
            LEFT JOIN acl_roles_data r ON g.auth_role_id > 0 AND r.role_id = g.auth_role_id
            JOIN acl_options o ON o.auth_option_id = coalesce(r.auth_option_id, g.auth_option_id)
            WHERE o.auth_option = 'f_read'
        )
        SELECT forum_id AS id, forum_name AS title, forum_desc AS description,
            forum_desc_uid AS mark, parent_id AS parent, CASE
            WHEN forum_password THEN '{LOCKED}'
            WHEN EXISTS (SELECT 1 FROM acl_groups) AND coalesce(
                (SELECT min(may) FROM reading WHERE reading.forum_id = forums.forum_id), 0
            ) < 1 THEN '{HIDDEN}'
            ELSE '' END AS shut
        FROM forums""",
    threads=f"""
        SELECT topic_id AS id, nullif(forum_id, 0) AS board, topic_title AS title,
            {SHUT.format("coalesce(topic_visibility, topic_approved, 1)")},
            topic_status = 1 AS locked, topic_type > 0 AS sticky, topic_views AS views,
            coalesce(topic_replies, topic_posts_approved - 1) AS replies, NULL AS prefix
        FROM topics ORDER BY topic_id""",
    orphans=f"""
        SELECT topic_id AS id, forum_id AS board, post_subject AS title,
            {SHUT.format("coalesce(post_visibility, post_approved, 1)")}, min(post_id)
        FROM posts WHERE topic_id NOT IN (SELECT topic_id FROM topics) GROUP BY topic_id""",
    posts=f"""
        SELECT post_id AS id, poster_id AS author, coalesce(nullif(post_username, ''), username)
            AS name, rank_title AS title, poster_id <= 1 AS guest, post_time AS created,
            post_edit_time AS edited, post_text AS body, bbcode_uid AS mark, NULL AS reply_to,
            {SHUT.format("coalesce(post_visibility, post_approved, 1)")}, post_subject AS subject
        FROM posts LEFT JOIN users ON user_id = poster_id AND user_id > 1
        LEFT JOIN ranks ON rank_id = user_rank
        WHERE topic_id = :thread ORDER BY post_time, post_id""",
    files="""
        SELECT post_msg_id AS post, attach_id AS id, real_filename AS name,
            physical_filename AS stored
        FROM attachments WHERE topic_id = :thread ORDER BY attach_id""",
    poll="""
        SELECT poll_title AS question, NULL AS voters FROM topics
        WHERE topic_id = :thread AND poll_title <> ''""",
    choices="""
        SELECT poll_option_text AS text, poll_option_total AS votes FROM poll_options
        WHERE topic_id = :thread ORDER BY poll_option_id""",
    address="""
        SELECT coalesce(nullif(max(config_value) FILTER (WHERE config_name = 'server_protocol'),
                ''), 'http://')
            || nullif(max(config_value) FILTER (WHERE config_name = 'server_name'), '')
            || '/' || trim(coalesce(max(config_value) FILTER (WHERE config_name = 'script_path'),
                ''), '/')
        FROM config""",
    urls={
        "thread": "viewtopic.php?t={thread}",
        "post": "viewtopic.php?p={post}#p{post}",
        "board": "viewforum.php?f={board}",
        "author": "memberlist.php?mode=viewprofile&u={author}",
        "file": "download/file.php?id={file}",
    },
)
