-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `phpbb_acl_groups`;
CREATE TABLE `phpbb_acl_groups` (
  `group_id` text,
  `forum_id` text,
  `auth_option_id` text,
  `auth_role_id` text,
  `auth_setting` text,
  PRIMARY KEY (`group_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_acl_groups` WRITE;
INSERT INTO `phpbb_acl_groups` VALUES (1,1,0,17,0),
(1,2,20,0,1),
(1,4,0,17,0),
(2,3,0,17,0),
(1,5,0,17,0),
(1,6,0,17,0),
(1,7,0,17,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_acl_options`;
CREATE TABLE `phpbb_acl_options` (
  `auth_option_id` text,
  `auth_option` text,
  PRIMARY KEY (`auth_option_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_acl_options` WRITE;
INSERT INTO `phpbb_acl_options` VALUES (1,'f_'),
(20,'f_read');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_acl_roles_data`;
CREATE TABLE `phpbb_acl_roles_data` (
  `role_id` text,
  `auth_option_id` text,
  `auth_setting` text,
  PRIMARY KEY (`role_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_acl_roles_data` WRITE;
INSERT INTO `phpbb_acl_roles_data` VALUES (17,20,1),
(16,20,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_acl_users`;
CREATE TABLE `phpbb_acl_users` (
  `user_id` text,
  `forum_id` text,
  `auth_option_id` text,
  `auth_role_id` text,
  `auth_setting` text,
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_acl_users` WRITE;
INSERT INTO `phpbb_acl_users` VALUES (1,6,20,0,0),
(2,3,20,0,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_attachments`;
CREATE TABLE `phpbb_attachments` (
  `attach_id` text,
  `post_msg_id` text,
  `topic_id` text,
  `in_message` text,
  `is_orphan` text,
  `real_filename` text,
  PRIMARY KEY (`attach_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_attachments` WRITE;
INSERT INTO `phpbb_attachments` VALUES (1,10,5,0,0,'pot.png'),
(2,1,0,1,0,'SECRETFILE.png');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_config`;
CREATE TABLE `phpbb_config` (
  `config_name` text,
  `config_value` text,
  `is_dynamic` text,
  PRIMARY KEY (`config_name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_config` WRITE;
INSERT INTO `phpbb_config` VALUES ('server_name','forum.kiln.example',0),
('script_path','/board',0),
('server_protocol','https://',0),
('smtp_password','SECRETSMTP',0),
('board_email','leak59@mail.example',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_drafts`;
CREATE TABLE `phpbb_drafts` (
  `draft_id` text,
  `user_id` text,
  `topic_id` text,
  `forum_id` text,
  `draft_subject` text,
  `draft_message` text,
  PRIMARY KEY (`draft_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_drafts` WRITE;
INSERT INTO `phpbb_drafts` VALUES (1,2,1,2,'SECRETSUBJECT','SECRETDRAFT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_forums`;
CREATE TABLE `phpbb_forums` (
  `forum_id` text,
  `parent_id` text,
  `forum_name` text,
  `forum_password` text,
  `forum_desc` text,
  `forum_desc_uid` text,
  PRIMARY KEY (`forum_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_forums` WRITE;
INSERT INTO `phpbb_forums` VALUES (1,0,'Pottery','','','3x9k'),
(2,1,'Firing','','Wood, [b:3x9k]gas[/b:3x9k] &amp; raku.\nAsk here.','3x9k'),
(3,1,'Staff','','SECRETabout Staff','3x9k'),
(4,1,'Club','$2y$10$SECRETHASH','SECRETabout Club','3x9k'),
(5,3,'Below staff','','SECRETabout Below staff','3x9k'),
(6,1,'Bound','','SECRETabout Bound','3x9k'),
(7,4,'In the club','','SECRETabout In the club','3x9k');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_groups`;
CREATE TABLE `phpbb_groups` (
  `group_id` text,
  `group_name` text,
  PRIMARY KEY (`group_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_groups` WRITE;
INSERT INTO `phpbb_groups` VALUES (1,'GUESTS'),
(2,'REGISTERED');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_log`;
CREATE TABLE `phpbb_log` (
  `log_id` text,
  `log_type` text,
  `user_id` text,
  `log_ip` text,
  `log_operation` text,
  `log_data` text,
  PRIMARY KEY (`log_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_log` WRITE;
INSERT INTO `phpbb_log` VALUES (1,3,2,'203.0.113.250','LOG_USER_WARNING','SECRETNOTE words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_poll_options`;
CREATE TABLE `phpbb_poll_options` (
  `poll_option_id` text,
  `topic_id` text,
  `poll_option_text` text,
  `poll_option_total` text,
  PRIMARY KEY (`poll_option_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_poll_options` WRITE;
INSERT INTO `phpbb_poll_options` VALUES (1,5,'Red',3),
(2,5,'White',4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_poll_votes`;
CREATE TABLE `phpbb_poll_votes` (
  `topic_id` text,
  `poll_option_id` text,
  `vote_user_id` text,
  `vote_user_ip` text,
  PRIMARY KEY (`topic_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_poll_votes` WRITE;
INSERT INTO `phpbb_poll_votes` VALUES (5,1,2,'203.0.113.56');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_posts`;
CREATE TABLE `phpbb_posts` (
  `post_id` text,
  `topic_id` text,
  `forum_id` text,
  `poster_id` text,
  `poster_ip` text,
  `post_time` text,
  `post_visibility` text,
  `post_username` text,
  `post_subject` text,
  `post_text` text,
  `bbcode_uid` text,
  `post_edit_time` text,
  `post_edit_reason` text,
  `post_delete_reason` text,
  PRIMARY KEY (`post_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_posts` WRITE;
INSERT INTO `phpbb_posts` VALUES (1,1,2,2,'203.0.113.2',1200000060,1,'','Re: thread 1','<t>The first firing, ask <br/>\nme at author@posted.example.</t>','',0,'SECRETREASON','SECRETREASON'),
(2,1,2,3,'203.0.113.3',1200000120,1,'','Re: thread 1','<r><QUOTE author="Maud" post_id="1" time="1200000060" user_id="2"><s>[quote=Maud post_id=1 time=1200000060 user_id=2]</s>The first firing<e>[/quote]</e></QUOTE>\n<B><s>[b]</s>Well<e>[/b]</e></B> done <E>:)</E></r>','',1200000500,'SECRETREASON','SECRETREASON'),
(3,1,2,1,'203.0.113.4',1200000180,1,'Passer &amp; By','Re: thread 1','Kept as [b:1abc2def]before[/b:1abc2def] &quot;3.2&quot; <!-- s:) --><img src="{SMILIES_PATH}/s.gif" alt=":)" title="Smile" /><!-- s:) --> <!-- m --><a class="postlink" href="http://kiln.example/a?b=1&amp;c=2">http://kiln.example/a ... c=2</a><!-- m -->\n[list=1:1abc2def][*:1abc2def]one[/*:m:1abc2def][*:1abc2def]two[/*:m:1abc2def][/list:o:1abc2def]','1abc2def',0,'SECRETREASON','SECRETREASON'),
(4,1,2,77,'203.0.113.5',1200000240,1,'Gone','Re: thread 1','<t>From an account that is gone.</t>','',0,'SECRETREASON','SECRETREASON'),
(5,1,2,2,'203.0.113.6',1200000300,2,'','Re: thread 1','<t>SECRETDELETED words</t>','',0,'SECRETREASON','SECRETREASON'),
(6,1,2,3,'203.0.113.7',1200000360,0,'','Re: thread 1','<t>SECRETUNAPPROVED words</t>','',0,'SECRETREASON','SECRETREASON'),
(7,2,3,2,'203.0.113.8',1200000420,1,'','Re: thread 2','<t>SECRETHIDDEN words</t>','',0,'SECRETREASON','SECRETREASON'),
(8,3,4,2,'203.0.113.9',1200000480,1,'','Re: thread 3','<t>SECRETLOCKED words</t>','',0,'SECRETREASON','SECRETREASON'),
(9,4,2,2,'203.0.113.10',1200000540,2,'','Re: thread 4','<t>SECRETDELETED words</t>','',0,'SECRETREASON','SECRETREASON'),
(10,5,2,3,'203.0.113.11',1200000600,1,'','Re: thread 5','<r>A poll. <ATTACHMENT filename="pot.png" index="0"><s>[attachment=0]</s>pot.png<e>[/attachment]</e></ATTACHMENT></r>','',0,'SECRETREASON','SECRETREASON'),
(11,7,5,2,'203.0.113.250',1200000911,1,'','Re','<t>SECRETHIDDEN words</t>','',0,'SECRETREASON','SECRETREASON'),
(12,8,6,2,'203.0.113.250',1200000912,1,'','Re','<t>SECRETHIDDEN words</t>','',0,'SECRETREASON','SECRETREASON'),
(13,9,2,2,'203.0.113.250',1200000913,0,'','Re','<t>SECRETUNAPPROVED words</t>','',0,'SECRETREASON','SECRETREASON'),
(14,10,2,2,'203.0.113.250',1200000914,3,'','Re','<t>SECRETUNAPPROVED words</t>','',0,'SECRETREASON','SECRETREASON'),
(15,11,7,2,'203.0.113.250',1200000915,1,'','Re','<t>SECRETLOCKED words</t>','',0,'SECRETREASON','SECRETREASON'),
(16,13,0,2,'203.0.113.250',1200000916,1,'','Re','<t>Everybody may read this.</t>','',0,'SECRETREASON','SECRETREASON'),
(17,9,2,3,'203.0.113.251',1200000990,1,'','Re','<t>SECRETUNAPPROVED words</t>','',0,'','');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_privmsgs`;
CREATE TABLE `phpbb_privmsgs` (
  `msg_id` text,
  `author_id` text,
  `author_ip` text,
  `message_subject` text,
  `message_text` text,
  PRIMARY KEY (`msg_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_privmsgs` WRITE;
INSERT INTO `phpbb_privmsgs` VALUES (1,2,'203.0.113.57','SECRETSUBJECT','SECRETPRIVATE words'),
(2,3,'203.0.113.58','SECRETSUBJECT','SECRETPRIVATE words');
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

DROP TABLE IF EXISTS `phpbb_reports`;
CREATE TABLE `phpbb_reports` (
  `report_id` text,
  `reason_id` text,
  `post_id` text,
  `user_id` text,
  `report_text` text,
  PRIMARY KEY (`report_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_reports` WRITE;
INSERT INTO `phpbb_reports` VALUES (1,1,1,3,'SECRETREPORT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_search_wordlist`;
CREATE TABLE `phpbb_search_wordlist` (
  `word_id` text,
  `word_text` text,
  PRIMARY KEY (`word_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_search_wordlist` WRITE;
INSERT INTO `phpbb_search_wordlist` VALUES (1,'secretword;'),
(2,'it\'s (');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_sessions`;
CREATE TABLE `phpbb_sessions` (
  `session_id` text,
  `session_user_id` text,
  `session_ip` text,
  PRIMARY KEY (`session_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_sessions` WRITE;
INSERT INTO `phpbb_sessions` VALUES ('SECRETSESSION',2,'203.0.113.59');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_topics`;
CREATE TABLE `phpbb_topics` (
  `topic_id` text,
  `forum_id` text,
  `topic_title` text,
  `topic_poster` text,
  `topic_time` text,
  `topic_views` text,
  `topic_posts_approved` text,
  `topic_status` text,
  `topic_type` text,
  `topic_visibility` text,
  `poll_title` text,
  PRIMARY KEY (`topic_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_topics` WRITE;
INSERT INTO `phpbb_topics` VALUES (1,2,'Kilns &amp; fire',2,1200000000,70,4,1,1,1,''),
(2,3,'Hidden',2,1200000000,7,1,0,0,1,''),
(3,4,'Locked',2,1200000000,7,1,0,0,1,''),
(4,2,'SECRETTITLE',2,1200000000,7,1,0,0,2,''),
(5,2,'Which clay?',3,1200000000,9,1,0,0,1,'Which?'),
(6,2,'Moved',3,1200000000,9,1,2,0,1,''),
(7,5,'SECRETTITLE',2,1200000000,7,1,0,0,1,''),
(8,6,'SECRETTITLE',2,1200000000,7,1,0,0,1,''),
(9,2,'SECRETTITLE',2,1200000000,7,1,0,0,0,''),
(10,2,'SECRETTITLE',2,1200000000,7,1,0,0,3,''),
(11,7,'SECRETTITLE',2,1200000000,7,1,0,0,1,''),
(12,2,'SECRETTITLE',2,1200000000,7,1,2,0,1,''),
(13,0,'For all boards',2,1200000000,7,1,0,3,1,'');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_users`;
CREATE TABLE `phpbb_users` (
  `user_id` text,
  `username` text,
  `username_clean` text,
  `user_regdate` text,
  `user_password` text,
  `user_email` text,
  `user_ip` text,
  `user_rank` text,
  `user_sig` text,
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_users` WRITE;
INSERT INTO `phpbb_users` VALUES (1,'Anonymous','anonymous',0,'','','',0,''),
(2,'Maud','maud',1200000000,'$2y$10$SECRETHASH','leak11@mail.example','203.0.113.13',1,''),
(3,'O\'Dell','o\'dell',1200000000,'$2y$10$SECRETHASH','leak13@mail.example','203.0.113.15',0,''),
(10,'lurker10','lurker10',1200000000,'$2y$10$SECRETHASH','leak15@mail.example','203.0.113.17',0,''),
(11,'lurker11','lurker11',1200000000,'$2y$10$SECRETHASH','leak17@mail.example','203.0.113.19',0,''),
(12,'lurker12','lurker12',1200000000,'$2y$10$SECRETHASH','leak19@mail.example','203.0.113.21',0,''),
(13,'lurker13','lurker13',1200000000,'$2y$10$SECRETHASH','leak21@mail.example','203.0.113.23',0,''),
(14,'lurker14','lurker14',1200000000,'$2y$10$SECRETHASH','leak23@mail.example','203.0.113.25',0,''),
(15,'lurker15','lurker15',1200000000,'$2y$10$SECRETHASH','leak25@mail.example','203.0.113.27',0,''),
(16,'lurker16','lurker16',1200000000,'$2y$10$SECRETHASH','leak27@mail.example','203.0.113.29',0,''),
(17,'lurker17','lurker17',1200000000,'$2y$10$SECRETHASH','leak29@mail.example','203.0.113.31',0,''),
(18,'lurker18','lurker18',1200000000,'$2y$10$SECRETHASH','leak31@mail.example','203.0.113.33',0,''),
(19,'lurker19','lurker19',1200000000,'$2y$10$SECRETHASH','leak33@mail.example','203.0.113.35',0,''),
(20,'lurker20','lurker20',1200000000,'$2y$10$SECRETHASH','leak35@mail.example','203.0.113.37',0,''),
(21,'lurker21','lurker21',1200000000,'$2y$10$SECRETHASH','leak37@mail.example','203.0.113.39',0,''),
(22,'lurker22','lurker22',1200000000,'$2y$10$SECRETHASH','leak39@mail.example','203.0.113.41',0,''),
(23,'lurker23','lurker23',1200000000,'$2y$10$SECRETHASH','leak41@mail.example','203.0.113.43',0,''),
(24,'lurker24','lurker24',1200000000,'$2y$10$SECRETHASH','leak43@mail.example','203.0.113.45',0,''),
(25,'lurker25','lurker25',1200000000,'$2y$10$SECRETHASH','leak45@mail.example','203.0.113.47',0,''),
(26,'lurker26','lurker26',1200000000,'$2y$10$SECRETHASH','leak47@mail.example','203.0.113.49',0,''),
(27,'lurker27','lurker27',1200000000,'$2y$10$SECRETHASH','leak49@mail.example','203.0.113.51',0,''),
(28,'lurker28','lurker28',1200000000,'$2y$10$SECRETHASH','leak51@mail.example','203.0.113.53',0,''),
(29,'lurker29','lurker29',1200000000,'$2y$10$SECRETHASH','leak53@mail.example','203.0.113.55',0,'');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phpbb_warnings`;
CREATE TABLE `phpbb_warnings` (
  `warning_id` text,
  `user_id` text,
  `post_id` text,
  `log_id` text,
  PRIMARY KEY (`warning_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phpbb_warnings` WRITE;
INSERT INTO `phpbb_warnings` VALUES (1,3,2,1);
UNLOCK TABLES;

-- Dump completed
