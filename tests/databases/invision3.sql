-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `ibf_attachments`;
CREATE TABLE `ibf_attachments` (
  `attach_id` text,
  `attach_ext` text,
  `attach_file` text,
  `attach_location` text,
  `attach_rel_id` text,
  `attach_rel_module` text,
  PRIMARY KEY (`attach_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_attachments` WRITE;
INSERT INTO `ibf_attachments` VALUES (9,'png','pot.png','post-1.png',1,'post'),
(10,'png','SECRETFILE.png','x',1,'msg');
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_core_tags`;
CREATE TABLE `ibf_core_tags` (
  `tag_id` text,
  `tag_meta_app` text,
  `tag_meta_area` text,
  `tag_meta_id` text,
  `tag_text` text,
  PRIMARY KEY (`tag_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_core_tags` WRITE;
INSERT INTO `ibf_core_tags` VALUES (1,'forums','topics',1,'raku');
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_forums`;
CREATE TABLE `ibf_forums` (
  `id` text,
  `topics` text,
  `posts` text,
  `name` text,
  `description` text,
  `password` text,
  `parent_id` text,
  `permission_array` text,
  `can_view_others` text,
  `min_posts_view` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_forums` WRITE;
INSERT INTO `ibf_forums` VALUES (1,0,0,'Pottery','','',-1,'',1,0),
(2,0,0,'Firing','Wood, <b>gas</b> &amp; raku.<br />Ask here.','',1,'',1,0),
(3,0,0,'Staff','SECRETabout Staff','',1,'',1,0),
(4,0,0,'Club','SECRETabout Club','SECRETPASS',1,'',1,0),
(5,0,0,'Below staff','SECRETabout Below','',3,'',1,0),
(6,0,0,'Lists','SECRETabout Lists','',1,'',1,0),
(7,0,0,'Own','SECRETabout Own','',1,'',0,0),
(8,0,0,'Untold','SECRETabout Untold','',1,'',1,0),
(9,0,0,'Old','','',1,'a:4:{s:11:"start_perms";s:3:"3,4";s:10:"read_perms";s:3:"3,2";s:10:"show_perms";s:5:"2,3,4";s:11:"reply_perms";s:1:"3";}',1,0),
(10,0,0,'Old staff','SECRETabout Old staff','',1,'a:4:{s:11:"start_perms";s:3:"3,4";s:10:"read_perms";s:6:"3,4,12";s:10:"show_perms";s:1:"*";s:11:"reply_perms";s:1:"3";}',1,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_groups`;
CREATE TABLE `ibf_groups` (
  `g_id` text,
  `g_title` text,
  `g_perm_id` text,
  `g_view_board` text,
  PRIMARY KEY (`g_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_groups` WRITE;
INSERT INTO `ibf_groups` VALUES (2,'Guests','2,7',1),
(3,'Members','3',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_members`;
CREATE TABLE `ibf_members` (
  `member_id` text,
  `name` text,
  `member_group_id` text,
  `email` text,
  `joined` text,
  `ip_address` text,
  `title` text,
  `members_display_name` text,
  `members_pass_hash` text,
  PRIMARY KEY (`member_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_members` WRITE;
INSERT INTO `ibf_members` VALUES (2,'SECRETLOGIN',3,'leak802@mail.example',1200000000,'203.0.113.90','Potter','Maud','$2y$10$SECRETHASH'),
(3,'SECRETLOGIN2',3,'leak803@mail.example',1200000000,'203.0.113.90','','O&#39;Dell','$2y$10$SECRETHASH'),
(10,'lurker10',3,'leak810@mail.example',1200000000,'203.0.113.90','','lurker10','$2y$10$SECRETHASH');
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_message_posts`;
CREATE TABLE `ibf_message_posts` (
  `msg_id` text,
  `msg_topic_id` text,
  `msg_date` text,
  `msg_post` text,
  `msg_author_id` text,
  `msg_ip_address` text,
  PRIMARY KEY (`msg_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_message_posts` WRITE;
INSERT INTO `ibf_message_posts` VALUES (1,1,1200000000,'SECRETPRIVATE words',2,'203.0.113.90');
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_permission_index`;
CREATE TABLE `ibf_permission_index` (
  `perm_id` text,
  `app` text,
  `perm_type` text,
  `perm_type_id` text,
  `perm_view` text,
  `perm_2` text,
  `perm_3` text,
  `perm_4` text,
  PRIMARY KEY (`perm_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_permission_index` WRITE;
INSERT INTO `ibf_permission_index` VALUES (1,'forums','forum',1,'*','*','3,4','3,4'),
(2,'forums','forum',2,',3,7,',',7,3,','3,4','3,4'),
(3,'forums','forum',3,',4,',',4,','3,4','3,4'),
(4,'forums','forum',4,'*','*','3,4','3,4'),
(5,'forums','forum',5,'*','*','3,4','3,4'),
(6,'forums','forum',6,'*',',3,12,','3,4','3,4'),
(7,'forums','forum',7,'*','*','3,4','3,4'),
(8,'calendar','calendar',8,'*','*','3,4','3,4');
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_posts`;
CREATE TABLE `ibf_posts` (
  `pid` text,
  `append_edit` text,
  `edit_time` text,
  `author_id` text,
  `author_name` text,
  `use_sig` text,
  `use_emo` text,
  `ip_address` text,
  `post_date` text,
  `post` text,
  `queued` text,
  `topic_id` text,
  `post_edit_reason` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_posts` WRITE;
INSERT INTO `ibf_posts` VALUES (1,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000060,'The <strong class=\'bbc\'>first</strong> firing.<br />author@posted.example [attachment=9:pot.png]',0,1,'SECRETREASON'),
(2,0,1200000500,3,'O&#39;Dell',1,1,'203.0.113.90',1200000120,'[quote name=\'Maud\' timestamp=\'1200000060\' post=\'1\']The first firing.[/quote]<br />\nWell done [spoiler]It cracked.[/spoiler]',0,1,'SECRETREASON'),
(3,0,NULL,0,'Passer',1,1,'203.0.113.90',1200000180,'A guest.',0,1,'SECRETREASON'),
(4,0,NULL,77,'Gone',1,1,'203.0.113.90',1200000240,'<!--quoteo(post=1:date=Jan 10 2008, 09:21 PM:name=Maud)--><div class=\'quotetop\'>QUOTE(Maud @ Jan 10 2008, 09:21 PM) <a href="index.php?act=findpost&pid=1"></a></div><div class=\'quotemain\'><!--quotec-->The first firing.<!--QuoteEnd--></div><!--QuoteEEnd--><br />From an account that is gone.',0,1,'SECRETREASON'),
(5,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000300,'SECRETDELETED words',2,1,'SECRETREASON'),
(6,0,NULL,3,'Maud',1,1,'203.0.113.90',1200000360,'SECRETUNAPPROVED words',1,1,'SECRETREASON'),
(7,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000420,'SECRETHIDDEN words',0,2,'SECRETREASON'),
(8,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000480,'SECRETLOCKED words',0,3,'SECRETREASON'),
(9,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000540,'SECRETDELETED words',0,4,'SECRETREASON'),
(10,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000600,'SECRETHIDDEN words',0,5,'SECRETREASON'),
(11,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000660,'SECRETHIDDEN words',0,6,'SECRETREASON'),
(12,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000720,'SECRETHIDDEN words',0,7,'SECRETREASON'),
(13,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000780,'SECRETUNTOLD words',0,8,'SECRETREASON'),
(14,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000840,'SECRETHIDDEN words',0,9,'SECRETREASON'),
(15,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000900,'SECRETUNAPPROVED words',0,10,'SECRETREASON'),
(16,0,NULL,2,'Maud',1,1,'203.0.113.90',1200000960,'SECRETMOVED words',0,11,'SECRETREASON'),
(17,0,NULL,2,'Maud',1,1,'203.0.113.90',1200001020,'Of version 2.',0,12,'SECRETREASON');
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_rc_comments`;
CREATE TABLE `ibf_rc_comments` (
  `id` text,
  `rid` text,
  `comment` text,
  `comment_by` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_rc_comments` WRITE;
INSERT INTO `ibf_rc_comments` VALUES (1,1,'SECRETREPORT words',2);
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_topics`;
CREATE TABLE `ibf_topics` (
  `tid` text,
  `title` text,
  `description` text,
  `state` text,
  `posts` text,
  `starter_id` text,
  `start_date` text,
  `views` text,
  `forum_id` text,
  `approved` text,
  `pinned` text,
  `moved_to` text,
  PRIMARY KEY (`tid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_topics` WRITE;
INSERT INTO `ibf_topics` VALUES (1,'Kilns &amp; fire','SECRETdescription','closed',3,2,1200000000,70,2,1,1,NULL),
(2,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,3,1,0,NULL),
(3,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,4,1,0,NULL),
(4,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,2,-1,0,NULL),
(5,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,5,1,0,NULL),
(6,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,6,1,0,NULL),
(7,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,7,1,0,NULL),
(8,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,8,1,0,NULL),
(9,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,10,1,0,NULL),
(10,'SECRETTITLE','SECRETdescription','open',0,2,1200000000,7,2,0,0,NULL),
(11,'SECRETTITLE','SECRETdescription','link',0,2,1200000000,7,2,1,0,NULL),
(12,'Kept since version 2','SECRETdescription','open',0,2,1200000000,7,9,1,0,NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `ibf_warn_logs`;
CREATE TABLE `ibf_warn_logs` (
  `wlog_id` text,
  `wlog_mid` text,
  `wlog_notes` text,
  PRIMARY KEY (`wlog_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `ibf_warn_logs` WRITE;
INSERT INTO `ibf_warn_logs` VALUES (1,3,'SECRETNOTE');
UNLOCK TABLES;

-- Dump completed
