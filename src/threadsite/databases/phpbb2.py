"""phpBB 2: the words of posts are in a table of their own."""

from threadsite.databases.software import HIDDEN, LOCKED, PRIVATE, Software, Table

SOFTWARE = Software(
    name="phpbb2",
    escaped=True,
    markup="phpbb2",
    essential="posts_text",
    tables=(
        Table(
            "posts",
            "topic_id poster_id post_time enable_html",
            "post_id topic_id forum_id poster_id post_time post_edit_time",
            texts="post_username",
            key=True,
            index="topic_id",
        ),
        Table(
            "posts_text",
            "post_id post_text",
            "post_id",
            texts="bbcode_uid post_subject post_text",
            key=True,
        ),
        Table(
            "topics",
            "topic_title topic_poster topic_vote",
            "topic_id forum_id topic_status topic_type topic_views topic_replies",
            texts="topic_title",
            key=True,
        ),
        Table(
            "forums",
            "cat_id forum_name auth_view",
            "forum_id cat_id auth_view auth_read",
            texts="forum_name forum_desc",
            flags="forum_password",
            key=True,
        ),
        Table("categories", "cat_id cat_title", "cat_id", texts="cat_title"),
        Table(
            "users",
            "username user_regdate user_level",
            "user_id user_rank",
            texts="username",
            key=True,
        ),
        Table("ranks", "rank_title", "rank_id", texts="rank_title", key=True),
        Table(
            "vote_desc",
            "vote_id topic_id vote_text",
            "vote_id topic_id",
            texts="vote_text",
            index="topic_id",
        ),
        Table(
            "vote_results",
            "vote_id vote_option_text",
            "vote_id vote_option_id vote_result",
            texts="vote_option_text",
        ),
        Table(
            "config",
            "config_name config_value",
            texts="config_name config_value",
            only=("config_name", "server_name|script_path"),
        ),
        Table("privmsgs", "privmsgs_id", counted=PRIVATE),
    ),
    boards=f"""
        SELECT forum_id AS id, forum_name AS title, forum_desc AS description,
            'c' || cat_id AS parent,
            CASE WHEN forum_password THEN '{LOCKED}'
            WHEN auth_view > 0 OR auth_read > 0 THEN '{HIDDEN}' ELSE '' END AS shut
        FROM forums
        UNION ALL SELECT 'c' || cat_id, cat_title, NULL, NULL, '' FROM categories""",
    threads="""
        SELECT topic_id AS id, forum_id AS board, topic_title AS title, NULL AS shut,
            topic_status = 1 AS locked, topic_type > 0 AS sticky, topic_views AS views,
            topic_replies AS replies, NULL AS prefix
        FROM topics ORDER BY topic_id""",
    orphans="""
        SELECT topic_id AS id, forum_id AS board, post_subject AS title, NULL AS shut, min(post_id)
        FROM posts JOIN posts_text USING (post_id)
        WHERE topic_id NOT IN (SELECT topic_id FROM topics) GROUP BY topic_id""",
    posts="""
        SELECT post_id AS id, poster_id AS author, coalesce(nullif(post_username, ''), username)
            AS name, rank_title AS title, poster_id <= 0 AS guest, post_time AS created,
            post_edit_time AS edited, post_text AS body, bbcode_uid AS mark, NULL AS reply_to,
            NULL AS shut, post_subject AS subject
        FROM posts JOIN posts_text USING (post_id)
        LEFT JOIN users ON user_id = poster_id AND user_id > 0
        LEFT JOIN ranks ON rank_id = user_rank
        WHERE topic_id = :thread ORDER BY post_time, post_id""",
    poll="SELECT vote_text AS question, NULL AS voters FROM vote_desc WHERE topic_id = :thread",
    choices="""
        SELECT vote_option_text AS text, vote_result AS votes
        FROM vote_results JOIN vote_desc USING (vote_id)
        WHERE topic_id = :thread ORDER BY vote_option_id""",
    address="""
        SELECT 'http://' || nullif(max(config_value) FILTER (WHERE config_name = 'server_name'), '')
            || '/' || trim(coalesce(max(config_value) FILTER (WHERE config_name = 'script_path'),
                ''), '/')
        FROM config""",
    urls={
        "thread": "viewtopic.php?t={thread}",
        "post": "viewtopic.php?p={post}#{post}",
        "board": "viewforum.php?f={board}",
        "author": "profile.php?mode=viewprofile&u={author}",
    },
)
