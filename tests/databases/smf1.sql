-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `smf_attachments`;
CREATE TABLE `smf_attachments` (
  `ID_ATTACH` text,
  `ID_MSG` text,
  `attachmentType` text,
  `filename` text,
  `file_hash` text,
  PRIMARY KEY (`ID_ATTACH`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_attachments` WRITE;
INSERT INTO `smf_attachments` VALUES (1,1,0,'pot.png','SECRETFILEHASH'),
(2,1,3,'pot.png_thumb','SECRETFILEHASH');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_boards`;
CREATE TABLE `smf_boards` (
  `ID_BOARD` text,
  `ID_CAT` text,
  `ID_PARENT` text,
  `name` text,
  `memberGroups` text,
  `description` text,
  PRIMARY KEY (`ID_BOARD`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_boards` WRITE;
INSERT INTO `smf_boards` VALUES (1,1,0,'Firing','-1,0,2','Wood, <b>gas</b> &amp; raku.<br />\nAsk here.'),
(2,1,1,'Staff','2','SECRETabout Staff'),
(3,1,0,'Bin','-1,0','SECRETabout Bin'),
(4,1,2,'Below staff','-1,0','SECRETabout Below staff');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_categories`;
CREATE TABLE `smf_categories` (
  `ID_CAT` text,
  `name` text,
  PRIMARY KEY (`ID_CAT`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_categories` WRITE;
INSERT INTO `smf_categories` VALUES (1,'Pottery');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_log_reported_comments`;
CREATE TABLE `smf_log_reported_comments` (
  `id_comment` text,
  `id_report` text,
  `comment` text,
  PRIMARY KEY (`id_comment`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_log_reported_comments` WRITE;
INSERT INTO `smf_log_reported_comments` VALUES (1,1,'SECRETREPORT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_members`;
CREATE TABLE `smf_members` (
  `ID_MEMBER` text,
  `memberName` text,
  `realName` text,
  `passwd` text,
  `emailAddress` text,
  `usertitle` text,
  `memberIP` text,
  `passwordSalt` text,
  PRIMARY KEY (`ID_MEMBER`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_members` WRITE;
INSERT INTO `smf_members` VALUES (2,'maud','Maud','$2y$10$SECRETHASH','leak95@mail.example','Potter','203.0.113.97','SECRETSALT'),
(3,'odo','Odo','$2y$10$SECRETHASH','leak97@mail.example','','203.0.113.99','SECRETSALT'),
(4,'SECRETLOGIN','','$2y$10$SECRETHASH','leak202@mail.example','','203.0.113.250','SECRETSALT');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_messages`;
CREATE TABLE `smf_messages` (
  `ID_MSG` text,
  `ID_TOPIC` text,
  `ID_BOARD` text,
  `posterTime` text,
  `ID_MEMBER` text,
  `subject` text,
  `posterName` text,
  `posterEmail` text,
  `posterIP` text,
  `modifiedTime` text,
  `body` text,
  `icon` text,
  PRIMARY KEY (`ID_MSG`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_messages` WRITE;
INSERT INTO `smf_messages` VALUES (1,1,1,1200000060,2,'thread &amp; 1','Maud','leak81@mail.example','203.0.113.83',0,'The [b]first[/b] firing.<br />&quot;Hot&quot; it&#039;s author@posted.example','xx'),
(2,1,1,1200000120,3,'thread &amp; 1','Odo','leak83@mail.example','203.0.113.85',1200000500,'[quote author=Maud link=topic=1.msg1#msg1 date=1200000060]<br />The first firing.<br />[/quote]<br />Well done :)','xx'),
(3,1,1,1200000180,0,'thread &amp; 1','Passer','leak85@mail.example','203.0.113.87',0,'A guest.','xx'),
(4,1,1,1200000240,77,'thread &amp; 1','Gone','leak87@mail.example','203.0.113.89',0,'From an account that is gone.','xx'),
(6,2,2,1200000360,2,'thread &amp; 2','Maud','leak91@mail.example','203.0.113.93',0,'SECRETHIDDEN words','xx'),
(7,3,3,1200000420,2,'thread &amp; 3','Maud','leak93@mail.example','203.0.113.95',0,'SECRETDELETED words','xx'),
(8,4,4,1200000908,2,'SECRETTITLE','Maud','leak201@mail.example','203.0.113.250',0,'SECRETHIDDEN words','xx'),
(11,7,1,1200000911,2,'SECRETTITLE','Maud','leak201@mail.example','203.0.113.250',0,'SECRETMOVED words','moved'),
(13,1,1,1200000900,4,'thread','Wim','leak202@mail.example','203.0.113.250',0,'A name.','xx');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_personal_messages`;
CREATE TABLE `smf_personal_messages` (
  `ID_PM` text,
  `ID_MEMBER_FROM` text,
  `fromName` text,
  `subject` text,
  `body` text,
  PRIMARY KEY (`ID_PM`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_personal_messages` WRITE;
INSERT INTO `smf_personal_messages` VALUES (1,2,'Maud','SECRETSUBJECT','SECRETPRIVATE words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_poll_choices`;
CREATE TABLE `smf_poll_choices` (
  `ID_POLL` text,
  `ID_CHOICE` text,
  `label` text,
  `votes` text,
  PRIMARY KEY (`ID_POLL`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_poll_choices` WRITE;
INSERT INTO `smf_poll_choices` VALUES (1,0,'Red',3),
(1,1,'White',4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_polls`;
CREATE TABLE `smf_polls` (
  `ID_POLL` text,
  `question` text,
  `ID_MEMBER` text,
  `hideResults` text,
  PRIMARY KEY (`ID_POLL`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_polls` WRITE;
INSERT INTO `smf_polls` VALUES (1,'Which?',2,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_settings`;
CREATE TABLE `smf_settings` (
  `variable` text,
  `value` text,
  PRIMARY KEY (`variable`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_settings` WRITE;
INSERT INTO `smf_settings` VALUES ('recycle_enable','1'),
('recycle_board','3'),
('smtp_password','SECRETSMTP'),
('allow_guestAccess','1');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_topics`;
CREATE TABLE `smf_topics` (
  `ID_TOPIC` text,
  `isSticky` text,
  `ID_BOARD` text,
  `ID_FIRST_MSG` text,
  `numReplies` text,
  `numViews` text,
  `locked` text,
  `ID_POLL` text,
  PRIMARY KEY (`ID_TOPIC`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_topics` WRITE;
INSERT INTO `smf_topics` VALUES (1,1,1,1,3,70,1,1),
(2,0,2,6,0,7,0,0),
(3,0,3,7,0,7,0,0),
(4,0,4,8,0,7,0,0),
(7,0,1,11,0,7,0,0);
UNLOCK TABLES;

-- Dump completed
