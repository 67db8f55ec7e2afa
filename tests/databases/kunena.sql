-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `jos_kunena_attachments`;
CREATE TABLE `jos_kunena_attachments` (
  `id` text,
  `mesid` text,
  `userid` text,
  `protected` text,
  `hash` text,
  `folder` text,
  `filename` text,
  `filename_real` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_attachments` WRITE;
INSERT INTO `jos_kunena_attachments` VALUES (9,1,2,0,'SECRETHASH','x','pot.png','pot.png'),
(10,1,2,1,'SECRETHASH','x','SECRETFILE.png','SECRETFILE.png');
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_categories`;
CREATE TABLE `jos_kunena_categories` (
  `id` text,
  `parent_id` text,
  `name` text,
  `alias` text,
  `locked` text,
  `accesstype` text,
  `access` text,
  `pub_access` text,
  `published` text,
  `description` text,
  `headerdesc` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_categories` WRITE;
INSERT INTO `jos_kunena_categories` VALUES (1,0,'Pottery','pottery',0,'joomla.level',1,1,1,'','SECRETheader'),
(2,1,'Firing','firing',0,'joomla.group',2,1,1,'Wood, [b]gas[/b] &amp; raku. Ask here.','SECRETheader'),
(3,1,'Staff','staff',0,'joomla.level',3,1,1,'SECRETabout Staff','SECRETheader'),
(4,3,'Below staff','below staff',0,'joomla.level',1,1,1,'SECRETabout Below','SECRETheader'),
(5,1,'Asleep','asleep',0,'joomla.level',1,1,0,'SECRETabout Asleep','SECRETheader'),
(6,1,'Members','members',0,'joomla.group',1,2,1,'SECRETabout Members','SECRETheader'),
(7,1,'Club','club',0,'communitybuilder',1,1,1,'SECRETabout Club','SECRETheader');
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_messages`;
CREATE TABLE `jos_kunena_messages` (
  `id` text,
  `parent` text,
  `thread` text,
  `catid` text,
  `name` text,
  `userid` text,
  `email` text,
  `subject` text,
  `time` text,
  `ip` text,
  `hold` text,
  `moved` text,
  `modified_by` text,
  `modified_time` text,
  `modified_reason` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_messages` WRITE;
INSERT INTO `jos_kunena_messages` VALUES (1,0,1,2,'Maud',2,'leak901@mail.example','Kilns & fire',1200000060,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(2,1,1,2,'O\'Dell',3,'leak902@mail.example','Re: Kilns',1200000120,'203.0.113.100',0,0,2,1200000500,'SECRETREASON'),
(3,1,1,2,'Passer',0,'leak903@mail.example','Re: Kilns',1200000180,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(4,2,1,2,'Gone',77,'leak904@mail.example','Re: Kilns',1200000240,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(5,1,1,2,'Maud',2,'leak905@mail.example','Re: Kilns',1200000300,'203.0.113.100',2,0,NULL,NULL,'SECRETREASON'),
(6,1,1,2,'Maud',3,'leak906@mail.example','Re: Kilns',1200000360,'203.0.113.100',1,0,NULL,NULL,'SECRETREASON'),
(7,1,2,2,'Maud',2,'leak907@mail.example','Re: Kilns',1200000420,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(8,1,3,2,'Maud',2,'leak908@mail.example','Re: Kilns',1200000480,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(9,1,4,2,'Maud',2,'leak909@mail.example','Re: Kilns',1200000540,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(10,1,5,2,'Maud',2,'leak910@mail.example','Re: Kilns',1200000600,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(11,1,6,2,'Maud',2,'leak911@mail.example','Re: Kilns',1200000660,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(12,1,7,2,'Maud',2,'leak912@mail.example','Re: Kilns',1200000720,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(13,1,8,2,'Maud',2,'leak913@mail.example','Re: Kilns',1200000780,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(14,0,9,2,'Maud',2,'leak914@mail.example','Which clay?',1200000840,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(15,1,10,2,'Maud',2,'leak915@mail.example','Re: Kilns',1200000900,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON'),
(16,1,11,2,'Maud',2,'leak916@mail.example','Re: Kilns',1200000960,'203.0.113.100',0,0,NULL,NULL,'SECRETREASON');
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_messages_text`;
CREATE TABLE `jos_kunena_messages_text` (
  `mesid` text,
  `message` text,
  PRIMARY KEY (`mesid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_messages_text` WRITE;
INSERT INTO `jos_kunena_messages_text` VALUES (1,'The [b]first[/b] firing. [attachment=9]pot.png[/attachment] author@posted.example'),
(2,'[quote="Maud" post=1]The first firing.[/quote]\nWell done'),
(3,'A guest.'),
(4,'From an account that is gone.'),
(5,'SECRETDELETED words'),
(6,'SECRETUNAPPROVED words'),
(7,'SECRETHIDDEN words'),
(8,'SECRETHIDDEN words'),
(9,'SECRETHIDDEN words'),
(10,'SECRETHIDDEN words'),
(11,'SECRETHIDDEN words'),
(12,'SECRETDELETED words'),
(13,'SECRETUNAPPROVED words'),
(14,'A poll.'),
(15,'SECRETMOVED words'),
(16,'SECRETDELETED words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_polls`;
CREATE TABLE `jos_kunena_polls` (
  `id` text,
  `title` text,
  `threadid` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_polls` WRITE;
INSERT INTO `jos_kunena_polls` VALUES (4,'Which?',9);
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_polls_options`;
CREATE TABLE `jos_kunena_polls_options` (
  `id` text,
  `pollid` text,
  `text` text,
  `votes` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_polls_options` WRITE;
INSERT INTO `jos_kunena_polls_options` VALUES (1,4,'Red',3),
(2,4,'White',4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_polls_users`;
CREATE TABLE `jos_kunena_polls_users` (
  `pollid` text,
  `userid` text,
  `votes` text,
  `lasttime` text,
  PRIMARY KEY (`pollid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_polls_users` WRITE;
INSERT INTO `jos_kunena_polls_users` VALUES (4,10,1,'2008');
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_private`;
CREATE TABLE `jos_kunena_private` (
  `id` text,
  `parent_id` text,
  `author_id` text,
  `created_at` text,
  `subject` text,
  `body` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_private` WRITE;
INSERT INTO `jos_kunena_private` VALUES (1,0,2,'2008','SECRETSUBJECT','SECRETPRIVATE words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_ranks`;
CREATE TABLE `jos_kunena_ranks` (
  `rank_id` text,
  `rank_title` text,
  `rank_min` text,
  PRIMARY KEY (`rank_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_ranks` WRITE;
INSERT INTO `jos_kunena_ranks` VALUES (1,'Potter',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_topics`;
CREATE TABLE `jos_kunena_topics` (
  `id` text,
  `category_id` text,
  `subject` text,
  `locked` text,
  `hold` text,
  `ordering` text,
  `posts` text,
  `hits` text,
  `moved_id` text,
  `first_post_id` text,
  `first_post_userid` text,
  `first_post_guest_name` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_topics` WRITE;
INSERT INTO `jos_kunena_topics` VALUES (1,2,'Kilns & fire',1,0,1,4,70,0,1,2,'Maud'),
(2,3,'SECRETTITLE',0,0,0,1,7,0,0,2,'Maud'),
(3,4,'SECRETTITLE',0,0,0,1,7,0,0,2,'Maud'),
(4,5,'SECRETTITLE',0,0,0,1,7,0,0,2,'Maud'),
(5,6,'SECRETTITLE',0,0,0,1,7,0,0,2,'Maud'),
(6,7,'SECRETTITLE',0,0,0,1,7,0,0,2,'Maud'),
(7,2,'SECRETTITLE',0,2,0,1,7,0,0,2,'Maud'),
(8,2,'SECRETTITLE',0,1,0,1,7,0,0,2,'Maud'),
(9,2,'Which clay?',0,0,0,1,7,0,0,2,'Maud'),
(10,2,'SECRETTITLE',0,0,0,1,7,1,0,2,'Maud'),
(11,2,'SECRETTITLE',0,3,0,1,7,0,0,2,'Maud');
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_kunena_users`;
CREATE TABLE `jos_kunena_users` (
  `userid` text,
  `rank` text,
  `signature` text,
  `moderator` text,
  PRIMARY KEY (`userid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_kunena_users` WRITE;
INSERT INTO `jos_kunena_users` VALUES (2,1,'SECRETSIGNATURE',0),
(3,NULL,'',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `jos_users`;
CREATE TABLE `jos_users` (
  `id` text,
  `name` text,
  `username` text,
  `email` text,
  `password` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `jos_users` WRITE;
INSERT INTO `jos_users` VALUES (2,'SECRETREALNAME','SECRETLOGIN','leak951@mail.example','$2y$10$SECRETHASH'),
(10,'lurker10','lurker10','leak952@mail.example','$2y$10$SECRETHASH');
UNLOCK TABLES;

-- Dump completed
