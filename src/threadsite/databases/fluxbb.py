"""FluxBB, and PunBB 1.2 to 1.4, which it comes from."""

from threadsite.databases.software import HIDDEN, MEMBERS, PRIVATE, Software, Table

# The first author of every board is its guest, whose group is the guests'.
GUESTS = "coalesce((SELECT group_id FROM users WHERE id = 1), 3)"

SOFTWARE = Software(
    name="fluxbb",
    essential="posts",
    gate="groups",
    tables=(
        Table(
            "posts",
            "poster poster_id message posted topic_id",
            "id topic_id poster_id posted edited",
            texts="poster message",
            key=True,
            index="topic_id",
        ),
        Table(
            "topics",
            "poster subject forum_id posted",
            "id forum_id num_views num_replies closed sticky",
            texts="subject",
            key=True,
        ),
        Table(
            "forums",
            "forum_name cat_id",
            "id cat_id",
            texts="forum_name forum_desc",
            key=True,
        ),
        Table("categories", "cat_name", "id", texts="cat_name", key=True),
        Table(
            "users",
            "username group_id registered",
            "id group_id",
            texts="username title",
            key=True,
        ),
        Table(
            "forum_perms",
            "group_id forum_id read_forum",
            "group_id forum_id read_forum",
        ),
        Table("groups", "g_id g_title g_read_board", "g_id g_read_board"),
        Table(
            "config",
            "conf_name conf_value",
            texts="conf_name conf_value",
            only=("conf_name", "o_base_url"),
        ),
        Table("messages", "owner sender message", counted=PRIVATE),
        Table("pms_new_posts", "poster_id message", counted=PRIVATE),
    ),
    boards=f"""
        SELECT id, forum_name AS title, forum_desc AS description, 'c' || cat_id AS parent, CASE
            WHEN EXISTS (SELECT 1 FROM groups WHERE g_id = {GUESTS} AND g_read_board = 0)
                THEN '{MEMBERS}'
            WHEN EXISTS (
                SELECT 1 FROM forum_perms
                WHERE forum_id = forums.id AND read_forum = 0 AND group_id = {GUESTS}
            ) THEN '{HIDDEN}' ELSE '' END AS shut
        FROM forums
        UNION ALL SELECT 'c' || id, cat_name, NULL, NULL, '' FROM categories""",
    threads="""
        SELECT id, forum_id AS board, subject AS title, NULL AS shut, closed AS locked, sticky,
            num_views AS views, num_replies AS replies, NULL AS prefix
        FROM topics ORDER BY id""",
    orphans="""
        SELECT topic_id AS id, NULL AS board, NULL AS title, NULL AS shut FROM posts
        WHERE topic_id NOT IN (SELECT id FROM topics) GROUP BY topic_id""",
    posts="""
        SELECT posts.id AS id, poster_id AS author, CASE WHEN poster_id > 1
            THEN coalesce(username, poster) ELSE poster END AS name, title, poster_id <= 1 AS guest,
            posted AS created, edited, message AS body, NULL AS mark, NULL AS reply_to, NULL AS shut
        FROM posts LEFT JOIN users ON users.id = poster_id AND poster_id > 1
        WHERE topic_id = :thread ORDER BY posted, posts.id""",
    address="SELECT conf_value FROM config",
    urls={
        "thread": "viewtopic.php?id={thread}",
        "post": "viewtopic.php?pid={post}#p{post}",
        "board": "viewforum.php?id={board}",
        "author": "profile.php?id={author}",
    },
)
