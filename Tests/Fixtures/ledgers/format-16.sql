CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('enter', 'undo', 'redo')),
  answers INTEGER UNIQUE REFERENCES act (id),
  who TEXT NOT NULL CHECK (who <> ''),
  day INTEGER NOT NULL,
  at TEXT NOT NULL,
  meeting TEXT, about TEXT CHECK (about <> ''),
  CHECK ((kind = 'enter') = (answers IS NULL))
) STRICT;
INSERT INTO act VALUES(1,'enter',NULL,'省医改办',20200111,'2020-01-11T09:00:00+0800',NULL,'tasks');
INSERT INTO act VALUES(2,'enter',NULL,'省医改办',20200126,'2020-01-26T09:00:00+0800',NULL,'tasks');
INSERT INTO act VALUES(3,'enter',NULL,'省医改办',20200210,'2020-02-10T09:00:00+0800',NULL,'tasks');
INSERT INTO act VALUES(4,'enter',NULL,'省医保局',20200131,'2020-01-31T09:00:00+0800',NULL,'tasks');
INSERT INTO act VALUES(5,'enter',NULL,'省医保局',20200202,'2020-02-02T09:00:00+0800',NULL,'tasks');
INSERT INTO act VALUES(6,'enter',NULL,'省卫健委',20200205,'2020-02-05T09:00:00+0800',NULL,'tasks');
INSERT INTO act VALUES(7,'enter',NULL,'省医改办',20200220,'2020-02-20T09:00:00+0800',NULL,'tasks');
INSERT INTO act VALUES(8,'enter',NULL,'王明',20200302,'2020-03-02T09:30:00+0800',NULL,'tasks');
INSERT INTO act VALUES(9,'enter',NULL,'王明',20200302,'2020-03-02T09:30:00+0800',NULL,'tasks');
INSERT INTO act VALUES(10,'undo',9,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'tasks');
INSERT INTO act VALUES(11,'redo',10,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'tasks');
INSERT INTO act VALUES(12,'enter',NULL,'李华',20200302,'2020-03-02T09:30:00+0800',NULL,'tasks');
INSERT INTO act VALUES(13,'undo',12,'李华',20200303,'2020-03-03T09:30:00+0800',NULL,'tasks');
INSERT INTO act VALUES(14,'enter',NULL,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'tasks');
INSERT INTO act VALUES(15,'enter',NULL,'王明',20200304,'2020-03-04T10:00:00+0800',NULL,'actual');
INSERT INTO act VALUES(16,'undo',15,'王明',20200304,'2020-03-04T10:01:00+0800',NULL,'actual');
INSERT INTO act VALUES(17,'enter',NULL,'李华',20200304,'2020-03-04T10:00:00+0800',NULL,'actual');
INSERT INTO act VALUES(18,'enter',NULL,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'figures');
INSERT INTO act VALUES(19,'enter',NULL,'李华',20200303,'2020-03-03T09:30:00+0800',NULL,'figures');
INSERT INTO act VALUES(20,'undo',19,'李华',20200305,'2020-03-05T09:30:00+0800',NULL,'figures');
INSERT INTO act VALUES(21,'enter',NULL,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'figures');
INSERT INTO act VALUES(22,'enter',NULL,'省医改办',20200303,'2020-03-03T09:30:00+0800',NULL,'target');
INSERT INTO act VALUES(23,'enter',NULL,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'collecting');
INSERT INTO act VALUES(24,'enter',NULL,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'collecting');
INSERT INTO act VALUES(25,'enter',NULL,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'collecting');
INSERT INTO act VALUES(26,'undo',25,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'collecting');
INSERT INTO act VALUES(27,'enter',NULL,'王明',20200303,'2020-03-03T09:30:00+0800',NULL,'group');
INSERT INTO act VALUES(28,'enter',NULL,'李华',20200303,'2020-03-03T09:30:00+0800',NULL,'group');
INSERT INTO act VALUES(29,'undo',28,'李华',20200303,'2020-03-03T09:30:00+0800',NULL,'group');
INSERT INTO act VALUES(30,'enter',NULL,'李华',20200303,'2020-03-03T09:30:00+0800',NULL,'settlement');
INSERT INTO act VALUES(31,'enter',NULL,'王明',20200306,'2020-03-06T09:30:00+0800',NULL,'filing');
INSERT INTO act VALUES(32,'enter',NULL,'王明',20200307,'2020-03-07T09:30:00+0800',NULL,'filing');
INSERT INTO act VALUES(33,'undo',31,'李华',20200308,'2020-03-08T09:30:00+0800',NULL,'filing');
INSERT INTO act VALUES(34,'enter',NULL,'王明',20200309,'2020-03-09T09:30:00+0800',NULL,'filing');
INSERT INTO act VALUES(35,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800',NULL,'meeting');
INSERT INTO act VALUES(36,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800',NULL,'meeting');
INSERT INTO act VALUES(37,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800',NULL,'meeting');
INSERT INTO act VALUES(38,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800','hy-2020-12-31-1','decision');
INSERT INTO act VALUES(39,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800',NULL,'meeting');
INSERT INTO act VALUES(40,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800',NULL,'slip');
INSERT INTO act VALUES(41,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800',NULL,'hand');
INSERT INTO act VALUES(42,'enter',NULL,'李华',20201231,'2020-12-31T09:30:00+0800',NULL,'hand');
INSERT INTO act VALUES(43,'enter',NULL,'王明',20201231,'2020-12-31T09:30:00+0800',NULL,'hand');
INSERT INTO act VALUES(44,'enter',NULL,'李华',20201231,'2020-12-31T09:30:00+0800',NULL,'hand');
INSERT INTO act VALUES(45,'enter',NULL,'李华',20201231,'2020-12-31T09:30:00+0800',NULL,'collecting');
INSERT INTO act VALUES(46,'undo',44,'李华',20201231,'2020-12-31T09:30:00+0800',NULL,'hand');
CREATE TABLE actual (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  task INTEGER NOT NULL REFERENCES task (id),
  metric TEXT NOT NULL,
  place INTEGER NOT NULL REFERENCES division (code),
  value TEXT NOT NULL,
  of_day INTEGER NOT NULL,
  source TEXT NOT NULL,
  made_up INTEGER NOT NULL CHECK (made_up IN (0, 1))
) STRICT;
INSERT INTO actual VALUES(1,15,3,'share',140000,'29',20200228,'通报',0);
INSERT INTO actual VALUES(2,17,3,'share',140000,'30',20200228,'通报',0);
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL UNIQUE REFERENCES act (id),
  kind TEXT NOT NULL CHECK (kind IN ('file', 'typed', 'sample')),
  file TEXT,
  hash TEXT,
  note TEXT,
  checks TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0)
) STRICT;
INSERT INTO batch VALUES(1,18,'file','a.csv','aa',NULL,'one',1);
INSERT INTO batch VALUES(2,19,'typed',NULL,NULL,'更正','',1);
INSERT INTO batch VALUES(3,21,'typed',NULL,NULL,NULL,'',1);
CREATE TABLE clause (
  document INTEGER NOT NULL REFERENCES document (id),
  path TEXT NOT NULL,
  position INTEGER NOT NULL,
  place_zh TEXT NOT NULL,
  place_en TEXT NOT NULL,
  section_zh TEXT NOT NULL,
  section_en TEXT NOT NULL,
  truncated INTEGER NOT NULL,
  text TEXT,
  PRIMARY KEY (document, path)
) STRICT, WITHOUT ROWID;
INSERT INTO clause VALUES(1,'1',0,'第1条','clause 1','示范','Example',0,NULL);
INSERT INTO clause VALUES(1,'2',1,'第2条','clause 2','示范','Example',0,NULL);
INSERT INTO clause VALUES(1,'3',2,'第3条','clause 3','示范','Example',0,NULL);
INSERT INTO clause VALUES(1,'4',3,'第4条','clause 4','示范','Example',0,NULL);
INSERT INTO clause VALUES(1,'5',4,'第5条','clause 5','示范','Example',0,NULL);
INSERT INTO clause VALUES(1,'6',5,'第6条','clause 6','示范','Example',0,NULL);
INSERT INTO clause VALUES(1,'7',6,'第7条','clause 7','示范','Example',0,NULL);
INSERT INTO clause VALUES(1,'8',7,'第8条','clause 8','示范','Example',0,NULL);
INSERT INTO clause VALUES(2,'1',0,'第1条','clause 1','示范','Example',0,NULL);
INSERT INTO clause VALUES(3,'1',0,'第1条','clause 1','示范','Example',0,NULL);
INSERT INTO clause VALUES(3,'2',1,'第2条','clause 2','示范','Example',0,NULL);
INSERT INTO clause VALUES(4,'1',0,'1','1','','',0,'任务1。原文');
INSERT INTO clause VALUES(4,'2',1,'2','2','','',0,'任务2。原文');
INSERT INTO clause VALUES(4,'3',2,'3','3','','',0,'任务3。原文');
INSERT INTO clause VALUES(5,'1',9001,'手工第1项','by hand, 1','手工设立，2020-12-31 王明','set by hand, 2020-12-31 王明',0,'自立任务（手工设立，没有文件依据；2020-12-31 王明：试办）');
CREATE TABLE collecting (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  kind TEXT NOT NULL CHECK (kind IN ('return', 'lock', 'unlock')),
  place INTEGER NOT NULL REFERENCES division (code),
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
  reason TEXT NOT NULL, month INTEGER CHECK (month BETWEEN 1 AND 12),
  CHECK (kind = 'lock' OR reason <> '')
) STRICT;
INSERT INTO collecting VALUES(23,'lock',140000,2018,'',NULL);
INSERT INTO collecting VALUES(24,'unlock',140400,2018,'年报更正',NULL);
INSERT INTO collecting VALUES(25,'return',140400,2019,'分母漏报',NULL);
INSERT INTO collecting VALUES(45,'return',140400,2020,'不完整',3);
CREATE TABLE division (
  code INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER REFERENCES division (code),
  city INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county')),
  name TEXT NOT NULL
) STRICT;
INSERT INTO division VALUES(140000,NULL,140000,'province','山西省');
INSERT INTO division VALUES(140001,140000,140000,'province','山西省本级');
INSERT INTO division VALUES(140100,140000,140100,'city','太原市');
INSERT INTO division VALUES(140101,140100,140100,'city','太原市本级');
INSERT INTO division VALUES(140105,140100,140100,'county','小店区');
INSERT INTO division VALUES(140106,140100,140100,'county','迎泽区');
INSERT INTO division VALUES(140107,140100,140100,'county','杏花岭区');
INSERT INTO division VALUES(140108,140100,140100,'county','尖草坪区');
INSERT INTO division VALUES(140109,140100,140100,'county','万柏林区');
INSERT INTO division VALUES(140110,140100,140100,'county','晋源区');
INSERT INTO division VALUES(140121,140100,140100,'county','清徐县');
INSERT INTO division VALUES(140122,140100,140100,'county','阳曲县');
INSERT INTO division VALUES(140123,140100,140100,'county','娄烦县');
INSERT INTO division VALUES(140181,140100,140100,'county','古交市');
INSERT INTO division VALUES(140200,140000,140200,'city','大同市');
INSERT INTO division VALUES(140201,140200,140200,'city','大同市本级');
INSERT INTO division VALUES(140212,140200,140200,'county','新荣区');
INSERT INTO division VALUES(140213,140200,140200,'county','平城区');
INSERT INTO division VALUES(140214,140200,140200,'county','云冈区');
INSERT INTO division VALUES(140215,140200,140200,'county','云州区');
INSERT INTO division VALUES(140221,140200,140200,'county','阳高县');
INSERT INTO division VALUES(140222,140200,140200,'county','天镇县');
INSERT INTO division VALUES(140223,140200,140200,'county','广灵县');
INSERT INTO division VALUES(140224,140200,140200,'county','灵丘县');
INSERT INTO division VALUES(140225,140200,140200,'county','浑源县');
INSERT INTO division VALUES(140226,140200,140200,'county','左云县');
INSERT INTO division VALUES(140300,140000,140300,'city','阳泉市');
INSERT INTO division VALUES(140301,140300,140300,'city','阳泉市本级');
INSERT INTO division VALUES(140302,140300,140300,'county','城区');
INSERT INTO division VALUES(140303,140300,140300,'county','矿区');
INSERT INTO division VALUES(140311,140300,140300,'county','郊区');
INSERT INTO division VALUES(140321,140300,140300,'county','平定县');
INSERT INTO division VALUES(140322,140300,140300,'county','盂县');
INSERT INTO division VALUES(140400,140000,140400,'city','长治市');
INSERT INTO division VALUES(140401,140400,140400,'city','长治市本级');
INSERT INTO division VALUES(140403,140400,140400,'county','潞州区');
INSERT INTO division VALUES(140404,140400,140400,'county','上党区');
INSERT INTO division VALUES(140405,140400,140400,'county','屯留区');
INSERT INTO division VALUES(140406,140400,140400,'county','潞城区');
INSERT INTO division VALUES(140423,140400,140400,'county','襄垣县');
INSERT INTO division VALUES(140425,140400,140400,'county','平顺县');
INSERT INTO division VALUES(140426,140400,140400,'county','黎城县');
INSERT INTO division VALUES(140427,140400,140400,'county','壶关县');
INSERT INTO division VALUES(140428,140400,140400,'county','长子县');
INSERT INTO division VALUES(140429,140400,140400,'county','武乡县');
INSERT INTO division VALUES(140430,140400,140400,'county','沁县');
INSERT INTO division VALUES(140431,140400,140400,'county','沁源县');
INSERT INTO division VALUES(140500,140000,140500,'city','晋城市');
INSERT INTO division VALUES(140501,140500,140500,'city','晋城市本级');
INSERT INTO division VALUES(140502,140500,140500,'county','城区');
INSERT INTO division VALUES(140521,140500,140500,'county','沁水县');
INSERT INTO division VALUES(140522,140500,140500,'county','阳城县');
INSERT INTO division VALUES(140524,140500,140500,'county','陵川县');
INSERT INTO division VALUES(140525,140500,140500,'county','泽州县');
INSERT INTO division VALUES(140581,140500,140500,'county','高平市');
INSERT INTO division VALUES(140600,140000,140600,'city','朔州市');
INSERT INTO division VALUES(140601,140600,140600,'city','朔州市本级');
INSERT INTO division VALUES(140602,140600,140600,'county','朔城区');
INSERT INTO division VALUES(140603,140600,140600,'county','平鲁区');
INSERT INTO division VALUES(140621,140600,140600,'county','山阴县');
INSERT INTO division VALUES(140622,140600,140600,'county','应县');
INSERT INTO division VALUES(140623,140600,140600,'county','右玉县');
INSERT INTO division VALUES(140681,140600,140600,'county','怀仁市');
INSERT INTO division VALUES(140700,140000,140700,'city','晋中市');
INSERT INTO division VALUES(140701,140700,140700,'city','晋中市本级');
INSERT INTO division VALUES(140702,140700,140700,'county','榆次区');
INSERT INTO division VALUES(140703,140700,140700,'county','太谷区');
INSERT INTO division VALUES(140721,140700,140700,'county','榆社县');
INSERT INTO division VALUES(140722,140700,140700,'county','左权县');
INSERT INTO division VALUES(140723,140700,140700,'county','和顺县');
INSERT INTO division VALUES(140724,140700,140700,'county','昔阳县');
INSERT INTO division VALUES(140725,140700,140700,'county','寿阳县');
INSERT INTO division VALUES(140727,140700,140700,'county','祁县');
INSERT INTO division VALUES(140728,140700,140700,'county','平遥县');
INSERT INTO division VALUES(140729,140700,140700,'county','灵石县');
INSERT INTO division VALUES(140781,140700,140700,'county','介休市');
INSERT INTO division VALUES(140800,140000,140800,'city','运城市');
INSERT INTO division VALUES(140801,140800,140800,'city','运城市本级');
INSERT INTO division VALUES(140802,140800,140800,'county','盐湖区');
INSERT INTO division VALUES(140821,140800,140800,'county','临猗县');
INSERT INTO division VALUES(140822,140800,140800,'county','万荣县');
INSERT INTO division VALUES(140823,140800,140800,'county','闻喜县');
INSERT INTO division VALUES(140824,140800,140800,'county','稷山县');
INSERT INTO division VALUES(140825,140800,140800,'county','新绛县');
INSERT INTO division VALUES(140826,140800,140800,'county','绛县');
INSERT INTO division VALUES(140827,140800,140800,'county','垣曲县');
INSERT INTO division VALUES(140828,140800,140800,'county','夏县');
INSERT INTO division VALUES(140829,140800,140800,'county','平陆县');
INSERT INTO division VALUES(140830,140800,140800,'county','芮城县');
INSERT INTO division VALUES(140881,140800,140800,'county','永济市');
INSERT INTO division VALUES(140882,140800,140800,'county','河津市');
INSERT INTO division VALUES(140900,140000,140900,'city','忻州市');
INSERT INTO division VALUES(140901,140900,140900,'city','忻州市本级');
INSERT INTO division VALUES(140902,140900,140900,'county','忻府区');
INSERT INTO division VALUES(140921,140900,140900,'county','定襄县');
INSERT INTO division VALUES(140922,140900,140900,'county','五台县');
INSERT INTO division VALUES(140923,140900,140900,'county','代县');
INSERT INTO division VALUES(140924,140900,140900,'county','繁峙县');
INSERT INTO division VALUES(140925,140900,140900,'county','宁武县');
INSERT INTO division VALUES(140926,140900,140900,'county','静乐县');
INSERT INTO division VALUES(140927,140900,140900,'county','神池县');
INSERT INTO division VALUES(140928,140900,140900,'county','五寨县');
INSERT INTO division VALUES(140929,140900,140900,'county','岢岚县');
INSERT INTO division VALUES(140930,140900,140900,'county','河曲县');
INSERT INTO division VALUES(140931,140900,140900,'county','保德县');
INSERT INTO division VALUES(140932,140900,140900,'county','偏关县');
INSERT INTO division VALUES(140981,140900,140900,'county','原平市');
INSERT INTO division VALUES(141000,140000,141000,'city','临汾市');
INSERT INTO division VALUES(141001,141000,141000,'city','临汾市本级');
INSERT INTO division VALUES(141002,141000,141000,'county','尧都区');
INSERT INTO division VALUES(141021,141000,141000,'county','曲沃县');
INSERT INTO division VALUES(141022,141000,141000,'county','翼城县');
INSERT INTO division VALUES(141023,141000,141000,'county','襄汾县');
INSERT INTO division VALUES(141024,141000,141000,'county','洪洞县');
INSERT INTO division VALUES(141025,141000,141000,'county','古县');
INSERT INTO division VALUES(141026,141000,141000,'county','安泽县');
INSERT INTO division VALUES(141027,141000,141000,'county','浮山县');
INSERT INTO division VALUES(141028,141000,141000,'county','吉县');
INSERT INTO division VALUES(141029,141000,141000,'county','乡宁县');
INSERT INTO division VALUES(141030,141000,141000,'county','大宁县');
INSERT INTO division VALUES(141031,141000,141000,'county','隰县');
INSERT INTO division VALUES(141032,141000,141000,'county','永和县');
INSERT INTO division VALUES(141033,141000,141000,'county','蒲县');
INSERT INTO division VALUES(141034,141000,141000,'county','汾西县');
INSERT INTO division VALUES(141081,141000,141000,'county','侯马市');
INSERT INTO division VALUES(141082,141000,141000,'county','霍州市');
INSERT INTO division VALUES(141100,140000,141100,'city','吕梁市');
INSERT INTO division VALUES(141101,141100,141100,'city','吕梁市本级');
INSERT INTO division VALUES(141102,141100,141100,'county','离石区');
INSERT INTO division VALUES(141121,141100,141100,'county','文水县');
INSERT INTO division VALUES(141122,141100,141100,'county','交城县');
INSERT INTO division VALUES(141123,141100,141100,'county','兴县');
INSERT INTO division VALUES(141124,141100,141100,'county','临县');
INSERT INTO division VALUES(141125,141100,141100,'county','柳林县');
INSERT INTO division VALUES(141126,141100,141100,'county','石楼县');
INSERT INTO division VALUES(141127,141100,141100,'county','岚县');
INSERT INTO division VALUES(141128,141100,141100,'county','方山县');
INSERT INTO division VALUES(141129,141100,141100,'county','中阳县');
INSERT INTO division VALUES(141130,141100,141100,'county','交口县');
INSERT INTO division VALUES(141181,141100,141100,'county','孝义市');
INSERT INTO division VALUES(141182,141100,141100,'county','汾阳市');
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  short_zh TEXT NOT NULL,
  short_en TEXT NOT NULL,
  issuer TEXT NOT NULL,
  issued INTEGER NOT NULL,
  region INTEGER NOT NULL REFERENCES division (code),
  kind TEXT NOT NULL,
  truncated INTEGER NOT NULL
) STRICT;
INSERT INTO document VALUES(1,'demo-1',0,'示范〔2019〕1号','示范实施方案','Example plan','示范方案','Plan 2019','省医改办',20191226,140000,'policy',0);
INSERT INTO document VALUES(2,'demo-3',1,'长示范〔2020〕3号','长治市示范方案','Plan of Changzhi','长治方案','Changzhi 2020','长治市',20200110,140400,'policy',0);
INSERT INTO document VALUES(3,'demo-2',2,'示范〔2020〕2号','示范重点任务','Example tasks','重点任务','Tasks 2020','省医改办',20200220,140000,'policy',1);
INSERT INTO document VALUES(4,'c-2020-9',1000,'测〔2020〕9号','测试方案','测试方案','测〔2020〕9号','测〔2020〕9号','测试办',20200201,140000,'policy',0);
INSERT INTO document VALUES(5,'own',1001,'自立任务','自立任务（手工设立）','Tasks set by hand','自立任务','By hand','',20201231,140000,'own',0);
CREATE TABLE draft (
  review INTEGER NOT NULL REFERENCES review (id),
  position INTEGER NOT NULL,
  clause TEXT NOT NULL,
  task TEXT NOT NULL,
  doubts TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('waiting', 'accepted', 'dropped', 'filed')),
  amended INTEGER NOT NULL,
  PRIMARY KEY (review, position)
) STRICT, WITHOUT ROWID;
INSERT INTO draft VALUES(1,0,'{"column":1,"deadlines":[{"evidence":{"column":1,"end":2,"line":1,"start":0},"value":{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}}],"departments":[{"evidence":{"column":1,"end":2,"line":1,"start":0},"value":{"name":"省卫健委","role":"lead"}}],"isSafeguard":false,"isTruncated":false,"kind":"numbered","line":1,"path":"1","place":"","places":[],"section":"","targets":[],"text":"任务1。原文","title":"任务1"}','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"1","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/1","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务1","zh":"任务1"}}','[]','filed',0);
INSERT INTO draft VALUES(1,1,'{"column":1,"deadlines":[{"evidence":{"column":1,"end":2,"line":1,"start":0},"value":{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}}],"departments":[{"evidence":{"column":1,"end":2,"line":1,"start":0},"value":{"name":"省卫健委","role":"lead"}}],"isSafeguard":false,"isTruncated":false,"kind":"numbered","line":2,"path":"2","place":"","places":[],"section":"","targets":[],"text":"任务2。原文","title":"任务2"}','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"2","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/2","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务2","zh":"任务2"}}','[]','filed',0);
INSERT INTO draft VALUES(1,2,'{"column":1,"deadlines":[{"evidence":{"column":1,"end":2,"line":1,"start":0},"value":{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}}],"departments":[{"evidence":{"column":1,"end":2,"line":1,"start":0},"value":{"name":"省卫健委","role":"lead"}}],"isSafeguard":false,"isTruncated":false,"kind":"numbered","line":3,"path":"3","place":"","places":[],"section":"","targets":[],"text":"任务3。原文","title":"任务3"}','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"3","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/3","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务3","zh":"任务3"}}','[]','filed',0);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  task INTEGER NOT NULL REFERENCES task (id),
  place INTEGER NOT NULL REFERENCES division (code),
  period TEXT NOT NULL,
  day INTEGER NOT NULL,
  status TEXT CHECK (status IN ('notStarted', 'underway', 'done', 'signedOff', 'suspended')),
  note TEXT,
  evidence TEXT,
  due TEXT,
  answers INTEGER REFERENCES entry (id), until TEXT,
  CHECK (coalesce(status, note, evidence, due, answers) IS NOT NULL)
) STRICT;
INSERT INTO entry VALUES(1,1,1,140100,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(2,1,1,140200,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(3,1,1,140300,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(4,1,1,140400,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(5,1,1,140500,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(6,1,1,140600,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(7,1,1,140700,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(8,1,1,140800,'',20200111,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(9,2,1,140100,'',20200126,'done','方案已报省医改办',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(10,2,1,140400,'',20200126,'done','方案已报省医改办',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(11,2,1,140500,'',20200126,'done','方案已报省医改办',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(12,3,1,140400,'',20200210,'signedOff','已核对文件',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(13,4,4,140800,'',20200131,'underway','已开第一次会',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(14,5,6,140100,'',20200202,'suspended','等国家办法',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(15,6,3,140105,'',20200205,'done',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(16,6,3,140403,'',20200205,'done',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(17,6,3,140404,'',20200205,'done',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(18,7,2,140000,'2020',20200220,'underway','数据在收',NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(19,8,9,140400,'',20200302,'underway',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(20,9,9,140400,'',20200302,'done',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(21,10,9,140400,'',20200303,'underway',NULL,NULL,NULL,20,NULL);
INSERT INTO entry VALUES(22,11,9,140400,'',20200303,'done',NULL,NULL,NULL,20,NULL);
INSERT INTO entry VALUES(23,12,9,140400,'',20200302,'suspended',NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(24,13,9,140400,'',20200303,'done',NULL,NULL,NULL,23,NULL);
INSERT INTO entry VALUES(25,14,5,140000,'',20200303,NULL,NULL,NULL,'2020-09-30',NULL,NULL);
INSERT INTO entry VALUES(26,38,1,140200,'',20201231,NULL,'等省里文件',NULL,NULL,NULL,'2021-02-09');
CREATE TABLE figure (
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  place INTEGER NOT NULL REFERENCES division (code),
  period TEXT NOT NULL CHECK (period <> ''),
  batch INTEGER NOT NULL REFERENCES batch (id),
  numerator TEXT CHECK (numerator NOT GLOB '*[^-.0-9]*' AND numerator <> ''),
  denominator TEXT CHECK (denominator NOT GLOB '*[^-.0-9]*' AND denominator <> ''),
  stated TEXT CHECK (stated NOT GLOB '*[^-.0-9]*' AND stated <> ''),
  flags INTEGER NOT NULL CHECK (flags >= 0),
  note TEXT,
  sheet TEXT,
  row INTEGER,
  "column" INTEGER,
  PRIMARY KEY (indicator, place, period, batch),
  CHECK (coalesce(numerator, stated) IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO figure VALUES(1,140400,'2019',1,'40000','100000',NULL,0,NULL,NULL,2,3);
INSERT INTO figure VALUES(1,140400,'2019',2,'41000','100000',NULL,0,NULL,NULL,2,3);
INSERT INTO figure VALUES(1,140400,'2019',3,'42000','100000',NULL,0,NULL,NULL,2,3);
CREATE TABLE IF NOT EXISTS "group_fact" (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  place INTEGER NOT NULL REFERENCES division (code),
  kind TEXT NOT NULL CHECK (kind IN ('card', 'member', 'item', 'evidence', 'weights', 'score',
    'verdict', 'capitation', 'terms', 'budget', 'advance', 'spending', 'staffing')),
  year INTEGER CHECK (year BETWEEN 1 AND 9999),
  slot TEXT NOT NULL,
  choice TEXT,
  first INTEGER,
  last INTEGER,
  fen INTEGER CHECK (fen BETWEEN 0 AND 1000000000000000),
  text TEXT,
  detail TEXT,
  made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
  CHECK ((kind IN ('budget', 'advance', 'spending')) = (fen IS NOT NULL)),
  CHECK ((kind IN ('card', 'member', 'item', 'evidence')) = (year IS NULL)),
  CHECK (last IS NULL OR first IS NULL OR last >= first)
) STRICT;
INSERT INTO group_fact VALUES(1,27,140821,'budget',2019,'',NULL,NULL,NULL,100,NULL,NULL,0);
INSERT INTO group_fact VALUES(2,27,140821,'spending',2019,'',NULL,NULL,NULL,80,NULL,NULL,0);
INSERT INTO group_fact VALUES(3,28,140821,'budget',2019,'',NULL,NULL,NULL,120,NULL,NULL,0);
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> '')
) STRICT;
INSERT INTO indicator VALUES(1,'medical-service-share');
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('catalogue','2020-01-01-small');
CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  known INTEGER NOT NULL,
  open INTEGER NOT NULL,
  document TEXT NOT NULL,
  content TEXT NOT NULL,
  doubts TEXT NOT NULL,
  missing TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
INSERT INTO review VALUES(1,'测试.txt',0,0,'c-2020-9','{"id":"c-2020-9","issued":"2020-02-01","issuer":"测试办","kind":"policy","number":"测〔2020〕9号","region":"140000","short":{"en":"测〔2020〕9号","zh":"测〔2020〕9号"},"title":{"en":"测试方案","zh":"测试方案"},"truncated":false}','[]','[]','王明','2020-03-03T09:30:00+0800');
CREATE TABLE settlement (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  place INTEGER NOT NULL REFERENCES division (code),
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
  balance INTEGER NOT NULL
    CHECK (balance BETWEEN -1000000000000000 AND 1000000000000000),
  rule TEXT,
  parts TEXT NOT NULL,
  note TEXT,
  made_up INTEGER NOT NULL CHECK (made_up IN (0, 1))
) STRICT;
INSERT INTO settlement VALUES(1,30,140821,2019,20,NULL,'',NULL,0);
CREATE TABLE tally (
  task INTEGER NOT NULL REFERENCES task (id),
  city INTEGER NOT NULL REFERENCES division (code),
  period TEXT NOT NULL,
  status TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (task, city, period, status)
) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES(1,140100,'','done',1);
INSERT INTO tally VALUES(1,140100,'','underway',0);
INSERT INTO tally VALUES(1,140200,'','underway',1);
INSERT INTO tally VALUES(1,140300,'','underway',1);
INSERT INTO tally VALUES(1,140400,'','done',0);
INSERT INTO tally VALUES(1,140400,'','signedOff',1);
INSERT INTO tally VALUES(1,140400,'','underway',0);
INSERT INTO tally VALUES(1,140500,'','done',1);
INSERT INTO tally VALUES(1,140500,'','underway',0);
INSERT INTO tally VALUES(1,140600,'','underway',1);
INSERT INTO tally VALUES(1,140700,'','underway',1);
INSERT INTO tally VALUES(1,140800,'','underway',1);
INSERT INTO tally VALUES(2,140000,'2020','underway',1);
INSERT INTO tally VALUES(3,140100,'','done',1);
INSERT INTO tally VALUES(3,140400,'','done',2);
INSERT INTO tally VALUES(4,140800,'','underway',1);
INSERT INTO tally VALUES(6,140100,'','suspended',1);
INSERT INTO tally VALUES(9,140400,'','done',1);
INSERT INTO tally VALUES(9,140400,'','underway',0);
CREATE TABLE target (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  region INTEGER NOT NULL REFERENCES division (code),
  scope TEXT NOT NULL CHECK (scope IN ('in-all', 'each-city', 'each-county', 'everywhere')),
  op TEXT CHECK (op IN ('>=', '<=', '=', '>', '<', 'range')),
  value TEXT,
  upper TEXT,
  year INTEGER,
  note TEXT,
  made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
  CHECK ((op IS NULL) = (value IS NULL))
) STRICT;
INSERT INTO target VALUES(22,1,140000,'in-all','>=','40',NULL,2022,'示范目标',0);
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL,
  clause TEXT NOT NULL,
  position INTEGER NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  theme TEXT NOT NULL,
  level TEXT NOT NULL, also TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (document, clause) REFERENCES clause (document, path)
) STRICT;
INSERT INTO task VALUES(1,'demo-1/1',1,'1',0,'各市制定方案','Each city draws up a plan','leadership','each-city','');
INSERT INTO task VALUES(2,'demo-1/2',1,'2',1,'年度指标汇总','Collect the year''s figures','monitoring','province','');
INSERT INTO task VALUES(3,'demo-1/3',1,'3',2,'县级中医医疗机构全覆盖','A TCM institution in every county','tcm','each-county','');
INSERT INTO task VALUES(4,'demo-1/4',1,'4',3,'医保与医院集体协商','Insurers negotiate with hospitals','payment','named','');
INSERT INTO task VALUES(5,'demo-1/5',1,'5',4,'公立医院薪酬改革意见','Opinion on hospital pay','salary','province','');
INSERT INTO task VALUES(6,'demo-1/6',1,'6',5,'全面推行按病种付费','Payment by disease everywhere','payment','each-city','');
INSERT INTO task VALUES(7,'demo-1/7',1,'7',6,'慢病医防融合“两手抓”','Chronic care and prevention','primary-care','each-city','');
INSERT INTO task VALUES(8,'demo-1/8',1,'8',7,'服务价格调整评估','Yearly assessment of prices','pricing','province','');
INSERT INTO task VALUES(9,'demo-3/1',2,'1',8,'长治家庭医生签约','Family doctors in Changzhi','primary-care','province','');
INSERT INTO task VALUES(10,'demo-2/1',3,'1',9,'各市方案报备','Cities file their plans','leadership','each-city','');
INSERT INTO task VALUES(11,'demo-2/2',3,'2',10,'药品带量采购见成效','Procurement in volume shows results','procurement','province','');
INSERT INTO task VALUES(12,'c-2020-9/1',4,'1',0,'任务1','任务1','leadership','province','');
INSERT INTO task VALUES(13,'c-2020-9/2',4,'2',1,'任务2','任务2','leadership','province','');
INSERT INTO task VALUES(14,'c-2020-9/3',4,'3',2,'任务3','任务3','leadership','province','');
INSERT INTO task VALUES(15,'own/1',5,'1',0,'自立任务','own task','leadership','province','');
CREATE TABLE task_deadline (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  due INTEGER,
  years TEXT NOT NULL,
  by TEXT,
  soft INTEGER NOT NULL,
  words TEXT,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
INSERT INTO task_deadline VALUES(1,0,'date',20200131,'2020',NULL,0,NULL);
INSERT INTO task_deadline VALUES(2,0,'yearly-by',20200229,'','02-end',0,NULL);
INSERT INTO task_deadline VALUES(3,0,'year',20221231,'2022',NULL,0,NULL);
INSERT INTO task_deadline VALUES(4,0,'year',20201231,'2020',NULL,0,NULL);
INSERT INTO task_deadline VALUES(5,0,'as-required',NULL,'',NULL,0,NULL);
INSERT INTO task_deadline VALUES(6,0,'ongoing',NULL,'',NULL,0,NULL);
INSERT INTO task_deadline VALUES(8,0,'range-yearly',20221231,'2020 2021 2022',NULL,0,NULL);
INSERT INTO task_deadline VALUES(9,0,'date',20200228,'2020',NULL,0,NULL);
INSERT INTO task_deadline VALUES(10,0,'date',20200320,'2020',NULL,0,NULL);
INSERT INTO task_deadline VALUES(11,0,'date',20200630,'',NULL,0,NULL);
INSERT INTO task_deadline VALUES(11,1,'date',20210630,'',NULL,0,NULL);
INSERT INTO task_deadline VALUES(12,0,'year',20201231,'',NULL,0,'2020年');
INSERT INTO task_deadline VALUES(13,0,'year',20201231,'',NULL,0,'2020年');
INSERT INTO task_deadline VALUES(14,0,'year',20201231,'',NULL,0,'2020年');
CREATE TABLE task_department (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  bureau TEXT,
  role TEXT NOT NULL,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
INSERT INTO task_department VALUES(1,0,'各市',NULL,'responsible');
INSERT INTO task_department VALUES(2,0,'省医改办',NULL,'responsible');
INSERT INTO task_department VALUES(3,0,'省卫健委',NULL,'responsible');
INSERT INTO task_department VALUES(4,0,'省医保局',NULL,'responsible');
INSERT INTO task_department VALUES(5,0,'省人社厅',NULL,'responsible');
INSERT INTO task_department VALUES(5,1,'省卫健委',NULL,'responsible');
INSERT INTO task_department VALUES(6,0,'省医保局',NULL,'lead');
INSERT INTO task_department VALUES(6,1,'省卫健委',NULL,'cooperating');
INSERT INTO task_department VALUES(7,0,'省卫健委',NULL,'responsible');
INSERT INTO task_department VALUES(8,0,'省医保局',NULL,'responsible');
INSERT INTO task_department VALUES(9,0,'市卫健委',NULL,'responsible');
INSERT INTO task_department VALUES(10,0,'省医改办',NULL,'responsible');
INSERT INTO task_department VALUES(11,0,'省医保局',NULL,'responsible');
INSERT INTO task_department VALUES(12,0,'省卫健委',NULL,'lead');
INSERT INTO task_department VALUES(13,0,'省卫健委',NULL,'lead');
INSERT INTO task_department VALUES(14,0,'省卫健委',NULL,'lead');
CREATE TABLE task_link (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('supersedes', 'carriesOut', 'conflict', 'indicator')),
  target TEXT NOT NULL,
  note_zh TEXT,
  note_en TEXT,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
INSERT INTO task_link VALUES(8,0,'indicator','medical-service-share',NULL,NULL);
INSERT INTO task_link VALUES(10,0,'supersedes','demo-1/1',NULL,NULL);
INSERT INTO task_link VALUES(11,0,'conflict','demo-1/4','两处期限不同','the two dates differ');
CREATE TABLE task_place (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES division (code),
  role TEXT NOT NULL,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
INSERT INTO task_place VALUES(4,0,140100,'lead');
INSERT INTO task_place VALUES(4,1,140800,'lead');
INSERT INTO task_place VALUES(4,2,140400,'lead');
INSERT INTO task_place VALUES(4,3,140700,'lead');
INSERT INTO task_place VALUES(4,4,140300,'lead');
CREATE TABLE task_target (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  metric_zh TEXT NOT NULL,
  metric_en TEXT NOT NULL,
  op TEXT NOT NULL,
  value TEXT NOT NULL,
  upper TEXT,
  unit TEXT NOT NULL,
  scope TEXT,
  soft INTEGER NOT NULL,
  year INTEGER, key TEXT, places TEXT,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE task_tie (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('formerly', 'also', 'collects')),
  target TEXT NOT NULL CHECK (target <> ''),
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE withdrawal (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  batch INTEGER NOT NULL REFERENCES batch (id),
  reason TEXT
) STRICT;
INSERT INTO withdrawal VALUES(20,2,'报错了');
CREATE TABLE IF NOT EXISTS "filing" (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'task', 'withdrawal')),
  document TEXT NOT NULL,
  task TEXT,
  content TEXT NOT NULL
) STRICT;
INSERT INTO filing VALUES(1,31,'document','c-2020-9',NULL,'{"id":"c-2020-9","issued":"2020-02-01","issuer":"测试办","kind":"policy","number":"测〔2020〕9号","region":"140000","short":{"en":"测〔2020〕9号","zh":"测〔2020〕9号"},"title":{"en":"测试方案","zh":"测试方案"},"truncated":false}');
INSERT INTO filing VALUES(2,31,'task','c-2020-9','c-2020-9/1','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"1","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/1","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务1","zh":"任务1"}}');
INSERT INTO filing VALUES(3,32,'task','c-2020-9','c-2020-9/2','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"2","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/2","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务2","zh":"任务2"}}');
INSERT INTO filing VALUES(4,33,'withdrawal','c-2020-9',NULL,'');
INSERT INTO filing VALUES(5,34,'document','c-2020-9',NULL,'{"id":"c-2020-9","issued":"2020-02-01","issuer":"测试办","kind":"policy","number":"测〔2020〕9号","region":"140000","short":{"en":"测〔2020〕9号","zh":"测〔2020〕9号"},"title":{"en":"测试方案","zh":"测试方案"},"truncated":false}');
INSERT INTO filing VALUES(6,34,'task','c-2020-9','c-2020-9/1','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"1","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/1","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务1","zh":"任务1"}}');
INSERT INTO filing VALUES(7,34,'task','c-2020-9','c-2020-9/2','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"2","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/2","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务2","zh":"任务2"}}');
INSERT INTO filing VALUES(8,34,'task','c-2020-9','c-2020-9/3','{"also":[],"alsoAt":[],"carriesOut":[],"clause":"3","collects":[],"conflicts":[],"deadlines":[{"due":"2020-12-31","kind":"year","soft":false,"words":"2020年","years":[]}],"departments":[{"name":"省卫健委","role":"lead"}],"document":"c-2020-9","formerly":[],"id":"c-2020-9/3","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"任务3","zh":"任务3"}}');
CREATE TABLE meeting_step (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  meeting TEXT NOT NULL CHECK (meeting <> ''),
  content TEXT NOT NULL
) STRICT;
INSERT INTO meeting_step VALUES(35,'hy-2020-12-31-1','{"card":{"_0":{"absent":"","chair":"","day":"2020-12-31","number":"","present":"","recorder":"","rules":{"changed":false,"dueWithin":30,"indicators":true,"order":"gravity","red":true},"scope":"140000","series":"","time":"","title":"例会","venue":""}}}');
INSERT INTO meeting_step VALUES(36,'hy-2020-12-31-1','{"add":{"_0":[{"reasons":["red"],"subject":{"task":{"_0":"demo-1/1","in":"140200"}}}]}}');
INSERT INTO meeting_step VALUES(37,'hy-2020-12-31-1','{"open":{}}');
INSERT INTO meeting_step VALUES(39,'hy-2020-12-31-1','{"close":{"minutes":"〔2020〕1号"}}');
CREATE TABLE decision (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  meeting TEXT NOT NULL CHECK (meeting <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  content TEXT NOT NULL
) STRICT;
INSERT INTO decision VALUES(38,'hy-2020-12-31-1','extend','{"askedBy":"长治","askedOn":"2020-12-31","due":"2021-02-09","kind":"extend","lines":[{"place":"140200","task":"demo-1/1"}],"meeting":"hy-2020-12-31-1","subject":{"task":{"_0":"demo-1/1","in":"140200"}},"text":"等省里文件"}');
CREATE TABLE slip_step (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  slip TEXT NOT NULL CHECK (slip <> ''),
  content TEXT NOT NULL
) STRICT;
INSERT INTO slip_step VALUES(40,'晋医改督〔2020〕1号','{"issue":{"_0":{"basis":"甲","cooperating":"","demand":"请答复","due":"2021-02-09","instruction":"","level":"blue","lines":[],"matter":"乙","number":"晋医改督〔2020〕1号","person":"","place":"140400","telephone":"","unit":"长治市医改办"}}}');
CREATE TABLE sent_form (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  place INTEGER NOT NULL REFERENCES division (code),
  made INTEGER NOT NULL,
  file TEXT NOT NULL,
  hash TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  sender TEXT,
  checker TEXT,
  phone TEXT
) STRICT;
CREATE TABLE seal (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO seal VALUES(1,X'90a1d2f09440a3752cc50a004ec0d8ddc08a1ce159830d7a7f451285b368aec8');
INSERT INTO seal VALUES(2,X'35dcfcf47dc8a4f80bb0059615c69aa5c9149a756c6a73e9824624eb6b00d9da');
INSERT INTO seal VALUES(3,X'b5eba6cb3b91aeb64c296f7a03653d19aaba2d5f37bc724c69aeab086d7ed214');
INSERT INTO seal VALUES(4,X'14b5e37c50d3707c8c61c227eb2f7d5ba15e0dcd050b911f6dcd2e37b5f33402');
INSERT INTO seal VALUES(5,X'284f9d3c49b882fdf7352538a2e89c0cb84586a31e52899ae871436f58ba1884');
INSERT INTO seal VALUES(6,X'd2b5d494bf8ff22efb167b86202b42de147e557795860dcc802811b53e02ba59');
INSERT INTO seal VALUES(7,X'721c5cb0bb4b2bb3acdc2b1849612118727c6539b9c2b136660aaccfb4fecc0b');
INSERT INTO seal VALUES(8,X'70f425fce0a14f5c7df421aae47129cfe72fd61708316e39ffc722f3ca8ba5ee');
INSERT INTO seal VALUES(9,X'fb4a13ce71fecfab8ec1f62db0587f2c4de731bcc3b71aa49383ed57c992030b');
INSERT INTO seal VALUES(10,X'179d959606670f5136f8e819655406254c30b059a27bedfdb3626cd83fba4ba7');
INSERT INTO seal VALUES(11,X'0568d87659ce9dc554a89e3e42a8b300f2696fc95eb99e5950a90f9d3e4d78e0');
INSERT INTO seal VALUES(12,X'8b792abeeec1dd748d7c85025d4f5b16d987616de1cee091fc02c821c1552ff6');
INSERT INTO seal VALUES(13,X'0b0853abdd0f1ab237d46e2b4d93a51bf111345e9b9cd012269990ad4cb8ca94');
INSERT INTO seal VALUES(14,X'c319c287394e2947bfad0d97e1666cbb8ec64480745d56708d7a5e23e5662793');
INSERT INTO seal VALUES(15,X'6bb2ff66ad1f06de08b6652a9bbe7661a63c789aa70474f2414e844f2317961d');
INSERT INTO seal VALUES(16,X'28ac7c125e5a0d6df667f63e249ee2df82dd9f32890a6306a529895ff5aa62c9');
INSERT INTO seal VALUES(17,X'2a530e360819f0d4bd2fa3d1f512de2c6a9cae030a43fbeff0d1a53de2efc7bc');
INSERT INTO seal VALUES(18,X'8553400ed807ece4ccf9fca54d708ae55414c1444694901f13c978525e8ecfac');
INSERT INTO seal VALUES(19,X'4f5a56ad4b574bd9372208ae169bc16932085409a74155d955e1989f1de44b16');
INSERT INTO seal VALUES(20,X'52f3b6321f8fd340a58b1311ab12f309cda7e884b381bf7d7b55513b95400626');
INSERT INTO seal VALUES(21,X'56dd84467329e47578b6f957d5b5ccf7a1262708d00c2747e13fffee7ceb6b81');
INSERT INTO seal VALUES(22,X'368f651b2eaf6043216fe22a4b5cd0f475542e50811d9181ab26974500327a80');
INSERT INTO seal VALUES(23,X'b5c53b0ba58f541e83ced97c0b537979c74e1f44a6b296bc0f825ac60fdbd4fc');
INSERT INTO seal VALUES(24,X'ed1ab8acc7dd7f3ca707e405b870fbec1f093890ac51412f6e3e7071995edeae');
INSERT INTO seal VALUES(25,X'edcac7c02575101795b42a44cef9aa767e99f3f50593812b927b03a3f48c3db1');
INSERT INTO seal VALUES(26,X'2f5b21affa535da6fa54a3366cd176e5d6363d77b07fdc8c7c34e8c245605747');
INSERT INTO seal VALUES(27,X'5f2dab955bec07ad003f263d9fb8ce05b075023c07b83d8f0b913397859e84af');
INSERT INTO seal VALUES(28,X'dd84d234fe06826d0f90709bdf072c6fbe3f9e8c3e69c52cf02d82cdadd5031f');
INSERT INTO seal VALUES(29,X'5ca9f764e332d232be1bf29888a842e239eb15c0285064b21f45ed0751eeaabd');
INSERT INTO seal VALUES(30,X'd487938b916601cbb67336239053f112b9a53e4e4b6482859f3b87d171e0b01d');
INSERT INTO seal VALUES(31,X'49e570f61078eeec023f50d745b776be442fdead6b18046bac4abc10640f1bd2');
INSERT INTO seal VALUES(32,X'8962f1135f466d408427c2c8013e05f351f4b70272c13fd8570f3e74c33eaaf6');
INSERT INTO seal VALUES(33,X'3a211c34c4a2795ea2c4d51b4e8fb93afb84fb66de280cb6e91ca4676047feb0');
INSERT INTO seal VALUES(34,X'62f4b467195b7b7f900647ca248152d433e4ab1c895f56bb6017b3cc1796ea21');
INSERT INTO seal VALUES(35,X'1850249b3e8c0e220880270d60d03d27b6b979dd325c20c3ffa3585a9ada7e2b');
INSERT INTO seal VALUES(36,X'3f64c231e250f52ff371219ce7ecaa5d9d1f29a9e3738c83fadaeb22e5e37e33');
INSERT INTO seal VALUES(37,X'42f6111beded573339b1c61b0886f5c7103b5d9fa490d86238640d6501caf007');
INSERT INTO seal VALUES(38,X'6469c1e4d9f31d75295e3179b605f3792b9b65ca0a564bf44471ad3a489e2a79');
INSERT INTO seal VALUES(39,X'4da2128c5a50000591c9e621bf2bee3180562b7894931e49380a0667a0f8368b');
INSERT INTO seal VALUES(40,X'c3ac1c7206e79fe0ea929db67d9a7623a63269fb46c0c9e602c4378d9d45fad3');
INSERT INTO seal VALUES(41,X'cf9620c272c121b812313fe070c5daa8d8dc3d94bc8a41f7ea0de7101838e814');
INSERT INTO seal VALUES(42,X'dfbb8af2dba906f254d076b5c8e5fca9c7c98809155a21495dba353ff713ddcf');
INSERT INTO seal VALUES(43,X'ffd73710ee12c269641614db1e1f57acd9475ac57e60823c8e76d5213d8f53cf');
INSERT INTO seal VALUES(44,X'd1772a562717c56d621bdbcae20e9b3603e084b0c53437dbc3177563c661a28c');
INSERT INTO seal VALUES(45,X'dbbe2cf4ffcc08042effbad059d80b92ce5446e92d84e0b6332a7001b5d0b3eb');
INSERT INTO seal VALUES(46,X'8ade999096aacd7b33223e2dd8535dc06bc5ba64d62d2b09d48ef1a799ea7b63');
CREATE TABLE monthly (
  task INTEGER NOT NULL REFERENCES task (id),
  period TEXT NOT NULL,
  status TEXT NOT NULL,
  month INTEGER NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (task, period, status, month)
) STRICT, WITHOUT ROWID;
INSERT INTO monthly VALUES(1,'','done',202001,3);
INSERT INTO monthly VALUES(1,'','done',202002,-1);
INSERT INTO monthly VALUES(1,'','signedOff',202002,1);
INSERT INTO monthly VALUES(1,'','underway',202001,5);
INSERT INTO monthly VALUES(2,'2020','underway',202002,1);
INSERT INTO monthly VALUES(3,'','done',202002,3);
INSERT INTO monthly VALUES(4,'','underway',202001,1);
INSERT INTO monthly VALUES(6,'','suspended',202002,1);
INSERT INTO monthly VALUES(9,'','done',202003,1);
INSERT INTO monthly VALUES(9,'','suspended',202003,0);
INSERT INTO monthly VALUES(9,'','underway',202003,0);
CREATE TABLE hand_step (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  kind TEXT NOT NULL CHECK (kind IN ('make', 'amend', 'leave-out', 'take-in')),
  document TEXT NOT NULL CHECK (document <> ''),
  task TEXT CHECK (task <> ''),
  place INTEGER REFERENCES division (code),
  content TEXT NOT NULL,
  CHECK (place IS NULL OR task IS NOT NULL)
) STRICT;
INSERT INTO hand_step VALUES(1,41,'make','own','own/1',NULL,'{"make":{"_0":{"clause":"","reason":"试办","since":"2020-12-31","task":{"also":[],"alsoAt":[],"carriesOut":[],"clause":"1","collects":[],"conflicts":[],"deadlines":[],"departments":[],"document":"own","formerly":[],"id":"own/1","indicators":[],"level":"province","places":[],"supersedes":[],"targets":[],"theme":"leadership","title":{"en":"own task","zh":"自立任务"}}}}}');
INSERT INTO hand_step VALUES(2,42,'amend','demo-1','demo-1/1',NULL,'{"amend":{"_0":"demo-1/1","_1":{"reason":"口径调整","title":{"en":"Each city draws up its plan","zh":"各市制定实施方案"}}}}');
INSERT INTO hand_step VALUES(3,43,'leave-out','demo-1','demo-1/3',140105,'{"leaveOut":{"_0":{"place":{"_0":"demo-1/3","_1":"140105"}},"reason":"已撤并"}}');
INSERT INTO hand_step VALUES(4,44,'leave-out','demo-1','demo-1/4',NULL,'{"leaveOut":{"_0":{"task":{"_0":"demo-1/4"}},"reason":"省里不再要求"}}');
CREATE TABLE hub (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) = 32)
) STRICT;
CREATE TABLE shared (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  origin INTEGER NOT NULL REFERENCES origin (id),
  number INTEGER NOT NULL CHECK (number > 0),
  UNIQUE (origin, number)
) STRICT;
CREATE TABLE taken (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  seq INTEGER NOT NULL UNIQUE,
  office TEXT NOT NULL,
  received TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TABLE outgoing (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  base INTEGER NOT NULL,
  held TEXT NOT NULL,
  touched TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  body TEXT NOT NULL
) STRICT;
CREATE TABLE held_before (
  act INTEGER NOT NULL,
  document TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (act, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE refused (
  id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,
  number INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('moved', 'after', 'hub', 'unfit')),
  words_zh TEXT NOT NULL,
  words_en TEXT NOT NULL,
  rivals TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE refusal_answer (
  refused INTEGER NOT NULL PRIMARY KEY REFERENCES refused (id),
  answer TEXT NOT NULL CHECK (answer IN ('kept', 'withdrawn')),
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE missing (
  origin TEXT NOT NULL,
  number INTEGER NOT NULL,
  office TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (origin, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE strange (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX act_who ON act (who, id);
CREATE INDEX entry_line ON entry (task, place, period, day, id, status)
  WHERE status IS NOT NULL;
CREATE INDEX entry_task ON entry (task, id);
CREATE INDEX entry_act ON entry (act);
CREATE INDEX entry_place ON entry (place, id);
CREATE INDEX entry_answers ON entry (answers) WHERE answers IS NOT NULL;
CREATE INDEX entry_due ON entry (task, day, id) WHERE due IS NOT NULL;
CREATE INDEX entry_day ON entry (day);
CREATE TRIGGER act_is_kept BEFORE DELETE ON act
  BEGIN SELECT RAISE(ABORT, 'acts are added, never removed'); END;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are added, never changed'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are added, never removed'); END;
CREATE TRIGGER entry_is_counted AFTER INSERT ON entry
  WHEN NEW.status IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM entry
    WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
      AND status IS NOT NULL AND day > NEW.day)
BEGIN
  UPDATE tally SET count = count - 1
  WHERE task = NEW.task AND period = NEW.period
    AND city = (SELECT city FROM division WHERE code = NEW.place)
    AND status = (
      SELECT status FROM entry
      WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
        AND status IS NOT NULL AND id <> NEW.id
      ORDER BY day DESC, id DESC LIMIT 1);
  INSERT INTO tally (task, city, period, status, count)
  VALUES (
    NEW.task, (SELECT city FROM division WHERE code = NEW.place), NEW.period, NEW.status, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE UNIQUE INDEX review_open ON review (document) WHERE open;
CREATE INDEX figure_batch ON figure (batch);
CREATE TRIGGER indicator_stays BEFORE UPDATE ON indicator
  BEGIN SELECT RAISE(ABORT, 'indicators are added, never changed'); END;
CREATE TRIGGER indicator_is_kept BEFORE DELETE ON indicator
  BEGIN SELECT RAISE(ABORT, 'indicators are added, never removed'); END;
CREATE TRIGGER batch_stays BEFORE UPDATE ON batch
  BEGIN SELECT RAISE(ABORT, 'batches are added, never changed'); END;
CREATE TRIGGER batch_is_kept BEFORE DELETE ON batch
  BEGIN SELECT RAISE(ABORT, 'batches are added, never removed'); END;
CREATE TRIGGER figure_stays BEFORE UPDATE ON figure
  BEGIN SELECT RAISE(ABORT, 'figures are added, never changed'); END;
CREATE TRIGGER figure_is_kept BEFORE DELETE ON figure
  BEGIN SELECT RAISE(ABORT, 'figures are added, never removed'); END;
CREATE TRIGGER withdrawal_stays BEFORE UPDATE ON withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals are added, never changed'); END;
CREATE TRIGGER withdrawal_is_kept BEFORE DELETE ON withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals are added, never removed'); END;
CREATE TRIGGER target_stays BEFORE UPDATE ON target
  BEGIN SELECT RAISE(ABORT, 'targets are added, never changed'); END;
CREATE TRIGGER target_is_kept BEFORE DELETE ON target
  BEGIN SELECT RAISE(ABORT, 'targets are added, never removed'); END;
CREATE TRIGGER collecting_stays BEFORE UPDATE ON collecting
  BEGIN SELECT RAISE(ABORT, 'collecting acts are added, never changed'); END;
CREATE TRIGGER collecting_is_kept BEFORE DELETE ON collecting
  BEGIN SELECT RAISE(ABORT, 'collecting acts are added, never removed'); END;
CREATE INDEX settlement_act ON settlement (act);
CREATE INDEX settlement_place ON settlement (place, year);
CREATE TRIGGER settlement_stays BEFORE UPDATE ON settlement
  BEGIN SELECT RAISE(ABORT, 'settlements are added, never changed'); END;
CREATE TRIGGER settlement_is_kept BEFORE DELETE ON settlement
  BEGIN SELECT RAISE(ABORT, 'settlements are added, never removed'); END;
CREATE INDEX group_fact_act ON group_fact (act);
CREATE INDEX group_fact_place ON group_fact (place, kind, year);
CREATE TRIGGER group_fact_stays BEFORE UPDATE ON group_fact
  BEGIN SELECT RAISE(ABORT, 'facts of groups are added, never changed'); END;
CREATE TRIGGER group_fact_is_kept BEFORE DELETE ON group_fact
  BEGIN SELECT RAISE(ABORT, 'facts of groups are added, never removed'); END;
CREATE INDEX actual_act ON actual (act);
CREATE INDEX actual_task ON actual (task, place);
CREATE TRIGGER actual_stays BEFORE UPDATE ON actual
  BEGIN SELECT RAISE(ABORT, 'actuals are added, never changed'); END;
CREATE TRIGGER actual_is_kept BEFORE DELETE ON actual
  BEGIN SELECT RAISE(ABORT, 'actuals are added, never removed'); END;
CREATE TRIGGER act_stays BEFORE UPDATE ON act
  BEGIN SELECT RAISE(ABORT, 'acts are added, never changed'); END;
CREATE INDEX filing_act ON filing (act);
CREATE INDEX filing_task ON filing (task, id) WHERE task IS NOT NULL;
CREATE INDEX filing_document ON filing (document, id);
CREATE TRIGGER filing_stays BEFORE UPDATE ON filing
  BEGIN SELECT RAISE(ABORT, 'filings are added, never changed'); END;
CREATE TRIGGER filing_is_kept BEFORE DELETE ON filing
  BEGIN SELECT RAISE(ABORT, 'filings are added, never removed'); END;
CREATE TRIGGER act_is_named BEFORE INSERT ON act WHEN NEW.about IS NULL
  BEGIN SELECT RAISE(ABORT, 'an act says what it is about'); END;
CREATE INDEX entry_until ON entry (task, place, period, day, id) WHERE until IS NOT NULL;
CREATE INDEX meeting_step_meeting ON meeting_step (meeting);
CREATE INDEX decision_meeting ON decision (meeting);
CREATE INDEX slip_step_slip ON slip_step (slip);
CREATE INDEX sent_form_act ON sent_form (act);
CREATE TRIGGER meeting_step_stays BEFORE UPDATE ON meeting_step
  BEGIN SELECT RAISE(ABORT, 'steps of meetings are added, never changed'); END;
CREATE TRIGGER meeting_step_is_kept BEFORE DELETE ON meeting_step
  BEGIN SELECT RAISE(ABORT, 'steps of meetings are added, never removed'); END;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are added, never changed'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are added, never removed'); END;
CREATE TRIGGER slip_step_stays BEFORE UPDATE ON slip_step
  BEGIN SELECT RAISE(ABORT, 'steps of slips are added, never changed'); END;
CREATE TRIGGER slip_step_is_kept BEFORE DELETE ON slip_step
  BEGIN SELECT RAISE(ABORT, 'steps of slips are added, never removed'); END;
CREATE TRIGGER sent_form_stays BEFORE UPDATE ON sent_form
  BEGIN SELECT RAISE(ABORT, 'forms that came back are added, never changed'); END;
CREATE TRIGGER sent_form_is_kept BEFORE DELETE ON sent_form
  BEGIN SELECT RAISE(ABORT, 'forms that came back are added, never removed'); END;
CREATE TRIGGER seal_stays BEFORE UPDATE ON seal
  BEGIN SELECT RAISE(ABORT, 'seals are added, never changed'); END;
CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal
  BEGIN SELECT RAISE(ABORT, 'seals are added, never removed'); END;
CREATE TRIGGER entry_is_dated AFTER INSERT ON entry WHEN NEW.status IS NOT NULL
BEGIN
  INSERT INTO monthly (task, period, status, month, change)
  VALUES (NEW.task, NEW.period, NEW.status, NEW.day / 100, 1)
  ON CONFLICT DO UPDATE SET change = change + 1;
  INSERT INTO monthly (task, period, status, month, change)
  SELECT NEW.task, NEW.period, status, NEW.day / 100, -1 FROM (
    SELECT status FROM entry
    WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
      AND status IS NOT NULL AND day <= NEW.day AND id <> NEW.id
    ORDER BY day DESC, id DESC LIMIT 1)
  WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
  INSERT INTO monthly (task, period, status, month, change)
  SELECT NEW.task, NEW.period, NEW.status, later.day / 100, -1 FROM (
    SELECT day FROM entry
    WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
      AND status IS NOT NULL AND day > NEW.day
    ORDER BY day LIMIT 1) later
  WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
  INSERT INTO monthly (task, period, status, month, change)
  SELECT NEW.task, NEW.period, earlier.status, later.day / 100, 1 FROM (
    SELECT status FROM entry
    WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
      AND status IS NOT NULL AND day <= NEW.day AND id <> NEW.id
    ORDER BY day DESC, id DESC LIMIT 1) earlier CROSS JOIN (
    SELECT day FROM entry
    WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
      AND status IS NOT NULL AND day > NEW.day
    ORDER BY day LIMIT 1) later
  WHERE true ON CONFLICT DO UPDATE SET change = change + 1;
END;
CREATE INDEX hand_step_act ON hand_step (act);
CREATE INDEX hand_step_document ON hand_step (document, task);
CREATE TRIGGER hand_step_stays BEFORE UPDATE ON hand_step
  BEGIN SELECT RAISE(ABORT, 'changes by hand are added, never changed'); END;
CREATE TRIGGER hand_step_is_kept BEFORE DELETE ON hand_step
  BEGIN SELECT RAISE(ABORT, 'changes by hand are added, never removed'); END;
CREATE TRIGGER shared_stays BEFORE UPDATE ON shared
  BEGIN SELECT RAISE(ABORT, 'names of acts are added, never changed'); END;
CREATE TRIGGER shared_is_kept BEFORE DELETE ON shared
  BEGIN SELECT RAISE(ABORT, 'names of acts are added, never removed'); END;
CREATE TRIGGER taken_stays BEFORE UPDATE ON taken
  BEGIN SELECT RAISE(ABORT, 'acts that the hub took are added, never changed'); END;
CREATE TRIGGER taken_is_kept BEFORE DELETE ON taken
  BEGIN SELECT RAISE(ABORT, 'acts that the hub took are added, never removed'); END;
CREATE TRIGGER refused_stays BEFORE UPDATE ON refused
  BEGIN SELECT RAISE(ABORT, 'acts that were not taken are added, never changed'); END;
CREATE TRIGGER refused_is_kept BEFORE DELETE ON refused
  BEGIN SELECT RAISE(ABORT, 'acts that were not taken are added, never removed'); END;
CREATE TRIGGER refusal_answer_stays BEFORE UPDATE ON refusal_answer
  BEGIN SELECT RAISE(ABORT, 'answers are added, never changed'); END;
CREATE TRIGGER refusal_answer_is_kept BEFORE DELETE ON refusal_answer
  BEGIN SELECT RAISE(ABORT, 'answers are added, never removed'); END;
CREATE TRIGGER strange_stays BEFORE UPDATE ON strange
  BEGIN SELECT RAISE(ABORT, 'acts of newer programs are added, never changed'); END;
CREATE TRIGGER strange_is_kept BEFORE DELETE ON strange
  BEGIN SELECT RAISE(ABORT, 'acts of newer programs are added, never removed'); END;
CREATE TABLE regional (
  task INTEGER NOT NULL REFERENCES task (id),
  region INTEGER NOT NULL,
  period TEXT NOT NULL,
  status TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (task, region, period, status)
) STRICT, WITHOUT ROWID;
INSERT INTO regional VALUES(1,140000,'','done',2);
INSERT INTO regional VALUES(1,140000,'','signedOff',1);
INSERT INTO regional VALUES(1,140000,'','underway',5);
INSERT INTO regional VALUES(2,140000,'2020','underway',1);
INSERT INTO regional VALUES(3,140000,'','done',3);
INSERT INTO regional VALUES(4,140000,'','underway',1);
INSERT INTO regional VALUES(6,140000,'','suspended',1);
INSERT INTO regional VALUES(9,140000,'','done',1);
CREATE TRIGGER tally_is_summed AFTER INSERT ON tally
BEGIN
  INSERT INTO regional (task, region, period, status, count)
  VALUES (NEW.task, NEW.city / 10000 * 10000, NEW.period, NEW.status, NEW.count)
  ON CONFLICT DO UPDATE SET count = count + excluded.count;
END;
CREATE TRIGGER tally_is_moved AFTER UPDATE OF count ON tally
BEGIN
  UPDATE regional SET count = count + NEW.count - OLD.count
  WHERE task = NEW.task AND region = NEW.city / 10000 * 10000 AND period = NEW.period
    AND status = NEW.status;
END;
CREATE TRIGGER tally_is_taken_out AFTER DELETE ON tally
BEGIN
  UPDATE regional SET count = count - OLD.count
  WHERE task = OLD.task AND region = OLD.city / 10000 * 10000 AND period = OLD.period
    AND status = OLD.status;
END;
PRAGMA application_id = 2036950881;
PRAGMA user_version = 16;
