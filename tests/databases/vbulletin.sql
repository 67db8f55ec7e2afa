-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `attachment`;
CREATE TABLE `attachment` (
  `attachmentid` text,
  `contenttypeid` text,
  `contentid` text,
  `userid` text,
  `filename` text,
  `filedataid` text,
  `state` text,
  PRIMARY KEY (`attachmentid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `attachment` WRITE;
INSERT INTO `attachment` VALUES (9,1,1,2,'pot.png',1,'visible');
UNLOCK TABLES;

DROP TABLE IF EXISTS `deletionlog`;
CREATE TABLE `deletionlog` (
  `primaryid` text,
  `type` text,
  `userid` text,
  `username` text,
  `reason` text,
  PRIMARY KEY (`primaryid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `deletionlog` WRITE;
INSERT INTO `deletionlog` VALUES (9,'thread',2,'Maud','SECRETREASON'),
(20,'post',2,'Maud','SECRETREASON');
UNLOCK TABLES;

DROP TABLE IF EXISTS `editlog`;
CREATE TABLE `editlog` (
  `postid` text,
  `userid` text,
  `username` text,
  `dateline` text,
  `reason` text,
  PRIMARY KEY (`postid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `editlog` WRITE;
INSERT INTO `editlog` VALUES (2,3,'Odo',1200000500,'');
UNLOCK TABLES;

DROP TABLE IF EXISTS `forum`;
CREATE TABLE `forum` (
  `forumid` text,
  `title` text,
  `parentid` text,
  `password` text,
  `description` text,
  `options` text,
  PRIMARY KEY (`forumid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `forum` WRITE;
INSERT INTO `forum` VALUES (1,'Pottery',-1,'','',86017),
(2,'Firing',1,'','Wood, <b>gas</b> &amp; raku.<br />\nAsk here.',86017),
(3,'Staff',1,'','SECRETabout Staff',86017),
(4,'Club',1,'$2y$10$SECRETHASH','SECRETabout Club',86017),
(5,'Below staff',3,'','SECRETabout Below staff',86017),
(6,'Asleep',1,'','SECRETabout Asleep',86016),
(7,'Own',1,'','SECRETabout Own',86017),
(8,'Lists',1,'','SECRETabout Lists',86017);
UNLOCK TABLES;

DROP TABLE IF EXISTS `forumpermission`;
CREATE TABLE `forumpermission` (
  `forumpermissionid` text,
  `forumid` text,
  `usergroupid` text,
  `forumpermissions` text,
  PRIMARY KEY (`forumpermissionid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `forumpermission` WRITE;
INSERT INTO `forumpermission` VALUES (1,3,1,0),
(2,5,1,524291),
(3,7,1,524289),
(4,8,1,3);
UNLOCK TABLES;

DROP TABLE IF EXISTS `infraction`;
CREATE TABLE `infraction` (
  `infractionid` text,
  `postid` text,
  `userid` text,
  `note` text,
  `customreason` text,
  PRIMARY KEY (`infractionid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `infraction` WRITE;
INSERT INTO `infraction` VALUES (1,2,3,'SECRETNOTE','SECRETREASON');
UNLOCK TABLES;

DROP TABLE IF EXISTS `phrase`;
CREATE TABLE `phrase` (
  `phraseid` text,
  `varname` text,
  `text` text,
  PRIMARY KEY (`phraseid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phrase` WRITE;
INSERT INTO `phrase` VALUES (1,'prefix_done_title_plain','Solved'),
(2,'register','Register');
UNLOCK TABLES;

DROP TABLE IF EXISTS `pmtext`;
CREATE TABLE `pmtext` (
  `pmtextid` text,
  `fromuserid` text,
  `title` text,
  `message` text,
  PRIMARY KEY (`pmtextid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pmtext` WRITE;
INSERT INTO `pmtext` VALUES (1,2,'SECRETSUBJECT','SECRETPRIVATE words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `poll`;
CREATE TABLE `poll` (
  `pollid` text,
  `question` text,
  `dateline` text,
  `options` text,
  `votes` text,
  `voters` text,
  PRIMARY KEY (`pollid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `poll` WRITE;
INSERT INTO `poll` VALUES (1,'Which?',1200000000,'Red|||White','3|||4',7);
UNLOCK TABLES;

DROP TABLE IF EXISTS `post`;
CREATE TABLE `post` (
  `postid` text,
  `threadid` text,
  `parentid` text,
  `username` text,
  `userid` text,
  `title` text,
  `dateline` text,
  `pagetext` text,
  `ipaddress` text,
  `visible` text,
  PRIMARY KEY (`postid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `post` WRITE;
INSERT INTO `post` VALUES (1,1,0,'Maud',2,'',1200000060,'The [B]first[/B] firing. [ATTACH]9[/ATTACH] author@posted.example','203.0.113.117',1),
(2,1,1,'Odo',3,'',1200000120,'[QUOTE=Maud;1]The first firing.[/QUOTE]\nWell done','203.0.113.118',1),
(3,1,2,'Passer',0,'',1200000180,'A guest.','203.0.113.119',1),
(4,1,0,'Gone',77,'',1200000240,'From an account that is gone.','203.0.113.120',1),
(5,1,0,'Maud',2,'',1200000300,'SECRETDELETED words','203.0.113.121',2),
(6,1,0,'Odo',3,'',1200000360,'SECRETUNAPPROVED words','203.0.113.122',0),
(7,2,0,'Maud',2,'',1200000420,'SECRETHIDDEN words','203.0.113.123',1),
(8,3,0,'Maud',2,'',1200000480,'SECRETLOCKED words','203.0.113.124',1),
(9,4,0,'Maud',2,'',1200000540,'SECRETDELETED words','203.0.113.125',1),
(14,5,0,'Maud',2,'',1200000914,'SECRETHIDDEN words','203.0.113.250',1),
(15,6,0,'Maud',2,'',1200000915,'SECRETHIDDEN words','203.0.113.250',1),
(16,7,0,'Maud',2,'',1200000916,'SECRETHIDDEN words','203.0.113.250',1),
(17,8,0,'Maud',2,'',1200000917,'SECRETHIDDEN words','203.0.113.250',1),
(18,9,0,'Maud',2,'',1200000918,'SECRETDELETED words','203.0.113.250',1),
(19,10,0,'Maud',2,'',1200000919,'SECRETUNAPPROVED words','203.0.113.250',1),
(20,1,0,'Maud',2,'',1200000920,'SECRETDELETED words','203.0.113.250',1),
(21,1,0,'Maud',9,'',1200000921,'SECRETUNHEARD words','203.0.113.250',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `session`;
CREATE TABLE `session` (
  `sessionhash` text,
  `userid` text,
  `host` text,
  PRIMARY KEY (`sessionhash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `session` WRITE;
INSERT INTO `session` VALUES ('SECRETSESSION',2,'203.0.113.131');
UNLOCK TABLES;

DROP TABLE IF EXISTS `setting`;
CREATE TABLE `setting` (
  `varname` text,
  `value` text,
  PRIMARY KEY (`varname`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `setting` WRITE;
INSERT INTO `setting` VALUES ('bburl','https://forum.kiln.example/vb'),
('smtp_pass','SECRETSMTP'),
('webmasteremail','leak129@mail.example'),
('globalignore','9 12');
UNLOCK TABLES;

DROP TABLE IF EXISTS `thread`;
CREATE TABLE `thread` (
  `threadid` text,
  `title` text,
  `prefixid` text,
  `firstpostid` text,
  `forumid` text,
  `pollid` text,
  `open` text,
  `replycount` text,
  `postusername` text,
  `views` text,
  `sticky` text,
  `visible` text,
  `taglist` text,
  PRIMARY KEY (`threadid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `thread` WRITE;
INSERT INTO `thread` VALUES (1,'Kilns &amp; fire','done',1,2,1,0,3,'Maud',70,1,1,'raku, glaze'),
(2,'Hidden','',7,3,0,1,0,'Maud',7,0,1,NULL),
(3,'Locked','',8,4,0,1,0,'Maud',7,0,1,NULL),
(4,'SECRETTITLE','',9,2,0,1,0,'Maud',7,0,2,NULL),
(5,'SECRETTITLE','',14,5,0,1,0,'Maud',7,0,1,NULL),
(6,'SECRETTITLE','',15,6,0,1,0,'Maud',7,0,1,NULL),
(7,'SECRETTITLE','',16,7,0,1,0,'Maud',7,0,1,NULL),
(8,'SECRETTITLE','',17,8,0,1,0,'Maud',7,0,1,NULL),
(9,'SECRETTITLE','',18,2,0,1,0,'Maud',7,0,1,NULL),
(10,'SECRETTITLE','',19,2,0,1,0,'Maud',7,0,0,NULL),
(11,'SECRETTITLE','',20,2,0,10,0,'Maud',7,0,1,NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `user`;
CREATE TABLE `user` (
  `userid` text,
  `username` text,
  `password` text,
  `salt` text,
  `email` text,
  `usertitle` text,
  `ipaddress` text,
  PRIMARY KEY (`userid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `user` WRITE;
INSERT INTO `user` VALUES (2,'Maud','$2y$10$SECRETHASH','SECRETSALT','leak125@mail.example','Potter','203.0.113.127'),
(3,'Odo','$2y$10$SECRETHASH','SECRETSALT','leak127@mail.example','','203.0.113.129');
UNLOCK TABLES;

DROP TABLE IF EXISTS `usergroup`;
CREATE TABLE `usergroup` (
  `usergroupid` text,
  `title` text,
  `forumpermissions` text,
  PRIMARY KEY (`usergroupid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `usergroup` WRITE;
INSERT INTO `usergroup` VALUES (1,'Unregistered',524291),
(2,'Registered',524291);
UNLOCK TABLES;

DROP TABLE IF EXISTS `usernote`;
CREATE TABLE `usernote` (
  `usernoteid` text,
  `userid` text,
  `message` text,
  PRIMARY KEY (`usernoteid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `usernote` WRITE;
INSERT INTO `usernote` VALUES (1,3,'SECRETNOTE words');
UNLOCK TABLES;

-- Dump completed
