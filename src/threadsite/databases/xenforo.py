"""XenForo 1 and 2, which keep threads in the same tables."""

from threadsite.databases.software import (
    DELETED,
    DRAFT,
    HIDDEN,
    MEMBERS,
    PRIVATE,
    UNAPPROVED,
    Software,
    Table,
)

SHUT = (
    f"CASE coalesce({{}}, 'visible') WHEN 'visible' THEN NULL WHEN 'deleted' THEN '{DELETED}'"
    f" ELSE '{UNAPPROVED}' END AS shut"
)

RIGHTS = {"view": "viewNode", "viewOthers": "viewOthers", "viewContent": "viewContent"}
FALSE = """cache_value LIKE '%"{0}":false%' OR cache_value LIKE '%"{0}";b:0%'"""
"""Guests have no right to it, as the forum keeps it in JSON or as PHP serializes it."""
ALLOWED = """SELECT 1 FROM permission_entry
    WHERE user_group_id = 1 AND permission_id = '{}' AND permission_value = 'allow'"""
DENIED = f"""coalesce((
    SELECT NOT max(permission_value = 'content_allow' AND user_group_id = 1)
    FROM permission_entry_content
    WHERE content_id = node_id AND permission_id = '{{0}}' AND user_group_id <= 1
        AND coalesce(user_id, 0) = 0 AND permission_value IN ('reset', 'deny', 'content_allow')
    ), parent_node_id = 0 AND EXISTS (SELECT 1 FROM permission_entry)
        AND NOT EXISTS ({ALLOWED.format("{0}")}))"""
"""The same, worked out from what is set, for boards or for all."""

