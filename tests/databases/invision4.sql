-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `core_attachments`;
CREATE TABLE `core_attachments` (
  `attach_id` text,
  `attach_ext` text,
  `attach_file` text,
  `attach_location` text,
  `attach_member_id` text,
  PRIMARY KEY (`attach_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_attachments` WRITE;
INSERT INTO `core_attachments` VALUES (9,'png','pot.png','monthly_2008_01/SECRETHASH.png',2),
(10,'png','SECRETFILE.png','x',2);
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_attachments_map`;
CREATE TABLE `core_attachments_map` (
  `attachment_id` text,
  `location_key` text,
  `id1` text,
  `id2` text,
  `temp` text,
  PRIMARY KEY (`attachment_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_attachments_map` WRITE;
INSERT INTO `core_attachments_map` VALUES (9,'forums_Forums',1,1,NULL),
(10,'core_Messaging',1,1,NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_groups`;
CREATE TABLE `core_groups` (
  `g_id` text,
  `g_view_board` text,
  `g_name_unused` text,
  PRIMARY KEY (`g_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_groups` WRITE;
INSERT INTO `core_groups` VALUES (2,1,''),
(3,1,''),
(4,1,'');
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_members`;
CREATE TABLE `core_members` (
  `member_id` text,
  `name` text,
  `member_group_id` text,
  `email` text,
  `joined` text,
  `ip_address` text,
  `member_title` text,
  `members_pass_hash` text,
  PRIMARY KEY (`member_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_members` WRITE;
INSERT INTO `core_members` VALUES (2,'Maud',3,'leak301@mail.example',1200000000,'203.0.113.30','Potter','$2y$10$SECRETHASH'),
(3,'O\'Dell',3,'leak302@mail.example',1200000000,'203.0.113.31','','$2y$10$SECRETHASH'),
(10,'lurker10',3,'leak303@mail.example',1200000000,'203.0.113.32','','$2y$10$SECRETHASH');
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_members_warn_logs`;
CREATE TABLE `core_members_warn_logs` (
  `wl_id` text,
  `wl_member` text,
  `wl_moderator` text,
  `wl_note_member` text,
  `wl_note_mods` text,
  PRIMARY KEY (`wl_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_members_warn_logs` WRITE;
INSERT INTO `core_members_warn_logs` VALUES (1,3,2,'SECRETREASON','SECRETNOTE');
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_message_posts`;
CREATE TABLE `core_message_posts` (
  `msg_id` text,
  `msg_topic_id` text,
  `msg_date` text,
  `msg_post` text,
  `msg_author_id` text,
  `msg_ip_address` text,
  PRIMARY KEY (`msg_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_message_posts` WRITE;
INSERT INTO `core_message_posts` VALUES (1,1,1200000000,'<p>SECRETPRIVATE words</p>',2,'203.0.113.33');
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_permission_index`;
CREATE TABLE `core_permission_index` (
  `perm_id` text,
  `app` text,
  `perm_type` text,
  `perm_type_id` text,
  `perm_view` text,
  `perm_2` text,
  `perm_3` text,
  `perm_4` text,
  `perm_5` text,
  PRIMARY KEY (`perm_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_permission_index` WRITE;
INSERT INTO `core_permission_index` VALUES (1,'forums','forum',1,'*','*','3,4','3,4',NULL),
(2,'forums','forum',2,'2,3,4','3,2','3,4','3,4',NULL),
(3,'forums','forum',3,'4','4','3,4','3,4',NULL),
(4,'forums','forum',4,'*','*','3,4','3,4',NULL),
(5,'forums','forum',5,'*','*','3,4','3,4',NULL),
(6,'forums','forum',6,'*','3,4,12','3,4','3,4',NULL),
(7,'forums','forum',7,'*','*','3,4','3,4',NULL),
(8,'cms','category',9,'*','*','3,4','3,4',NULL),
(9,'forums','forum',8,'*','*','3,4','3,4',NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_polls`;
CREATE TABLE `core_polls` (
  `pid` text,
  `start_date` text,
  `choices` text,
  `starter_id` text,
  `votes` text,
  `poll_question` text,
  `poll_view_voters` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_polls` WRITE;
INSERT INTO `core_polls` VALUES (4,1200000000,'{"1":{"question":"Which?","multi":0,"choice":{"1":"Red","2":"White"},"votes":{"1":3,"2":4}}}',2,7,'Which?',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_rc_comments`;
CREATE TABLE `core_rc_comments` (
  `id` text,
  `rid` text,
  `comment` text,
  `comment_by` text,
  `comment_date` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_rc_comments` WRITE;
INSERT INTO `core_rc_comments` VALUES (1,1,'<p>SECRETREPORT words</p>',2,1200000000);
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_sys_conf_settings`;
CREATE TABLE `core_sys_conf_settings` (
  `conf_id` text,
  `conf_key` text,
  `conf_value` text,
  `conf_default` text,
  PRIMARY KEY (`conf_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_sys_conf_settings` WRITE;
INSERT INTO `core_sys_conf_settings` VALUES (1,'guest_group','2','2'),
(2,'smtp_pass','SECRETSMTP','');
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_sys_lang_words`;
CREATE TABLE `core_sys_lang_words` (
  `word_id` text,
  `lang_id` text,
  `word_app` text,
  `word_key` text,
  `word_default` text,
  `word_custom` text,
  PRIMARY KEY (`word_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_sys_lang_words` WRITE;
INSERT INTO `core_sys_lang_words` VALUES (2,1,'forums','forums_forum_1','Pottery',NULL),
(4,1,'forums','forums_forum_2','Firing',NULL),
(6,1,'forums','forums_forum_3','Staff',NULL),
(8,1,'forums','forums_forum_4','Club',NULL),
(10,1,'forums','forums_forum_5','Below staff',NULL),
(12,1,'forums','forums_forum_6','Lists',NULL),
(14,1,'forums','forums_forum_7','Own',NULL),
(16,1,'forums','forums_forum_8','Untold',NULL),
(18,1,'forums','forums_forum_9','Other',NULL),
(3,1,'forums','forums_forum_1_desc','',NULL),
(5,1,'forums','forums_forum_2_desc','<p>Wood, <b>gas</b> &amp; raku. Ask here.</p>',NULL),
(7,1,'forums','forums_forum_3_desc','SECRETabout Staff',NULL),
(9,1,'forums','forums_forum_4_desc','SECRETabout Club',NULL),
(11,1,'forums','forums_forum_5_desc','SECRETabout Below',NULL),
(13,1,'forums','forums_forum_6_desc','SECRETabout Lists',NULL),
(15,1,'forums','forums_forum_7_desc','SECRETabout Own',NULL),
(17,1,'forums','forums_forum_8_desc','SECRETabout Untold',NULL),
(19,1,'forums','forums_forum_9_desc','SECRETabout Other',NULL),
(90,1,'forums','SECRETwords','x',NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `core_tags`;
CREATE TABLE `core_tags` (
  `tag_id` text,
  `tag_meta_app` text,
  `tag_meta_area` text,
  `tag_meta_id` text,
  `tag_text` text,
  `tag_prefix` text,
  PRIMARY KEY (`tag_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `core_tags` WRITE;
INSERT INTO `core_tags` VALUES (1,'forums','forums',1,'raku',0),
(2,'forums','forums',2,'SECRETtag',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `forums_forums`;
CREATE TABLE `forums_forums` (
  `id` text,
  `topics` text,
  `posts` text,
  `parent_id` text,
  `password` text,
  `can_view_others` text,
  `min_posts_view` text,
  `name_seo` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `forums_forums` WRITE;
INSERT INTO `forums_forums` VALUES (1,0,0,-1,NULL,1,0,'x'),
(2,0,0,1,NULL,1,0,'x'),
(3,0,0,1,NULL,1,0,'x'),
(4,0,0,1,'SECRETPASS',1,0,'x'),
(5,0,0,3,NULL,1,0,'x'),
(6,0,0,1,NULL,1,0,'x'),
(7,0,0,1,NULL,0,0,'x'),
(8,0,0,4,NULL,1,0,'x'),
(9,0,0,1,NULL,1,0,'x');
UNLOCK TABLES;

DROP TABLE IF EXISTS `forums_posts`;
CREATE TABLE `forums_posts` (
  `pid` text,
  `append_edit` text,
  `edit_time` text,
  `author_id` text,
  `author_name` text,
  `ip_address` text,
  `post_date` text,
  `post` text,
  `queued` text,
  `topic_id` text,
  `post_edit_reason` text,
  `is_anon` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `forums_posts` WRITE;
INSERT INTO `forums_posts` VALUES (1,0,NULL,2,'Maud','203.0.113.40',1200000060,'<p>The <strong>first</strong> firing, see <a href="<___base_url___>/topic/5-x/">there</a>. author@posted.example</p>\n<p><a class="ipsAttachLink" href="<fileStore.core_Attachment>/monthly_2008_01/pot.png">pot</a></p>',0,1,'SECRETREASON',0),
(2,0,1200000500,3,'O\'Dell','203.0.113.40',1200000120,'<blockquote class="ipsQuote" data-ipsquote="" data-ipsquote-contentapp="forums" data-ipsquote-contentcommentid="1" data-ipsquote-username="Maud"><div class="ipsQuote_citation">On 1/10/2008 at 9:21 PM, Maud said:</div><div class="ipsQuote_contents"><p>The first firing.</p></div></blockquote>\n<p>Well done</p>',0,1,'SECRETREASON',0),
(3,0,NULL,0,'Passer','203.0.113.40',1200000180,'<p>A guest.</p>',0,1,'SECRETREASON',0),
(4,0,NULL,77,'Gone','203.0.113.40',1200000240,'<p>From an account that is gone.</p>',0,1,'SECRETREASON',0),
(5,0,NULL,2,'Maud','203.0.113.40',1200000300,'<p>SECRETDELETED words</p>',-1,1,'SECRETREASON',0),
(6,0,NULL,3,'Maud','203.0.113.40',1200000360,'<p>SECRETUNAPPROVED words</p>',1,1,'SECRETREASON',0),
(7,0,NULL,10,'SECRETname','203.0.113.40',1200000420,'<p>Without a name.</p>',0,1,'SECRETREASON',1),
(8,0,NULL,2,'Maud','203.0.113.40',1200000480,'<p>SECRETHIDDEN words</p>',0,2,'SECRETREASON',0),
(9,0,NULL,2,'Maud','203.0.113.40',1200000540,'<p>SECRETLOCKED words</p>',0,3,'SECRETREASON',0),
(10,0,NULL,2,'Maud','203.0.113.40',1200000600,'<p>SECRETDELETED words</p>',0,4,'SECRETREASON',0),
(11,0,NULL,2,'Maud','203.0.113.40',1200000660,'<p>A poll.</p>',0,5,'SECRETREASON',0),
(12,0,NULL,2,'Maud','203.0.113.40',1200000720,'<p>SECRETHIDDEN words</p>',0,6,'SECRETREASON',0),
(13,0,NULL,2,'Maud','203.0.113.40',1200000780,'<p>SECRETHIDDEN words</p>',0,7,'SECRETREASON',0),
(14,0,NULL,2,'Maud','203.0.113.40',1200000840,'<p>SECRETHIDDEN words</p>',0,8,'SECRETREASON',0),
(15,0,NULL,2,'Maud','203.0.113.40',1200000900,'<p>SECRETLOCKED words</p>',0,9,'SECRETREASON',0),
(16,0,NULL,2,'Maud','203.0.113.40',1200000960,'<p>SECRETUNTOLD words</p>',0,10,'SECRETREASON',0),
(17,0,NULL,2,'Maud','203.0.113.40',1200001020,'<p>SECRETUNAPPROVED words</p>',0,11,'SECRETREASON',0),
(18,0,NULL,2,'Maud','203.0.113.40',1200001080,'<p>SECRETMOVED words</p>',0,12,'SECRETREASON',0),
(19,0,NULL,2,'Maud','203.0.113.40',1200001140,'<p>SECRETFUTURE words</p>',0,13,'SECRETREASON',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `forums_topics`;
CREATE TABLE `forums_topics` (
  `tid` text,
  `title` text,
  `state` text,
  `posts` text,
  `starter_id` text,
  `start_date` text,
  `starter_name` text,
  `poll_state` text,
  `views` text,
  `forum_id` text,
  `approved` text,
  `pinned` text,
  `moved_to` text,
  `is_future_entry` text,
  PRIMARY KEY (`tid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `forums_topics` WRITE;
INSERT INTO `forums_topics` VALUES (1,'Kilns & fire','closed',4,2,1200000000,'Maud',0,70,2,1,1,NULL,0),
(2,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,3,1,0,NULL,0),
(3,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,4,1,0,NULL,0),
(4,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,2,-1,0,NULL,0),
(5,'Which clay?','open',1,2,1200000000,'Maud',4,7,2,1,0,NULL,0),
(6,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,5,1,0,NULL,0),
(7,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,6,1,0,NULL,0),
(8,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,7,1,0,NULL,0),
(9,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,8,1,0,NULL,0),
(10,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,9,1,0,NULL,0),
(11,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,2,0,0,NULL,0),
(12,'SECRETTITLE','link',1,2,1200000000,'Maud',0,7,2,1,0,NULL,0),
(13,'SECRETTITLE','open',1,2,1200000000,'Maud',0,7,2,1,0,NULL,1);
UNLOCK TABLES;

-- Dump completed
