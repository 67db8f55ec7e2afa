"""The tables of an archive's index, and the questions that are asked of them.

Nothing in an answer depends on the order in which files came into the index: what is equal goes by
keys, so that an index that grew gives the pages that a new one would.
"""

from __future__ import annotations

from threadsite.archive import old

PLACES = 32
"""Bits: the row of a post is that of its thread, shifted by these, and its number there."""

SCHEMA = """
CREATE TABLE maker (made_by TEXT NOT NULL);
CREATE TABLE forum (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE author (
  id INTEGER PRIMARY KEY, forum TEXT NOT NULL, known TEXT NOT NULL, key TEXT UNIQUE,
  name TEXT, title TEXT, avatar TEXT, url TEXT, old TEXT,
  inferred INTEGER NOT NULL DEFAULT 0, guest INTEGER NOT NULL DEFAULT 0,
  aliases TEXT, bio TEXT NOT NULL DEFAULT '',
  posts INTEGER NOT NULL DEFAULT 0, threads INTEGER, first INTEGER, last INTEGER,
  UNIQUE (forum, known));
CREATE TABLE author_file (
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE, forum TEXT NOT NULL, known TEXT NOT NULL, name TEXT, title TEXT,
  avatar TEXT, url TEXT, inferred INTEGER NOT NULL, guest INTEGER NOT NULL,
  aliases TEXT NOT NULL, bio TEXT NOT NULL, UNIQUE (forum, known)) WITHOUT ROWID;
CREATE TABLE told (
  author INTEGER NOT NULL, thread INTEGER NOT NULL, place INTEGER NOT NULL,
  name TEXT, title TEXT, avatar TEXT, url TEXT, inferred INTEGER NOT NULL, guest INTEGER NOT NULL,
  PRIMARY KEY (author, thread, place)) WITHOUT ROWID;
CREATE INDEX told_by_thread ON told (thread);
CREATE TABLE board (path TEXT PRIMARY KEY, key TEXT UNIQUE) WITHOUT ROWID;
CREATE TABLE described (
  forum TEXT NOT NULL, path TEXT NOT NULL, description TEXT NOT NULL, old TEXT,
  PRIMARY KEY (forum, path)) WITHOUT ROWID;
CREATE TABLE about (path TEXT PRIMARY KEY, description TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stood (
  path TEXT NOT NULL, forum TEXT NOT NULL, old TEXT NOT NULL,
  PRIMARY KEY (path, forum, old)) WITHOUT ROWID;
CREATE TABLE tag (folded TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT UNIQUE) WITHOUT ROWID;
CREATE TABLE tagged (
  tag TEXT NOT NULL, thread INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (tag, thread)) WITHOUT ROWID;
CREATE INDEX tagged_by_thread ON tagged (thread);
CREATE TABLE thread (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL, changed INTEGER NOT NULL, digest BLOB NOT NULL, key TEXT NOT NULL UNIQUE,
  forum INTEGER NOT NULL, known TEXT NOT NULL, title TEXT NOT NULL, board TEXT, tags TEXT NOT NULL,
  posts INTEGER NOT NULL, authors INTEGER NOT NULL, starter INTEGER, last_author INTEGER,
  first INTEGER, last INTEGER,
  locked INTEGER NOT NULL, sticky INTEGER NOT NULL, moved INTEGER NOT NULL,
  views INTEGER, replies INTEGER, url TEXT, host TEXT, old TEXT,
  poll BLOB, gap TEXT, undated INTEGER NOT NULL, ghosts INTEGER NOT NULL DEFAULT 0,
  taken_down INTEGER NOT NULL);
CREATE INDEX thread_by_known ON thread (forum, known);
CREATE INDEX thread_by_board ON thread (board, last, forum);
CREATE INDEX thread_by_date ON thread (last);
CREATE INDEX thread_by_starter ON thread (starter);
CREATE TABLE post (
  row INTEGER PRIMARY KEY, thread INTEGER NOT NULL, number INTEGER NOT NULL,
  forum INTEGER NOT NULL, author INTEGER NOT NULL, id TEXT NOT NULL, anchor TEXT NOT NULL,
  created INTEGER, month INTEGER, inferred INTEGER NOT NULL, excerpt TEXT NOT NULL,
  has TEXT NOT NULL, old TEXT);
CREATE TABLE shown (row INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE words (row INTEGER PRIMARY KEY, own TEXT NOT NULL, quoted TEXT NOT NULL);
CREATE TABLE reference (
  row INTEGER NOT NULL, target TEXT NOT NULL, author TEXT, forum INTEGER NOT NULL,
  near INTEGER NOT NULL, PRIMARY KEY (row, target)) WITHOUT ROWID;
CREATE TABLE answer (by INTEGER NOT NULL, of INTEGER NOT NULL, PRIMARY KEY (by, of)) WITHOUT ROWID;
CREATE INDEX answer_by_answered ON answer (of);
CREATE TABLE pointer (
  name TEXT NOT NULL, thread INTEGER NOT NULL, PRIMARY KEY (name, thread)) WITHOUT ROWID;
CREATE INDEX pointer_by_thread ON pointer (thread);
CREATE TABLE document (
  thread INTEGER NOT NULL, place INTEGER NOT NULL, dump TEXT NOT NULL, name TEXT NOT NULL,
  engine TEXT NOT NULL, captured INTEGER, posts INTEGER NOT NULL,
  PRIMARY KEY (thread, place)) WITHOUT ROWID;
CREATE TABLE page (
  path TEXT PRIMARY KEY, kind TEXT NOT NULL, unit TEXT NOT NULL, key TEXT NOT NULL,
  signature BLOB NOT NULL, changed INTEGER, posts INTEGER NOT NULL, size INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE INDEX page_by_unit ON page (unit, key);
CREATE TABLE named (mark BLOB NOT NULL);
CREATE TABLE published (token TEXT NOT NULL, mark TEXT NOT NULL);
CREATE TABLE media (path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE TABLE withheld (path TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (path, name))
  WITHOUT ROWID;
CREATE TABLE stale (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""

INDEXES = (
    "CREATE INDEX IF NOT EXISTS post_by_id ON post (id, forum, thread)",
    "CREATE INDEX IF NOT EXISTS post_by_author ON post (author, created DESC)",
    "CREATE INDEX IF NOT EXISTS post_by_date ON post (created)",
    "CREATE INDEX IF NOT EXISTS post_by_month ON post (month, thread, author, inferred)",
    "CREATE INDEX IF NOT EXISTS reference_by_target ON reference (target, forum) WHERE NOT near",
    *old.INDEXES,
)
"""Made after the first files are in: that is faster than to keep them while they come."""

THREADS = """
SELECT t.key, t.path, f.name, t.known, t.title, t.board, b.key, t.tags, t.posts, t.authors,
  s.key, s.name, s.title, s.avatar, s.inferred, s.guest,
  t.first, t.last, l.key, l.name, l.title, l.avatar, l.inferred, l.guest,
  (SELECT excerpt FROM post WHERE row = (t.id << 32) + 1),
  t.locked, t.sticky, t.views, t.replies, t.url, t.gap, t.undated, t.ghosts,
  t.poll IS NOT NULL, t.moved, t.taken_down
