--
-- PostgreSQL database dump
--

\restrict kiln

-- Dumped from database version 15.18
-- Dumped by pg_dump version 15.18

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.categories (
    id integer NOT NULL,
    name character varying(50) NOT NULL,
    color character varying(6) DEFAULT '0088CC'::character varying,
    topic_id integer,
    user_id integer,
    slug character varying,
    description text,
    parent_category_id integer,
    read_restricted boolean DEFAULT false NOT NULL,
    email_in character varying
);

CREATE TABLE public.chat_messages (
    id integer NOT NULL,
    chat_channel_id integer,
    user_id integer,
    message text,
    cooked text
);

CREATE TABLE public.drafts (
    id integer NOT NULL,
    user_id integer,
    draft_key character varying,
    data text
);

CREATE TABLE public.poll_options (
    id integer NOT NULL,
    poll_id integer,
    digest character varying,
    html text NOT NULL,
    anonymous_votes integer
);

CREATE TABLE public.poll_votes (
    poll_id integer,
    poll_option_id integer,
    user_id integer
);

CREATE TABLE public.polls (
    id integer NOT NULL,
    post_id integer,
    name character varying,
    type integer,
    status integer,
    results integer DEFAULT 0 NOT NULL,
    title character varying
);

CREATE TABLE public.post_revisions (
    id integer NOT NULL,
    user_id integer,
    post_id integer,
    modifications text,
    number integer,
    hidden boolean DEFAULT false
);

CREATE TABLE public.posts (
    id integer NOT NULL,
    user_id integer,
    topic_id integer NOT NULL,
    post_number integer NOT NULL,
    raw text NOT NULL,
    cooked text NOT NULL,
    created_at timestamp without time zone NOT NULL,
    updated_at timestamp without time zone NOT NULL,
    reply_to_post_number integer,
    reply_count integer DEFAULT 0,
    deleted_at timestamp without time zone,
    like_count integer DEFAULT 0,
    post_type integer DEFAULT 1 NOT NULL,
    last_version_at timestamp without time zone NOT NULL,
    user_deleted boolean DEFAULT false NOT NULL,
    deleted_by_id integer,
    version integer DEFAULT 1 NOT NULL,
    hidden boolean DEFAULT false NOT NULL,
    raw_email text,
    via_email boolean DEFAULT false,
    action_code character varying
);

CREATE TABLE public.site_settings (
    id integer NOT NULL,
    name character varying NOT NULL,
    data_type integer NOT NULL,
    value text
);

CREATE TABLE public.tag_group_memberships (
    id integer NOT NULL,
    tag_id integer,
    tag_group_id integer
);

CREATE TABLE public.tag_group_permissions (
    id integer NOT NULL,
    tag_group_id integer,
    group_id integer,
    permission_type integer
);

CREATE TABLE public.tags (
    id integer NOT NULL,
    name character varying NOT NULL,
    created_at timestamp without time zone NOT NULL,
    pm_topic_count integer DEFAULT 0,
    target_tag_id integer
);

CREATE TABLE public.topic_tags (
    id integer NOT NULL,
    topic_id integer NOT NULL,
    tag_id integer NOT NULL
);

CREATE TABLE public.topics (
    id integer NOT NULL,
    title character varying NOT NULL,
    views integer DEFAULT 0,
    posts_count integer DEFAULT 0,
    user_id integer,
    deleted_at timestamp without time zone,
    category_id integer,
    visible boolean DEFAULT true NOT NULL,
    closed boolean DEFAULT false NOT NULL,
    archived boolean DEFAULT false NOT NULL,
    bumped_at timestamp without time zone NOT NULL,
    archetype character varying DEFAULT 'regular'::character varying NOT NULL,
    pinned_at timestamp without time zone,
    slug character varying,
    fancy_title character varying
);

CREATE TABLE public.uploads (
    id integer NOT NULL,
    user_id integer,
    original_filename character varying,
    url character varying,
    secure boolean DEFAULT false NOT NULL
);

CREATE TABLE public.user_emails (
    id integer NOT NULL,
    user_id integer NOT NULL,
    email character varying(513) NOT NULL
);

CREATE TABLE public.users (
    id integer NOT NULL,
    username character varying(60) NOT NULL,
    created_at timestamp without time zone,
    name character varying,
    password_hash character varying(64),
    salt character varying(32),
    username_lower character varying(60) NOT NULL,
    trust_level integer,
    ip_address inet,
    title character varying,
    registration_ip_address inet
);

