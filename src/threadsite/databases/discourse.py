"""Discourse, as its backups hold it: `dump.sql`, which PostgreSQL wrote.

Private messages are topics among the others here, so that only topics that are known to be for all
are written. Posts are called by their number in the thread, as on saved pages.
"""

from threadsite.databases.software import (
    CUT,
    DELETED,
    DRAFT,
    HIDDEN,
    MEMBERS,
    NOTICES,
    PRIVATE,
    SECONDS,
    VEILED,
    Software,
    Table,
)

UNLISTED = "unlisted by the forum"
WHISPERS = "whispers among moderators"
SECURE = "files that only members may open"
CHAT = "messages of the chat"

SOFTWARE = Software(
    name="discourse",
    markup="discourse",
    essential="posts",
    tables=(
        Table(
            "posts",
            "topic_id post_number cooked raw",
            "id user_id topic_id post_number post_type reply_to_post_number hidden user_deleted"
            " version like_count",
            texts="cooked created_at last_version_at",
            flags="deleted_at",
            key=True,
            index="topic_id",
        ),
        Table(
            "topics",
            "title category_id archetype bumped_at",
            "id category_id visible closed views posts_count",
            texts="title archetype",
            flags="deleted_at pinned_at",
            key=True,
        ),
        Table(
            "categories",
            "name parent_category_id read_restricted",
            "id parent_category_id read_restricted",
            texts="name description",
            key=True,
        ),
        Table("users", "username username_lower", "id", texts="username title", key=True),
        Table("tags", "name created_at", "id", texts="name", key=True),
        Table("topic_tags", "topic_id tag_id", "topic_id tag_id", index="topic_id"),
        Table("tag_group_memberships", "tag_id tag_group_id", "tag_id tag_group_id"),
        Table(
            "tag_group_permissions",
            "tag_group_id group_id permission_type",
            "tag_group_id group_id",
        ),
        Table("polls", "post_id name results", "id post_id results", texts="title", key=True),
        Table("poll_options", "poll_id html", "id poll_id anonymous_votes", texts="html", key=True),
        Table("poll_votes", "poll_option_id user_id", "poll_option_id", index="poll_option_id"),
        Table(
            "site_settings",
            "name value data_type",
            texts="name value",
            only=("name", "login_required"),
        ),
        Table("uploads", "original_filename secure", only=("secure", "t|true"), counted=SECURE),
        Table("chat_messages", "chat_channel_id message", counted=CHAT),
        Table("drafts", "draft_key data", counted=DRAFT),
    ),
    boards=f"""
        SELECT id, name AS title, description, parent_category_id AS parent,
            CASE WHEN coalesce(read_restricted, 1) THEN '{HIDDEN}' END AS shut
        FROM categories""",
    threads=f"""
        SELECT id, category_id AS board, title, CASE
            WHEN archetype IS NULL OR archetype NOT IN ('regular', 'banner') THEN '{PRIVATE}'
            WHEN deleted_at THEN '{DELETED}'
            WHEN EXISTS (SELECT 1 FROM site_settings WHERE value IN ('t', 'true'))
                THEN '{MEMBERS}'
            WHEN category_id NOT IN (SELECT id FROM categories) THEN '{CUT}'
            WHEN NOT coalesce(visible, 1) THEN '{UNLISTED}'
            END AS shut, closed AS locked, pinned_at AS sticky, views,
            max(posts_count - 1, 0) AS replies, NULL AS prefix
        FROM topics ORDER BY id""",
    orphans=f"""
        SELECT topic_id AS id, NULL AS board, NULL AS title, '{CUT}' AS shut FROM posts
        WHERE topic_id NOT IN (SELECT id FROM topics) GROUP BY topic_id""",
    posts=f"""
        SELECT post_number AS id, user_id AS author, username AS name, users.title AS title,
            coalesce(user_id, 0) = 0 AS guest, {SECONDS.format("created_at")} AS created,
            CASE WHEN version > 1 THEN {SECONDS.format("last_version_at")} END AS edited,
            cooked AS body, CASE WHEN post_number = 1 AND EXISTS (
                SELECT 1 FROM polls WHERE post_id = posts.id
            ) THEN 'poll' END AS mark, reply_to_post_number AS reply_to, like_count AS likes,
            CASE
                WHEN post_type = 4 THEN '{WHISPERS}'
                WHEN coalesce(post_type, 1) NOT IN (1, 2) THEN '{NOTICES}'
                WHEN deleted_at OR user_deleted THEN '{DELETED}'
                WHEN hidden THEN '{VEILED}'
            END AS shut
        FROM posts LEFT JOIN users ON users.id = user_id
        WHERE topic_id = :thread ORDER BY post_number, posts.id""",
    # Of a poll, who may see what it came to is stated: all, voters, all once it is closed, staff.
    poll="""
        SELECT polls.title AS question, NULL AS voters FROM polls JOIN posts ON posts.id = post_id
        WHERE topic_id = :thread AND post_number = 1 ORDER BY polls.id""",
    choices="""
        SELECT html AS text, CASE WHEN results = 0 THEN coalesce(anonymous_votes, 0) + (
                SELECT count(*) FROM poll_votes WHERE poll_option_id = poll_options.id
            ) END AS votes
        FROM poll_options JOIN polls ON polls.id = poll_id
        WHERE polls.id = (
            SELECT min(polls.id) FROM polls JOIN posts ON posts.id = post_id
            WHERE topic_id = :thread AND post_number = 1)
        ORDER BY poll_options.id""",
    # Tags of a group that not everybody sees are for those who do.
    tags="""
        SELECT name AS tag FROM topic_tags JOIN tags ON tags.id = tag_id
        WHERE topic_id = :thread AND tag_id NOT IN (
            SELECT tag_id FROM tag_group_memberships WHERE tag_group_id IN (
                SELECT tag_group_id FROM tag_group_permissions
                GROUP BY tag_group_id HAVING NOT max(group_id = 0)))
        ORDER BY name""",
    # No setting tells the host, but quotes show pictures of people, whose addresses do.
    address="""
        SELECT 'https://' || substr(rest, 1, instr(rest, '/') - 1) FROM (
            SELECT substr(cooked, instr(cooked, '/user_avatar/') + 13, 80) AS rest FROM posts
            WHERE cooked LIKE '%<aside class="quote%/user_avatar/%'
        ) GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""",
    urls={"thread": "t/-/{thread}", "post": "t/-/{thread}/{post}", "board": "c/{board}"},
)
