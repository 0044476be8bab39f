-- Acts enter one statement after another: the lock is held to the commit, so that the order of the
-- numbers is the order of the commits, and whoever reads "after n" misses none.
CREATE FUNCTION yigai.line_up() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- In any other isolation what others committed while we waited would not be seen.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE 'acts are entered in read committed transactions only' USING ERRCODE = 'YG003';
  END IF;
  PERFORM pg_advisory_xact_lock(x'79696761'::int, x'69000001'::int);
  RETURN NULL;
END $$;

-- What an act is about and which tables it may have rows in.
CREATE FUNCTION yigai.tables(about text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE about
    WHEN 'tasks' THEN '{entry,sent_form}'
    WHEN 'actual' THEN '{actual}'
    WHEN 'figures' THEN '{batch,figure,withdrawal}'
    WHEN 'target' THEN '{target}'
    WHEN 'collecting' THEN '{collecting}'
    WHEN 'group' THEN '{group_fact}'
    WHEN 'settlement' THEN '{settlement}'
    WHEN 'filing' THEN '{filing,withdrawal}'
    WHEN 'meeting' THEN '{meeting_step}'
    WHEN 'decision' THEN '{decision,entry,filing,slip_step}'
    WHEN 'slip' THEN '{slip_step}'
    WHEN 'hand' THEN '{hand_step}'
  END::text[]
$$;

-- The value that a row keeps as a text of JSON, or as it is.
CREATE FUNCTION yigai.content(r jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  c jsonb := r -> 'content';
BEGIN
  IF jsonb_typeof(c) = 'string' THEN
    c := (r ->> 'content')::jsonb;
    IF yigai.repeats(r ->> 'content', c) THEN
      RAISE 'a key twice' USING ERRCODE = 'data_exception';
    END IF;
  END IF;
  RETURN c;
END $$;

-- Codes of places out of JSON; what is no code becomes NULL, which lies nowhere.
CREATE FUNCTION yigai.codes(list jsonb) RETURNS int[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(CASE WHEN x #>> '{}' ~ '^[0-9]{6}$' THEN (x #>> '{}')::int END), '{}')
  FROM jsonb_array_elements(coalesce(list, '[]')) x
$$;

CREATE FUNCTION yigai.is_code(place text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(place ~ '^[0-9]{6}$', false) $$;

-- Whether an office, with its part of the tree, has begun something, or lies around who did.
CREATE FUNCTION yigai.owns(mine yigai.office, k text, of_key text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM yigai.owned
    WHERE kind = k AND key = of_key AND office = (mine).name)
$$;
CREATE FUNCTION yigai.is_around(mine yigai.office, k text, of_key text, part int[])
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM yigai.owned JOIN yigai.office o ON o.name = owned.office
    WHERE kind = k AND key = of_key AND (o.name = (mine).name OR o.place = ANY (part)))
$$;

-- Notes who began something; the first stays. (No function is called `begin`, `case` or `end`: psql
-- takes that for part of a body, and the rest of a dump with it.)
CREATE FUNCTION yigai.note_begun(k text, of_key text, mine yigai.office, act_seq bigint,
  at_place int) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO yigai.owned (kind, key, office, seq, place)
  VALUES (k, of_key, (mine).name, act_seq, at_place) ON CONFLICT DO NOTHING
$$;

-- Why an office may not write a task; NULL where it may. In a document that binds the whole
-- province a task of a part of it binds places that it names, and no others.
CREATE FUNCTION yigai.refuse_task(t jsonb, mine yigai.office, part int[], names_places boolean)
RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  codes int[] := yigai.codes(jsonb_path_query_array(t, '$.places[*].code')
    || jsonb_path_query_array(t, '$.targets[*].places[*]'));
  former text;
BEGIN
  IF NOT codes <@ part THEN RETURN 'place'; END IF;
  IF names_places AND (
    jsonb_array_length(coalesce(t -> 'places', '[]')) = 0 OR t ->> 'level' IS DISTINCT FROM 'named'
    OR NOT coalesce(t -> 'also', '[]') <@ '["named"]') THEN
    RETURN 'named';
  END IF;
  -- What was entered on these would count for the new one.
  FOR former IN SELECT jsonb_array_elements_text(coalesce(t -> 'formerly', '[]')) LOOP
    IF NOT yigai.owns(mine, 'task', former) THEN RETURN 'formerly'; END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Documents, their tasks and withdrawals.
CREATE FUNCTION yigai.refuse_filing(r jsonb, mine yigai.office, part int[], whole boolean,
  about text, act_seq bigint, answering boolean) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  k text := r ->> 'kind';
  d text := r ->> 'document';
  t text := r ->> 'task';
  c jsonb := CASE WHEN k = 'withdrawal' THEN NULL ELSE yigai.content(r) END;
  is_meeting boolean := EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'meeting' AND key = d);
BEGIN
  IF coalesce(d, '') = '' OR k IS NULL THEN RETURN 'unclear'; END IF;
  IF is_meeting AND NOT whole AND NOT yigai.is_around(mine, 'meeting', d, part) THEN
    RETURN 'meeting';
  END IF;
  IF k = 'document' THEN
    IF c ->> 'id' IS DISTINCT FROM d THEN RETURN 'unclear'; END IF;
    IF is_meeting THEN RETURN 'taken'; END IF;
    IF NOT whole THEN
      IF EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'document' AND key = d
        AND office <> mine.name) THEN
        RETURN 'document';
      END IF;
      IF NOT yigai.codes(jsonb_build_array(c -> 'region')) <@ part THEN RETURN 'region'; END IF;
    END IF;
    IF NOT answering THEN PERFORM yigai.note_begun('document', d, mine, act_seq, NULL); END IF;
  ELSIF k = 'task' THEN
    IF c ->> 'id' IS DISTINCT FROM t OR c ->> 'document' IS DISTINCT FROM d
      OR NOT starts_with(t, d || '/') THEN
      RETURN 'unclear';
    END IF;
    IF NOT whole THEN
      IF NOT is_meeting AND NOT yigai.owns(mine, 'document', d) THEN RETURN 'document'; END IF;
      IF EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'task' AND key = t
        AND office <> mine.name) AND NOT is_meeting THEN
        RETURN 'task';
      END IF;
      IF yigai.refuse_task(c, mine, part, false) IS NOT NULL THEN
        RETURN yigai.refuse_task(c, mine, part, false);
      END IF;
    END IF;
    IF NOT answering THEN PERFORM yigai.note_begun('task', t, mine, act_seq, NULL); END IF;
  ELSIF k = 'withdrawal' THEN
    IF NOT whole AND NOT is_meeting AND NOT yigai.owns(mine, 'document', d) THEN
      RETURN 'document';
    END IF;
  ELSE
    RETURN 'unknown';
  END IF;
  RETURN NULL;
END $$;

-- Meetings and what they decide.
CREATE FUNCTION yigai.refuse_meeting(r jsonb, mine yigai.office, part int[], whole boolean,
  act_seq bigint, answering boolean) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  m text := r ->> 'meeting';
  c jsonb := yigai.content(r);
  card jsonb := c #> '{card,_0}';
BEGIN
  IF coalesce(m, '') = '' OR c IS NULL THEN RETURN 'unclear'; END IF;
  IF NOT EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'meeting' AND key = m) THEN
    IF EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'document' AND key = m) THEN
      RETURN 'taken';
    END IF;
    IF NOT whole AND card IS NULL THEN RETURN 'begun'; END IF;
    IF NOT answering THEN PERFORM yigai.note_begun('meeting', m, mine, act_seq, NULL); END IF;
  ELSIF NOT whole AND NOT yigai.is_around(mine, 'meeting', m, part) THEN
    RETURN 'meeting';
  END IF;
  IF whole THEN RETURN NULL; END IF;
  IF card IS NOT NULL AND NOT yigai.codes(jsonb_build_array(card -> 'scope')) <@ part THEN
    RETURN 'region';
  END IF;
  IF c ? 'task' AND jsonb_typeof(c -> 'task') = 'object' THEN
    IF yigai.refuse_task(c -> 'task', mine, part, false) IS NOT NULL THEN
      RETURN yigai.refuse_task(c -> 'task', mine, part, false);
    END IF;
  END IF;
  IF NOT yigai.codes(jsonb_path_query_array(c, '$.lines[*].place')
    || jsonb_path_query_array(c, '$.slip.place')
    || jsonb_path_query_array(c, '$.slip.lines[*].place')) <@ part THEN
    RETURN 'place';
  END IF;
  RETURN NULL;
