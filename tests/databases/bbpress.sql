-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `wp_bp_messages_messages`;
CREATE TABLE `wp_bp_messages_messages` (
  `id` text,
  `thread_id` text,
  `sender_id` text,
  `subject` text,
  `message` text,
  `date_sent` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_bp_messages_messages` WRITE;
INSERT INTO `wp_bp_messages_messages` VALUES (1,1,2,'SECRETSUBJECT','SECRETPRIVATE words','2008-01-10 21:01:00');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_comments`;
CREATE TABLE `wp_comments` (
  `comment_ID` text,
  `comment_post_ID` text,
  `comment_author` text,
  `comment_author_email` text,
  `comment_author_IP` text,
  `comment_content` text,
  PRIMARY KEY (`comment_ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_comments` WRITE;
INSERT INTO `wp_comments` VALUES (1,90,'SECRETname','leak800@mail.example','203.0.113.80','SECRETCOMMENT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_options`;
CREATE TABLE `wp_options` (
  `option_id` text,
  `option_name` text,
  `option_value` text,
  `autoload` text,
  PRIMARY KEY (`option_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_options` WRITE;
INSERT INTO `wp_options` VALUES (1,'home','https://forum.kiln.example','yes'),
(2,'admin_email','leak801@mail.example','yes'),
(3,'_bbp_super_sticky_topics','a:1:{i:0;i:1;}','yes'),
(4,'_bbp_topic_slug','thread','yes'),
(5,'mailserver_pass','SECRETSMTP','yes');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_postmeta`;
CREATE TABLE `wp_postmeta` (
  `meta_id` text,
  `post_id` text,
  `meta_key` text,
  `meta_value` text,
  PRIMARY KEY (`meta_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_postmeta` WRITE;
INSERT INTO `wp_postmeta` VALUES (1,1,'_bbp_reply_count','3'),
(2,12,'_bbp_anonymous_name','Passer'),
(3,12,'_bbp_anonymous_email','leak802@mail.example'),
(4,12,'_bbp_author_ip','203.0.113.80'),
(5,13,'_bbp_reply_to','11'),
(6,1,'_bbp_revision_log','a:1:{s:6:"reason";s:12:"SECRETREASON";}');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_posts`;
CREATE TABLE `wp_posts` (
  `ID` text,
  `post_author` text,
  `post_date` text,
  `post_date_gmt` text,
  `post_content` text,
  `post_title` text,
  `post_excerpt` text,
  `post_status` text,
  `post_password` text,
  `post_name` text,
  `post_modified` text,
  `post_modified_gmt` text,
  `post_parent` text,
  `post_type` text,
  PRIMARY KEY (`ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_posts` WRITE;
INSERT INTO `wp_posts` VALUES (1,2,'2008-01-10 21:21:00','2008-01-10 21:21:00','The <strong>first</strong> firing.\nauthor@posted.example\n\n<pre><code>x = 1\n\ny = 2</code></pre>','Kilns & fire','','closed','','kilns-fire','2008-01-10 21:21:00','2008-01-10 21:21:00',3,'topic'),
(2,2,'2008-01-10 21:22:00','2008-01-10 21:22:00','','Pottery','','publish','','pottery','2008-01-10 21:22:00','2008-01-10 21:22:00',0,'forum'),
(3,2,'2008-01-10 21:23:00','2008-01-10 21:23:00','Wood, <b>gas</b> &amp; raku. Ask here.','Firing','','publish','','firing','2008-01-10 21:23:00','2008-01-10 21:23:00',2,'forum'),
(4,2,'2008-01-10 21:24:00','2008-01-10 21:24:00','SECRETabout Staff','Staff','','private','','staff','2008-01-10 21:24:00','2008-01-10 21:24:00',2,'forum'),
(5,2,'2008-01-10 21:25:00','2008-01-10 21:25:00','SECRETabout Below','Below','','publish','','below','2008-01-10 21:25:00','2008-01-10 21:25:00',4,'forum'),
(6,2,'2008-01-10 21:26:00','2008-01-10 21:26:00','SECRETabout Club','Club','','publish','SECRETPASS','club','2008-01-10 21:26:00','2008-01-10 21:26:00',2,'forum'),
(7,2,'2008-01-10 21:27:00','2008-01-10 21:27:00','SECRETabout Group','Group','','hidden','','group','2008-01-10 21:27:00','2008-01-10 21:27:00',2,'forum'),
(11,3,'2008-01-10 21:22:00','2008-01-10 21:22:00','<div class="d4p-bbp-quote"><div class="d4p-bbp-quote-title"><a href="https://forum.kiln.example/forums/thread/kilns-fire/#post-1">Maud wrote:</a></div>The first firing.</div>\nWell done','Reply To: Kilns & fire','','publish','','x','2008-01-10 21:28:20','2008-01-10 21:28:20',1,'reply'),
(12,0,'2008-01-10 21:23:00','2008-01-10 21:23:00','A guest.','','','publish','','x','2008-01-10 21:23:00','2008-01-10 21:23:00',1,'reply'),
(13,77,'2008-01-10 21:24:00','2008-01-10 21:24:00','From an account that is gone.','','','publish','','x','2008-01-10 21:24:00','2008-01-10 21:24:00',1,'reply'),
(14,2,'2008-01-10 21:24:00','2008-01-10 21:24:00','SECRETDELETED words','','','trash','','x','2008-01-10 21:24:00','2008-01-10 21:24:00',1,'reply'),
(15,2,'2008-01-10 21:25:00','2008-01-10 21:25:00','SECRETUNAPPROVED words','','','pending','','x','2008-01-10 21:25:00','2008-01-10 21:25:00',1,'reply'),
(16,2,'2008-01-10 21:26:00','2008-01-10 21:26:00','SECRETSPAM words','','','spam','','x','2008-01-10 21:26:00','2008-01-10 21:26:00',1,'reply'),
(17,2,'2008-01-10 21:27:00','2008-01-10 21:27:00','SECRETLOCKED words','','','publish','SECRETPASS','x','2008-01-10 21:27:00','2008-01-10 21:27:00',1,'reply'),
(20,2,'2008-01-10 21:20:00','2008-01-10 21:20:00','SECRETHIDDEN words','SECRETTITLE','','publish','','x','2008-01-10 21:20:00','2008-01-10 21:20:00',4,'topic'),
(21,2,'2008-01-10 21:21:00','2008-01-10 21:21:00','SECRETHIDDEN words','SECRETTITLE','','publish','','x','2008-01-10 21:21:00','2008-01-10 21:21:00',5,'topic'),
(22,2,'2008-01-10 21:22:00','2008-01-10 21:22:00','SECRETLOCKED words','SECRETTITLE','','publish','','x','2008-01-10 21:22:00','2008-01-10 21:22:00',6,'topic'),
(23,2,'2008-01-10 21:23:00','2008-01-10 21:23:00','SECRETHIDDEN words','SECRETTITLE','','publish','','x','2008-01-10 21:23:00','2008-01-10 21:23:00',7,'topic'),
(24,2,'2008-01-10 21:24:00','2008-01-10 21:24:00','SECRETDELETED words','SECRETTITLE','','trash','','x','2008-01-10 21:24:00','2008-01-10 21:24:00',3,'topic'),
(25,2,'2008-01-10 21:25:00','2008-01-10 21:25:00','SECRETDELETED words','','','publish','','x','2008-01-10 21:25:00','2008-01-10 21:25:00',24,'reply'),
(26,2,'2008-01-10 21:26:00','2008-01-10 21:26:00','SECRETSPAM words','SECRETTITLE','','spam','','x','2008-01-10 21:26:00','2008-01-10 21:26:00',3,'topic'),
(27,2,'2008-01-10 21:27:00','2008-01-10 21:27:00','SECRETDRAFT words','SECRETTITLE','','draft','','x','2008-01-10 21:27:00','2008-01-10 21:27:00',3,'topic'),
(28,2,'2008-01-10 21:28:00','2008-01-10 21:28:00','SECRETODD words','SECRETTITLE','','members_only','','x','2008-01-10 21:28:00','2008-01-10 21:28:00',3,'topic'),
(29,2,'2008-01-10 21:29:00','2008-01-10 21:29:00','SECRETORPHAN words','','','publish','','x','2008-01-10 21:29:00','2008-01-10 21:29:00',99,'reply'),
(40,2,'2008-01-10 21:20:00','2008-01-10 21:20:00','Anybody may read this.','In no board','','publish','','in-no-board','2008-01-10 21:20:00','2008-01-10 21:20:00',0,'topic'),
(90,2,'2008-01-10 21:20:00','2008-01-10 21:20:00','SECRETBLOG words','SECRETBLOG','','publish','','x','2008-01-10 21:20:00','2008-01-10 21:20:00',0,'post'),
(91,2,'2008-01-10 21:21:00','2008-01-10 21:21:00','SECRETOLD words','SECRETOLD','','inherit','','x','2008-01-10 21:21:00','2008-01-10 21:21:00',1,'revision');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_term_relationships`;
CREATE TABLE `wp_term_relationships` (
  `object_id` text,
  `term_taxonomy_id` text,
  `term_order` text,
  PRIMARY KEY (`object_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_term_relationships` WRITE;
INSERT INTO `wp_term_relationships` VALUES (1,5,0),
(1,6,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_term_taxonomy`;
CREATE TABLE `wp_term_taxonomy` (
  `term_taxonomy_id` text,
  `term_id` text,
  `taxonomy` text,
  `parent` text,
  `count` text,
  PRIMARY KEY (`term_taxonomy_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_term_taxonomy` WRITE;
INSERT INTO `wp_term_taxonomy` VALUES (5,3,'topic-tag',0,1),
(6,4,'category',0,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_terms`;
CREATE TABLE `wp_terms` (
  `term_id` text,
  `name` text,
  `slug` text,
  PRIMARY KEY (`term_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_terms` WRITE;
INSERT INTO `wp_terms` VALUES (3,'raku','raku'),
(4,'SECRETCATEGORY','x');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wp_users`;
CREATE TABLE `wp_users` (
  `ID` text,
  `user_login` text,
  `user_pass` text,
  `user_nicename` text,
  `user_email` text,
  `user_registered` text,
  `display_name` text,
  PRIMARY KEY (`ID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wp_users` WRITE;
INSERT INTO `wp_users` VALUES (2,'SECRETLOGIN','$P$SECRETHASH','maud','leak803@mail.example','2008-01-10 21:01:00','Maud'),
(3,'SECRETLOGIN2','$P$SECRETHASH','odell','leak804@mail.example','2008-01-10 21:01:00','O\'Dell'),
(10,'lurker10','$P$SECRETHASH','lurker10','leak805@mail.example','2008-01-10 21:01:00','lurker10');
UNLOCK TABLES;

-- Dump completed
