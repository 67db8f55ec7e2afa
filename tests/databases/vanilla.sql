-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: kiln

/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS `GDN_Category`;
CREATE TABLE `GDN_Category` (
  `CategoryID` text,
  `ParentCategoryID` text,
  `Name` text,
  `UrlCode` text,
  `Description` text,
  `Archived` text,
  `PermissionCategoryID` text,
  PRIMARY KEY (`CategoryID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Category` WRITE;
INSERT INTO `GDN_Category` VALUES (-1,NULL,'Root','root','Root of category tree.',0,-1),
(1,-1,'Pottery','pottery','',0,-1),
(2,1,'Firing','firing','Wood, <b>gas</b> &amp; raku. Ask here.',0,-1),
(3,1,'Staff','staff','SECRETabout Staff',0,3),
(4,3,'Below staff','below staff','SECRETabout Below',0,-1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Comment`;
CREATE TABLE `GDN_Comment` (
  `CommentID` text,
  `DiscussionID` text,
  `InsertUserID` text,
  `UpdateUserID` text,
  `DeleteUserID` text,
  `Body` text,
  `Format` text,
  `DateInserted` text,
  `DateDeleted` text,
  `DateUpdated` text,
  `InsertIPAddress` text,
  `Flag` text,
  PRIMARY KEY (`CommentID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Comment` WRITE;
INSERT INTO `GDN_Comment` VALUES (2,1,3,NULL,NULL,'[quote="Maud;d-1"]The first firing.[/quote]\nWell done','BBCode','2008-01-10 21:22:00',NULL,'2008-01-10 21:28:20','203.0.113.60',0),
(3,1,0,NULL,NULL,'A guest.','TextEx','2008-01-10 21:23:00',NULL,NULL,'203.0.113.60',0),
(4,1,77,NULL,NULL,'From an *account* that is gone.','Markdown','2008-01-10 21:24:00',NULL,NULL,'203.0.113.60',0),
(5,1,2,NULL,NULL,'[{"insert":"A "},{"attributes":{"bold":true},"insert":"delta"},{"insert":"\\n"}]','Rich','2008-01-10 21:25:00',NULL,NULL,'203.0.113.60',0),
(6,1,3,NULL,2,'SECRETDELETED words','Html','2008-01-10 21:26:00','2008-01-10 21:55:00',NULL,'203.0.113.60',0),
(7,2,3,NULL,NULL,'SECRETHIDDEN words','Html','2008-01-10 21:27:00',NULL,NULL,'203.0.113.60',0),
(8,99,3,NULL,NULL,'SECRETORPHAN words','Html','2008-01-10 21:28:00',NULL,NULL,'203.0.113.60',0);
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_ConversationMessage`;
CREATE TABLE `GDN_ConversationMessage` (
  `MessageID` text,
  `ConversationID` text,
  `Body` text,
  `Format` text,
  `InsertUserID` text,
  `DateInserted` text,
  `InsertIPAddress` text,
  PRIMARY KEY (`MessageID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_ConversationMessage` WRITE;
INSERT INTO `GDN_ConversationMessage` VALUES (1,1,'SECRETPRIVATE words','Html',2,'2008-01-10 21:01:00','203.0.113.60');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Discussion`;
CREATE TABLE `GDN_Discussion` (
  `DiscussionID` text,
  `Type` text,
  `CategoryID` text,
  `InsertUserID` text,
  `Name` text,
  `Body` text,
  `Format` text,
  `CountComments` text,
  `CountViews` text,
  `Closed` text,
  `Announce` text,
  `DateInserted` text,
  `DateUpdated` text,
  `InsertIPAddress` text,
  `GroupID` text,
  PRIMARY KEY (`DiscussionID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Discussion` WRITE;
INSERT INTO `GDN_Discussion` VALUES (1,NULL,2,2,'Kilns & fire','The <b>first</b> firing.\nauthor@posted.example','Html',4,70,1,1,'2008-01-10 21:21:00',NULL,'203.0.113.60',NULL),
(2,NULL,3,2,'SECRETTITLE','SECRETHIDDEN words','Html',0,7,0,0,'2008-01-10 21:21:00',NULL,'203.0.113.60',NULL),
(3,NULL,4,2,'SECRETTITLE','SECRETHIDDEN words','Html',0,7,0,0,'2008-01-10 21:21:00',NULL,'203.0.113.60',NULL),
(4,'redirect',2,2,'SECRETTITLE','SECRETMOVED words','Html',0,7,0,0,'2008-01-10 21:21:00',NULL,'203.0.113.60',NULL),
(5,NULL,2,2,'SECRETTITLE','SECRETHIDDEN words','Html',0,7,0,0,'2008-01-10 21:21:00',NULL,'203.0.113.60',1),
(6,'poll',2,2,'Which clay?','A poll.','Html',0,7,0,0,'2008-01-10 21:21:00',NULL,'203.0.113.60',2);
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Draft`;
CREATE TABLE `GDN_Draft` (
  `DraftID` text,
  `DiscussionID` text,
  `InsertUserID` text,
  `Body` text,
  PRIMARY KEY (`DraftID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Draft` WRITE;
INSERT INTO `GDN_Draft` VALUES (1,1,2,'SECRETDRAFT words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Group`;
CREATE TABLE `GDN_Group` (
  `GroupID` text,
  `Name` text,
  `Privacy` text,
  PRIMARY KEY (`GroupID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Group` WRITE;
INSERT INTO `GDN_Group` VALUES (1,'SECRETgroup','Private'),
(2,'Glazers','Public');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Log`;
CREATE TABLE `GDN_Log` (
  `LogID` text,
  `Operation` text,
  `RecordType` text,
  `RecordID` text,
  `Data` text,
  `InsertIPAddress` text,
  PRIMARY KEY (`LogID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Log` WRITE;
INSERT INTO `GDN_Log` VALUES (1,'Pending','Comment',9,'SECRETUNAPPROVED words','203.0.113.60');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Media`;
CREATE TABLE `GDN_Media` (
  `MediaID` text,
  `Name` text,
  `Path` text,
  `ForeignID` text,
  `ForeignTable` text,
  PRIMARY KEY (`MediaID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Media` WRITE;
INSERT INTO `GDN_Media` VALUES (9,'pot.png','/SECRETHASH.png',1,'discussion'),
(10,'SECRETFILE.png','/x.png',1,'conversationmessage');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Permission`;
CREATE TABLE `GDN_Permission` (
  `PermissionID` text,
  `RoleID` text,
  `JunctionTable` text,
  `JunctionColumn` text,
  `JunctionID` text,
  `Garden.SignIn.Allow` text,
  `Vanilla.Discussions.View` text,
  PRIMARY KEY (`PermissionID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Permission` WRITE;
INSERT INTO `GDN_Permission` VALUES (1,2,NULL,NULL,NULL,0,1),
(2,2,'Category','PermissionCategoryID',-1,0,1),
(3,2,'Category','PermissionCategoryID',3,0,0),
(4,8,'Category','PermissionCategoryID',3,0,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Poll`;
CREATE TABLE `GDN_Poll` (
  `PollID` text,
  `Name` text,
  `DiscussionID` text,
  `Anonymous` text,
  `CountVotes` text,
  PRIMARY KEY (`PollID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Poll` WRITE;
INSERT INTO `GDN_Poll` VALUES (1,'Which?',6,1,7);
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_PollOption`;
CREATE TABLE `GDN_PollOption` (
  `PollOptionID` text,
  `PollID` text,
  `Body` text,
  `Format` text,
  `Sort` text,
  `CountVotes` text,
  PRIMARY KEY (`PollOptionID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_PollOption` WRITE;
INSERT INTO `GDN_PollOption` VALUES (1,1,'Red','Text',1,3),
(2,1,'White','Text',2,4);
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_PollVote`;
CREATE TABLE `GDN_PollVote` (
  `UserID` text,
  `PollOptionID` text,
  `DateInserted` text,
  PRIMARY KEY (`UserID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_PollVote` WRITE;
INSERT INTO `GDN_PollVote` VALUES (10,1,'2008-01-10 21:01:00');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Role`;
CREATE TABLE `GDN_Role` (
  `RoleID` text,
  `Name` text,
  `Type` text,
  PRIMARY KEY (`RoleID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Role` WRITE;
INSERT INTO `GDN_Role` VALUES (2,'Guest','guest'),
(8,'Member','member');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_Tag`;
CREATE TABLE `GDN_Tag` (
  `TagID` text,
  `Name` text,
  `FullName` text,
  `Type` text,
  PRIMARY KEY (`TagID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_Tag` WRITE;
INSERT INTO `GDN_Tag` VALUES (1,'raku','raku',''),
(2,'SECRETREACTION','','Reaction');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_TagDiscussion`;
CREATE TABLE `GDN_TagDiscussion` (
  `TagID` text,
  `DiscussionID` text,
  PRIMARY KEY (`TagID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_TagDiscussion` WRITE;
INSERT INTO `GDN_TagDiscussion` VALUES (1,1),
(2,1);
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_User`;
CREATE TABLE `GDN_User` (
  `UserID` text,
  `Name` text,
  `Password` text,
  `HashMethod` text,
  `Email` text,
  `FullName` text,
  `Title` text,
  `LastIPAddress` text,
  `InsertIPAddress` text,
  `Attributes` text,
  PRIMARY KEY (`UserID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_User` WRITE;
INSERT INTO `GDN_User` VALUES (2,'Maud','$2y$10$SECRETHASH','Vanilla','leak602@mail.example','SECRETREALNAME','Potter','203.0.113.62','203.0.113.60','SECRETATTRIBUTES'),
(3,'O\'Dell','$2y$10$SECRETHASH','Vanilla','leak603@mail.example','SECRETREALNAME','','203.0.113.63','203.0.113.60','SECRETATTRIBUTES'),
(10,'lurker10','$2y$10$SECRETHASH','Vanilla','leak610@mail.example','SECRETREALNAME','','203.0.113.60','203.0.113.60','SECRETATTRIBUTES');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_UserNote`;
CREATE TABLE `GDN_UserNote` (
  `UserNoteID` text,
  `UserID` text,
  `Body` text,
  PRIMARY KEY (`UserNoteID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_UserNote` WRITE;
INSERT INTO `GDN_UserNote` VALUES (1,3,'SECRETNOTE words');
UNLOCK TABLES;

DROP TABLE IF EXISTS `GDN_UserRole`;
CREATE TABLE `GDN_UserRole` (
  `UserID` text,
  `RoleID` text,
  PRIMARY KEY (`UserID`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `GDN_UserRole` WRITE;
INSERT INTO `GDN_UserRole` VALUES (0,2),
(2,8);
UNLOCK TABLES;

-- Dump completed
