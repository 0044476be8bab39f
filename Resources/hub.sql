-- The hub of yigai 医改, format {version}: what the offices of a province share.
-- Run it once, by the owner of an empty or any other database (UTF-8, PostgreSQL 15 or later), as
-- a role that may create roles: psql -v ON_ERROR_STOP=1 -f hub.sql. It is one transaction.
BEGIN;

-- Offices are members of this role and have their rights by it; no other hub has the same.
CREATE ROLE {group} NOLOGIN;
CREATE SCHEMA yigai;
COMMENT ON SCHEMA yigai IS 'yigai 医改 hub';

-- What this hub is: one row.
CREATE TABLE yigai.hub (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id text NOT NULL CHECK (id ~ '^[0-9a-f]{32}$'),
  version int NOT NULL,
  province int NOT NULL,
  -- open: everybody sees all. own: an office sees its places and those above, of others counts.
  sight text NOT NULL DEFAULT 'open' CHECK (sight IN ('open', 'own')),
  made timestamptz NOT NULL DEFAULT now()
);
INSERT INTO yigai.hub (id, version, province) VALUES ('{id}', {version}, {province});

-- The places of the province, as the program that made the hub knew them.
CREATE TABLE yigai.division (
  code int PRIMARY KEY,
  parent int,
  level text NOT NULL,
  name text NOT NULL
);
INSERT INTO yigai.division (code, parent, level, name) VALUES
{divisions};

-- Who enters, for which place, as which role of this server. One that was taken out stays here.
CREATE TABLE yigai.office (
  name text PRIMARY KEY CHECK (name <> ''),
  place int NOT NULL,
  role text NOT NULL UNIQUE,
  since timestamptz NOT NULL DEFAULT now(),
  until timestamptz
);

-- What administrators did to the hub: added, never changed.
CREATE TABLE yigai.change (
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  by text NOT NULL DEFAULT session_user,
  what text NOT NULL
);
INSERT INTO yigai.change (what) VALUES ('init {province}');

