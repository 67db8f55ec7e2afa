-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `phpbb_categories`;
CREATE TABLE `phpbb_categories` (
  `cat_id` text,
  `cat_title` text,
  PRIMARY KEY (`cat_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_categories` WRITE;
INSERT INTO `phpbb_categories` VALUES (1,'Pottery');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_config`;
CREATE TABLE `phpbb_config` (
  `config_name` text,
  `config_value` text,
  PRIMARY KEY (`config_name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_config` WRITE;
INSERT INTO `phpbb_config` VALUES ('server_name','forum.kiln.example'),
('script_path','/'),
('smtp_password','SECRETSMTP');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_forums`;
CREATE TABLE `phpbb_forums` (
  `forum_id` text,
  `cat_id` text,
  `forum_name` text,
  `auth_view` text,
  `auth_read` text,
  `forum_desc` text,
  `forum_password` text,
  PRIMARY KEY (`forum_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_forums` WRITE;
INSERT INTO `phpbb_forums` VALUES (1,1,'Firing',0,0,'Wood, <b>gas</b> &amp; raku.<br />\nAsk here.',''),
(2,1,'Staff',3,3,'SECRETabout Staff',''),
(3,1,'Club',0,0,'SECRETabout Club','SECRETPASS');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_posts`;
CREATE TABLE `phpbb_posts` (
  `post_id` text,
  `topic_id` text,
  `forum_id` text,
  `poster_id` text,
  `post_time` text,
  `poster_ip` text,
  `post_username` text,
  `enable_bbcode` text,
  `enable_html` text,
  `post_edit_time` text,
  PRIMARY KEY (`post_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_posts` WRITE;
INSERT INTO `phpbb_posts` VALUES (1,1,1,2,1200000060,'203.0.113.61','',1,0,NULL),
(2,1,1,3,1200000120,'203.0.113.62','',1,0,1200000500),
(3,1,1,-1,1200000180,'203.0.113.63','Passer',1,0,NULL),
(4,2,2,2,1200000240,'203.0.113.64','',1,0,NULL),
(5,3,3,2,1200000900,'203.0.113.250','',1,0,NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_posts_text`;
CREATE TABLE `phpbb_posts_text` (
  `post_id` text,
  `bbcode_uid` text,
  `post_subject` text,
  `post_text` text,
  PRIMARY KEY (`post_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_posts_text` WRITE;
INSERT INTO `phpbb_posts_text` VALUES (1,'aa11bb22cc','thread 1','The [b:aa11bb22cc]first[/b:aa11bb22cc] firing &lt;hot&gt; [b]typed[/b] [url=http://kiln.example]words[/url] author@posted.example'),
(2,'aa11bb22cd','thread 1','[quote:aa11bb22cd="Maud"]The first firing[/quote:aa11bb22cd] [code:1:aa11bb22cd]x = 1[/code:1:aa11bb22cd] [list:aa11bb22cd][*:aa11bb22cd]one[/list:u:aa11bb22cd]'),
(3,'','thread 1','A guest.'),
(4,'','thread 2','SECRETHIDDEN words'),
(5,'','thread 3','SECRETLOCKED words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_privmsgs`;
CREATE TABLE `phpbb_privmsgs` (
  `privmsgs_id` text,
  `privmsgs_subject` text,
  `privmsgs_ip` text,
  PRIMARY KEY (`privmsgs_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_privmsgs` WRITE;
INSERT INTO `phpbb_privmsgs` VALUES (1,'SECRETSUBJECT','203.0.113.67');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_privmsgs_text`;
CREATE TABLE `phpbb_privmsgs_text` (
  `privmsgs_text_id` text,
  `privmsgs_text` text,
  PRIMARY KEY (`privmsgs_text_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_privmsgs_text` WRITE;
INSERT INTO `phpbb_privmsgs_text` VALUES (1,'SECRETPRIVATE words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_ranks`;
CREATE TABLE `phpbb_ranks` (
  `rank_id` text,
  `rank_title` text,
  PRIMARY KEY (`rank_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_ranks` WRITE;
INSERT INTO `phpbb_ranks` VALUES (1,'Potter');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_topics`;
CREATE TABLE `phpbb_topics` (
  `topic_id` text,
  `forum_id` text,
  `topic_title` text,
  `topic_poster` text,
  `topic_time` text,
  `topic_views` text,
  `topic_replies` text,
  `topic_status` text,
  `topic_vote` text,
  `topic_type` text,
  PRIMARY KEY (`topic_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_topics` WRITE;
INSERT INTO `phpbb_topics` VALUES (1,1,'Kilns &amp; fire',2,1200000000,70,2,1,1,1),
(2,2,'SECRETTITLE',2,1200000000,7,0,0,0,0),
(3,3,'SECRETTITLE',2,1200000000,7,0,0,0,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_users`;
CREATE TABLE `phpbb_users` (
  `user_id` text,
  `username` text,
  `user_regdate` text,
  `user_level` text,
  `user_password` text,
  `user_email` text,
  `user_rank` text,
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_users` WRITE;
INSERT INTO `phpbb_users` VALUES (-1,'Anonymous',0,0,'','',0),
(2,'Maud',1200000000,1,'$2y$10$SECRETHASH','leak64@mail.example',1),
(3,'Odo',1200000000,0,'$2y$10$SECRETHASH','leak65@mail.example',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_vote_desc`;
CREATE TABLE `phpbb_vote_desc` (
  `vote_id` text,
  `topic_id` text,
  `vote_text` text,
  PRIMARY KEY (`vote_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_vote_desc` WRITE;
INSERT INTO `phpbb_vote_desc` VALUES (1,1,'Which?');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_vote_results`;
CREATE TABLE `phpbb_vote_results` (
  `vote_id` text,
  `vote_option_id` text,
  `vote_option_text` text,
  `vote_result` text,
  PRIMARY KEY (`vote_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_vote_results` WRITE;
INSERT INTO `phpbb_vote_results` VALUES (1,1,'Red',3),
(1,2,'White',4);
UNLOCK TABLES;

-- Dump completed
