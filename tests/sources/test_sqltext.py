"""Rows of SQL dumps, as the programs of three databases write them."""

from __future__ import annotations

from io import BytesIO

import pytest

from threadsite.sources.feed import Feed, Limits, Meter, UnreadableError
from threadsite.sources.sqltext import Row, rows

MYSQL = rb"""-- MySQL dump 10.13
/*!40101 SET NAMES utf8 */;
CREATE TABLE `pots` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'a, (b',
  `name` varchar(20) DEFAULT 'x, y',
  `glaze` enum('a','b') NOT NULL,
  PRIMARY KEY (`id`), KEY `n` (`name`(5)), CONSTRAINT `c` FOREIGN KEY (`id`) REFERENCES `x` (`id`)
);
# a comment; with 'one quote
INSERT INTO `pots` VALUES (1,'it\'s; ''wet''\n(a)',NULL),(2,_binary 'x',0x41),(-3,'',1.5);
INSERT INTO pots (name, id) VALUES ('named',4);
/* neither; ' */ REPLACE INTO `pots` VALUES (5,UNIX_TIMESTAMP(),'\\');
"""
POSTGRES = rb"""--
-- PostgreSQL database dump
--
CREATE TABLE public.pots (id integer NOT NULL, name text, "glaze" boolean);
COPY public.pots (id, name, glaze) FROM stdin;
1	a\tb\\c\nd	t
2	\N	f
\.
INSERT INTO public.pots VALUES (3, 'C:\clay ''wet''', true), (4, E'x'::text, NULL);
"""
SQLITE = rb"""PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "pots" (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO pots VALUES(1,replace('a\nb','\n',char(10)));
INSERT INTO "pots" VALUES(2,unistr('a\u000ab'));
COMMIT;
"""


def feed(data: bytes) -> Feed:
    return Feed(BytesIO(data), Meter(Limits()))


def read(data: bytes) -> list[tuple[bytes | None, ...]]:
    return [tuple(row.values.values()) for row in rows(feed(data))]


def test_mysql() -> None:
    assert read(MYSQL) == [
        (b"1", b"it's; 'wet'\n(a)", None),
        (b"2", b"x", b"A"),
        (b"-3", b"", b"1.5"),
        (b"named", b"4"),
        (b"5", b"UNIX_TIMESTAMP", b"\\"),
    ]
    assert list(next(rows(feed(MYSQL))).values) == ["id", "name", "glaze"]


def test_postgresql() -> None:
    assert read(POSTGRES) == [
        (b"1", b"a\tb\\c\nd", b"t"),
        (b"2", None, b"f"),
        (b"3", b"C:\\clay 'wet'", b"true"),
        (b"4", b"x", None),
    ]


def test_sqlite() -> None:
    assert read(SQLITE) == [(b"1", b"a\nb"), (b"2", b"a\nb")]


def test_rows_do_not_depend_on_where_chunks_end() -> None:
    body = b"INSERT INTO pots (id, name) VALUES "
    text = body + b",\n".join(b"(%d,'it''s \\\\ %s')" % (n, b"x" * (n % 97)) for n in range(20_000))

    found = read(b"-- c\n" + text + b";\n" + text.replace(b"pots", b"`pots`") + b";")

    assert len(found) == 40_000
    assert found[19_999] == (b"19999", b"it's \\ " + b"x" * (19_999 % 97))


def test_tables_that_are_not_wanted_are_passed_over() -> None:
    other = MYSQL.replace(b"pots", b"cups")

    found = list(rows(feed(other + MYSQL), lambda table, _: table == "pots"))

    assert {row.table for row in found} == {"pots"}
    assert len(found) == 5


def test_columns_that_nobody_names_have_no_values() -> None:
    assert list(rows(feed(b"INSERT INTO pots VALUES (1,'x');"))) == [Row("pots", {})]


@pytest.mark.parametrize("end", [*range(MYSQL.index(b"(2,_bin"), MYSQL.index(b"1.5") + 4)])
def test_a_cut_in_a_row_keeps_those_before_it(end: int) -> None:
    reader = rows(feed(MYSQL[:end]))

    assert next(reader).values["id"] == b"1"
    with pytest.raises(UnreadableError, match="breaks off inside a"):
        list(reader)


@pytest.mark.parametrize("end", [*range(POSTGRES.index(b"2\t"), POSTGRES.index(b"\\.\n") + 1)])
def test_a_cut_in_a_copied_row_keeps_those_before_it(end: int) -> None:
    reader = rows(feed(POSTGRES[:end]))
    whole = [next(reader)]

    with pytest.raises(UnreadableError, match="breaks off inside a table"):
        whole.extend(reader)
    assert whole == list(rows(feed(POSTGRES)))[: len(whole)]


def test_a_copied_row_may_be_empty() -> None:
    assert read(b"COPY pots (name) FROM stdin;\na\n\nb\n\\.\n") == [(b"a",), (b"",), (b"b",)]


def test_calls_within_calls_have_an_end() -> None:
    with pytest.raises(UnreadableError, match="breaks off inside a row"):
        read(b"INSERT INTO pots (id) VALUES (" + b"(" * 100_000)


@pytest.mark.parametrize(
    "statement",
    [
        b"INSERT LOW_PRIORITY INTO pots VALUES (X'6120E4', 'b');",
        b"INSERT DELAYED IGNORE INTO `kiln`.`pots` VALUES (0x6120E4, _latin1'b');",
        b"INSERT INTO \"pots\" VALUES\n(_binary 'a \xe4','b');",
        b"/*!40000 ALTER TABLE `pots` DISABLE KEYS */;\nINSERT INTO pots (id, name) VALUES"
        b" (x'6120e4',/* ' */ 'b');",
    ],
)
def test_ways_to_write_a_row(statement: bytes) -> None:
    table = b"-- MySQL dump 10.13\nCREATE TABLE pots (id blob, name text);\n"

    assert read(table + statement) == [(b"a \xe4", b"b")]


def test_commands_for_the_program_that_loads_a_dump_are_passed_over() -> None:
    assert read(POSTGRES.replace(b"CREATE", b"\\restrict x'y\n\n\\connect kiln\nCREATE")) == read(
        POSTGRES
    )
