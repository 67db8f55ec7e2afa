"""vBulletin 5 and 6: boards, threads, posts, files and private messages are nodes of one tree."""

from threadsite.databases.software import (
    CUT,
    DELETED,
    HIDDEN,
    PRIVATE,
    UNAPPROVED,
    UNTOLD,
    VEILED,
    Software,
    Table,
)
from threadsite.databases.vbulletin import CLOSED

CLASS = "(SELECT class FROM contenttype WHERE contenttype.contenttypeid = node.contenttypeid)"
KINDS = "('Text', 'Poll', 'Gallery', 'Link', 'Video', 'Event')"
# Reports, infractions and what is written on people's walls are neither posts nor messages.
SHUT = f"""CASE WHEN {CLASS} = 'PrivateMessage' THEN '{PRIVATE}'
    WHEN protected OR setfor > 0 OR coalesce({CLASS}, '') NOT IN {KINDS} THEN '{VEILED}'
    WHEN deleteuserid > 0 OR NOT coalesce(showpublished, 0) THEN '{DELETED}'
    WHEN NOT (coalesce(approved, 1) AND coalesce(showapproved, 0)) THEN '{UNAPPROVED}'
    WHEN coalesce(viewperms, 0) <> 2 THEN '{HIDDEN}' END AS shut"""
ROUTE = """(SELECT prefix FROM routenew WHERE routenew.routeid = {}.routeid AND prefix <> '')"""
PLACE = f"{ROUTE.format('top')} || '/' || top.nodeid || '-' || top.urlident"

SOFTWARE = Software(
    name="vbulletin5",
    escaped=True,
    essential="node",
    tables=(
        Table(
            "node",
            "nodeid contenttypeid parentid starter showpublished showapproved viewperms",
            "nodeid routeid contenttypeid userid parentid starter created publishdate setfor"
            " deleteuserid showpublished open approved showapproved viewperms protected sticky"
            " textcount",
            texts="authorname title description urlident prefixid taglist",
            key=True,
            index="starter",
        ),
        Table("text", "nodeid rawtext", "nodeid", texts="rawtext", key=True),
        Table("contenttype", "contenttypeid class", "contenttypeid", texts="class", key=True),
        Table("routenew", "routeid prefix regex", "routeid", texts="prefix", key=True),
        Table("nodeview", "nodeid count", "nodeid count", key=True),
        # What guests may do.
        Table(
            "permission",
            "nodeid groupid forumpermissions",
            "nodeid forumpermissions",
            index="nodeid",
            only=("groupid", "1"),
        ),
        Table("usergroup", "usergroupid forumpermissions", "forumpermissions"),
        Table(
            "user",
            "userid username",
            "userid",
            texts="displayname username usertitle",
            key=True,
        ),
        Table("editlog", "nodeid dateline", "nodeid dateline", index="nodeid"),
        Table(
            "attach",
            "nodeid filedataid filename",
            "nodeid visible",
            texts="filename",
            key=True,
        ),
        Table(
            "polloption",
            "polloptionid nodeid title",
            "polloptionid nodeid votes",
            texts="title",
            index="nodeid",
        ),
        Table(
            "phrase",
            "varname text",
            texts="varname text",
            index="varname",
            only=("varname", r"prefix_\w+_title_plain"),
        ),
        Table("setting", "varname value", texts="value", only=("varname", "frontendurl")),
    ),
    # The outermost node has a name that nobody sees.
    boards=f"""
        SELECT nodeid AS id, CASE WHEN parentid > 0 THEN title END AS title, description,
            parentid AS parent, {ROUTE.format("node")} AS place, CASE
            WHEN protected OR coalesce(viewperms, 0) <> 2 OR NOT coalesce(showpublished, 0)
                THEN '{HIDDEN}'
            WHEN EXISTS (SELECT 1 FROM permission WHERE permission.nodeid = node.nodeid
                AND {CLOSED}) THEN '{HIDDEN}'
            WHEN parentid = 0 AND nodeid NOT IN (SELECT nodeid FROM permission) THEN '{UNTOLD}'
            END AS shut
        FROM node WHERE {CLASS} = 'Channel'""",
    threads=f"""
        SELECT node.nodeid AS id, parentid AS board, title, {SHUT}, NOT open AS locked, sticky,
            (SELECT count FROM nodeview WHERE nodeview.nodeid = node.nodeid) AS views,
            textcount AS replies,
            (SELECT {PLACE} FROM node AS top WHERE top.nodeid = node.nodeid) AS place,
            (SELECT text FROM phrase WHERE prefixid <> ''
                AND varname = 'prefix_' || prefixid || '_title_plain' LIMIT 1) AS prefix
        FROM node WHERE starter = nodeid AND {CLASS} <> 'Channel' ORDER BY nodeid""",
    orphans=f"""
        SELECT starter AS id, NULL AS board, NULL AS title, '{CUT}' AS shut FROM node
        WHERE starter > 0 AND starter NOT IN (SELECT nodeid FROM node) GROUP BY starter""",
    posts=f"""
        SELECT node.nodeid AS id, node.userid AS author,
            coalesce(nullif(displayname, ''), username, authorname) AS name, usertitle AS title,
            coalesce(node.userid, 0) = 0 AS guest, coalesce(publishdate, created) AS created,
            (SELECT max(dateline) FROM editlog WHERE editlog.nodeid = node.nodeid) AS edited,
            node.title AS subject, rawtext AS body, NULL AS mark,
            CASE WHEN parentid <> starter AND node.nodeid <> starter THEN parentid END AS reply_to,
            (SELECT {PLACE} FROM node AS top WHERE top.nodeid = :thread)
                || '?p=' || node.nodeid || '#post' || node.nodeid AS place, {SHUT}
        FROM node JOIN text USING (nodeid) LEFT JOIN user USING (userid)
        WHERE starter = :thread AND coalesce({CLASS}, '') NOT IN ('Attach', 'Photo')
        ORDER BY created, node.nodeid""",
    files="""
        SELECT parentid AS post, node.nodeid AS id, filename AS name
        FROM attach JOIN node USING (nodeid)
        WHERE starter = :thread AND coalesce(visible, 1) = 1 AND showpublished AND showapproved
        ORDER BY node.nodeid""",
    poll="""
        SELECT title AS question, NULL AS voters FROM node
        WHERE nodeid = :thread AND nodeid IN (SELECT nodeid FROM polloption)""",
    choices="""
        SELECT title AS text, votes FROM polloption WHERE nodeid = :thread
        ORDER BY polloptionid""",
    tags="SELECT taglist AS tag FROM node WHERE nodeid = :thread",
    address="SELECT value FROM setting",
)
