-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `wbb1_board`;
CREATE TABLE `wbb1_board` (
  `boardID` text,
  `parentID` text,
  `boardType` text,
  `title` text,
  `description` text,
  `isClosed` text,
  `isInvisible` text,
  `isPrivate` text,
  PRIMARY KEY (`boardID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wbb1_board` WRITE;
INSERT INTO `wbb1_board` VALUES (1,NULL,0,'Pottery','',0,0,0),
(2,1,0,'wbb.board.board2','wbb.board.board2.description',0,0,0),
(3,1,0,'Staff','SECRETabout Staff',0,0,0),
(4,3,0,'Below staff','SECRETabout Below',0,0,0),
(5,1,0,'Own','SECRETabout Own',0,0,1),
(6,NULL,0,'Members','SECRETabout Members',0,0,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wbb1_post`;
CREATE TABLE `wbb1_post` (
  `postID` text,
  `threadID` text,
  `userID` text,
  `username` text,
  `subject` text,
  `message` text,
  `time` text,
  `isDeleted` text,
  `isDisabled` text,
  `lastEditTime` text,
  `editReason` text,
  `pollID` text,
  `ipAddress` text,
  `cumulativeLikes` text,
  PRIMARY KEY (`postID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wbb1_post` WRITE;
INSERT INTO `wbb1_post` VALUES (1,1,2,'Maud','','<p>The <strong>first</strong> firing. author@posted.example</p><p><woltlab-metacode data-name="attach" data-attributes="WzksICJub25lIiwgdHJ1ZV0="></woltlab-metacode></p>',1200000060,0,0,0,'SECRETREASON',NULL,'203.0.113.70',2),
(2,1,3,'O\'Dell','','<woltlab-quote data-author="Maud" data-link="https://forum.kiln.example/wbb/index.php?thread/1-kilns/&amp;postID=1#post1"><p>The first firing.</p></woltlab-quote><p>Well done <woltlab-mention data-user-id="2" data-username="Maud">Maud</woltlab-mention></p><woltlab-spoiler data-label="The end"><p>It cracked.</p></woltlab-spoiler><woltlab-metacode data-name="hide"><p>SECRETVEILED words</p></woltlab-metacode>',1200000120,0,0,1200000500,'SECRETREASON',NULL,'203.0.113.70',0),
(3,1,NULL,'Passer','','<p>A guest.</p>',1200000180,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(4,1,77,'Gone','','[b]Kept[/b] from an account that is gone.',1200000240,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(5,1,2,'Maud','','<p>SECRETDELETED words</p>',1200000300,1,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(6,1,3,'Maud','','<p>SECRETUNAPPROVED words</p>',1200000360,0,1,0,'SECRETREASON',NULL,'203.0.113.70',0),
(7,2,2,'Maud','','<p>SECRETHIDDEN words</p>',1200000420,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(8,3,2,'Maud','','<p>SECRETHIDDEN words</p>',1200000480,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(9,4,2,'Maud','','<p>SECRETDELETED words</p>',1200000540,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(10,5,2,'Maud','','<p>A poll.</p>',1200000600,0,0,0,'SECRETREASON',4,'203.0.113.70',0),
(11,6,2,'Maud','','<p>SECRETHIDDEN words</p>',1200000660,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(12,7,2,'Maud','','<p>SECRETHIDDEN words</p>',1200000720,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(13,8,2,'Maud','','<p>SECRETUNAPPROVED words</p>',1200000780,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0),
(14,9,2,'Maud','','<p>SECRETMOVED words</p>',1200000840,0,0,0,'SECRETREASON',NULL,'203.0.113.70',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wbb1_thread`;
CREATE TABLE `wbb1_thread` (
  `threadID` text,
  `boardID` text,
  `topic` text,
  `time` text,
  `userID` text,
  `username` text,
  `replies` text,
  `views` text,
  `isSticky` text,
  `isClosed` text,
  `isDeleted` text,
  `isDisabled` text,
  `movedThreadID` text,
  PRIMARY KEY (`threadID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wbb1_thread` WRITE;
INSERT INTO `wbb1_thread` VALUES (1,2,'Kilns & fire',1200000000,2,'Maud',3,70,1,1,0,0,NULL),
(2,3,'SECRETTITLE',1200000000,2,'Maud',0,7,0,0,0,0,NULL),
(3,4,'SECRETTITLE',1200000000,2,'Maud',0,7,0,0,0,0,NULL),
(4,2,'SECRETTITLE',1200000000,2,'Maud',0,7,0,0,1,0,NULL),
(5,2,'Which clay?',1200000000,2,'Maud',0,7,0,0,0,0,NULL),
(6,5,'SECRETTITLE',1200000000,2,'Maud',0,7,0,0,0,0,NULL),
(7,6,'SECRETTITLE',1200000000,2,'Maud',0,7,0,0,0,0,NULL),
(8,2,'SECRETTITLE',1200000000,2,'Maud',0,7,0,0,0,1,NULL),
(9,2,'SECRETTITLE',1200000000,2,'Maud',0,7,0,0,0,0,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_acl_option`;
CREATE TABLE `wcf1_acl_option` (
  `optionID` text,
  `packageID` text,
  `objectTypeID` text,
  `optionName` text,
  PRIMARY KEY (`optionID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_acl_option` WRITE;
INSERT INTO `wcf1_acl_option` VALUES (1,1,1,'canViewBoard'),
(2,1,1,'canEnterBoard'),
(3,1,1,'canReadThread'),
(4,1,1,'canStartThread');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_acl_option_to_group`;
CREATE TABLE `wcf1_acl_option_to_group` (
  `optionID` text,
  `objectID` text,
  `groupID` text,
  `optionValue` text,
  PRIMARY KEY (`optionID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_acl_option_to_group` WRITE;
INSERT INTO `wcf1_acl_option_to_group` VALUES (1,3,2,0),
(1,4,2,1),
(4,2,2,0),
(2,6,1,0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_application`;
CREATE TABLE `wcf1_application` (
  `packageID` text,
  `domainName` text,
  `domainPath` text,
  `cookieDomain` text,
  PRIMARY KEY (`packageID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_application` WRITE;
INSERT INTO `wcf1_application` VALUES (1,'forum.kiln.example','/','x'),
(2,'forum.kiln.example','/wbb/','x');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_attachment`;
CREATE TABLE `wcf1_attachment` (
  `attachmentID` text,
  `objectTypeID` text,
  `objectID` text,
  `userID` text,
  `filename` text,
  `fileHash` text,
  PRIMARY KEY (`attachmentID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_attachment` WRITE;
INSERT INTO `wcf1_attachment` VALUES (9,7,1,2,'pot.png','SECRETHASH'),
(10,8,1,2,'SECRETFILE.png','x');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_conversation_message`;
CREATE TABLE `wcf1_conversation_message` (
  `messageID` text,
  `conversationID` text,
  `userID` text,
  `message` text,
  `time` text,
  `ipAddress` text,
  PRIMARY KEY (`messageID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_conversation_message` WRITE;
INSERT INTO `wcf1_conversation_message` VALUES (1,1,2,'<p>SECRETPRIVATE words</p>',1200000000,'203.0.113.70');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_language_item`;
CREATE TABLE `wcf1_language_item` (
  `languageItemID` text,
  `languageID` text,
  `languageItem` text,
  `languageItemValue` text,
  PRIMARY KEY (`languageItemID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_language_item` WRITE;
INSERT INTO `wcf1_language_item` VALUES (1,1,'wbb.board.board2','Firing'),
(2,1,'wbb.board.board2.description','Wood, <b>gas</b> &amp; raku. Ask here.'),
(3,1,'wcf.global.x','SECRETwords');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_moderation_queue`;
CREATE TABLE `wcf1_moderation_queue` (
  `queueID` text,
  `objectID` text,
  `comments` text,
  `additionalData` text,
  PRIMARY KEY (`queueID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_moderation_queue` WRITE;
INSERT INTO `wcf1_moderation_queue` VALUES (1,1,1,'SECRETREPORT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_object_type`;
CREATE TABLE `wcf1_object_type` (
  `objectTypeID` text,
  `definitionID` text,
  `objectType` text,
  PRIMARY KEY (`objectTypeID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_object_type` WRITE;
INSERT INTO `wcf1_object_type` VALUES (1,1,'com.woltlab.wbb.board'),
(7,2,'com.woltlab.wbb.post'),
(8,2,'com.woltlab.wcf.conversation.message'),
(9,3,'com.woltlab.wbb.thread');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_package`;
CREATE TABLE `wcf1_package` (
  `packageID` text,
  `package` text,
  PRIMARY KEY (`packageID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_package` WRITE;
INSERT INTO `wcf1_package` VALUES (1,'com.woltlab.wcf'),
(2,'com.woltlab.wbb');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_poll`;
CREATE TABLE `wcf1_poll` (
  `pollID` text,
  `objectID` text,
  `question` text,
  `time` text,
  `resultsRequireVote` text,
  `votes` text,
  PRIMARY KEY (`pollID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_poll` WRITE;
INSERT INTO `wcf1_poll` VALUES (4,10,'Which?',1200000000,0,7);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_poll_option`;
CREATE TABLE `wcf1_poll_option` (
  `optionID` text,
  `pollID` text,
  `optionValue` text,
  `votes` text,
  PRIMARY KEY (`optionID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_poll_option` WRITE;
INSERT INTO `wcf1_poll_option` VALUES (1,4,'Red',3),
(2,4,'White',4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_tag`;
CREATE TABLE `wcf1_tag` (
  `tagID` text,
  `languageID` text,
  `name` text,
  PRIMARY KEY (`tagID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_tag` WRITE;
INSERT INTO `wcf1_tag` VALUES (1,1,'raku'),
(2,1,'SECRETtag');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_tag_to_object`;
CREATE TABLE `wcf1_tag_to_object` (
  `tagID` text,
  `objectID` text,
  `objectTypeID` text,
  `languageID` text,
  PRIMARY KEY (`tagID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_tag_to_object` WRITE;
INSERT INTO `wcf1_tag_to_object` VALUES (1,1,9,1),
(2,1,7,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_user`;
CREATE TABLE `wcf1_user` (
  `userID` text,
  `username` text,
  `email` text,
  `password` text,
  `userTitle` text,
  `disableSignatureReason` text,
  `registrationIpAddress` text,
  PRIMARY KEY (`userID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_user` WRITE;
INSERT INTO `wcf1_user` VALUES (2,'Maud','leak702@mail.example','$2y$10$SECRETHASH','Potter','SECRETNOTE','203.0.113.70'),
(3,'O\'Dell','leak703@mail.example','$2y$10$SECRETHASH','','SECRETNOTE','203.0.113.70'),
(10,'lurker10','leak710@mail.example','$2y$10$SECRETHASH','','SECRETNOTE','203.0.113.70');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_user_group`;
CREATE TABLE `wcf1_user_group` (
  `groupID` text,
  `groupName` text,
  `groupType` text,
  PRIMARY KEY (`groupID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_user_group` WRITE;
INSERT INTO `wcf1_user_group` VALUES (1,'Everyone',1),
(2,'Guests',2),
(3,'Users',3);
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_user_group_option`;
CREATE TABLE `wcf1_user_group_option` (
  `optionID` text,
  `optionName` text,
  PRIMARY KEY (`optionID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_user_group_option` WRITE;
INSERT INTO `wcf1_user_group_option` VALUES (21,'user.board.canViewBoard'),
(22,'user.board.canEnterBoard'),
(23,'user.board.canReadThread'),
(24,'user.profile.canView');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_user_group_option_value`;
CREATE TABLE `wcf1_user_group_option_value` (
  `groupID` text,
  `optionID` text,
  `optionValue` text,
  PRIMARY KEY (`groupID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_user_group_option_value` WRITE;
INSERT INTO `wcf1_user_group_option_value` VALUES (1,21,'1'),
(1,22,'1'),
(1,23,'1'),
(2,21,'0'),
(3,24,'1');
UNLOCK TABLES;

DROP TABLE IF EXISTS `wcf1_user_infraction_warning`;
CREATE TABLE `wcf1_user_infraction_warning` (
  `userWarningID` text,
  `userID` text,
  `reason` text,
  PRIMARY KEY (`userWarningID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `wcf1_user_infraction_warning` WRITE;
INSERT INTO `wcf1_user_infraction_warning` VALUES (1,3,'SECRETREASON');
UNLOCK TABLES;

-- Dump completed
