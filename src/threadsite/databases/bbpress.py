"""bbPress 2, in the tables of WordPress: boards, threads and posts are posts of three types."""

from threadsite.databases.software import (
    CUT,
    DELETED,
    DRAFT,
    HIDDEN,
    LOCKED,
    PRIVATE,
    SECONDS,
    UNAPPROVED,
    Software,
    Table,
)

# States that plugins added are for some only.
SHUT = f"""CASE WHEN post_password THEN '{LOCKED}'
    WHEN post_status IN ('publish', 'closed') THEN NULL
    WHEN post_status = 'trash' THEN '{DELETED}'
    WHEN post_status IN ('pending', 'spam') THEN '{UNAPPROVED}'
    WHEN post_status IN ('draft', 'auto-draft', 'future') THEN '{DRAFT}'
    ELSE '{HIDDEN}' END AS shut"""
META = "(SELECT meta_value FROM postmeta WHERE post_id = {} AND meta_key = '{}')"
STICKY = "LIKE '%;i:' || topic.id || ';%'"


def _option(name: str, otherwise: str) -> str:
    value = f"(SELECT option_value FROM options WHERE option_name = '{name}')"
    return f"coalesce(nullif({value}, ''), '{otherwise}')"


ROOT = f"""CASE {_option("_bbp_include_root", "1")} WHEN '1'
    THEN {_option("_bbp_root_slug", "forums")} || '/' ELSE '' END"""
THREAD = f"{ROOT} || {_option('_bbp_topic_slug', 'topic')} || '/' || {{}}.post_name || '/'"
PROFILE = f"""{_option("_bbp_root_slug", "forums")} || '/' || {_option("_bbp_user_slug", "users")}
    || '/' || user_nicename || '/'"""

SOFTWARE = Software(
    name="bbpress",
    markup="wordpress",
    essential="posts",
    tables=(
        Table(
            "posts",
            "post_type post_parent post_content post_status post_name",
            "id post_author post_parent",
            texts="post_type post_status post_name post_title post_content post_date_gmt"
            " post_modified_gmt",
            flags="post_password",
            key=True,
            index="post_parent",
            only=("post_type", "forum|topic|reply"),
        ),
        Table(
            "postmeta",
            "post_id meta_key meta_value",
            "post_id",
            texts="meta_key meta_value",
            index="post_id",
            only=("meta_key", "_bbp_(?:anonymous_name|reply_to|reply_count|sticky_topics)"),
        ),
        Table(
            "options",
            "option_name option_value",
            texts="option_name option_value",
            only=(
                "option_name",
                "home|_bbp_super_sticky_topics|_bbp_include_root"
                "|_bbp_(?:root|forum|topic|user)_slug",
            ),
        ),
        # The name to log in with is not the one that is shown.
        Table(
            "users",
            "user_login user_nicename display_name",
            "id",
            texts="user_nicename display_name",
            key=True,
        ),
        Table("terms", "term_id name slug", "term_id", texts="name", key=True),
        Table(
            "term_taxonomy",
            "term_taxonomy_id term_id taxonomy",
            "term_taxonomy_id term_id",
            key=True,
            only=("taxonomy", "topic-tag"),
        ),
        Table(
            "term_relationships",
            "object_id term_taxonomy_id",
            "object_id term_taxonomy_id",
            index="object_id",
        ),
        Table("bp_messages_messages", "thread_id sender_id message", counted=PRIVATE),
    ),
    boards=f"""
        WITH RECURSIVE placed(id, place) AS (
            SELECT id, {ROOT} || {_option("_bbp_forum_slug", "forum")} || '/' || post_name || '/'
            FROM posts WHERE post_type = 'forum' AND post_parent = 0
            UNION SELECT posts.id, placed.place || posts.post_name || '/'
            FROM posts JOIN placed ON post_parent = placed.id
            WHERE post_type = 'forum' AND length(placed.place) < 1000
        )
        SELECT id, post_title AS title, post_content AS description, post_parent AS parent, place,
            {SHUT}
        FROM posts LEFT JOIN placed USING (id) WHERE post_type = 'forum'""",
    threads=f"""
        SELECT id, nullif(post_parent, 0) AS board, post_title AS title, {SHUT},
            post_status = 'closed' AS locked, coalesce(
                (SELECT option_value FROM options
                    WHERE option_name = '_bbp_super_sticky_topics') {STICKY}, 0)
            OR coalesce({META.format("topic.post_parent", "_bbp_sticky_topics")} {STICKY}, 0)
            AS sticky, NULL AS views, {META.format("topic.id", "_bbp_reply_count")} + 0 AS replies,
            NULL AS prefix, {THREAD.format("topic")} AS place
        FROM posts AS topic WHERE post_type = 'topic' ORDER BY id""",
    orphans=f"""
        SELECT post_parent AS id, NULL AS board, NULL AS title, '{CUT}' AS shut FROM posts
        WHERE post_type = 'reply'
            AND post_parent NOT IN (SELECT id FROM posts WHERE post_type = 'topic')
        GROUP BY post_parent""",
    posts=f"""
        SELECT post.id AS id, post.post_author AS author,
            coalesce(display_name, {META.format("post.id", "_bbp_anonymous_name")}) AS name,
            NULL AS title, post.post_author = 0 AS guest,
            {SECONDS.format("post.post_date_gmt")} AS created,
            CASE WHEN post.post_modified_gmt > post.post_date_gmt
                THEN {SECONDS.format("post.post_modified_gmt")} END AS edited,
            post.post_content AS body, NULL AS mark, {META.format("post.id", "_bbp_reply_to")} + 0
            AS reply_to, {SHUT.replace("post_", "post.post_")},
            {THREAD.format("topic")} || '#post-' || post.id AS place, {PROFILE} AS profile
        FROM posts AS post LEFT JOIN posts AS topic ON topic.id = :thread
        LEFT JOIN users ON users.id = post.post_author
        WHERE post.id = :thread OR (post.post_parent = :thread AND post.post_type = 'reply')
        ORDER BY post.id <> :thread, created, post.id""",
    tags="""
        SELECT name AS tag FROM term_relationships JOIN term_taxonomy USING (term_taxonomy_id)
        JOIN terms USING (term_id) WHERE object_id = :thread ORDER BY name""",
    address="SELECT option_value FROM options WHERE option_name = 'home'",
)