END $$;

-- A decision is its meeting's, and so is a task that it sets.
CREATE FUNCTION yigai.refuse_decision(r jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  m text := r ->> 'meeting';
  c jsonb := yigai.content(r);
  t jsonb := c -> 'task';
BEGIN
  IF m IS NULL OR c ->> 'meeting' IS DISTINCT FROM m OR c ->> 'kind' IS DISTINCT FROM r ->> 'kind' OR
    jsonb_typeof(t) = 'object' AND (t ->> 'document' IS DISTINCT FROM m
      OR NOT coalesce(starts_with(t ->> 'id', m || '/'), false)) THEN
    RETURN 'unclear';
  END IF;
  RETURN NULL;
END $$;

-- Slips: the office that issues one, those around it, and for what it answers the one it is sent to.
CREATE FUNCTION yigai.refuse_slip(r jsonb, mine yigai.office, part int[], whole boolean,
  act_seq bigint, answering boolean) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  s text := r ->> 'slip';
  c jsonb := yigai.content(r);
  "order" jsonb := c #> '{issue,_0}';
  codes int[];
BEGIN
  IF coalesce(s, '') = '' OR c IS NULL THEN RETURN 'unclear'; END IF;
  IF "order" IS NOT NULL THEN
    codes := yigai.codes(jsonb_build_array("order" -> 'place'));
    IF "order" ->> 'number' IS DISTINCT FROM s OR codes[1] IS NULL THEN RETURN 'unclear'; END IF;
    IF NOT whole AND NOT codes
      || yigai.codes(jsonb_path_query_array("order", '$.lines[*].place')) <@ part THEN
      RETURN 'place';
    END IF;
    IF EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'slip' AND key = s) THEN
      IF NOT whole AND NOT yigai.is_around(mine, 'slip', s, part) THEN RETURN 'slip'; END IF;
    ELSIF NOT answering THEN
      PERFORM yigai.note_begun('slip', s, mine, act_seq, codes[1]);
    END IF;
    RETURN NULL;
  END IF;
  IF whole OR yigai.is_around(mine, 'slip', s, part) THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'slip' AND key = s) THEN
    RETURN 'begun';
  END IF;
  IF (c ? 'receive' OR c ? 'answer') AND EXISTS (
    SELECT 1 FROM yigai.owned WHERE kind = 'slip' AND key = s AND place = ANY (part)) THEN
    RETURN NULL;
  END IF;
  RETURN 'slip';
