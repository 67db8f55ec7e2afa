-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `attach`;
CREATE TABLE `attach` (
  `nodeid` text,
  `filedataid` text,
  `visible` text,
  `filename` text,
  `caption` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `attach` WRITE;
INSERT INTO `attach` VALUES (30,1,1,'pot.png',''),
(31,2,1,'SECRETFILE.png','');
UNLOCK TABLES;

DROP TABLE IF EXISTS `channel`;
CREATE TABLE `channel` (
  `nodeid` text,
  `guid` text,
  `options` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `channel` WRITE;
INSERT INTO `channel` VALUES (1,'guid-1',0),
(2,'guid-2',0),
(3,'guid-3',0),
(4,'guid-4',0),
(5,'guid-5',0),
(6,'guid-6',0),
(7,'guid-7',0),
(8,'guid-8',0),
(9,'guid-9',0),
(10,'guid-10',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `contenttype`;
CREATE TABLE `contenttype` (
  `contenttypeid` text,
  `class` text,
  `packageid` text,
  PRIMARY KEY (`contenttypeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `contenttype` WRITE;
INSERT INTO `contenttype` VALUES (1,'Text',1),
(2,'Channel',1),
(3,'Poll',1),
(4,'PrivateMessage',1),
(5,'Attach',1),
(6,'Report',1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `editlog`;
CREATE TABLE `editlog` (
  `nodeid` text,
  `userid` text,
  `username` text,
  `dateline` text,
  `reason` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `editlog` WRITE;
INSERT INTO `editlog` VALUES (102,3,'O\'Dell',1200000500,'SECRETREASON');
UNLOCK TABLES;

DROP TABLE IF EXISTS `node`;
CREATE TABLE `node` (
  `nodeid` text,
  `routeid` text,
  `contenttypeid` text,
  `created` text,
  `userid` text,
  `authorname` text,
  `description` text,
  `title` text,
  `parentid` text,
  `urlident` text,
  `starter` text,
  `publishdate` text,
  `setfor` text,
  `deleteuserid` text,
  `deletereason` text,
  `showpublished` text,
  `open` text,
  `approved` text,
  `showapproved` text,
  `viewperms` text,
  `protected` text,
  `sticky` text,
  `textcount` text,
  `taglist` text,
  `prefixid` text,
  `ipaddress` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `node` WRITE;
INSERT INTO `node` VALUES (1,201,2,1200000000,1,'admin','','SECRETROOT',0,'',0,1200000060,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(2,202,2,1200000000,1,'admin','','Pottery',1,'',0,1200000120,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(3,203,2,1200000000,1,'admin','Wood, <b>gas</b> &amp; raku.<br />Ask here.','Firing',2,'',0,1200000180,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(4,204,2,1200000000,1,'admin','SECRETabout Staff','Staff',2,'',0,1200000240,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(5,205,2,1200000000,1,'admin','SECRETabout Below','Below staff',4,'',0,1200000300,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(6,206,2,1200000000,1,'admin','SECRETabout Special','Special',1,'',0,1200000360,0,0,NULL,1,1,1,1,2,1,0,0,NULL,'','203.0.113.110'),
(7,207,2,1200000000,1,'admin','SECRETabout Members','Members',2,'',0,1200000420,0,0,NULL,1,1,1,1,1,0,0,0,NULL,'','203.0.113.110'),
(8,208,2,1200000000,1,'admin','','SECRETMESSAGES',6,'',0,1200000480,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(101,301,1,1200000000,2,'Maud','','Kilns &amp; fire',3,'kilns-fire',101,1200000060,0,0,NULL,1,0,1,1,2,0,1,3,'raku, glaze','done','203.0.113.110'),
(102,0,1,1200000000,3,'O\'Dell','','',101,'',101,1200000120,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(103,0,1,1200000000,0,'Passer','','',101,'',101,1200000180,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(104,0,1,1200000000,77,'Gone','','',102,'',101,1200000240,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(105,0,1,1200000000,2,'Maud','','',101,'',101,1200000300,0,2,'SECRETREASON',0,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(106,0,1,1200000000,3,'Maud','','',101,'',101,1200000360,0,0,NULL,1,1,0,0,2,0,0,0,NULL,'','203.0.113.110'),
(107,0,1,1200000000,2,'Maud','','',105,'',101,1200000420,0,0,NULL,0,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(30,0,5,1200000000,2,'Maud','','',101,'',101,1200001800,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(31,0,5,1200000000,2,'Maud','','',105,'',101,1200001860,0,0,NULL,0,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(110,0,1,1200000000,2,'Maud','','SECRETTITLE',4,'',110,1200000600,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(111,0,1,1200000000,2,'Maud','','SECRETTITLE',5,'',111,1200000660,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(112,0,1,1200000000,2,'Maud','','SECRETTITLE',3,'',112,1200000720,0,0,NULL,0,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(113,0,1,1200000000,2,'Maud','','',112,'',112,1200000780,0,0,NULL,0,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(114,0,4,1200000000,2,'Maud','','SECRETTITLE',8,'',114,1200000840,0,0,NULL,1,1,1,1,2,1,0,0,NULL,'','203.0.113.110'),
(115,0,4,1200000000,2,'Maud','','',114,'',114,1200000900,0,0,NULL,1,1,1,1,2,1,0,0,NULL,'','203.0.113.110'),
(116,0,6,1200000000,2,'Maud','','SECRETTITLE',6,'',116,1200000960,0,0,NULL,1,1,1,1,2,1,0,0,NULL,'','203.0.113.110'),
(117,0,1,1200000000,2,'Maud','','SECRETTITLE',7,'',117,1200001020,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(118,0,1,1200000000,2,'Maud','','SECRETTITLE',3,'',118,1200001080,0,0,NULL,1,1,0,0,2,0,0,0,NULL,'','203.0.113.110'),
(119,0,1,1200000000,2,'Maud','','SECRETTITLE',3,'',119,1200001140,3,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110'),
(120,0,1,1200000000,2,'Maud','','SECRETTITLE',3,'',120,1200001200,0,0,NULL,1,1,1,1,1,0,0,0,NULL,'','203.0.113.110'),
(121,301,3,1200000000,2,'Maud','','Which?',3,'which',121,1200001260,0,0,NULL,1,1,1,1,2,0,0,0,NULL,'','203.0.113.110');
UNLOCK TABLES;

DROP TABLE IF EXISTS `nodeview`;
CREATE TABLE `nodeview` (
  `nodeid` text,
  `count` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `nodeview` WRITE;
INSERT INTO `nodeview` VALUES (101,70);
UNLOCK TABLES;

DROP TABLE IF EXISTS `permission`;
CREATE TABLE `permission` (
  `permissionid` text,
  `nodeid` text,
  `groupid` text,
  `forumpermissions` text,
  PRIMARY KEY (`permissionid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `permission` WRITE;
INSERT INTO `permission` VALUES (1,1,1,524291),
(2,4,1,0),
(3,5,1,524291),
(4,1,2,524291),
(5,4,6,524291);
UNLOCK TABLES;

DROP TABLE IF EXISTS `phrase`;
CREATE TABLE `phrase` (
  `phraseid` text,
  `varname` text,
  `text` text,
  PRIMARY KEY (`phraseid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `phrase` WRITE;
INSERT INTO `phrase` VALUES (1,'prefix_done_title_plain','Solved');
UNLOCK TABLES;

DROP TABLE IF EXISTS `poll`;
CREATE TABLE `poll` (
  `nodeid` text,
  `options` text,
  `active` text,
  `numberoptions` text,
  `votes` text,
  `public` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `poll` WRITE;
INSERT INTO `poll` VALUES (121,'',1,2,7,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `polloption`;
CREATE TABLE `polloption` (
  `polloptionid` text,
  `nodeid` text,
  `title` text,
  `votes` text,
  `voters` text,
  PRIMARY KEY (`polloptionid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `polloption` WRITE;
INSERT INTO `polloption` VALUES (1,121,'Red',3,'SECRETvoters'),
(2,121,'White',4,'SECRETvoters');
UNLOCK TABLES;

DROP TABLE IF EXISTS `privatemessage`;
CREATE TABLE `privatemessage` (
  `nodeid` text,
  `msgtype` text,
  `about` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `privatemessage` WRITE;
INSERT INTO `privatemessage` VALUES (114,'message',NULL);
UNLOCK TABLES;

DROP TABLE IF EXISTS `routenew`;
CREATE TABLE `routenew` (
  `routeid` text,
  `name` text,
  `prefix` text,
  `regex` text,
  `class` text,
  PRIMARY KEY (`routeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `routenew` WRITE;
INSERT INTO `routenew` VALUES (203,'','forum/pottery/firing','x','vB5_Route_Channel'),
(202,'','forum/pottery','x','vB5_Route_Channel'),
(301,'','forum/pottery/firing','x','vB5_Route_Conversation');
UNLOCK TABLES;

DROP TABLE IF EXISTS `setting`;
CREATE TABLE `setting` (
  `varname` text,
  `grouptitle` text,
  `value` text,
  PRIMARY KEY (`varname`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `setting` WRITE;
INSERT INTO `setting` VALUES ('frontendurl','general','https://forum.kiln.example/vb'),
('smtp_pass','email','SECRETSMTP');
UNLOCK TABLES;

DROP TABLE IF EXISTS `text`;
CREATE TABLE `text` (
  `nodeid` text,
  `rawtext` text,
  `previewtext` text,
  `htmlstate` text,
  PRIMARY KEY (`nodeid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `text` WRITE;
INSERT INTO `text` VALUES (101,'The [B]first[/B] firing. [ATTACH]30[/ATTACH] author@posted.example','SECRETPREVIEW','off'),
(102,'[QUOTE=Maud;n101]The first firing.[/QUOTE]\nWell done','SECRETPREVIEW','off'),
(103,'A guest.','SECRETPREVIEW','off'),
(104,'From an account that is gone.','SECRETPREVIEW','off'),
(105,'SECRETDELETED words','SECRETPREVIEW','off'),
(106,'SECRETUNAPPROVED words','SECRETPREVIEW','off'),
(107,'SECRETDELETED words','SECRETPREVIEW','off'),
(110,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(111,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(112,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(113,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(114,'SECRETPRIVATE words','SECRETPREVIEW','off'),
(115,'SECRETPRIVATE words','SECRETPREVIEW','off'),
(116,'SECRETREPORT words','SECRETPREVIEW','off'),
(117,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(118,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(119,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(120,'SECRETHIDDEN words','SECRETPREVIEW','off'),
(121,'A poll.','SECRETPREVIEW','off');
UNLOCK TABLES;

DROP TABLE IF EXISTS `user`;
CREATE TABLE `user` (
  `userid` text,
  `username` text,
  `displayname` text,
  `email` text,
  `token` text,
  `usertitle` text,
  `ipaddress` text,
  PRIMARY KEY (`userid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `user` WRITE;
INSERT INTO `user` VALUES (2,'Maud','','leak952@mail.example','$2y$10$SECRETHASH','Potter','203.0.113.110'),
(3,'O\'Dell','','leak953@mail.example','$2y$10$SECRETHASH','','203.0.113.110'),
(10,'lurker10','','leak960@mail.example','$2y$10$SECRETHASH','','203.0.113.110');
UNLOCK TABLES;

DROP TABLE IF EXISTS `usergroup`;
CREATE TABLE `usergroup` (
  `usergroupid` text,
  `title` text,
  `forumpermissions` text,
  `systemgroupid` text,
  PRIMARY KEY (`usergroupid`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `usergroup` WRITE;
INSERT INTO `usergroup` VALUES (1,'Guests',524291,1),
(2,'Registered',524291,2);
UNLOCK TABLES;

-- Dump completed
