-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `flux_categories`;
CREATE TABLE `flux_categories` (
  `id` text,
  `cat_name` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_categories` WRITE;
INSERT INTO `flux_categories` VALUES (1,'Pottery');
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_config`;
CREATE TABLE `flux_config` (
  `conf_name` text,
  `conf_value` text,
  PRIMARY KEY (`conf_name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_config` WRITE;
INSERT INTO `flux_config` VALUES ('o_base_url','https://forum.kiln.example/flux'),
('o_smtp_pass','SECRETSMTP'),
('o_admin_email','leak147@mail.example');
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_forum_perms`;
CREATE TABLE `flux_forum_perms` (
  `group_id` text,
  `forum_id` text,
  `read_forum` text,
  `post_replies` text,
  `post_topics` text,
  PRIMARY KEY (`group_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_forum_perms` WRITE;
INSERT INTO `flux_forum_perms` VALUES (3,2,0,0,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_forums`;
CREATE TABLE `flux_forums` (
  `id` text,
  `forum_name` text,
  `cat_id` text,
  `num_posts` text,
  `forum_desc` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_forums` WRITE;
INSERT INTO `flux_forums` VALUES (1,'Firing',1,4,'Wood, <b>gas</b> &amp; raku.<br />\nAsk here.'),
(2,'Staff',1,1,'SECRETabout Staff'),
(3,'Vault',1,0,'SECRETabout Vault');
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_groups`;
CREATE TABLE `flux_groups` (
  `g_id` text,
  `g_title` text,
  `g_read_board` text,
  PRIMARY KEY (`g_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_groups` WRITE;
INSERT INTO `flux_groups` VALUES (1,'Administrators',1),
(3,'Guests',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_messages`;
CREATE TABLE `flux_messages` (
  `id` text,
  `owner` text,
  `subject` text,
  `message` text,
  `sender` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_messages` WRITE;
INSERT INTO `flux_messages` VALUES (1,2,'SECRETSUBJECT','SECRETPRIVATE words','Odo');
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_posts`;
CREATE TABLE `flux_posts` (
  `id` text,
  `poster` text,
  `poster_id` text,
  `poster_ip` text,
  `poster_email` text,
  `message` text,
  `posted` text,
  `edited` text,
  `topic_id` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_posts` WRITE;
INSERT INTO `flux_posts` VALUES (1,'Maud',2,'203.0.113.132','leak132@mail.example','The [b]first[/b] firing. author@posted.example',1200000060,NULL,1),
(2,'Odo',3,'203.0.113.134','leak134@mail.example','[quote=Maud]The first firing.[/quote]\nWell done [s]not[/s]',1200000120,1200000500,1),
(3,'Passer',1,'203.0.113.136','leak136@mail.example','A guest.',1200000180,NULL,1),
(4,'Gone',77,'203.0.113.138','leak138@mail.example','From an account that is gone.',1200000240,NULL,1),
(5,'Maud',2,'203.0.113.140','leak140@mail.example','SECRETHIDDEN words',1200000300,NULL,2),
(6,'Maud',2,'203.0.113.142','leak142@mail.example','SECRETDELETED words',1200000360,NULL,99);
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_reports`;
CREATE TABLE `flux_reports` (
  `id` text,
  `post_id` text,
  `topic_id` text,
  `reported_by` text,
  `message` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_reports` WRITE;
INSERT INTO `flux_reports` VALUES (1,1,1,3,'SECRETREPORT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_topics`;
CREATE TABLE `flux_topics` (
  `id` text,
  `poster` text,
  `subject` text,
  `posted` text,
  `first_post_id` text,
  `num_views` text,
  `num_replies` text,
  `closed` text,
  `sticky` text,
  `forum_id` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_topics` WRITE;
INSERT INTO `flux_topics` VALUES (1,'Maud','Kilns & fire',1200000000,1,70,3,1,1,1),
(2,'Maud','SECRETTITLE',1200000000,5,7,0,0,0,2);
UNLOCK TABLES;

DROP TABLE IF EXISTS `flux_users`;
CREATE TABLE `flux_users` (
  `id` text,
  `group_id` text,
  `username` text,
  `password` text,
  `email` text,
  `title` text,
  `registered` text,
  `registration_ip` text,
  `admin_note` text,
  `realname` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flux_users` WRITE;
INSERT INTO `flux_users` VALUES (1,3,'Guest','Guest','Guest',NULL,0,'','SECRETNOTE','SECRETREALNAME'),
(2,1,'Maud','$2y$10$SECRETHASH','leak143@mail.example','Potter',1200000000,'203.0.113.145','SECRETNOTE','SECRETREALNAME'),
(3,4,'Odo','$2y$10$SECRETHASH','leak145@mail.example',NULL,1200000000,'203.0.113.147','SECRETNOTE','SECRETREALNAME');
UNLOCK TABLES;

-- Dump completed
