CREATE TRIGGER act_is_kept BEFORE DELETE ON act
  BEGIN SELECT RAISE(ABORT, 'acts are added, never removed'); END;

CREATE TRIGGER act_is_named BEFORE INSERT ON act WHEN NEW.about IS NULL
  BEGIN SELECT RAISE(ABORT, 'an act says what it is about'); END;

CREATE TRIGGER act_stays BEFORE UPDATE ON act
  BEGIN SELECT RAISE(ABORT, 'acts are added, never changed'); END;

CREATE TRIGGER actual_is_kept BEFORE DELETE ON actual
  BEGIN SELECT RAISE(ABORT, 'actuals are added, never removed'); END;

CREATE TRIGGER actual_stays BEFORE UPDATE ON actual
  BEGIN SELECT RAISE(ABORT, 'actuals are added, never changed'); END;

CREATE TRIGGER batch_is_kept BEFORE DELETE ON batch
  BEGIN SELECT RAISE(ABORT, 'batches are added, never removed'); END;

CREATE TRIGGER batch_stays BEFORE UPDATE ON batch
  BEGIN SELECT RAISE(ABORT, 'batches are added, never changed'); END;

CREATE TRIGGER collecting_is_kept BEFORE DELETE ON collecting
  BEGIN SELECT RAISE(ABORT, 'collecting acts are added, never removed'); END;

CREATE TRIGGER collecting_stays BEFORE UPDATE ON collecting
  BEGIN SELECT RAISE(ABORT, 'collecting acts are added, never changed'); END;

CREATE TRIGGER daily_is_moved AFTER UPDATE OF change ON daily
BEGIN
  UPDATE monthly SET change = change + NEW.change - OLD.change
  WHERE task = NEW.task AND period = NEW.period AND status = NEW.status
    AND month = NEW.day / 100;
END;

CREATE TRIGGER daily_is_summed AFTER INSERT ON daily
BEGIN
  INSERT INTO monthly (task, period, status, month, change)
  VALUES (NEW.task, NEW.period, NEW.status, NEW.day / 100, NEW.change)
  ON CONFLICT DO UPDATE SET change = change + excluded.change;
END;

CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are added, never removed'); END;

CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are added, never changed'); END;

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

CREATE TRIGGER entry_is_dated AFTER INSERT ON entry WHEN NEW.status IS NOT NULL
BEGIN
  INSERT INTO daily (day, task, period, status, change)
  VALUES (NEW.day, NEW.task, NEW.period, NEW.status, 1)
  ON CONFLICT DO UPDATE SET change = change + 1;
  INSERT INTO daily (day, task, period, status, change)
  SELECT NEW.day, NEW.task, NEW.period, status, -1 FROM (
    SELECT status FROM entry
    WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
      AND status IS NOT NULL AND day <= NEW.day AND id <> NEW.id
    ORDER BY day DESC, id DESC LIMIT 1)
  WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
  INSERT INTO daily (day, task, period, status, change)
  SELECT later.day, NEW.task, NEW.period, NEW.status, -1 FROM (
    SELECT day FROM entry
    WHERE task = NEW.task AND place = NEW.place AND period = NEW.period
      AND status IS NOT NULL AND day > NEW.day
    ORDER BY day LIMIT 1) later
  WHERE true ON CONFLICT DO UPDATE SET change = change - 1;
  INSERT INTO daily (day, task, period, status, change)
  SELECT later.day, NEW.task, NEW.period, earlier.status, 1 FROM (
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

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are added, never removed'); END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are added, never changed'); END;

CREATE TRIGGER figure_is_kept BEFORE DELETE ON figure
  BEGIN SELECT RAISE(ABORT, 'figures are added, never removed'); END;

CREATE TRIGGER figure_stays BEFORE UPDATE ON figure
  BEGIN SELECT RAISE(ABORT, 'figures are added, never changed'); END;

CREATE TRIGGER filing_is_kept BEFORE DELETE ON filing
  BEGIN SELECT RAISE(ABORT, 'filings are added, never removed'); END;

CREATE TRIGGER filing_stays BEFORE UPDATE ON filing
  BEGIN SELECT RAISE(ABORT, 'filings are added, never changed'); END;

CREATE TRIGGER group_fact_is_kept BEFORE DELETE ON group_fact
  BEGIN SELECT RAISE(ABORT, 'facts of groups are added, never removed'); END;

CREATE TRIGGER group_fact_stays BEFORE UPDATE ON group_fact
  BEGIN SELECT RAISE(ABORT, 'facts of groups are added, never changed'); END;

CREATE TRIGGER hand_step_is_kept BEFORE DELETE ON hand_step
  BEGIN SELECT RAISE(ABORT, 'changes by hand are added, never removed'); END;

CREATE TRIGGER hand_step_stays BEFORE UPDATE ON hand_step
  BEGIN SELECT RAISE(ABORT, 'changes by hand are added, never changed'); END;

CREATE TRIGGER indicator_is_kept BEFORE DELETE ON indicator
  BEGIN SELECT RAISE(ABORT, 'indicators are added, never removed'); END;

