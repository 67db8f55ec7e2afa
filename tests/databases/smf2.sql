-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `smf_attachments`;
CREATE TABLE `smf_attachments` (
  `id_attach` text,
  `id_msg` text,
  `attachment_type` text,
  `filename` text,
  `file_hash` text,
  `approved` text,
  PRIMARY KEY (`id_attach`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_attachments` WRITE;
INSERT INTO `smf_attachments` VALUES (1,1,0,'pot.png','SECRETFILEHASH',1),
(2,1,3,'pot.png_thumb','SECRETFILEHASH',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_boards`;
CREATE TABLE `smf_boards` (
  `id_board` text,
  `id_cat` text,
  `id_parent` text,
  `name` text,
  `member_groups` text,
  `description` text,
  `deny_member_groups` text,
  PRIMARY KEY (`id_board`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_boards` WRITE;
INSERT INTO `smf_boards` VALUES (1,1,0,'Firing','-1,0,2','Wood, <b>gas</b> &amp; raku.<br />\nAsk here.',''),
(2,1,1,'Staff','2','SECRETabout Staff',''),
(3,1,0,'Bin','-1,0','SECRETabout Bin',''),
(4,1,2,'Below staff','-1,0','SECRETabout Below staff',''),
(5,1,0,'Denied','-1,0','SECRETabout Denied','-1');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_categories`;
CREATE TABLE `smf_categories` (
  `id_cat` text,
  `name` text,
  PRIMARY KEY (`id_cat`)
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
  `id_member` text,
  `member_name` text,
  `real_name` text,
  `passwd` text,
  `email_address` text,
  `usertitle` text,
  `member_ip` text,
  `password_salt` text,
  PRIMARY KEY (`id_member`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_members` WRITE;
INSERT INTO `smf_members` VALUES (2,'maud','Maud','$2y$10$SECRETHASH','leak95@mail.example','Potter','203.0.113.97','SECRETSALT'),
(3,'odo','Odo','$2y$10$SECRETHASH','leak97@mail.example','','203.0.113.99','SECRETSALT'),
(4,'SECRETLOGIN','','$2y$10$SECRETHASH','leak202@mail.example','','203.0.113.250','SECRETSALT');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_messages`;
CREATE TABLE `smf_messages` (
  `id_msg` text,
  `id_topic` text,
  `id_board` text,
  `poster_time` text,
  `id_member` text,
  `subject` text,
  `poster_name` text,
  `poster_email` text,
  `poster_ip` text,
  `modified_time` text,
  `body` text,
  `approved` text,
  `icon` text,
  `modified_reason` text,
  PRIMARY KEY (`id_msg`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_messages` WRITE;
INSERT INTO `smf_messages` VALUES (1,1,1,1200000060,2,'thread &amp; 1','Maud','leak81@mail.example','203.0.113.83',0,'The [b]first[/b] firing.<br />&quot;Hot&quot; it&#039;s author@posted.example',1,'xx','SECRETREASON'),
(2,1,1,1200000120,3,'thread &amp; 1','Odo','leak83@mail.example','203.0.113.85',1200000500,'[quote author=Maud link=topic=1.msg1#msg1 date=1200000060]<br />The first firing.<br />[/quote]<br />Well done :)',1,'xx','SECRETREASON'),
(3,1,1,1200000180,0,'thread &amp; 1','Passer','leak85@mail.example','203.0.113.87',0,'A guest.',1,'xx','SECRETREASON'),
(4,1,1,1200000240,77,'thread &amp; 1','Gone','leak87@mail.example','203.0.113.89',0,'From an account that is gone.',1,'xx','SECRETREASON'),
(5,1,1,1200000300,2,'thread &amp; 1','Maud','leak89@mail.example','203.0.113.91',0,'SECRETUNAPPROVED words',0,'xx','SECRETREASON'),
(6,2,2,1200000360,2,'thread &amp; 2','Maud','leak91@mail.example','203.0.113.93',0,'SECRETHIDDEN words',1,'xx','SECRETREASON'),
(7,3,3,1200000420,2,'thread &amp; 3','Maud','leak93@mail.example','203.0.113.95',0,'SECRETDELETED words',1,'xx','SECRETREASON'),
(8,4,4,1200000908,2,'SECRETTITLE','Maud','leak201@mail.example','203.0.113.250',0,'SECRETHIDDEN words',1,'xx','SECRETREASON'),
(9,5,5,1200000909,2,'SECRETTITLE','Maud','leak201@mail.example','203.0.113.250',0,'SECRETHIDDEN words',1,'xx','SECRETREASON'),
(10,6,1,1200000910,2,'SECRETTITLE','Maud','leak201@mail.example','203.0.113.250',0,'SECRETUNAPPROVED words',0,'xx','SECRETREASON'),
(11,7,1,1200000911,2,'SECRETTITLE','Maud','leak201@mail.example','203.0.113.250',0,'SECRETMOVED words',1,'moved','SECRETREASON'),
(12,8,1,1200000912,2,'SECRETTITLE','Maud','leak201@mail.example','203.0.113.250',0,'SECRETMOVED words',1,'moved','SECRETREASON'),
(13,1,1,1200000900,4,'thread','Wim','leak202@mail.example','203.0.113.250',0,'A name.',1,'xx',''),
(14,6,1,1200000990,3,'SECRETTITLE','Odo','leak203@mail.example','203.0.113.251',0,'SECRETUNAPPROVED words',1,'xx','');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_personal_messages`;
CREATE TABLE `smf_personal_messages` (
  `id_pm` text,
  `id_member_from` text,
  `from_name` text,
  `subject` text,
  `body` text,
  PRIMARY KEY (`id_pm`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_personal_messages` WRITE;
INSERT INTO `smf_personal_messages` VALUES (1,2,'Maud','SECRETSUBJECT','SECRETPRIVATE words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_poll_choices`;
CREATE TABLE `smf_poll_choices` (
  `id_poll` text,
  `id_choice` text,
  `label` text,
  `votes` text,
  PRIMARY KEY (`id_poll`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_poll_choices` WRITE;
INSERT INTO `smf_poll_choices` VALUES (1,0,'Red',3),
(1,1,'White',4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_polls`;
CREATE TABLE `smf_polls` (
  `id_poll` text,
  `question` text,
  `id_member` text,
  `hide_results` text,
  PRIMARY KEY (`id_poll`)
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
  `id_topic` text,
  `is_sticky` text,
  `id_board` text,
  `id_first_msg` text,
  `num_replies` text,
  `num_views` text,
  `locked` text,
  `approved` text,
  `id_poll` text,
  `id_redirect_topic` text,
  PRIMARY KEY (`id_topic`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_topics` WRITE;
INSERT INTO `smf_topics` VALUES (1,1,1,1,3,70,1,1,1,0),
(2,0,2,6,0,7,0,1,0,0),
(3,0,3,7,0,7,0,1,0,0),
(4,0,4,8,0,7,0,1,0,0),
(5,0,5,9,0,7,0,1,0,0),
(6,0,1,10,0,7,0,0,0,0),
(7,0,1,11,0,7,0,1,0,0),
(8,0,1,12,0,7,0,1,0,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `smf_user_drafts`;
CREATE TABLE `smf_user_drafts` (
  `id_draft` text,
  `id_topic` text,
  `subject` text,
  `body` text,
  PRIMARY KEY (`id_draft`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `smf_user_drafts` WRITE;
INSERT INTO `smf_user_drafts` VALUES (1,1,'SECRETSUBJECT','SECRETDRAFT words');
UNLOCK TABLES;

-- Dump completed