-- The places of an act's rows. That each row has one, and that it is a code, `refuse` looks after.
-- Most acts are new entries, each for one place, as programs write them: sorted keys, no blanks. That
-- is told by the text, and the array begins at 0 then, for nothing else has to be looked at
-- (`take_in`): between a head of known keys and a last key `who` no brace is closed but between rows,
-- so that there is none within one, and one value in each is called a place. It has to be JSON, or
-- the marks would mean nothing: a brace before a quotation mark and a letter is in no text.
-- It runs as whoever enters, so that every name in it says whose it is: an office may have functions
-- of its own and a search path that finds them first. To set the path here costs more than all else.
CREATE FUNCTION yigai.places(body text) RETURNS int[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  rest pg_catalog.text := pg_catalog.split_part(body, '}]},"who":"', 2);
  row pg_catalog.text;
  code pg_catalog.text;
  codes pg_catalog.int4[];
  b pg_catalog.jsonb;
BEGIN
  IF (pg_catalog.textlike(body, '{"about":"tasks","at":"________________________"'
        ',"day":________,"kind":"enter","rows":{"entry":[{%')
      OR pg_catalog.textlike(body, '{"about":"actual","at":"________________________"'
        ',"day":________,"kind":"enter","rows":{"actual":[{%')
      OR pg_catalog.textlike(body, '{"about":"collecting","at":"________________________"'
        ',"day":________,"kind":"enter","rows":{"collecting":[{%')
      OR pg_catalog.textlike(body, '{"about":"settlement","at":"________________________"'
        ',"day":________,"kind":"enter","rows":{"settlement":[{%')
      OR pg_catalog.textlike(body, '{"about":"group","at":"________________________"'
        ',"day":________,"kind":"enter","rows":{"group_fact":[{%')
        AND pg_catalog.texteq(pg_catalog.split_part(body, '"', 18), 'group_fact'))
    AND pg_catalog.textlike(pg_catalog.split_part(body, '"', 8), '____-__-__T__:__:_______')
    AND pg_catalog.textlike(pg_catalog.split_part(body, '"', 11), ':________,')
    AND pg_catalog.texteq(pg_catalog.split_part(rest, '"', 2), '}')
    AND pg_catalog.int4eq(pg_catalog.strpos(body, pg_catalog.chr(92)), 0)
    AND pg_catalog.int4eq(pg_catalog.strpos(body, '"due"'), 0)
    AND pg_catalog.int4eq(pg_catalog.strpos(body, '"region"'), 0)
  THEN
    row := pg_catalog.split_part(body, '}', 1);
    IF pg_catalog.texteq(body, pg_catalog.textcat(pg_catalog.textcat(row, '}]},"who":"'), rest)) THEN
      code := pg_catalog.split_part(pg_catalog.split_part(row, '"place":', 2), ',', 1);
      IF pg_catalog.texteq(pg_catalog.split_part(row, '"place"', 3), '')
        AND pg_catalog.textregexeq(code, '^[0-9]{6}$') AND body::pg_catalog.json IS NOT NULL THEN
        RETURN pg_catalog.array_fill(code::pg_catalog.int4, ARRAY[1], ARRAY[0]);
      END IF;
    ELSE
      row := pg_catalog.split_part(body, '}]},"who":"', 1);
      IF pg_catalog.texteq(body, pg_catalog.textcat(pg_catalog.textcat(row, '}]},"who":"'), rest)) THEN
        FOREACH row IN ARRAY pg_catalog.string_to_array(row, '},{') LOOP
          code := pg_catalog.split_part(pg_catalog.split_part(row, '"place":', 2), ',', 1);
          EXIT WHEN NOT (pg_catalog.textregexeq(code, '^[0-9]{6}$')
            AND pg_catalog.texteq(pg_catalog.split_part(row, '"place"', 3), '')
            AND pg_catalog.int4eq(pg_catalog.strpos(row, '}'), 0)
            AND (codes IS NULL OR pg_catalog.textregexeq(pg_catalog."left"(row, 2), '^"[a-z]')));
          codes := CASE WHEN codes IS NULL
            THEN pg_catalog.array_fill(code::pg_catalog.int4, ARRAY[1], ARRAY[0])
            ELSE pg_catalog.array_append(codes, code::pg_catalog.int4) END;
          code := NULL;
        END LOOP;
        IF code IS NULL AND body::pg_catalog.json IS NOT NULL THEN
          RETURN codes;
        END IF;
      END IF;
    END IF;
  END IF;
  b := body::pg_catalog.jsonb;
  RETURN pg_catalog.translate((pg_catalog.jsonb_path_query_array(b, '$.rows.*[*].place')
    OPERATOR(pg_catalog.||) pg_catalog.jsonb_path_query_array(b, '$.rows.*[*].region')
    )::pg_catalog.text, '[]" ', '{}')::pg_catalog.int4[];
END $$;

-- Whether a key stands twice in an object, which programs read in different ways: one of them is
-- lost in jsonb, and its colon with it.
CREATE FUNCTION yigai.repeats(body text, b jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT length(body) - length(replace(body, ':', ''))
      <> length(b::text) - length(replace(b::text, ':', ''))
    OR strpos(body, '\u003a') > 0 OR strpos(body, '\u003A') > 0
$$;

-- What was entered, in the one order.
CREATE TABLE yigai.act (
  province int NOT NULL DEFAULT {province},
  -- Which of its ledger's acts it is.
  number int NOT NULL CHECK (number > 0),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  -- How far the office saw; which things nobody else may have touched since; which it touches.
  base bigint NOT NULL CHECK (base >= 0),
  -- When it came in, by the clock of this server.
  received timestamptz NOT NULL DEFAULT clock_timestamp(),
  places int[] NOT NULL GENERATED ALWAYS AS (yigai.places(body)) STORED,
  touched bigint[] NOT NULL,
  held bigint[] NOT NULL,
  -- The ledger that it comes from: with the number that is its global name.
  origin text COLLATE "C" NOT NULL CHECK (octet_length(origin) = 32),
  -- Which office sent it.
  office text NOT NULL,
  -- SHA-256 over the hash of the act before of its origin and the body.
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  body text NOT NULL,
  PRIMARY KEY (province, seq),
  UNIQUE (province, origin, number)
);

-- Who touched a thing last, and the last one of another origin than that.
CREATE TABLE yigai.slot (
  province int NOT NULL,
  number bigint NOT NULL,
  seq bigint NOT NULL,
  origin text COLLATE "C" NOT NULL,
  earlier bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (province, number)
) WITH (fillfactor = 70);

-- Which office began a meeting, a slip, a document or a task; none ('') for what comes with the
-- program. For a slip the place that it is sent to. And whose a ledger is that came in by packs.
CREATE TABLE yigai.owned (
  kind text NOT NULL CHECK (kind IN ('meeting', 'slip', 'document', 'task', 'ledger')),
  key text COLLATE "C" NOT NULL,
  office text NOT NULL,
  place int,
  seq bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, key)
);
{documents}
-- Who asks. Whoever logs in is meant: SET ROLE changes nothing.
CREATE FUNCTION yigai.my_office() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT name FROM yigai.office WHERE role = session_user AND until IS NULL
$$;

-- A place with all that lies in it.
CREATE FUNCTION yigai.part(place int) RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE own (code) AS (
    SELECT code FROM yigai.division WHERE code = place
    UNION SELECT d.code FROM yigai.division d JOIN own ON d.parent = own.code)
  SELECT array_agg(code) FROM own
$$;

-- The places that an office enters for.
CREATE FUNCTION yigai.my_part() RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT yigai.part(place) FROM yigai.office WHERE role = session_user AND until IS NULL
$$;

-- The places that it sees where each sees its own: its part, and all above it.
CREATE FUNCTION yigai.my_sight() RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE above (code) AS (
    SELECT place FROM yigai.office WHERE role = session_user AND until IS NULL
    UNION SELECT d.parent FROM yigai.division d JOIN above ON d.code = above.code
      WHERE d.parent IS NOT NULL)
  SELECT yigai.my_part() || array_agg(code) FROM above HAVING count(*) > 0
$$;

-- Whether all sight is open, to an office that has not been taken out.
CREATE FUNCTION yigai.sees_all() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM yigai.hub WHERE sight = 'open') AND yigai.my_office() IS NOT NULL
$$;