FROM thread AS t JOIN forum AS f ON f.id = t.forum LEFT JOIN board AS b ON b.path = t.board
LEFT JOIN author AS s ON s.id = t.starter LEFT JOIN author AS l ON l.id = t.last_author
"""

_POST = """
t.key, t.title, p.id, p.number, p.anchor, a.key, a.name, a.title, a.avatar, a.inferred, a.guest,
p.created, p.inferred, p.excerpt, p.has
"""
POSTS = f"""
SELECT {_POST}
FROM post AS p JOIN thread AS t ON t.id = p.thread JOIN author AS a ON a.id = p.author
"""  # noqa: S608  (a constant)
OF_THREAD = "p.row BETWEEN (t.id << 32) AND (t.id << 32) + 4294967295"
IN_THREAD = f"""
SELECT {_POST}
FROM thread AS t JOIN post AS p ON {OF_THREAD} JOIN author AS a ON a.id = p.author
WHERE t.key = :thread
"""  # noqa: S608  (a constant)

# A reference means the post of its own thread; a post elsewhere only if just one thread has it.
ANSWERS = f"""
WITH answer AS (
  SELECT h.row AS of, r.row AS by, 0 AS far FROM thread AS t
  JOIN reference AS r ON r.near AND {OF_THREAD.replace("p.row", "r.row")}
  JOIN post AS h ON h.row =
    (SELECT min(row) FROM post WHERE id = r.target AND forum = t.forum AND thread = t.id)
  WHERE t.key = :thread AND h.row <> r.row
  UNION ALL
  SELECT min(p.row), r.row, 1 FROM thread AS t JOIN post AS p ON {OF_THREAD}
  JOIN reference AS r ON r.target = p.id AND r.forum = p.forum AND NOT r.near
  WHERE t.key = :thread AND NOT EXISTS
    (SELECT 1 FROM post WHERE id = p.id AND forum = p.forum AND thread <> t.id)
  GROUP BY p.id, r.row)
