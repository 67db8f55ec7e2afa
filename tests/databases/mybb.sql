-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `mybb_attachments`;
CREATE TABLE `mybb_attachments` (
  `aid` text,
  `pid` text,
  `filename` text,
  `visible` text,
  PRIMARY KEY (`aid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_attachments` WRITE;
INSERT INTO `mybb_attachments` VALUES (9,1,'pot.png',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_forumpermissions`;
CREATE TABLE `mybb_forumpermissions` (
  `pid` text,
  `fid` text,
  `gid` text,
  `canview` text,
  `canviewthreads` text,
  `canonlyviewownthreads` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_forumpermissions` WRITE;
INSERT INTO `mybb_forumpermissions` VALUES (1,3,1,0,0,0),
(2,2,1,1,1,0),
(3,6,1,1,1,1),
(4,7,1,1,1,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_forums`;
CREATE TABLE `mybb_forums` (
  `fid` text,
  `name` text,
  `pid` text,
  `active` text,
  `password` text,
  `description` text,
  PRIMARY KEY (`fid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_forums` WRITE;
INSERT INTO `mybb_forums` VALUES (1,'Pottery',0,1,'',''),
(2,'Firing',1,1,'','Wood, <b>gas</b> &amp; raku.<br />\nAsk here.'),
(3,'Staff',1,1,'','SECRETabout Staff'),
(4,'Club',1,1,'$2y$10$SECRETHASH','SECRETabout Club'),
(5,'In the club',4,1,'','SECRETabout In the club'),
(6,'Own',1,1,'','SECRETabout Own'),
(7,'Below staff',3,1,'','SECRETabout Below staff'),
(8,'Asleep',1,0,'','SECRETabout Asleep'),
(9,'Below',8,1,'','SECRETabout Below');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_polls`;
CREATE TABLE `mybb_polls` (
  `pid` text,
  `tid` text,
  `question` text,
  `options` text,
  `votes` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_polls` WRITE;
INSERT INTO `mybb_polls` VALUES (1,1,'Which?','Red||~|~||White','3||~|~||4');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_posts`;
CREATE TABLE `mybb_posts` (
  `pid` text,
  `tid` text,
  `replyto` text,
  `fid` text,
  `subject` text,
  `uid` text,
  `username` text,
  `dateline` text,
  `message` text,
  `ipaddress` text,
  `visible` text,
  `edittime` text,
  `editreason` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_posts` WRITE;
INSERT INTO `mybb_posts` VALUES (1,1,0,2,'RE: thread',2,'Maud',1200000060,'The [b]first[/b] firing. [attachment=9] author@posted.example','203.0.113.100',1,0,'SECRETREASON'),
(2,1,1,2,'RE: thread',3,'Odo',1200000120,'[quote="Maud" pid=\'1\' dateline=\'1200000060\']The first firing.[/quote]Well done [hide]SECRETVEILED words[/hide]','203.0.113.101',1,1200000500,'SECRETREASON'),
(3,1,2,2,'RE: thread',0,'Passer',1200000180,'A guest.','203.0.113.102',1,0,'SECRETREASON'),
(4,1,0,2,'RE: thread',77,'Gone',1200000240,'From an account that is gone.','203.0.113.103',1,0,'SECRETREASON'),
(5,1,0,2,'RE: thread',2,'Maud',1200000300,'SECRETDELETED words','203.0.113.104',-1,0,'SECRETREASON'),
(6,1,0,2,'RE: thread',3,'Odo',1200000360,'SECRETUNAPPROVED words','203.0.113.105',0,0,'SECRETREASON'),
(7,2,0,3,'RE: thread',2,'Maud',1200000420,'SECRETHIDDEN words','203.0.113.106',1,0,'SECRETREASON'),
(8,3,0,5,'RE: thread',2,'Maud',1200000480,'SECRETLOCKED words','203.0.113.107',1,0,'SECRETREASON'),
(9,4,0,2,'RE: thread',2,'Maud',1200000540,'SECRETDELETED words','203.0.113.108',-1,0,'SECRETREASON'),
(10,5,0,6,'RE: thread',2,'Maud',1200000910,'SECRETHIDDEN words','203.0.113.250',1,0,'SECRETREASON'),
(11,6,0,7,'RE: thread',2,'Maud',1200000911,'SECRETHIDDEN words','203.0.113.250',1,0,'SECRETREASON'),
(12,7,0,9,'RE: thread',2,'Maud',1200000912,'SECRETHIDDEN words','203.0.113.250',1,0,'SECRETREASON'),
(13,8,0,2,'RE: thread',2,'Maud',1200000913,'SECRETUNAPPROVED words','203.0.113.250',0,0,'SECRETREASON'),
(14,9,0,2,'RE: thread',2,'Maud',1200000914,'SECRETDRAFT words','203.0.113.250',-2,0,'SECRETREASON'),
(15,1,0,2,'RE: thread',2,'Maud',1200000915,'SECRETDRAFT words','203.0.113.250',-2,0,'SECRETREASON'),
(16,8,0,2,'RE: thread',3,'Odo',1200000990,'SECRETUNAPPROVED words','203.0.113.251',1,0,'');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_privatemessages`;
CREATE TABLE `mybb_privatemessages` (
  `pmid` text,
  `uid` text,
  `subject` text,
  `message` text,
  `ipaddress` text,
  PRIMARY KEY (`pmid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_privatemessages` WRITE;
INSERT INTO `mybb_privatemessages` VALUES (1,2,'SECRETSUBJECT','SECRETPRIVATE words','203.0.113.116');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_reportedcontent`;
CREATE TABLE `mybb_reportedcontent` (
  `rid` text,
  `id` text,
  `uid` text,
  `reason` text,
  PRIMARY KEY (`rid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_reportedcontent` WRITE;
INSERT INTO `mybb_reportedcontent` VALUES (1,1,3,'SECRETREPORT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_settings`;
CREATE TABLE `mybb_settings` (
  `sid` text,
  `name` text,
  `value` text,
  PRIMARY KEY (`sid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_settings` WRITE;
INSERT INTO `mybb_settings` VALUES (1,'bburl','https://forum.kiln.example/mybb'),
(2,'smtp_pass','SECRETSMTP'),
(3,'adminemail','leak114@mail.example');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_threadprefixes`;
CREATE TABLE `mybb_threadprefixes` (
  `pid` text,
  `prefix` text,
  `displaystyle` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_threadprefixes` WRITE;
INSERT INTO `mybb_threadprefixes` VALUES (4,'Solved','<b>Solved</b>');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_threads`;
CREATE TABLE `mybb_threads` (
  `tid` text,
  `fid` text,
  `subject` text,
  `prefix` text,
  `uid` text,
  `username` text,
  `dateline` text,
  `firstpost` text,
  `views` text,
  `replies` text,
  `closed` text,
  `sticky` text,
  `poll` text,
  `visible` text,
  PRIMARY KEY (`tid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_threads` WRITE;
INSERT INTO `mybb_threads` VALUES (1,2,'Kilns & fire',4,2,'Maud',1200000000,1,70,3,'1',1,1,1),
(2,3,'Hidden',0,2,'Maud',1200000000,7,7,0,'',0,0,1),
(3,5,'Locked',0,2,'Maud',1200000000,8,7,0,'',0,0,1),
(4,2,'SECRETTITLE',0,2,'Maud',1200000000,9,7,0,'',0,0,-1),
(5,6,'SECRETTITLE',0,2,'Maud',1200000000,14,7,0,'',0,0,1),
(6,7,'SECRETTITLE',0,2,'Maud',1200000000,15,7,0,'',0,0,1),
(7,9,'SECRETTITLE',0,2,'Maud',1200000000,16,7,0,'',0,0,1),
(8,2,'SECRETTITLE',0,2,'Maud',1200000000,17,7,0,'',0,0,0),
(9,2,'SECRETTITLE',0,2,'Maud',1200000000,18,7,0,'',0,0,-2),
(10,2,'SECRETTITLE',0,2,'Maud',1200000000,19,7,0,'moved|1',0,0,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_usergroups`;
CREATE TABLE `mybb_usergroups` (
  `gid` text,
  `title` text,
  `canview` text,
  `canviewthreads` text,
  `canonlyviewownthreads` text,
  PRIMARY KEY (`gid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_usergroups` WRITE;
INSERT INTO `mybb_usergroups` VALUES (1,'Guests',1,1,0),
(2,'Registered',1,1,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_users`;
CREATE TABLE `mybb_users` (
  `uid` text,
  `username` text,
  `password` text,
  `salt` text,
  `loginkey` text,
  `email` text,
  `usertitle` text,
  `regip` text,
  `lastip` text,
  `usernotes` text,
  PRIMARY KEY (`uid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_users` WRITE;
INSERT INTO `mybb_users` VALUES (2,'Maud','$2y$10$SECRETHASH','SECRETSALT','SECRETKEY','leak108@mail.example','Potter','203.0.113.110','203.0.113.111','SECRETNOTE'),
(3,'Odo','$2y$10$SECRETHASH','SECRETSALT','SECRETKEY','leak111@mail.example','','203.0.113.113','203.0.113.114','SECRETNOTE');
UNLOCK TABLES;

DROP TABLE IF EXISTS `mybb_warnings`;
CREATE TABLE `mybb_warnings` (
  `wid` text,
  `uid` text,
  `tid` text,
  `pid` text,
  `title` text,
  `notes` text,
  PRIMARY KEY (`wid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `mybb_warnings` WRITE;
INSERT INTO `mybb_warnings` VALUES (1,3,1,2,'SECRETREASON','SECRETNOTE');
UNLOCK TABLES;

-- Dump completed
