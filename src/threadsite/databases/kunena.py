"""Kunena 2 and later, in the tables of Joomla."""

from threadsite.databases.software import (
    DELETED,
    HIDDEN,
    MOVED,
    PRIVATE,
    UNAPPROVED,
    Software,
    Table,
)

SHUT = f"""CASE coalesce(hold, 0) WHEN 0 THEN {{}} WHEN 1 THEN '{UNAPPROVED}' ELSE '{DELETED}' END
    AS shut"""
# The levels and groups of everybody and of guests in Joomla; version 1.5 had other numbers.
LEVELS, GROUPS = "(0, 1, 5)", "(0, 1, 9)"

SOFTWARE = Software(
    name="kunena",
    essential="kunena_messages_text",
    tables=(
        Table("kunena_messages_text", "mesid message", "mesid", texts="message", key=True),
        Table(
            "kunena_messages",
            "id parent thread catid hold",
            "id parent thread userid time hold moved modified_time",
            texts="name subject",
            key=True,
            index="thread",
        ),
        Table(
            "kunena_topics",
            "id category_id subject hold",
            "id category_id locked hold ordering posts hits moved_id first_post_id",
            texts="subject",
            key=True,
        ),
        Table(
            "kunena_categories",
            "id parent_id name published",
            "id parent_id access pub_access published",
            texts="name accesstype description",
            key=True,
        ),
        Table("kunena_ranks", "rank_id rank_title", "rank_id", texts="rank_title", key=True),
        Table("kunena_users", "userid rank", "userid rank", key=True),
        Table(
            "kunena_attachments",
            "id mesid filename",
            "id mesid protected",
            texts="filename filename_real",
            index="mesid",
        ),
        Table(
            "kunena_polls",
            "id title threadid",
            "id threadid",
            texts="title",
            key=True,
            index="threadid",
        ),
        Table(
            "kunena_polls_options",
            "id pollid text votes",
            "id pollid votes",
            texts="text",
            index="pollid",
        ),
        Table("kunena_private", "id author_id body", counted=PRIVATE),
    ),
    boards=f"""
        SELECT id, name AS title, description, 'bbcode' AS mark, parent_id AS parent, CASE
            WHEN coalesce(published, 0) <> 1 THEN '{HIDDEN}'
            WHEN accesstype = 'joomla.group' THEN
                CASE WHEN pub_access IN {GROUPS} THEN '' ELSE '{HIDDEN}' END
            WHEN coalesce(accesstype, 'joomla.level') IN ('joomla.level', 'none')
                AND access IN {LEVELS} THEN ''
            ELSE '{HIDDEN}' END AS shut
        FROM kunena_categories""",
    threads=f"""
        SELECT id, category_id AS board, subject AS title,
            {SHUT.format(f"CASE WHEN moved_id > 0 THEN '{MOVED}' END")}, locked,
            ordering > 0 AS sticky, hits AS views, max(posts - 1, 0) AS replies, NULL AS prefix
        FROM kunena_topics ORDER BY id""",
    orphans=f"""
        SELECT thread AS id, NULL AS board, NULL AS title, {SHUT.format("NULL")}, min(id)
        FROM kunena_messages WHERE thread NOT IN (SELECT id FROM kunena_topics)
        GROUP BY thread""",
    # Joomla knows names to log in with and real ones: what was shown stands in the post.
    posts=f"""
        SELECT id, kunena_messages.userid AS author, name, rank_title AS title,
            kunena_messages.userid = 0 AS guest, time AS created, modified_time AS edited, subject,
            message AS body, NULL AS mark, CASE WHEN parent <> coalesce(
                (SELECT first_post_id FROM kunena_topics WHERE kunena_topics.id = thread), 0)
            THEN parent END AS reply_to,
            {SHUT.format(f"CASE WHEN moved > 0 THEN '{MOVED}' END")}
        FROM kunena_messages JOIN kunena_messages_text ON mesid = id
        LEFT JOIN kunena_users USING (userid) LEFT JOIN kunena_ranks ON rank_id = rank
        WHERE thread = :thread ORDER BY time, id""",
    files="""
        SELECT mesid AS post, id, coalesce(nullif(filename_real, ''), filename) AS name
        FROM kunena_attachments WHERE coalesce(protected, 0) = 0
            AND mesid IN (SELECT id FROM kunena_messages WHERE thread = :thread)
        ORDER BY id""",
    poll="SELECT title AS question, NULL AS voters FROM kunena_polls WHERE threadid = :thread",
    choices="""
        SELECT text, votes FROM kunena_polls_options
        JOIN kunena_polls ON kunena_polls.id = pollid
        WHERE threadid = :thread ORDER BY kunena_polls_options.id""",
)