--
-- Data for Name: categories; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.categories (id, name, color, topic_id, user_id, slug, description, parent_category_id, read_restricted, email_in) FROM stdin;
1	Pottery	0088CC	\N	\N	\N	\N	\N	f	\N
2	Firing	0088CC	\N	\N	\N	<p>Wood, <b>gas</b> &amp; raku. Ask here.</p>	1	f	leak90@mail.example
3	Staff	0088CC	\N	\N	\N	SECRETabout staff	\N	t	\N
4	Below staff	0088CC	\N	\N	\N	SECRETabout below staff	3	f	\N
\.


--
-- Data for Name: chat_messages; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.chat_messages (id, chat_channel_id, user_id, message, cooked) FROM stdin;
1	1	2	SECRETCHAT	\N
\.


--
-- Data for Name: drafts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.drafts (id, user_id, draft_key, data) FROM stdin;
1	2	new	SECRETDRAFT
\.


--
-- Data for Name: poll_options; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.poll_options (id, poll_id, digest, html, anonymous_votes) FROM stdin;
1	1	a	Red	3
2	1	b	<p>White</p>	\N
\.


--
-- Data for Name: poll_votes; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.poll_votes (poll_id, poll_option_id, user_id) FROM stdin;
1	2	2
1	2	3
1	2	4
1	1	-1
\.


--
-- Data for Name: polls; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.polls (id, post_id, name, type, status, results, title) FROM stdin;
1	23	poll	0	0	0	Which <b>one</b>?
\.


--
-- Data for Name: post_revisions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.post_revisions (id, user_id, post_id, modifications, number, hidden) FROM stdin;
1	3	12	SECRETREVISION	2	f
\.


--
-- Data for Name: posts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.posts (id, user_id, topic_id, post_number, raw, cooked, created_at, updated_at, reply_to_post_number, reply_count, deleted_at, like_count, post_type, last_version_at, user_deleted, deleted_by_id, version, hidden, raw_email, via_email, action_code) FROM stdin;
11	2	1	1	The **first** firing.	<p>The <strong>first</strong> firing: C:\\kiln\\n.<br>\nauthor@posted.example</p>\n<p><a class="attachment" href="/uploads/default/original/1X/ab12.pdf">plan.pdf</a> (1 KB)</p>\n<div class="spoiler"><p>It cracked.</p></div>	2008-01-10 21:21:00	2008-01-10 21:21:00	\N	0	\N	3	1	2008-01-10 21:21:00	f	\N	1	f	SECRETRAWMAIL from leak93@mail.example	f	\N
12	3	1	2	x	<aside class="quote no-group" data-username="Maud" data-post="1" data-topic="1">\n<div class="title">\n<div class="quote-controls"></div>\n<img loading="lazy" alt="" width="24" height="24" src="/user_avatar/forum.kiln.example/maud/48/1_2.png" class="avatar"> Maud:</div>\n<blockquote>\n<p>The first firing</p>\n</blockquote>\n</aside>\n<p><a class="mention" href="/u/maud">@Maud</a> well done<img src="/images/emoji/twitter/fire.png?v=12" title=":fire:" class="emoji" alt=":fire:" loading="lazy" width="20" height="20"></p>	2008-01-10 21:22:00.123456	2008-01-11 00:00:00	1	0	\N	0	1	2008-01-10 21:28:20.5	f	\N	2	f	\N	f	\N
13	\N	1	3	x	<p>From an account that is gone.</p>	2008-01-10 21:23:00	2008-01-10 21:23:00	\N	0	\N	0	1	2008-01-10 21:23:00	f	\N	1	f	\N	f	\N
14	3	1	4	x	<p>A picture <a class="attachment" href="/secure-uploads/original/1X/SECRETFILE.pdf">SECRETNAME.pdf</a> and <img src="//forum.kiln.example/uploads/default/original/1X/cd34.png" alt="pot" width="200" height="100">.</p>\n<p>A tab:\there.</p>	2008-01-10 21:24:00	2008-01-10 21:24:00	\N	0	\N	0	1	2008-01-10 21:24:00	f	\N	1	f	\N	f	\N
15	2	1	5	x	<p>SECRETWHISPER words</p>	2008-01-10 21:25:00	2008-01-10 21:25:00	\N	0	\N	0	4	2008-01-10 21:25:00	f	\N	1	f	\N	f	\N
16	-1	1	6			2008-01-10 21:26:00	2008-01-10 21:26:00	\N	0	\N	0	3	2008-01-10 21:26:00	f	\N	1	f	\N	f	\N
17	2	1	7	x	<p>SECRETDELETED words</p>	2008-01-10 21:27:00	2008-01-10 21:27:00	\N	0	2008-01-11 00:00:00	0	1	2008-01-10 21:27:00	f	\N	1	f	\N	f	\N
18	2	1	8	x	<p>SECRETHIDDEN words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	t	\N	f	\N
19	2	2	1	x	<p>SECRETSTAFF words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
20	2	3	1	x	<p>SECRETPRIVATE words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
21	4	3	2	x	<p>SECRETPRIVATE words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
22	2	4	1	x	<p>SECRETDELETED words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
23	3	5	1	x	<p>A poll.</p>\n<div class="poll" data-poll-name="poll"><div class="poll-container"><div class="poll-title">Which <b>one</b>?</div><ul><li data-poll-option-id="a">Red</li><li data-poll-option-id="b">White</li></ul></div></div>	2008-01-10 21:30:00	2008-01-10 21:30:00	\N	0	\N	0	1	2008-01-10 21:30:00	f	\N	1	f	\N	f	\N
24	2	6	1	x	<p>SECRETUNLISTED words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
25	2	7	1	x	<p>SECRETSTAFF words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
26	2	8	1	x	<p>SECRETLOST words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
27	2	77	1	x	<p>SECRETORPHAN words</p>	2008-01-10 21:28:00	2008-01-10 21:28:00	\N	0	\N	0	1	2008-01-10 21:28:00	f	\N	1	f	\N	f	\N
\.


