-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `pre_common_member`;
CREATE TABLE `pre_common_member` (
  `uid` text,
  `email` text,
  `username` text,
  `password` text,
  `groupid` text,
  PRIMARY KEY (`uid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_common_member` WRITE;
INSERT INTO `pre_common_member` VALUES (2,'leak960@mail.example','Maud','SECRETHASH',10),
(10,'leak961@mail.example','lurker10','$2y$10$SECRETHASH',10);
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_common_member_field_forum`;
CREATE TABLE `pre_common_member_field_forum` (
  `uid` text,
  `customstatus` text,
  `sightml` text,
  `authstr` text,
  PRIMARY KEY (`uid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_common_member_field_forum` WRITE;
INSERT INTO `pre_common_member_field_forum` VALUES (2,'Potter','SECRETSIGN','SECRETAUTH'),
(3,'','','');
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_common_usergroup`;
CREATE TABLE `pre_common_usergroup` (
  `groupid` text,
  `type` text,
  `grouptitle` text,
  `allowvisit` text,
  PRIMARY KEY (`groupid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_common_usergroup` WRITE;
INSERT INTO `pre_common_usergroup` VALUES (7,'system','Guests',1),
(10,'member','Members',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_common_usergroup_field`;
CREATE TABLE `pre_common_usergroup_field` (
  `groupid` text,
  `readaccess` text,
  `allowpost` text,
  PRIMARY KEY (`groupid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_common_usergroup_field` WRITE;
INSERT INTO `pre_common_usergroup_field` VALUES (7,1,0),
(10,10,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_attachment_0`;
CREATE TABLE `pre_forum_attachment_0` (
  `aid` text,
  `tid` text,
  `pid` text,
  `uid` text,
  `dateline` text,
  `filename` text,
  `readperm` text,
  `price` text,
  `attachment` text,
  PRIMARY KEY (`aid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_attachment_0` WRITE;
INSERT INTO `pre_forum_attachment_0` VALUES (8,1,1,2,1200000000,'SECRETFILE.png',100,0,'x'),
(10,1,1,2,1200000000,'SECRETSOLD.png',0,5,'x');
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_attachment_9`;
CREATE TABLE `pre_forum_attachment_9` (
  `aid` text,
  `tid` text,
  `pid` text,
  `uid` text,
  `dateline` text,
  `filename` text,
  `readperm` text,
  `price` text,
  `attachment` text,
  PRIMARY KEY (`aid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_attachment_9` WRITE;
INSERT INTO `pre_forum_attachment_9` VALUES (9,1,1,2,1200000000,'pot.png',0,0,'SECRETHASH.png');
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_forum`;
CREATE TABLE `pre_forum_forum` (
  `fid` text,
  `fup` text,
  `type` text,
  `name` text,
  `status` text,
  PRIMARY KEY (`fid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_forum` WRITE;
INSERT INTO `pre_forum_forum` VALUES (1,0,'group','Pottery',1),
(2,1,'forum','Firing',1),
(3,1,'forum','Staff',1),
(4,3,'sub','Below staff',1),
(5,1,'forum','Club',1),
(6,1,'forum','Asleep',0),
(7,1,'forum','Earned',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_forumfield`;
CREATE TABLE `pre_forum_forumfield` (
  `fid` text,
  `description` text,
  `viewperm` text,
  `password` text,
  `formulaperm` text,
  `rules` text,
  PRIMARY KEY (`fid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_forumfield` WRITE;
INSERT INTO `pre_forum_forumfield` VALUES (1,'','','','','SECRETrules'),
(2,'Wood, <b>gas</b> &amp; raku. Ask here.','	7	10	','','a:5:{i:0;s:0:"";i:1;s:0:"";s:7:"message";s:0:"";s:5:"medal";a:0:{}s:5:"users";a:0:{}}','SECRETrules'),
(3,'SECRETabout Staff','	1	17	','','','SECRETrules'),
(4,'SECRETabout Below','','','','SECRETrules'),
(5,'SECRETabout Club','','SECRETPASS','','SECRETrules'),
(6,'SECRETabout Asleep','','','','SECRETrules'),
(7,'SECRETabout Earned','','','a:5:{i:0;s:12:"posts >= 100";i:1;s:30:"x";}','SECRETrules');
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_poll`;
CREATE TABLE `pre_forum_poll` (
  `tid` text,
  `overt` text,
  `multiple` text,
  `visible` text,
  `voters` text,
  PRIMARY KEY (`tid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_poll` WRITE;
INSERT INTO `pre_forum_poll` VALUES (5,0,0,0,7);
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_polloption`;
CREATE TABLE `pre_forum_polloption` (
  `polloptionid` text,
  `tid` text,
  `votes` text,
  `displayorder` text,
  `polloption` text,
  `voterids` text,
  PRIMARY KEY (`polloptionid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_polloption` WRITE;
INSERT INTO `pre_forum_polloption` VALUES (1,5,3,1,'Red','	SECRETvoters'),
(2,5,4,2,'White','	SECRETvoters');
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_post`;
CREATE TABLE `pre_forum_post` (
  `pid` text,
  `fid` text,
  `tid` text,
  `author` text,
  `authorid` text,
  `subject` text,
  `dateline` text,
  `message` text,
  `useip` text,
  `invisible` text,
  `anonymous` text,
  `status` text,
  PRIMARY KEY (`pid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_post` WRITE;
INSERT INTO `pre_forum_post` VALUES (1,2,1,'Maud',2,'',1200000060,'The [b]first[/b] firing. [attach]9[/attach] author@posted.example','203.0.113.120',0,0,0),
(2,2,1,'O\'Dell',3,'',1200000120,'[i=s] 本帖最后由 O\'Dell 于 2008-1-10 21:28 编辑 [/i]\n[quote][size=2][url=forum.php?mod=redirect&goto=findpost&pid=1&ptid=1][color=#999999]Maud 发表于 2008-1-10 21:21[/color][/url][/size]\nThe first firing.[/quote]\nWell done [hide]SECRETVEILED words[/hide]','203.0.113.120',0,0,0),
(3,2,1,'Passer',0,'',1200000180,'A guest.','203.0.113.120',0,0,0),
(4,2,1,'Gone',77,'',1200000240,'From an account that is gone.','203.0.113.120',0,0,0),
(5,2,1,'Maud',2,'',1200000300,'SECRETDELETED words','203.0.113.120',-1,0,0),
(6,2,1,'Maud',2,'',1200000360,'SECRETUNAPPROVED words','203.0.113.120',-2,0,0),
(7,2,1,'Maud',2,'',1200000420,'SECRETDRAFT words','203.0.113.120',-3,0,0),
(8,2,1,'Maud',2,'',1200000480,'SECRETBLOCKED words','203.0.113.120',0,0,1),
(9,2,1,'SECRETname',10,'',1200000540,'Without a name.','203.0.113.120',0,1,0),
(10,2,2,'Maud',2,'',1200000600,'SECRETHIDDEN words','203.0.113.120',0,0,0),
(11,2,3,'Maud',2,'',1200000660,'SECRETHIDDEN words','203.0.113.120',0,0,0),
(12,2,4,'Maud',2,'',1200000720,'SECRETLOCKED words','203.0.113.120',0,0,0),
(13,2,6,'Maud',2,'',1200000780,'SECRETHIDDEN words','203.0.113.120',0,0,0),
(14,2,7,'Maud',2,'',1200000840,'SECRETDELETED words','203.0.113.120',0,0,0),
(15,2,8,'Maud',2,'',1200000900,'SECRETUNAPPROVED words','203.0.113.120',0,0,0),
(16,2,9,'Maud',2,'',1200000960,'SECRETDRAFT words','203.0.113.120',0,0,0),
(17,2,10,'Maud',2,'',1200001020,'SECRETHIDDEN words','203.0.113.120',0,0,0),
(18,2,11,'Maud',2,'',1200001080,'SECRETSOLD words','203.0.113.120',0,0,0),
(19,2,12,'Maud',2,'',1200001140,'SECRETMOVED words','203.0.113.120',0,0,0),
(20,2,13,'Maud',2,'',1200001200,'SECRETHIDDEN words','203.0.113.120',0,0,0),
(21,2,99,'Maud',2,'',1200001260,'SECRETORPHAN words','203.0.113.120',0,0,0),
(30,2,5,'Maud',2,'',1200001800,'A poll.','203.0.113.120',0,0,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_thread`;
CREATE TABLE `pre_forum_thread` (
  `tid` text,
  `fid` text,
  `readperm` text,
  `price` text,
  `author` text,
  `authorid` text,
  `subject` text,
  `dateline` text,
  `views` text,
  `replies` text,
  `displayorder` text,
  `special` text,
  `closed` text,
  PRIMARY KEY (`tid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_thread` WRITE;
INSERT INTO `pre_forum_thread` VALUES (1,2,0,0,'Maud',2,'Kilns & fire',1200000000,70,3,1,0,1),
(2,3,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,0),
(3,4,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,0),
(4,5,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,0),
(5,2,0,0,'Maud',2,'Which?',1200000000,7,0,0,1,0),
(6,6,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,0),
(7,2,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,-1,0,0),
(8,2,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,-2,0,0),
(9,2,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,-4,0,0),
(10,2,20,0,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,0),
(11,2,0,5,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,0),
(12,2,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,5),
(13,7,0,0,'Maud',2,'SECRETTITLE',1200000000,7,0,0,0,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `pre_forum_warning`;
CREATE TABLE `pre_forum_warning` (
  `wid` text,
  `pid` text,
  `operatorid` text,
  `reason` text,
  PRIMARY KEY (`wid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pre_forum_warning` WRITE;
INSERT INTO `pre_forum_warning` VALUES (1,2,1,'SECRETREASON');
UNLOCK TABLES;

-- Dump completed