END $$;

-- What an office changes in its own catalogue.
CREATE FUNCTION yigai.refuse_hand(r jsonb, mine yigai.office, part int[], whole boolean,
  act_seq bigint, answering boolean) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  k text := r ->> 'kind';
  t text := r ->> 'task';
  d text := r ->> 'document';
  c jsonb := yigai.content(r);
  made jsonb := c #> '{make,_0,task}';
  scope jsonb := coalesce(c #> '{leaveOut,_0}', c #> '{takeIn,_0}');
  reason text;
BEGIN
  IF k = 'make' THEN
    IF made IS NULL OR made ->> 'id' IS DISTINCT FROM t OR made ->> 'document' IS DISTINCT FROM d
      OR NOT starts_with(t, d || '/') THEN
      RETURN 'unclear';
    END IF;
    IF EXISTS (SELECT 1 FROM yigai.owned WHERE kind = 'task' AND key = t
      AND office <> mine.name) AND NOT whole THEN
      RETURN 'task';
    END IF;
    IF NOT whole THEN
      reason := yigai.refuse_task(made, mine, part, NOT yigai.owns(mine, 'document', d));
      IF reason IS NOT NULL THEN RETURN reason; END IF;
    END IF;
    IF NOT answering THEN PERFORM yigai.note_begun('task', t, mine, act_seq, NULL); END IF;
    RETURN NULL;
  ELSIF k = 'amend' THEN
    IF t IS NULL OR c #>> '{amend,_0}' IS DISTINCT FROM t OR NOT starts_with(t, d || '/') THEN
      RETURN 'unclear';
    END IF;
    IF whole THEN RETURN NULL; END IF;
    IF NOT yigai.owns(mine, 'task', t) THEN RETURN 'task'; END IF;
    IF NOT yigai.codes(jsonb_path_query_array(c, '$.amend._1.places[*].code')
      || jsonb_path_query_array(c, '$.amend._1.targets[*].places[*]')) <@ part THEN
      RETURN 'place';
    END IF;
    IF NOT yigai.owns(mine, 'document', d) AND c #> '{amend,_1,levels}' IS NOT NULL
      AND NOT c #> '{amend,_1,levels}' <@ '["named"]' THEN
      RETURN 'named';
    END IF;
    RETURN NULL;
  ELSIF k IN ('leave-out', 'take-in') THEN
    IF scope IS NULL OR (c ? 'leaveOut') <> (k = 'leave-out') THEN RETURN 'unclear'; END IF;
    IF scope ? 'place' THEN
      IF scope #>> '{place,_0}' IS DISTINCT FROM t OR scope #>> '{place,_1}'
        IS DISTINCT FROM r ->> 'place' THEN
        RETURN 'unclear';
      END IF;
      -- Its place is one of the act's, which row security has looked at.
      IF NOT yigai.is_code(r ->> 'place') THEN RETURN 'unclear'; END IF;
      RETURN NULL;
    END IF;
    IF whole THEN RETURN NULL; END IF;
    IF scope ? 'task' AND scope #>> '{task,_0}' = t THEN
      RETURN CASE WHEN NOT yigai.owns(mine, 'task', t) THEN 'task' END;
    ELSIF scope ? 'document' AND scope #>> '{document,_0}' = d THEN
      RETURN CASE WHEN NOT yigai.owns(mine, 'document', d) THEN 'document' END;
    END IF;
    RETURN 'unclear';
  END IF;
  RETURN 'unknown';
END $$;

-- Why an office may not enter an act; NULL where it may. Answers are looked at by what they answer,
-- as if that were entered now.
CREATE FUNCTION yigai.refuse(b jsonb, of_places int[], mine yigai.office, part int[],
  whole boolean, act_seq bigint, answering boolean) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  k text := b ->> 'kind';
  about text := b ->> 'about';
  answered record;
  r record;
  reason text;
BEGIN
  IF array_position(of_places, NULL) IS NOT NULL OR jsonb_typeof(b -> 'rows') <> 'object'
    OR k IS NULL OR about IS NULL THEN
    RETURN 'unclear';
  END IF;
  IF NOT of_places <@ part AND NOT (whole AND answering) THEN RETURN 'place'; END IF;
  IF k NOT IN ('enter', 'undo', 'redo') OR yigai.tables(about) IS NULL
    OR NOT ARRAY(SELECT jsonb_object_keys(b -> 'rows')) <@ yigai.tables(about) THEN
    RETURN 'unknown';
  END IF;
  -- What is entered in a meeting belongs to it.
  IF NOT whole AND b ->> 'meeting' IS NOT NULL AND NOT answering
    AND NOT yigai.is_around(mine, 'meeting', b ->> 'meeting', part) THEN
    RETURN 'meeting';
  END IF;
  IF (k = 'enter') <> (b -> 'answers' IS NULL OR b -> 'answers' = 'null') THEN
    RETURN 'unclear';
  END IF;
  IF k <> 'enter' THEN
    SELECT act.body::jsonb AS b, act.places, act.seq INTO answered
    FROM yigai.act
    WHERE act.province = {province} AND act.origin = b -> 'answers' ->> 0 AND act.number = (b -> 'answers' ->> 1)::int;
    IF NOT FOUND OR answered.seq >= act_seq THEN RETURN 'answers'; END IF;
    IF answered.b ->> 'about' <> about THEN RETURN 'unclear'; END IF;
    reason := yigai.refuse(answered.b, answered.places, mine, part, whole, answered.seq, true);
    IF reason IS NOT NULL THEN RETURN reason; END IF;
  END IF;
  FOR r IN SELECT t.key AS name, e.value AS item FROM jsonb_each(b -> 'rows') t,
    jsonb_array_elements(t.value) e
    ORDER BY t.key = 'filing' AND e.value ->> 'kind' = 'document' DESC
  LOOP
    reason := CASE r.name
      WHEN 'batch' THEN NULL
      WHEN 'withdrawal' THEN NULL
      WHEN 'filing' THEN yigai.refuse_filing(r.item, mine, part, whole, about, act_seq, answering)
      WHEN 'meeting_step' THEN yigai.refuse_meeting(r.item, mine, part, whole, act_seq, answering)
      WHEN 'decision' THEN coalesce(yigai.refuse_decision(r.item),
        yigai.refuse_meeting(r.item, mine, part, whole, act_seq, answering))
      WHEN 'slip_step' THEN yigai.refuse_slip(r.item, mine, part, whole, act_seq, answering)
      WHEN 'hand_step' THEN yigai.refuse_hand(r.item, mine, part, whole, act_seq, answering)
      WHEN 'target' THEN CASE WHEN NOT yigai.is_code(r.item ->> 'region') THEN 'unclear' END
      ELSE CASE WHEN NOT yigai.is_code(r.item ->> 'place') THEN 'unclear' END
    END;
    -- The day of a task counts for all that it binds.
    IF r.name = 'entry' AND NOT whole AND r.item -> 'due' <> 'null'
      AND NOT yigai.owns(mine, 'task', r.item ->> 'task') THEN
      reason := 'due';
    END IF;
    IF reason IS NOT NULL THEN RETURN reason; END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- The same, where a body that is no act at all is no error but a reason.
CREATE FUNCTION yigai.reason(body text, of_places int[], mine yigai.office, part int[],
  whole boolean, act_seq bigint) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF yigai.repeats(body, body::jsonb) THEN RETURN 'unclear'; END IF;
  RETURN yigai.refuse(body::jsonb, of_places, mine, part, whole, act_seq, false);
EXCEPTION WHEN data_exception THEN
  RETURN 'unclear';
END $$;

-- For which office without a line somebody enters (its place and name, as `yigai.carries` says), or
-- the office itself. Whoever carries has the rights of that office and no others; it lies in his part.
CREATE FUNCTION yigai.entering_for(mine yigai.office, part int[]) RETURNS yigai.office
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  carries text := coalesce(current_setting('yigai.carries', true), '');
  theirs yigai.office;
BEGIN
  IF carries = '' THEN RETURN mine; END IF;
  IF carries !~ '^[0-9]{6} .' THEN RETURN NULL; END IF;
  SELECT * INTO theirs FROM yigai.office WHERE name = substr(carries, 8);
  IF NOT FOUND THEN
    theirs.name := substr(carries, 8);
    theirs.place := left(carries, 6)::int;
  END IF;
  IF theirs.until IS NOT NULL OR theirs.place <> left(carries, 6)::int
    OR NOT theirs.place = ANY (part) THEN
    RETURN NULL;
  END IF;
  RETURN theirs;
END $$;

-- Looks at the acts of a statement, notes what they touch, and lets them in; or refuses them all:
-- YG001 where somebody else was quicker, YG002 for a reason that stands in the hint. The detail is
-- the first act's name.
CREATE FUNCTION yigai.take_in() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET jit = off
SET work_mem = '64MB' AS $$
DECLARE
  mine yigai.office;
  theirs yigai.office;
  holder text;
  first record;
  before record;
  bad record;
  part int[];
  whole boolean;
  moved boolean;
BEGIN
  SELECT * INTO first FROM entering LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO mine FROM yigai.office WHERE role = session_user AND until IS NULL;
  IF NOT FOUND OR mine.name <> first.office THEN
    RAISE 'not entered: this role is no office of this hub' USING ERRCODE = 'YG002',
      DETAIL = first.origin || ' ' || first.number, HINT = 'office';
  END IF;
  theirs := yigai.entering_for(mine, yigai.part(mine.place));
  IF theirs.name IS NULL THEN
    RAISE 'not entered: nothing of that office is carried' USING ERRCODE = 'YG002',
      DETAIL = first.origin || ' ' || first.number, HINT = 'carries';
  END IF;
  part := yigai.part(theirs.place);
  whole := theirs.place = first.province;

  SELECT hash, office INTO before FROM yigai.act
  WHERE province = first.province AND origin = first.origin AND number = first.number - 1;
  SELECT office INTO holder FROM yigai.owned WHERE kind = 'ledger' AND key = first.origin;
  holder := coalesce(holder, before.office, theirs.name);
  SELECT origin, number,
    CASE WHEN origin <> first.origin THEN 'mixed' WHEN base >= seq THEN 'base'
      WHEN first.number > 1 AND before.hash IS NULL OR number <> first.number + place - 1 THEN 'gap'
      WHEN holder <> theirs.name OR first.origin !~ '^[0-9a-f]*$' THEN 'origin' ELSE 'chain' END AS reason
  INTO bad FROM (
    SELECT seq, origin, number, base, hash, body, row_number() OVER () AS place,
      lag(hash, 1, coalesce(before.hash, '')) OVER () AS last
    FROM entering) act
  WHERE origin <> first.origin OR base >= seq OR number <> first.number + place - 1
    OR first.number > 1 AND before.hash IS NULL OR holder <> theirs.name
    OR seq <> first.seq + place - 1 OR first.origin !~ '^[0-9a-f]*$'
    OR hash <> sha256(last || convert_to(body, 'UTF8'))
  ORDER BY seq LIMIT 1;
  IF FOUND THEN
    RAISE 'not entered: %', bad.reason USING ERRCODE = 'YG002',
      DETAIL = bad.origin || ' ' || bad.number, HINT = bad.reason;
  END IF;

  -- Where nobody else has entered anything since, nobody was quicker; where that would be long to
  -- look through, the things are: one by one, so that a plan for few rows stays right.
  -- The newest first: the first one of anybody else is enough.
  moved := EXISTS (SELECT 1 FROM (
    SELECT origin, row_number() OVER () AS place FROM (
      SELECT origin FROM yigai.act
      WHERE act.province = first.province AND act.seq < first.seq
        AND act.seq > (SELECT min(base) FROM entering) ORDER BY act.seq DESC LIMIT 10001) newest) since
    WHERE origin <> first.origin OR place > 10000);
  IF moved THEN
    SELECT act.origin, act.number INTO bad
    FROM entering act CROSS JOIN LATERAL unnest(act.held) AS thing
    WHERE (SELECT CASE WHEN slot.origin = act.origin THEN slot.earlier ELSE slot.seq END
      FROM yigai.slot WHERE slot.province = first.province AND slot.number = thing) > act.base
    ORDER BY act.seq LIMIT 1;
    IF FOUND THEN
      RAISE 'not entered: somebody else was quicker' USING ERRCODE = 'YG001',
        DETAIL = bad.origin || ' ' || bad.number;
    END IF;
  END IF;

  SELECT origin, number, why INTO bad FROM (
    SELECT seq, origin, number, yigai.reason(body, places, theirs, part, whole, seq) AS why
    FROM entering WHERE (array_lower(places, 1) = 0 AND places <@ part) IS NOT TRUE
    ORDER BY seq OFFSET 0) act
  WHERE why IS NOT NULL ORDER BY seq LIMIT 1;
  IF FOUND THEN
    RAISE 'not entered: %', bad.why USING ERRCODE = 'YG002',
      DETAIL = bad.origin || ' ' || bad.number, HINT = bad.why;
  END IF;

  IF theirs.name <> mine.name THEN
    PERFORM yigai.note_begun('ledger', first.origin, theirs, first.seq, NULL);
  END IF;

  -- We are alone, by the lock: what is not there now is not there then.
  WITH things AS MATERIALIZED (
    SELECT thing, max(seq) AS last, (SELECT slot.ctid FROM yigai.slot
      WHERE slot.province = first.province AND slot.number = thing) AS at
    FROM (SELECT seq, unnest(touched) AS thing FROM entering) act
    WHERE thing IS NOT NULL GROUP BY thing),
  again AS (
    UPDATE yigai.slot SET seq = things.last, origin = first.origin,
      earlier = CASE WHEN slot.origin = first.origin THEN slot.earlier ELSE slot.seq END
    FROM things WHERE things.at IS NOT NULL AND slot.ctid = things.at)
  INSERT INTO yigai.slot (province, number, seq, origin)
  SELECT first.province, thing, last, first.origin FROM things WHERE at IS NULL ORDER BY thing;
  INSERT INTO yigai.tally (place, acts)
  SELECT place, count(*) FROM (
    SELECT places[array_lower(places, 1)] AS place FROM entering WHERE cardinality(places) = 1
    UNION ALL
    SELECT place FROM (SELECT DISTINCT seq, unnest(places) AS place FROM entering
      WHERE cardinality(places) > 1) several) each
  GROUP BY place ORDER BY place
  ON CONFLICT (place) DO UPDATE SET acts = tally.acts + excluded.acts;
  RETURN NULL;
END $$;

CREATE FUNCTION yigai.stay() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE 'acts are added, never changed' USING ERRCODE = 'YG003';
END $$;

CREATE TRIGGER line_up BEFORE INSERT ON yigai.act
  FOR EACH STATEMENT EXECUTE FUNCTION yigai.line_up();
CREATE TRIGGER take_in AFTER INSERT ON yigai.act
  REFERENCING NEW TABLE AS entering FOR EACH STATEMENT EXECUTE FUNCTION yigai.take_in();
CREATE TRIGGER stay BEFORE UPDATE OR DELETE OR TRUNCATE ON yigai.act
  FOR EACH STATEMENT EXECUTE FUNCTION yigai.stay();

-- The first of some acts that is for a place outside of the office's part: row security does not say
-- which it was.
CREATE FUNCTION yigai.first_outside(bodies text[]) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT place::int FROM unnest(bodies) WITH ORDINALITY b (body, place)
  WHERE NOT coalesce(yigai.places(body) <@ yigai.my_part(), false) ORDER BY place LIMIT 1
$$;

-- Offices look and enter, and can do nothing else.
ALTER TABLE yigai.act ENABLE ROW LEVEL SECURITY;
ALTER TABLE yigai.act FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON yigai.act TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY enter ON yigai.act FOR INSERT TO {group} WITH CHECK (
  office = (SELECT yigai.my_office()) AND places <@ (SELECT yigai.my_part()));
CREATE POLICY look ON yigai.act FOR SELECT TO {group} USING (
  (SELECT yigai.sees_all()) OR places <@ (SELECT yigai.my_sight()));

REVOKE ALL ON ALL TABLES IN SCHEMA yigai FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA yigai FROM PUBLIC;
GRANT USAGE ON SCHEMA yigai TO {group};
GRANT SELECT ON yigai.act, yigai.counts TO {group};
GRANT INSERT (origin, number, office, base, held, touched, hash, body) ON yigai.act TO {group};
GRANT EXECUTE ON FUNCTION yigai.greet(), yigai.last(text), yigai.hash(text, int),
  yigai.first_outside(text[]), yigai.places(text), yigai.acts_after(bigint, int),
  yigai.newest_snapshot(int), yigai.snapshot_bytes(bigint, int),
  yigai.my_office(), yigai.my_part(), yigai.my_sight(), yigai.sees_all() TO {group};
DO $$ BEGIN
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO {group}', current_database());
END $$;

COMMIT;