CREATE TRIGGER indicator_stays BEFORE UPDATE ON indicator
  BEGIN SELECT RAISE(ABORT, 'indicators are added, never changed'); END;

CREATE TRIGGER meeting_step_is_kept BEFORE DELETE ON meeting_step
  BEGIN SELECT RAISE(ABORT, 'steps of meetings are added, never removed'); END;

CREATE TRIGGER meeting_step_stays BEFORE UPDATE ON meeting_step
  BEGIN SELECT RAISE(ABORT, 'steps of meetings are added, never changed'); END;

CREATE TRIGGER refusal_answer_is_kept BEFORE DELETE ON refusal_answer
  BEGIN SELECT RAISE(ABORT, 'answers are added, never removed'); END;

CREATE TRIGGER refusal_answer_stays BEFORE UPDATE ON refusal_answer
  BEGIN SELECT RAISE(ABORT, 'answers are added, never changed'); END;

CREATE TRIGGER refused_is_kept BEFORE DELETE ON refused
  BEGIN SELECT RAISE(ABORT, 'acts that were not taken are added, never removed'); END;

CREATE TRIGGER refused_stays BEFORE UPDATE ON refused
  BEGIN SELECT RAISE(ABORT, 'acts that were not taken are added, never changed'); END;

CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal
  BEGIN SELECT RAISE(ABORT, 'seals are added, never removed'); END;

CREATE TRIGGER seal_stays BEFORE UPDATE ON seal
  BEGIN SELECT RAISE(ABORT, 'seals are added, never changed'); END;

CREATE TRIGGER sent_form_is_kept BEFORE DELETE ON sent_form
  BEGIN SELECT RAISE(ABORT, 'forms that came back are added, never removed'); END;

CREATE TRIGGER sent_form_stays BEFORE UPDATE ON sent_form
  BEGIN SELECT RAISE(ABORT, 'forms that came back are added, never changed'); END;

CREATE TRIGGER settlement_is_kept BEFORE DELETE ON settlement
  BEGIN SELECT RAISE(ABORT, 'settlements are added, never removed'); END;

CREATE TRIGGER settlement_stays BEFORE UPDATE ON settlement
  BEGIN SELECT RAISE(ABORT, 'settlements are added, never changed'); END;

CREATE TRIGGER shared_is_kept BEFORE DELETE ON shared
  BEGIN SELECT RAISE(ABORT, 'names of acts are added, never removed'); END;

CREATE TRIGGER shared_stays BEFORE UPDATE ON shared
  BEGIN SELECT RAISE(ABORT, 'names of acts are added, never changed'); END;

CREATE TRIGGER slip_step_is_kept BEFORE DELETE ON slip_step
  BEGIN SELECT RAISE(ABORT, 'steps of slips are added, never removed'); END;

CREATE TRIGGER slip_step_stays BEFORE UPDATE ON slip_step
  BEGIN SELECT RAISE(ABORT, 'steps of slips are added, never changed'); END;

CREATE TRIGGER strange_is_kept BEFORE DELETE ON strange
  BEGIN SELECT RAISE(ABORT, 'acts of newer programs are added, never removed'); END;

CREATE TRIGGER strange_stays BEFORE UPDATE ON strange
  BEGIN SELECT RAISE(ABORT, 'acts of newer programs are added, never changed'); END;

CREATE TRIGGER taken_is_kept BEFORE DELETE ON taken
  BEGIN SELECT RAISE(ABORT, 'acts that the hub took are added, never removed'); END;

CREATE TRIGGER taken_stays BEFORE UPDATE ON taken
  BEGIN SELECT RAISE(ABORT, 'acts that the hub took are added, never changed'); END;

CREATE TRIGGER tally_is_moved AFTER UPDATE OF count ON tally
BEGIN
  UPDATE regional SET count = count + NEW.count - OLD.count
  WHERE task = NEW.task AND region = NEW.city / 10000 * 10000 AND period = NEW.period
    AND status = NEW.status;
END;

CREATE TRIGGER tally_is_summed AFTER INSERT ON tally
BEGIN
  INSERT INTO regional (task, region, period, status, count)
  VALUES (NEW.task, NEW.city / 10000 * 10000, NEW.period, NEW.status, NEW.count)
  ON CONFLICT DO UPDATE SET count = count + excluded.count;
END;

CREATE TRIGGER tally_is_taken_out AFTER DELETE ON tally
BEGIN
  UPDATE regional SET count = count - OLD.count
  WHERE task = OLD.task AND region = OLD.city / 10000 * 10000 AND period = OLD.period
    AND status = OLD.status;
END;

CREATE TRIGGER target_is_kept BEFORE DELETE ON target
  BEGIN SELECT RAISE(ABORT, 'targets are added, never removed'); END;

CREATE TRIGGER target_stays BEFORE UPDATE ON target
  BEGIN SELECT RAISE(ABORT, 'targets are added, never changed'); END;

CREATE TRIGGER withdrawal_is_kept BEFORE DELETE ON withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals are added, never removed'); END;