--
-- Data for Name: site_settings; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.site_settings (id, name, data_type, value) FROM stdin;
1	title	1	Kiln
2	login_required	5	f
3	smtp_password	1	SECRETSMTP
4	contact_email	1	leak94@mail.example
\.


--
-- Data for Name: tag_group_memberships; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tag_group_memberships (id, tag_id, tag_group_id) FROM stdin;
1	2	1
2	3	2
\.


--
-- Data for Name: tag_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tag_group_permissions (id, tag_group_id, group_id, permission_type) FROM stdin;
1	1	3	1
2	2	0	1
3	2	3	1
\.


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tags (id, name, created_at, pm_topic_count, target_tag_id) FROM stdin;
1	raku	2008-01-01 00:00:00	0	\N
2	SECRETtag	2008-01-01 00:00:00	0	\N
3	wood	2008-01-01 00:00:00	0	\N
\.


--
-- Data for Name: topic_tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.topic_tags (id, topic_id, tag_id) FROM stdin;
1	1	1
2	1	2
3	1	3
\.


--
-- Data for Name: topics; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.topics (id, title, views, posts_count, user_id, deleted_at, category_id, visible, closed, archived, bumped_at, archetype, pinned_at, slug, fancy_title) FROM stdin;
1	Kilns & fire	70	4	2	\N	2	t	t	f	2008-01-10 00:00:00	regular	2008-01-10 21:21:00	kilns-fire	\N
2	SECRETtitle of staff	1	1	2	\N	3	t	f	f	2008-01-10 00:00:00	regular	\N	x	\N
3	SECRETtitle of a message	1	2	2	\N	\N	t	f	f	2008-01-10 00:00:00	private_message	\N	x	\N
4	SECRETtitle deleted	1	1	2	2008-01-12 00:00:00	2	t	f	f	2008-01-10 00:00:00	regular	\N	x	\N
5	Which glaze?	7	1	3	\N	2	t	f	f	2008-01-10 00:00:00	regular	\N	which-glaze	\N
6	SECRETtitle unlisted	1	1	2	\N	2	f	f	f	2008-01-10 00:00:00	regular	\N	x	\N
7	SECRETtitle below staff	1	1	2	\N	4	t	f	f	2008-01-10 00:00:00	regular	\N	x	\N
8	SECRETtitle of a lost board	1	1	2	\N	99	t	f	f	2008-01-10 00:00:00	regular	\N	x	\N
\.


--
-- Data for Name: uploads; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.uploads (id, user_id, original_filename, url, secure) FROM stdin;
1	2	plan.pdf	/uploads/default/original/1X/ab12.pdf	f
2	3	SECRETNAME.pdf	/uploads/default/original/1X/SECRETFILE.pdf	t
\.


--
-- Data for Name: user_emails; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.user_emails (id, user_id, email) FROM stdin;
1	2	leak91@mail.example
2	3	leak92@mail.example
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (id, username, created_at, name, password_hash, salt, username_lower, trust_level, ip_address, title, registration_ip_address) FROM stdin;
-1	system	2007-01-01 00:00:00	system	\N	\N	system	4	\N	\N	\N
2	Maud	2007-01-01 00:00:00	SECRETREALNAME	SECRETHASH	SECRETSALT	maud	2	203.0.113.70	Potter	203.0.113.71
3	O'Dell	2007-01-01 00:00:00		SECRETHASH	SECRETSALT	o'dell	1	203.0.113.72	\N	\N
4	lurker	2007-01-01 00:00:00	SECRETREALNAME	SECRETHASH	SECRETSALT	lurker	1	\N	\N	\N
\.


--
-- PostgreSQL database dump complete
--
