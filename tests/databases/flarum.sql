-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `access_tokens`;
CREATE TABLE `access_tokens` (
  `id` text,
  `token` text,
  `user_id` text,
  `last_ip_address` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `access_tokens` WRITE;
INSERT INTO `access_tokens` VALUES (1,'SECRETTOKEN',2,'203.0.113.9');
UNLOCK TABLES;

DROP TABLE IF EXISTS `discussion_tag`;
CREATE TABLE `discussion_tag` (
  `discussion_id` text,
  `tag_id` text,
  PRIMARY KEY (`discussion_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `discussion_tag` WRITE;
INSERT INTO `discussion_tag` VALUES (1,2),
(1,1),
(1,6),
(2,3),
(2,1),
(3,4),
(3,3),
(4,2),
(5,2),
(6,2),
(7,2),
(7,5),
(8,2);
UNLOCK TABLES;

DROP TABLE IF EXISTS `discussions`;
CREATE TABLE `discussions` (
  `id` text,
  `title` text,
  `comment_count` text,
  `participant_count` text,
  `created_at` text,
  `user_id` text,
  `slug` text,
  `hidden_at` text,
  `hidden_user_id` text,
  `is_private` text,
  `is_approved` text,
  `is_locked` text,
  `is_sticky` text,
  `view_count` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `discussions` WRITE;
INSERT INTO `discussions` VALUES (1,'Kilns & fire',4,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,0,1,1,1,70),
(2,'SECRETTITLE',1,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,0,1,0,0,7),
(3,'SECRETTITLE',1,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,0,1,0,0,7),
(4,'SECRETTITLE',1,1,'2008-01-10 21:20:00',2,'slug','2008-01-10 21:50:00',NULL,0,1,0,0,7),
(5,'SECRETTITLE',1,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,1,1,0,0,7),
(6,'SECRETTITLE',1,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,1,0,0,0,7),
(7,'SECRETTITLE',1,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,0,1,0,0,7),
(8,'Which clay?',1,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,0,1,0,0,7),
(9,'Without a tag',1,1,'2008-01-10 21:20:00',2,'slug',NULL,NULL,0,1,0,0,7);
UNLOCK TABLES;

DROP TABLE IF EXISTS `flags`;
CREATE TABLE `flags` (
  `id` text,
  `post_id` text,
  `type` text,
  `user_id` text,
  `reason` text,
  `reason_detail` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `flags` WRITE;
INSERT INTO `flags` VALUES (1,1,'user',3,'SECRETREASON','SECRETREPORT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `fof_drafts`;
CREATE TABLE `fof_drafts` (
  `id` text,
  `user_id` text,
  `title` text,
  `content` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `fof_drafts` WRITE;
INSERT INTO `fof_drafts` VALUES (1,2,'SECRETSUBJECT','SECRETDRAFT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `group_permission`;
CREATE TABLE `group_permission` (
  `group_id` text,
  `permission` text,
  PRIMARY KEY (`group_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `group_permission` WRITE;
INSERT INTO `group_permission` VALUES (2,'viewForum'),
(2,'searchUsers'),
(2,'tag1.viewForum'),
(3,'tag3.viewForum'),
(4,'tag5.viewForum'),
(4,'discussion.viewIpsPosts');
UNLOCK TABLES;

DROP TABLE IF EXISTS `poll_options`;
CREATE TABLE `poll_options` (
  `id` text,
  `answer` text,
  `poll_id` text,
  `vote_count` text,
  `image_url` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `poll_options` WRITE;
INSERT INTO `poll_options` VALUES (1,'Red',4,3,NULL),
(2,'White',4,4,NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `polls`;
CREATE TABLE `polls` (
  `id` text,
  `question` text,
  `post_id` text,
  `user_id` text,
  `public_poll` text,
  `end_date` text,
  `settings` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `polls` WRITE;
INSERT INTO `polls` VALUES (4,'Which?',19,2,0,NULL,'{"hide_votes":false}');
UNLOCK TABLES;

DROP TABLE IF EXISTS `post_likes`;
CREATE TABLE `post_likes` (
  `post_id` text,
  `user_id` text,
  PRIMARY KEY (`post_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `post_likes` WRITE;
INSERT INTO `post_likes` VALUES (11,3),
(11,4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `posts`;
CREATE TABLE `posts` (
  `id` text,
  `discussion_id` text,
  `number` text,
  `created_at` text,
  `user_id` text,
  `type` text,
  `content` text,
  `edited_at` text,
  `edited_user_id` text,
  `hidden_at` text,
  `hidden_user_id` text,
  `ip_address` text,
  `is_private` text,
  `is_approved` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `posts` WRITE;
INSERT INTO `posts` VALUES (11,1,1,'2008-01-10 21:21:00',2,'comment','<r><p>The <STRONG><s>**</s>first<e>**</e></STRONG> firing, <ESC><s>\\</s>*</ESC>hot<ESC><s>\\</s>*</ESC>: author@posted.example</p>\n\n<p><UPL-IMAGE-PREVIEW url="https://forum.kiln.example/assets/files/pot.png">[upl-image-preview url=https://forum.kiln.example/assets/files/pot.png]</UPL-IMAGE-PREVIEW></p>\n<LIST><LI><s>- </s>one</LI>\n<LI><s>- </s>two</LI></LIST></r>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(12,1,2,'2008-01-10 21:22:00',3,'comment','<r><QUOTE><i>&gt; </i><p><POSTMENTION discussionid="1" displayname="Maud" id="11" number="1">@"Maud"#p11</POSTMENTION> The first firing.</p></QUOTE>\n\n<p>Well done <USERMENTION displayname="Maud" id="2">@"Maud"#2</USERMENTION></p></r>','2008-01-10 21:28:20',NULL,NULL,NULL,'203.0.113.5',0,1),
(13,1,3,'2008-01-10 21:23:00',NULL,'comment','<t><p>A guest.</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(14,1,4,'2008-01-10 21:24:00',2,'comment','<r><p><POSTMENTION discussionid="1" displayname="O&#039;Dell" id="12" number="2">@"O\'Dell"#p12</POSTMENTION> Thanks.</p></r>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(15,1,5,'2008-01-10 21:25:00',2,'discussionRenamed','["SECRETOLD title","Kilns & fire"]',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(16,1,6,'2008-01-10 21:26:00',2,'comment','<t><p>SECRETDELETED words</p></t>',NULL,NULL,'2008-01-10 21:55:00',NULL,'203.0.113.5',0,1),
(17,1,7,'2008-01-10 21:27:00',3,'comment','<t><p>SECRETUNAPPROVED words</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',1,0),
(18,9,1,'2008-01-10 21:21:00',2,'comment','<t><p>Of no board.</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(19,8,1,'2008-01-10 21:21:00',2,'comment','<t><p>A poll.</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(20,2,1,'2008-01-10 21:21:00',2,'comment','<t><p>SECRETHIDDEN words</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(21,3,1,'2008-01-10 21:21:00',2,'comment','<t><p>SECRETHIDDEN words</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(22,4,1,'2008-01-10 21:21:00',2,'comment','<t><p>SECRETDELETED words</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(23,5,1,'2008-01-10 21:21:00',2,'comment','<t><p>SECRETPRIVATE words</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(24,6,1,'2008-01-10 21:21:00',2,'comment','<t><p>SECRETUNAPPROVED words</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1),
(25,7,1,'2008-01-10 21:21:00',2,'comment','<t><p>SECRETHIDDEN words</p></t>',NULL,NULL,NULL,NULL,'203.0.113.5',0,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `settings`;
CREATE TABLE `settings` (
  `key` text,
  `value` text,
  PRIMARY KEY (`key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `settings` WRITE;
INSERT INTO `settings` VALUES ('forum_title','Kiln'),
('mail_password','SECRETSMTP'),
('mail_from','leak500@mail.example');
UNLOCK TABLES;

DROP TABLE IF EXISTS `tags`;
CREATE TABLE `tags` (
  `id` text,
  `name` text,
  `slug` text,
  `description` text,
  `color` text,
  `position` text,
  `parent_id` text,
  `is_restricted` text,
  `is_hidden` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `tags` WRITE;
INSERT INTO `tags` VALUES (1,'Pottery','pottery','','',0,NULL,1,0),
(2,'Firing','firing','Wood, <b>gas</b> &amp; raku. Ask here.','',0,1,0,0),
(3,'Staff','staff','SECRETabout Staff','',1,NULL,1,0),
(4,'Below staff','below','SECRETabout Below','',0,3,0,0),
(5,'Guarded','guarded','SECRETabout Guarded','',NULL,NULL,1,0),
(6,'raku','raku','','',NULL,NULL,0,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `users`;
CREATE TABLE `users` (
  `id` text,
  `username` text,
  `email` text,
  `is_email_confirmed` text,
  `password` text,
  `bio` text,
  `joined_at` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `users` WRITE;
INSERT INTO `users` VALUES (2,'Maud','leak501@mail.example',1,'$2y$10$SECRETHASH','SECRETBIO','2008-01-10 21:01:00'),
(3,'O\'Dell','leak502@mail.example',1,'$2y$10$SECRETHASH','','2008-01-10 21:01:00'),
(10,'lurker10','leak503@mail.example',1,'$2y$10$SECRETHASH','','2008-01-10 21:01:00');
UNLOCK TABLES;

-- Dump completed