SOFTWARE = Software(
    name="xenforo",
    essential="post",
    gate="permission_entry",
    tables=(
        Table(
            "post",
            "post_id thread_id message",
            "post_id thread_id user_id post_date last_edit_date position",
            texts="username message message_state",
            key=True,
            index="thread_id",
        ),
        Table(
            "thread",
            "thread_id node_id title",
            "thread_id node_id sticky discussion_open view_count reply_count prefix_id",
            texts="title discussion_state",
            key=True,
        ),
        Table(
            "node",
            "node_id title",
            "node_id parent_node_id",
            texts="title description",
            key=True,
        ),
        Table(
            "user",
            "user_id username",
            "user_id",
            texts="username custom_title",
            key=True,
        ),
        Table(
            "attachment",
            "attachment_id data_id content_id",
            "attachment_id data_id content_id",
            index="content_id",
            only=("content_type", "post"),
        ),
        Table(
            "attachment_data",
            "data_id filename",
            "data_id",
            texts="filename file_hash",
            key=True,
        ),
        Table(
            "poll",
            "poll_id content_id question",
            "poll_id content_id voter_count view_results_unvoted",
            texts="question",
            index="content_id",
            only=("content_type", "thread"),
        ),
        Table(
            "poll_response",
            "poll_id response",
            "poll_response_id poll_id response_vote_count",
            texts="response",
        ),
        Table(
            "phrase",
            "title phrase_text",
            texts="title phrase_text",
            index="title",
            only=("title", r"thread_prefix[._]\d+"),
        ),
        Table("tag", "tag_id tag", "tag_id", texts="tag", key=True),
        Table(
            "tag_content",
            "tag_id content_id content_type",
            "tag_id content_id",
            index="content_id",
            only=("content_type", "thread"),
        ),
        Table(
            "permission_cache_content",
            "permission_combination_id content_id cache_value",
            "content_id",
            texts="content_type cache_value",
            only=("permission_combination_id", "1"),
        ),
        Table(
            "permission_entry_content",
            "content_id user_group_id permission_id permission_value",
            "content_id user_group_id user_id",
            texts="permission_id permission_value",
            only=("permission_id", "viewNode|viewOthers|viewContent"),
        ),
        Table(
            "permission_entry",
            "user_group_id permission_group_id permission_id permission_value",
            "user_group_id",
            texts="permission_id permission_value",
            only=("permission_group_id", "general|forum"),
        ),
        Table(
            "deletion_log",
            "content_id content_type",
            "content_id",
            only=("content_type", "thread"),
        ),
        Table(
            "approval_queue",
            "content_id content_type",
            "content_id",
            only=("content_type", "thread"),
        ),
        Table(
            "option",
            "option_id option_value",
            texts="option_id option_value",
            only=("option_id", "boardUrl"),
        ),
        Table("conversation_message", "conversation_id message", counted=PRIVATE),
        Table("draft", "draft_id message", counted=DRAFT),
    ),
    boards=f"""
        SELECT node_id AS id, title, description, parent_node_id AS parent, CASE
            WHEN EXISTS (SELECT 1 FROM permission_entry) AND NOT EXISTS ({ALLOWED.format("view")})
                THEN '{MEMBERS}'
            WHEN {" OR ".join(map(FALSE.format, RIGHTS))} THEN '{HIDDEN}'
            WHEN cache_value LIKE '%"view":%' OR cache_value LIKE '%"view";%' THEN ''
            ELSE (SELECT '{HIDDEN}' WHERE {" OR ".join(map(DENIED.format, RIGHTS.values()))})
            END AS shut
        FROM node LEFT JOIN permission_cache_content
            ON content_id = node_id AND content_type = 'node'""",
    threads=f"""
        SELECT thread_id AS id, node_id AS board, thread.title AS title,
            {SHUT.format("discussion_state")}, discussion_open = 0 AS locked, sticky,
            view_count AS views, reply_count AS replies, phrase_text AS prefix
        FROM thread LEFT JOIN phrase ON prefix_id > 0
            AND phrase.title IN ('thread_prefix.' || prefix_id, 'thread_prefix_' || prefix_id)
        GROUP BY thread_id ORDER BY thread_id""",
    orphans=f"""
        SELECT thread_id AS id, NULL AS board, NULL AS title, CASE
            WHEN thread_id IN (SELECT content_id FROM deletion_log) THEN '{DELETED}'
            WHEN coalesce(message_state, 'visible') <> 'visible'
                OR thread_id IN (SELECT content_id FROM approval_queue) THEN '{UNAPPROVED}'
            END AS shut, min(post_id)
        FROM post WHERE thread_id NOT IN (SELECT thread_id FROM thread) GROUP BY thread_id""",
    posts=f"""
        SELECT post_id AS id, post.user_id AS author, coalesce(user.username, post.username)
            AS name, custom_title AS title, post.user_id = 0 AS guest, post_date AS created,
            last_edit_date AS edited, message AS body, NULL AS mark, NULL AS reply_to,
            {SHUT.format("message_state")}
        FROM post LEFT JOIN user USING (user_id)
        WHERE thread_id = :thread ORDER BY post_date, post_id""",
    files="""
        SELECT content_id AS post, attachment_id AS id, filename AS name,
            data_id || '-' || file_hash AS stored
        FROM attachment JOIN attachment_data USING (data_id)
        WHERE content_id IN (SELECT post_id FROM post WHERE thread_id = :thread)
        ORDER BY attachment_id""",
    poll="SELECT question, voter_count AS voters FROM poll WHERE content_id = :thread",
    choices="""
        SELECT response AS text,
            CASE WHEN coalesce(view_results_unvoted, 1) THEN response_vote_count END AS votes
        FROM poll_response JOIN poll USING (poll_id)
        WHERE content_id = :thread ORDER BY poll_response_id""",
    tags="SELECT tag FROM tag_content JOIN tag USING (tag_id) WHERE content_id = :thread",
    address="SELECT option_value FROM option",
    urls={
        "thread": "threads/{thread}/",
        "post": "posts/{post}/",
        "board": "forums/{board}/",
        "author": "members/{author}/",
        "file": "attachments/{file}/",
    },
)
