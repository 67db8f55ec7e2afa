"""Flarum since 1.0 and the last beta versions: boards are its primary tags."""

from threadsite.databases.software import (
    CUT,
    DELETED,
    DRAFT,
    HIDDEN,
    MEMBERS,
    NOTICES,
    PRIVATE,
    SECONDS,
    UNAPPROVED,
    UNTOLD,
    Software,
    Table,
)

GUESTS = 2
"""The group of guests, in any Flarum."""
# What is waiting to be approved is marked as private too.
SHUT = f"""CASE WHEN coalesce(is_approved, 1) = 0 THEN '{UNAPPROVED}'
    WHEN is_private THEN '{PRIVATE}' WHEN hidden_at THEN '{DELETED}' {{}} END AS shut"""
RIGHT = """SELECT 1 FROM group_permission
    WHERE permission IN ({0} || 'viewForum', {0} || 'viewDiscussions')"""
OF_TAG = RIGHT.format("'tag' || tags.id || '.'")
CLOSED = f"is_restricted AND NOT EXISTS ({OF_TAG})"
WHOLE = f"""
    WHEN NOT EXISTS (SELECT 1 FROM group_permission) THEN '{UNTOLD}'
    WHEN NOT EXISTS ({RIGHT.format("''")}) AND NOT EXISTS (
        SELECT 1 FROM discussion_tag JOIN tags ON tags.id = tag_id
        WHERE discussion_id = discussions.id AND is_restricted) THEN '{MEMBERS}'
    WHEN EXISTS (
        SELECT 1 FROM discussion_tag LEFT JOIN tags ON tags.id = tag_id
        WHERE discussion_id = discussions.id AND (tags.id IS NULL OR {CLOSED})) THEN '{HIDDEN}'"""
PLACED = """SELECT tags.id FROM discussion_tag JOIN tags ON tags.id = tag_id
    WHERE discussion_id = {} AND (position IS NOT NULL OR parent_id IS NOT NULL)
    ORDER BY parent_id IS NULL, position, tags.id LIMIT 1"""
POLLED = """polls LEFT JOIN posts ON posts.id = post_id
    WHERE coalesce(polls.discussion_id, posts.discussion_id) = :thread"""
# A post that begins with a mention of another answers that.
ANSWERED = """CASE WHEN content LIKE '<r><p><POSTMENTION %'
    THEN CAST(substr(content, instr(content, ' id="') + 5, 19) AS INTEGER) END"""

SOFTWARE = Software(
    name="flarum",
    markup="flarum",
    essential="posts",
    tables=(
        Table(
            "posts",
            "discussion_id number type content",
            "id discussion_id number user_id is_private is_approved",
            texts="type content created_at edited_at",
            flags="hidden_at",
            key=True,
            index="discussion_id",
        ),
        Table(
            "discussions",
            "title comment_count slug",
            "id comment_count is_private is_approved is_locked is_sticky view_count",
            texts="title",
            flags="hidden_at",
            key=True,
        ),
        Table("users", "username joined_at", "id", texts="username", key=True),
        Table(
            "tags",
            "slug is_restricted parent_id",
            "id position parent_id is_restricted",
            texts="name description",
            key=True,
        ),
        Table(
            "discussion_tag",
            "discussion_id tag_id",
            "discussion_id tag_id",
            index="discussion_id",
        ),
        Table(
            "group_permission",
            "group_id permission",
            texts="permission",
            only=("group_id", str(GUESTS)),
        ),
        Table("post_likes", "post_id user_id", "post_id", index="post_id"),
        Table(
            "polls",
            "question public_poll",
            "id discussion_id post_id",
            texts="question settings",
            key=True,
        ),
        Table(
            "poll_options",
            "answer poll_id vote_count",
            "id poll_id vote_count",
            texts="answer",
            index="poll_id",
        ),
        Table("fof_drafts", "content user_id", counted=DRAFT),
    ),
    boards=f"""
        SELECT id, name AS title, description, parent_id AS parent,
            CASE WHEN {CLOSED} THEN '{HIDDEN}' END AS shut
        FROM tags""",
    threads=f"""
        SELECT id, ({PLACED.format("discussions.id")}) AS board, title, {SHUT.format(WHOLE)},
            is_locked AS locked, is_sticky AS sticky, view_count AS views,
            max(comment_count - 1, 0) AS replies, NULL AS prefix
        FROM discussions ORDER BY id""",
    orphans=f"""
        SELECT discussion_id AS id, NULL AS board, NULL AS title, '{CUT}' AS shut FROM posts
        WHERE discussion_id NOT IN (SELECT id FROM discussions) GROUP BY discussion_id""",
    posts=f"""
        SELECT posts.id AS id, user_id AS author, username AS name, NULL AS title,
            user_id IS NULL AS guest, {SECONDS.format("created_at")} AS created,
            {SECONDS.format("edited_at")} AS edited, content AS body, NULL AS mark,
            {ANSWERED} AS reply_to,
            (SELECT count(*) FROM post_likes WHERE post_id = posts.id) AS likes,
            {SHUT.format(f"WHEN type <> 'comment' THEN '{NOTICES}'")}
        FROM posts LEFT JOIN users ON users.id = user_id
        WHERE discussion_id = :thread ORDER BY number, posts.id""",
    poll=f"SELECT question, NULL AS voters FROM {POLLED} ORDER BY polls.id",
    choices=f"""
        SELECT answer AS text, CASE WHEN coalesce(settings, '') NOT LIKE '%"hide_votes":true%'
            THEN vote_count END AS votes
        FROM poll_options JOIN polls ON polls.id = poll_id
        WHERE poll_id = (SELECT min(polls.id) FROM {POLLED}) ORDER BY poll_options.id""",
    tags="""
        SELECT name AS tag FROM discussion_tag JOIN tags ON tags.id = tag_id
        WHERE discussion_id = :thread AND position IS NULL AND parent_id IS NULL ORDER BY name""",
)
