"""The tables of an archive's index: what they hold, and what is told from them at the end."""

from __future__ import annotations

SCHEMA = """
CREATE TABLE author (
  id INTEGER PRIMARY KEY, forum TEXT NOT NULL, known TEXT NOT NULL, key TEXT UNIQUE,
  name TEXT, title TEXT, avatar TEXT, url TEXT, inferred INTEGER NOT NULL, guest INTEGER NOT NULL,
  path TEXT, bio TEXT NOT NULL DEFAULT '',
  posts INTEGER NOT NULL DEFAULT 0, threads INTEGER, first INTEGER, last INTEGER,
  UNIQUE (forum, known));
CREATE TABLE alias (
  author INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (author, name)) WITHOUT ROWID;
CREATE TABLE board (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, key TEXT UNIQUE);
CREATE TABLE tag (
  id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL, key TEXT UNIQUE);
CREATE TABLE tagged (
  tag INTEGER NOT NULL, thread INTEGER NOT NULL, PRIMARY KEY (tag, thread)) WITHOUT ROWID;
CREATE TABLE thread (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, path TEXT NOT NULL, digest BLOB NOT NULL,
  forum TEXT NOT NULL, known TEXT NOT NULL, title TEXT NOT NULL, board INTEGER, tags TEXT NOT NULL,
  posts INTEGER NOT NULL, authors INTEGER NOT NULL, starter INTEGER, last_author INTEGER,
  first INTEGER, last INTEGER,
  locked INTEGER NOT NULL, sticky INTEGER NOT NULL, views INTEGER, replies INTEGER, url TEXT,
  gap TEXT, undated INTEGER NOT NULL);
CREATE TABLE post (
  thread INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, anchor TEXT NOT NULL,
  author INTEGER NOT NULL, created INTEGER, year INTEGER, inferred INTEGER NOT NULL,
  excerpt TEXT NOT NULL, has TEXT NOT NULL, PRIMARY KEY (thread, number)) WITHOUT ROWID;
CREATE TABLE words (
  thread INTEGER NOT NULL, number INTEGER NOT NULL, own TEXT NOT NULL, quoted TEXT NOT NULL,
  PRIMARY KEY (thread, number)) WITHOUT ROWID;
CREATE TABLE ghost (
  thread INTEGER NOT NULL, id TEXT NOT NULL, author TEXT, PRIMARY KEY (thread, id)) WITHOUT ROWID;
CREATE TABLE reference (
  thread INTEGER NOT NULL, number INTEGER NOT NULL, target TEXT NOT NULL, author TEXT,
  PRIMARY KEY (thread, number, target)) WITHOUT ROWID;
CREATE TABLE answer (
  to_thread INTEGER NOT NULL, to_number INTEGER NOT NULL,
  thread INTEGER NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (to_thread, to_number, thread, number)) WITHOUT ROWID;
CREATE TABLE document (
  thread INTEGER NOT NULL, dump TEXT NOT NULL, name TEXT NOT NULL, engine TEXT NOT NULL,
  captured INTEGER, posts INTEGER NOT NULL);
"""

