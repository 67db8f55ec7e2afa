-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `xf_attachment`;
CREATE TABLE `xf_attachment` (
  `attachment_id` text,
  `data_id` text,
  `content_type` text,
  `content_id` text,
  `attach_date` text,
  PRIMARY KEY (`attachment_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_attachment` WRITE;
INSERT INTO `xf_attachment` VALUES (9,5,'post',1,1200000000),
(10,6,'conversation_message',1,1200000000);
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_attachment_data`;
CREATE TABLE `xf_attachment_data` (
  `data_id` text,
  `user_id` text,
  `filename` text,
  `file_hash` text,
  PRIMARY KEY (`data_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_attachment_data` WRITE;
INSERT INTO `xf_attachment_data` VALUES (5,2,'pot.png','SECRETFILEHASH'),
(6,2,'notes.png','SECRETFILEHASH');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_conversation_message`;
CREATE TABLE `xf_conversation_message` (
  `message_id` text,
  `conversation_id` text,
  `message_date` text,
  `user_id` text,
  `username` text,
  `message` text,
  `ip_id` text,
  PRIMARY KEY (`message_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_conversation_message` WRITE;
INSERT INTO `xf_conversation_message` VALUES (1,1,1200000000,2,'Maud','SECRETPRIVATE words',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_draft`;
CREATE TABLE `xf_draft` (
  `draft_id` text,
  `draft_key` text,
  `user_id` text,
  `message` text,
  PRIMARY KEY (`draft_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_draft` WRITE;
INSERT INTO `xf_draft` VALUES (1,'thread-1',2,'SECRETDRAFT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_ip`;
CREATE TABLE `xf_ip` (
  `ip_id` text,
  `user_id` text,
  `ip` text,
  PRIMARY KEY (`ip_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_ip` WRITE;
INSERT INTO `xf_ip` VALUES (1,2,'203.0.113.80');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_node`;
CREATE TABLE `xf_node` (
  `node_id` text,
  `title` text,
  `parent_node_id` text,
  `node_type_id` text,
  `description` text,
  PRIMARY KEY (`node_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_node` WRITE;
INSERT INTO `xf_node` VALUES (1,'Pottery',0,'Category',''),
(2,'Firing',1,'Forum','Wood, <b>gas</b> &amp; raku.<br />\nAsk here.'),
(3,'Staff',1,'Forum','SECRETabout Staff'),
(5,'Below staff',3,'Forum','SECRETabout Below staff'),
(6,'Lists',1,'Forum','SECRETabout Lists'),
(7,'Open below staff',3,'Forum','SECRETabout Open below staff'),
(8,'Own',1,'Forum','SECRETabout Own');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_option`;
CREATE TABLE `xf_option` (
  `option_id` text,
  `option_value` text,
  PRIMARY KEY (`option_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_option` WRITE;
INSERT INTO `xf_option` VALUES ('boardUrl','https://forum.kiln.example'),
('contactEmailAddress','leak80@mail.example'),
('emailTransport','SECRETSMTP');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_permission_cache_content`;
CREATE TABLE `xf_permission_cache_content` (
  `permission_combination_id` text,
  `content_type` text,
  `content_id` text,
  `cache_value` text,
  PRIMARY KEY (`permission_combination_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_permission_cache_content` WRITE;
INSERT INTO `xf_permission_cache_content` VALUES (1,'node',2,'{"view":true,"viewOthers":true,"viewContent":true}'),
(1,'node',8,'{"view":true,"viewOthers":false,"viewContent":true}'),
(2,'node',3,'{"view":true}');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_permission_entry`;
CREATE TABLE `xf_permission_entry` (
  `permission_entry_id` text,
  `user_group_id` text,
  `user_id` text,
  `permission_group_id` text,
  `permission_id` text,
  `permission_value` text,
  PRIMARY KEY (`permission_entry_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_permission_entry` WRITE;
INSERT INTO `xf_permission_entry` VALUES (1,1,0,'general','view','allow'),
(2,1,0,'general','viewNode','allow'),
(3,1,0,'forum','viewOthers','allow'),
(4,1,0,'forum','viewContent','allow');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_permission_entry_content`;
CREATE TABLE `xf_permission_entry_content` (
  `permission_entry_id` text,
  `content_type` text,
  `content_id` text,
  `user_group_id` text,
  `user_id` text,
  `permission_group_id` text,
  `permission_id` text,
  `permission_value` text,
  PRIMARY KEY (`permission_entry_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_permission_entry_content` WRITE;
INSERT INTO `xf_permission_entry_content` VALUES (1,'node',3,0,0,'general','viewNode','reset'),
(2,'node',6,1,0,'forum','viewContent','reset'),
(3,'node',7,1,0,'general','viewNode','content_allow');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_phrase`;
CREATE TABLE `xf_phrase` (
  `phrase_id` text,
  `language_id` text,
  `title` text,
  `phrase_text` text,
  PRIMARY KEY (`phrase_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_phrase` WRITE;
INSERT INTO `xf_phrase` VALUES (1,0,'thread_prefix.4','Solved'),
(2,0,'button.save','Save');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_poll`;
CREATE TABLE `xf_poll` (
  `poll_id` text,
  `content_type` text,
  `content_id` text,
  `question` text,
  `voter_count` text,
  `view_results_unvoted` text,
  PRIMARY KEY (`poll_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_poll` WRITE;
INSERT INTO `xf_poll` VALUES (1,'thread',1,'Which?',7,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_poll_response`;
CREATE TABLE `xf_poll_response` (
  `poll_response_id` text,
  `poll_id` text,
  `response` text,
  `response_vote_count` text,
  PRIMARY KEY (`poll_response_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_poll_response` WRITE;
INSERT INTO `xf_poll_response` VALUES (1,1,'Red',3),
(2,1,'White',4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_post`;
CREATE TABLE `xf_post` (
  `post_id` text,
  `thread_id` text,
  `user_id` text,
  `username` text,
  `post_date` text,
  `message` text,
  `ip_id` text,
  `message_state` text,
  `last_edit_date` text,
  `position` text,
  `warning_message` text,
  PRIMARY KEY (`post_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_post` WRITE;
INSERT INTO `xf_post` VALUES (1,1,2,'Maud',1200000060,'The [b]first[/b] firing. [ATTACH]9[/ATTACH]\n[SPOILER="The end"]It cracked.[/SPOILER] author@posted.example',1,'visible',0,0,'SECRETREASON'),
(2,1,3,'O\'Dell',1200000120,'[QUOTE="Maud, post: 1, member: 2"]\nThe first firing.\n[/QUOTE]\n[USER=2]@Maud[/USER] well done',2,'visible',1200000500,1,'SECRETREASON'),
(3,1,0,'Passer',1200000180,'A guest.',3,'visible',0,2,'SECRETREASON'),
(4,1,77,'Gone',1200000240,'From an account that is gone.',4,'visible',0,3,'SECRETREASON'),
(5,1,2,'Maud',1200000300,'SECRETDELETED words',5,'deleted',0,4,'SECRETREASON'),
(6,1,3,'Odo',1200000360,'SECRETUNAPPROVED words',6,'moderated',0,5,'SECRETREASON'),
(7,2,2,'Maud',1200000420,'SECRETHIDDEN words',7,'visible',0,6,'SECRETREASON'),
(8,4,2,'Maud',1200000480,'SECRETDELETED words',8,'visible',0,7,'SECRETREASON'),
(9,5,3,'Odo',1200000540,'SECRETHIDDEN words',9,'visible',0,8,'SECRETREASON'),
(10,6,2,'Maud',1200000910,'SECRETHIDDEN words',9,'visible',0,0,'SECRETREASON'),
(11,7,2,'Maud',1200000911,'SECRETHIDDEN words',9,'visible',0,0,'SECRETREASON'),
(12,8,2,'Maud',1200000912,'SECRETHIDDEN words',9,'visible',0,0,'SECRETREASON'),
(13,9,2,'Maud',1200000913,'SECRETUNAPPROVED words',9,'visible',0,0,'SECRETREASON');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_report_comment`;
CREATE TABLE `xf_report_comment` (
  `report_comment_id` text,
  `report_id` text,
  `message` text,
  PRIMARY KEY (`report_comment_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_report_comment` WRITE;
INSERT INTO `xf_report_comment` VALUES (1,1,'SECRETREPORT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_tag`;
CREATE TABLE `xf_tag` (
  `tag_id` text,
  `tag` text,
  `tag_url` text,
  PRIMARY KEY (`tag_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_tag` WRITE;
INSERT INTO `xf_tag` VALUES (1,'raku','raku');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_tag_content`;
CREATE TABLE `xf_tag_content` (
  `tag_content_id` text,
  `tag_id` text,
  `content_type` text,
  `content_id` text,
  PRIMARY KEY (`tag_content_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_tag_content` WRITE;
INSERT INTO `xf_tag_content` VALUES (1,1,'thread',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_thread`;
CREATE TABLE `xf_thread` (
  `thread_id` text,
  `node_id` text,
  `title` text,
  `reply_count` text,
  `view_count` text,
  `user_id` text,
  `username` text,
  `post_date` text,
  `sticky` text,
  `discussion_state` text,
  `discussion_open` text,
  `prefix_id` text,
  PRIMARY KEY (`thread_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_thread` WRITE;
INSERT INTO `xf_thread` VALUES (1,2,'Kilns & fire',3,70,2,'Maud',1200000000,1,'visible',0,4),
(2,3,'Hidden',0,7,2,'Maud',1200000000,0,'visible',1,0),
(4,2,'SECRETTITLE',0,7,2,'Maud',1200000000,0,'deleted',1,0),
(5,5,'Hidden below',0,7,2,'Maud',1200000000,0,'visible',1,0),
(6,6,'SECRETTITLE',0,7,2,'Maud',1200000000,0,'visible',1,0),
(7,7,'SECRETTITLE',0,7,2,'Maud',1200000000,0,'visible',1,0),
(8,8,'SECRETTITLE',0,7,2,'Maud',1200000000,0,'visible',1,0),
(9,2,'SECRETTITLE',0,7,2,'Maud',1200000000,0,'moderated',1,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_user`;
CREATE TABLE `xf_user` (
  `user_id` text,
  `username` text,
  `email` text,
  `custom_title` text,
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_user` WRITE;
INSERT INTO `xf_user` VALUES (2,'Maud','leak67@mail.example','Potter'),
(3,'O\'Dell','leak68@mail.example',''),
(10,'lurker10','leak69@mail.example',''),
(11,'lurker11','leak70@mail.example',''),
(12,'lurker12','leak71@mail.example',''),
(13,'lurker13','leak72@mail.example',''),
(14,'lurker14','leak73@mail.example',''),
(15,'lurker15','leak74@mail.example',''),
(16,'lurker16','leak75@mail.example',''),
(17,'lurker17','leak76@mail.example',''),
(18,'lurker18','leak77@mail.example',''),
(19,'lurker19','leak78@mail.example','');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_user_authenticate`;
CREATE TABLE `xf_user_authenticate` (
  `user_id` text,
  `scheme_class` text,
  `data` text,
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_user_authenticate` WRITE;
INSERT INTO `xf_user_authenticate` VALUES (2,'XF:Core12','$2y$10$SECRETHASH');
UNLOCK TABLES;

DROP TABLE IF EXISTS `xf_warning`;
CREATE TABLE `xf_warning` (
  `warning_id` text,
  `content_id` text,
  `title` text,
  `notes` text,
  PRIMARY KEY (`warning_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `xf_warning` WRITE;
INSERT INTO `xf_warning` VALUES (1,2,'SECRETREASON','SECRETNOTE');
UNLOCK TABLES;

-- Dump completed