-- A body without the rows of places that are not seen.
CREATE FUNCTION yigai.cut(body text, sight int[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_set(b, '{rows}', (
    SELECT jsonb_object_agg(t.key, (
      SELECT coalesce(jsonb_agg(r.value ORDER BY r.ordinality), '[]')
      FROM jsonb_array_elements(t.value) WITH ORDINALITY r
      WHERE coalesce((r.value ->> 'place')::int = ANY (sight), true)
        AND coalesce((r.value ->> 'region')::int = ANY (sight), true)))
    FROM jsonb_each(b -> 'rows') t))::text
  FROM (SELECT body::jsonb AS b) whole
$$;

-- What a hub says of itself and of the office that asks.
CREATE FUNCTION yigai.greet() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object(
    'hub', hub.id, 'version', hub.version, 'province', hub.province, 'sight', hub.sight,
    'office', office.name, 'place', office.place, 'until', office.until,
    'head', coalesce((SELECT max(seq) FROM yigai.act WHERE act.province = {province}), 0))
  FROM yigai.hub LEFT JOIN yigai.office ON office.role = session_user
$$;

-- The last act of an origin, and the hash of one.
CREATE FUNCTION yigai.last(from_origin text, OUT number int, OUT hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT act.number, act.hash FROM yigai.act
  WHERE act.province = {province} AND act.origin = from_origin AND yigai.my_office() IS NOT NULL
  ORDER BY act.number DESC LIMIT 1
$$;
CREATE FUNCTION yigai.hash(from_origin text, of_number int) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT act.hash FROM yigai.act
  WHERE act.province = {province} AND act.origin = from_origin AND act.number = of_number
    AND yigai.my_office() IS NOT NULL
$$;

-- What an office reads, in the one order: what it may see, and of acts for its places and others its
-- part. A function and no view: within it the order is that of the key, however many acts there are.
CREATE FUNCTION yigai.acts_after(after bigint, most int)
RETURNS TABLE (seq bigint, origin text, number int, office text, received timestamptz, base bigint,
  held bigint[], touched bigint[], hash bytea, body text, cut boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_sort = off SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
DECLARE
  sight int[];
BEGIN
  IF yigai.sees_all() THEN
    RETURN QUERY SELECT act.seq, act.origin, act.number, act.office, act.received, act.base,
      act.held, act.touched, act.hash, act.body, false
    FROM yigai.act WHERE act.province = {province} AND act.seq > after
    ORDER BY act.seq LIMIT most;
    RETURN;
  END IF;
  sight := yigai.my_sight();
  IF sight IS NOT NULL THEN
    RETURN QUERY SELECT act.seq, act.origin, act.number, act.office, act.received, act.base,
      act.held, act.touched, act.hash,
      CASE WHEN act.places <@ sight THEN act.body ELSE yigai.cut(act.body, sight) END,
      NOT act.places <@ sight
    FROM yigai.act WHERE act.province = {province} AND act.seq > after
      AND (act.places = '{}' OR act.places && sight)
    ORDER BY act.seq LIMIT most;
  END IF;
END $$;

-- How many acts are for each place: all that is seen of others where each sees its own.
CREATE TABLE yigai.tally (
  place int PRIMARY KEY,
  acts bigint NOT NULL
) WITH (fillfactor = 50);
CREATE VIEW yigai.counts WITH (security_barrier) AS
  SELECT place, acts FROM yigai.tally WHERE (SELECT yigai.my_office()) IS NOT NULL;

-- A whole ledger file as of an act, in pieces, so that a new office need not take every act by itself.
CREATE TABLE yigai.snapshot (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  seq bigint NOT NULL,
  -- That of the ledger file.
  format int NOT NULL,
  pieces int NOT NULL,
  -- SHA-256 over those of the pieces.
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  made timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE yigai.snapshot_piece (
  snapshot bigint NOT NULL,
  place int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (snapshot, place)
);
ALTER TABLE yigai.snapshot_piece ALTER bytes SET STORAGE EXTERNAL;

-- The newest that a program of a format can open, for offices that see all.
CREATE FUNCTION yigai.newest_snapshot(known int)
RETURNS TABLE (id bigint, seq bigint, pieces int, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, s.seq, s.pieces, s.hash FROM yigai.snapshot s
  WHERE s.format <= known AND yigai.sees_all() ORDER BY s.seq DESC LIMIT 1
$$;
CREATE FUNCTION yigai.snapshot_bytes(of_snapshot bigint, at_place int) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT bytes FROM yigai.snapshot_piece
  WHERE snapshot = of_snapshot AND place = at_place AND yigai.sees_all()
$$;