CREATE TRIGGER withdrawal_stays BEFORE UPDATE ON withdrawal
  BEGIN SELECT RAISE(ABORT, 'withdrawals are added, never changed'); END;

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

CREATE TABLE collecting (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  kind TEXT NOT NULL CHECK (kind IN ('return', 'lock', 'unlock')),
  place INTEGER NOT NULL REFERENCES division (code),
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
  reason TEXT NOT NULL, month INTEGER CHECK (month BETWEEN 1 AND 12),
  CHECK (kind = 'lock' OR reason <> '')
) STRICT;

CREATE TABLE daily (
  day INTEGER NOT NULL,
  task INTEGER NOT NULL REFERENCES task (id),
  period TEXT NOT NULL,
  status TEXT NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (day, task, period, status)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  meeting TEXT NOT NULL CHECK (meeting <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE division (
  code INTEGER NOT NULL PRIMARY KEY,
  parent INTEGER REFERENCES division (code),
  city INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county')),
  name TEXT NOT NULL
) STRICT;

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

CREATE TABLE "filing" (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'task', 'withdrawal')),
  document TEXT NOT NULL,
  task TEXT,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE "group_fact" (
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

CREATE TABLE held_before (
  act INTEGER NOT NULL,
  document TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (act, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE hub (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> '')
) STRICT;

CREATE TABLE meeting_step (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  meeting TEXT NOT NULL CHECK (meeting <> ''),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE missing (
  origin TEXT NOT NULL,
  number INTEGER NOT NULL,
  office TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (origin, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE monthly (
  task INTEGER NOT NULL REFERENCES task (id),
  period TEXT NOT NULL,
  status TEXT NOT NULL,
  month INTEGER NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (task, period, status, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) = 32)
) STRICT;

CREATE TABLE outgoing (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  base INTEGER NOT NULL,
  held TEXT NOT NULL,
  touched TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE refusal_answer (
  refused INTEGER NOT NULL PRIMARY KEY REFERENCES refused (id),
  answer TEXT NOT NULL CHECK (answer IN ('kept', 'withdrawn')),
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

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

CREATE TABLE regional (
  task INTEGER NOT NULL REFERENCES task (id),
  region INTEGER NOT NULL,
  period TEXT NOT NULL,
  status TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (task, region, period, status)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE seal (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

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

CREATE TABLE shared (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  origin INTEGER NOT NULL REFERENCES origin (id),
  number INTEGER NOT NULL CHECK (number > 0),
  UNIQUE (origin, number)
) STRICT;

CREATE TABLE slip_step (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  slip TEXT NOT NULL CHECK (slip <> ''),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE strange (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE taken (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
  seq INTEGER NOT NULL UNIQUE,
  office TEXT NOT NULL,
  received TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE tally (
  task INTEGER NOT NULL REFERENCES task (id),
  city INTEGER NOT NULL REFERENCES division (code),
  period TEXT NOT NULL,
  status TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (task, city, period, status)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE task_department (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  bureau TEXT,
  role TEXT NOT NULL,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_link (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('supersedes', 'carriesOut', 'conflict', 'indicator')),
  target TEXT NOT NULL,
  note_zh TEXT,
  note_en TEXT,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_place (
  task INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES division (code),
  role TEXT NOT NULL,
  PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX act_who ON act (who, id);

CREATE INDEX actual_act ON actual (act);

CREATE INDEX actual_task ON actual (task, place);

CREATE INDEX decision_meeting ON decision (meeting);

CREATE INDEX entry_act ON entry (act);

CREATE INDEX entry_answers ON entry (answers) WHERE answers IS NOT NULL;

CREATE INDEX entry_day ON entry (day);

CREATE INDEX entry_due ON entry (task, day, id) WHERE due IS NOT NULL;

CREATE INDEX entry_line ON entry (task, place, period, day, id, status)
  WHERE status IS NOT NULL;

CREATE INDEX entry_place ON entry (place, id);

CREATE INDEX entry_task ON entry (task, id);

CREATE INDEX entry_until ON entry (task, place, period, day, id) WHERE until IS NOT NULL;

CREATE INDEX figure_batch ON figure (batch);

CREATE INDEX filing_act ON filing (act);

CREATE INDEX filing_document ON filing (document, id);

CREATE INDEX filing_task ON filing (task, id) WHERE task IS NOT NULL;

CREATE INDEX group_fact_act ON group_fact (act);

CREATE INDEX group_fact_place ON group_fact (place, kind, year);

CREATE INDEX hand_step_act ON hand_step (act);

CREATE INDEX hand_step_document ON hand_step (document, task);

CREATE INDEX meeting_step_meeting ON meeting_step (meeting);

CREATE UNIQUE INDEX review_open ON review (document) WHERE open;

CREATE INDEX sent_form_act ON sent_form (act);

CREATE INDEX settlement_act ON settlement (act);

CREATE INDEX settlement_place ON settlement (place, year);

CREATE INDEX slip_step_slip ON slip_step (slip);