SELECT h.id, {_POST} FROM answer AS w JOIN post AS h ON h.row = w.of JOIN post AS p ON p.row = w.by
JOIN thread AS t ON t.id = p.thread JOIN author AS a ON a.id = p.author
ORDER BY w.of, w.far, t.key, p.number
"""  # noqa: S608  (a constant)

SHOWN = f"""
SELECT s.data FROM thread AS t JOIN shown AS s ON {OF_THREAD.replace("p.row", "s.row")}
WHERE t.key = ? ORDER BY s.row LIMIT ? OFFSET ?
"""  # noqa: S608  (a constant)

DOCUMENTS = """
SELECT d.dump, d.name, d.engine, d.captured FROM thread AS t JOIN document AS d ON d.thread = t.id
WHERE t.key = ? ORDER BY d.place
"""

KEYS = {
    "thread": "SELECT key, posts FROM thread ORDER BY posts DESC, key",
    "author": "SELECT key, posts FROM author ORDER BY posts DESC, key",
    "board": "SELECT b.key, count(t.id) FROM board AS b LEFT JOIN thread AS t ON t.board = b.path"
    " GROUP BY b.path ORDER BY 2 DESC, b.key",
    "tag": "SELECT key, count(*) FROM tag JOIN tagged ON tag = folded"
    " GROUP BY folded ORDER BY 2 DESC, key",
    "month": "SELECT printf('%04d-%02d', month / 12, month % 12 + 1), count(*) FROM post"
    " WHERE month IS NOT NULL GROUP BY month ORDER BY 2 DESC, 1",
    "old": old.BUCKETS,
}

_NEWEST_FIRST = "ORDER BY p.created DESC, t.key, p.number DESC LIMIT :limit"
NEWEST = f"WHERE p.created IS NOT NULL {_NEWEST_FIRST}"
# In threads that were written in before so many others there is none of the newest posts; the
# sign + keeps SQLite from going through the posts of all boards by their dates.
NEWEST_IN_BOARD = f"""
WHERE +p.created IS NOT NULL AND {OF_THREAD} AND t.id IN (
  SELECT d.id FROM thread AS d JOIN board AS b ON b.path = d.board WHERE b.key = :board
  ORDER BY d.last DESC, d.key LIMIT :limit) {_NEWEST_FIRST}
"""  # noqa: S608  (a constant)

# What was taken down takes its files along, but for those that others name.
WITHHELD = """
SELECT DISTINCT name FROM withheld WHERE name NOT IN (SELECT name FROM pointer)
  AND name NOT IN (SELECT avatar FROM author WHERE avatar IS NOT NULL)
"""
MEDIA = f"""
SELECT path FROM media WHERE path LIKE 'media/%' AND path NOT IN ({WITHHELD}) ORDER BY path
"""  # noqa: S608  (constants)

GAPPY = "(t.gap IS NOT NULL OR t.ghosts)"
GHOSTS = f"""
SELECT r.target, max(r.author) FROM thread AS t
JOIN reference AS r ON {OF_THREAD.replace("p.row", "r.row")} AND NOT r.near
WHERE t.key = ? AND NOT EXISTS (SELECT 1 FROM post WHERE id = r.target AND forum = t.forum)
GROUP BY r.target ORDER BY length(r.target), r.target
"""  # noqa: S608  (a constant)

HOLDERS = """
SELECT DISTINCT t.key FROM post AS p JOIN thread AS t ON t.id = p.thread
JOIN forum AS f ON f.id = t.forum WHERE p.id = ? AND f.name = ? LIMIT 2
"""

# By what old addresses call them; where these do not say, by their ids.
OLD_THREAD = """
SELECT key FROM thread
WHERE old = :name AND forum = (SELECT id FROM forum WHERE name = :forum) UNION ALL
SELECT key FROM thread
WHERE old IS NULL AND known = :name AND forum = (SELECT id FROM forum WHERE name = :forum) LIMIT 2
"""
OLD_POST = """
SELECT min(p.row) FROM forum AS f JOIN post AS p ON p.forum = f.id JOIN thread AS t
  ON t.id = p.thread
WHERE f.name = :forum AND (p.old = :name OR p.old IS NULL AND p.id = :name)
  AND (t.key = :thread OR :thread IS NULL) GROUP BY t.key LIMIT 2
"""
OLD_AUTHOR = """
SELECT key FROM author WHERE old = :name AND forum = :forum AND key IS NOT NULL LIMIT 2
"""
OLD_BOARD = """
SELECT DISTINCT b.key FROM stood AS s JOIN board AS b USING (path)
WHERE s.old = :name AND s.forum = :forum LIMIT 2
"""
HOSTS = """
SELECT DISTINCT t.host, f.name FROM thread AS t JOIN forum AS f ON f.id = t.forum
WHERE t.host IS NOT NULL
"""

AUTHORS = """
SELECT a.key, a.forum, a.known, a.name, a.title, a.avatar, a.url, a.inferred, a.guest,
  a.posts, a.threads, a.first, a.last, a.aliases, a.bio
FROM author AS a
"""

THREAD_ORDERS = {
    "last": "t.last DESC, t.key",
    "first": "t.first IS NULL, t.first, t.key",
    "posts": "t.posts DESC, t.key",
    "views": "t.views DESC, t.key",
    "authors": "t.authors DESC, t.posts DESC, t.key",
}
AUTHOR_ORDERS = {
    "posts": "a.posts DESC, a.key",
    "name": "a.name IS NULL, a.name COLLATE NOCASE, a.key",
    "last": "a.last DESC, a.key",
}
IN_BOARD = "b.key = :board"
OUTSIDE = "t.board IS NULL"
TAGGED = "t.id IN (SELECT thread FROM tagged JOIN tag ON folded = tagged.tag WHERE key = :topic)"
BY_AUTHOR = "WHERE p.author = (SELECT id FROM author WHERE key = :author)"
PAGE = "LIMIT :limit OFFSET :offset"
