"""Invision Power Board 1.3 to 3: who may read a board is told by lists of masks, in three ways."""

from threadsite.databases.software import (
    DELETED,
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

SHUT = f"CASE WHEN {{}} THEN '{UNAPPROVED}' WHEN {{}} THEN '{DELETED}' {{}} END AS shut"
QUEUED = SHUT.format("queued = 1", "queued <> 0", "")
MASKS = "(SELECT '[' || trim(g_perm_id, ', ') || ']' FROM groups)"
OPEN = f"""({{0}} = '*' OR EXISTS (
    SELECT 1 FROM json_each(CASE WHEN json_valid({MASKS}) THEN {MASKS} ELSE '[]' END)
    WHERE ',' || {{0}} || ',' LIKE '%,' || value || ',%'))"""


def _serialized(name: str) -> str:
    """What version 2 keeps under *name* in an array that PHP serialized."""
    begin = f'"{name}";s:'
    rest = f"substr(permission_array, instr(permission_array, '{begin}') + {len(begin)})"
    words = f"substr({rest}, instr({rest}, '\"') + 1)"
    within = f"substr({words}, 1, instr({words}, '\"') - 1)"
    return f"CASE WHEN instr(permission_array, '{begin}') THEN {within} ELSE '' END"


SOFTWARE = Software(
    name="invision3",
    escaped=True,
    markup="ipb",
    essential="posts",
    tables=(
        Table(
            "posts",
            "pid topic_id author_id author_name post queued use_sig",
            "pid topic_id author_id post_date edit_time queued",
            texts="author_name post",
            key=True,
            index="topic_id",
        ),
        Table(
            "topics",
            "tid forum_id title approved starter_id",
            "tid forum_id approved pinned views posts",
            texts="title state",
            key=True,
        ),
        Table(
            "forums",
            "id name parent_id password",
            "id parent_id can_view_others min_posts_view",
            texts="name description permission_array read_perms",
            flags="password",
            key=True,
        ),
        Table(
            "permission_index",
            "app perm_type perm_type_id perm_view perm_2",
            "perm_type_id",
            texts="app perm_view perm_2",
            index="perm_type_id",
            only=("perm_type", "forum"),
        ),
        # The group of guests.
        Table(
            "groups",
            "g_id g_title g_perm_id",
            "g_view_board",
            texts="g_perm_id",
            only=("g_id", "2"),
        ),
        # The name to log in with is not the one that is shown.
        Table(
            "members",
            "name title joined",
            "member_id id",
            texts="members_display_name title",
            index="coalesce(member_id, id)",
        ),
        Table(
            "attachments",
            "attach_id attach_file attach_rel_id",
            "attach_id attach_rel_id",
            texts="attach_file",
            index="attach_rel_id",
            only=("attach_rel_module", "post"),
        ),
        Table(
            "core_tags",
            "tag_meta_area tag_meta_id tag_text",
            "tag_meta_id",
            texts="tag_text",
            index="tag_meta_id",
            only=("tag_meta_area", "topics"),
        ),
        Table("message_posts", "msg_topic_id msg_post", counted=PRIVATE),
        Table("message_text", "msg_id msg_post", counted=PRIVATE),
    ),
    boards=f"""
        SELECT id, name AS title, description, parent_id AS parent, CASE
            WHEN password THEN '{LOCKED}'
            WHEN EXISTS (SELECT 1 FROM groups WHERE g_view_board = 0) THEN '{MEMBERS}'
            WHEN can_view_others = 0 OR min_posts_view > 0 THEN '{HIDDEN}'
            WHEN id IN (SELECT perm_type_id FROM permission_index WHERE app = 'forums') THEN (
                SELECT CASE WHEN NOT ({OPEN.format("perm_view")} AND {OPEN.format("perm_2")})
                    THEN '{HIDDEN}' END FROM permission_index
                WHERE perm_type_id = id AND app = 'forums')
            WHEN permission_array <> '' THEN (
                SELECT CASE WHEN NOT ({OPEN.format("shown")} AND {OPEN.format("readable")})
                    THEN '{HIDDEN}' END
                FROM (SELECT {_serialized("show_perms")} AS shown,
                    {_serialized("read_perms")} AS readable))
            WHEN read_perms IS NULL THEN '{UNTOLD}'
            WHEN NOT {OPEN.format("read_perms")} THEN '{HIDDEN}' END AS shut
        FROM forums""",
    threads=f"""
        SELECT tid AS id, forum_id AS board, title,
            {SHUT.format("approved = 0", "approved <> 1", f"WHEN state = 'link' THEN '{MOVED}'")},
            state = 'closed' AS locked, pinned AS sticky, views, posts AS replies, NULL AS prefix
        FROM topics ORDER BY tid""",
    orphans=f"""
        SELECT topic_id AS id, NULL AS board, NULL AS title, {QUEUED}, min(pid) FROM posts
        WHERE topic_id NOT IN (SELECT tid FROM topics) GROUP BY topic_id""",
    posts=f"""
        SELECT pid AS id, author_id AS author,
            coalesce(nullif(members_display_name, ''), author_name) AS name, title,
            author_id = 0 AS guest, post_date AS created, edit_time AS edited, post AS body,
            NULL AS mark, NULL AS reply_to, {QUEUED}
        FROM posts LEFT JOIN members ON coalesce(member_id, id) = +author_id AND author_id > 0
        WHERE topic_id = :thread ORDER BY post_date, pid""",
    files="""
        SELECT attach_rel_id AS post, attach_id AS id, attach_file AS name FROM attachments
        WHERE attach_rel_id IN (SELECT pid FROM posts WHERE topic_id = :thread)
        ORDER BY attach_id""",
    tags="SELECT tag_text AS tag FROM core_tags WHERE tag_meta_id = :thread",
)