FINISH = """
CREATE INDEX post_by_id ON post (id, thread);
CREATE INDEX post_by_author ON post (author, created DESC, thread, number);
CREATE INDEX post_by_date ON post (created);
CREATE INDEX thread_by_known ON thread (forum, known);
CREATE INDEX thread_by_board ON thread (board, last);
CREATE INDEX thread_by_date ON thread (last);
CREATE INDEX thread_by_starter ON thread (starter);

UPDATE author SET posts = sums.posts, threads = sums.threads, first = sums.first, last = sums.last
  FROM (SELECT author, count(*) AS posts, count(DISTINCT thread) AS threads,
               min(created) AS first, max(created) AS last FROM post GROUP BY author) AS sums
  WHERE sums.author = author.id;
DELETE FROM author WHERE posts = 0;
DELETE FROM alias WHERE author NOT IN (SELECT id FROM author);
CREATE INDEX author_by_posts ON author (posts);

-- A reference means the post of its own thread; a post elsewhere only if there is just one.
INSERT OR IGNORE INTO answer
  SELECT r.thread, min(p.number), r.thread, r.number FROM reference AS r
  JOIN post AS p ON p.id = r.target AND p.thread = r.thread
  GROUP BY r.thread, r.number, r.target HAVING min(p.number) <> r.number;
DELETE FROM reference WHERE EXISTS
  (SELECT 1 FROM post AS p WHERE p.id = target AND p.thread = reference.thread);
CREATE TEMP TABLE lone AS
  SELECT t.forum, p.id, p.thread, min(p.number) AS number FROM post AS p
  JOIN thread AS t ON t.id = p.thread WHERE p.id IN (SELECT target FROM reference)
  GROUP BY t.forum, p.id HAVING count(DISTINCT p.thread) = 1;
INSERT OR IGNORE INTO answer
  SELECT l.thread, l.number, r.thread, r.number FROM reference AS r
  JOIN thread AS t ON t.id = r.thread
  JOIN lone AS l ON l.forum = t.forum AND l.id = r.target;
DROP TABLE temp.lone;
INSERT INTO ghost
  SELECT r.thread, r.target, max(r.author) FROM reference AS r JOIN thread AS t ON t.id = r.thread
  WHERE NOT EXISTS (SELECT 1 FROM post AS p JOIN thread AS o ON o.id = p.thread
                    WHERE p.id = r.target AND o.forum = t.forum)
  GROUP BY r.thread, r.target;
DROP TABLE reference;
"""

THREADS = """
SELECT t.key, t.path, t.forum, t.known, t.title, b.path, b.key, t.tags, t.posts, t.authors,
  s.key, s.name, s.title, s.avatar, s.inferred, s.guest,
  t.first, t.last, l.key, l.name, l.title, l.avatar, l.inferred, l.guest,
  (SELECT excerpt FROM post WHERE thread = t.id AND number = 1),
  t.locked, t.sticky, t.views, t.replies, t.url, t.gap, t.undated,
  (SELECT count(*) FROM ghost WHERE thread = t.id)
FROM thread AS t LEFT JOIN board AS b ON b.id = t.board
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

ANSWERS = f"""
SELECT q.id, {_POST} FROM answer AS w
JOIN thread AS h ON h.id = w.to_thread JOIN post AS q ON q.thread = h.id AND q.number = w.to_number
JOIN post AS p ON p.thread = w.thread AND p.number = w.number
JOIN thread AS t ON t.id = p.thread JOIN author AS a ON a.id = p.author
WHERE h.key = ? ORDER BY w.to_number, t.id <> h.id, p.thread, p.number
"""  # noqa: S608  (a constant)

WORDS = """
SELECT w.own, w.quoted FROM thread AS t JOIN words AS w ON w.thread = t.id
WHERE t.key = ? ORDER BY w.number
"""

GAPPY = "(t.gap IS NOT NULL OR t.id IN (SELECT thread FROM ghost))"
GHOSTS = """
SELECT g.id, g.author FROM ghost AS g JOIN thread AS t ON t.id = g.thread
WHERE t.key = ? ORDER BY length(g.id), g.id
"""

HOLDERS = """
SELECT DISTINCT t.key FROM post AS p JOIN thread AS t ON t.id = p.thread
WHERE p.id = ? AND t.forum = ? LIMIT 2
"""

KNOWN = "SELECT key FROM thread WHERE forum = ? AND known = ? LIMIT 2"
HOSTED = "SELECT DISTINCT forum, url FROM thread WHERE url IS NOT NULL"

AUTHORS = """
SELECT a.key, a.forum, a.known, a.name, a.title, a.avatar, a.url, a.inferred, a.guest,
  a.posts, a.threads, a.first, a.last,
  (SELECT json_group_array(name) FROM (SELECT name FROM alias WHERE author = a.id ORDER BY name)),
  a.bio
FROM author AS a
"""
