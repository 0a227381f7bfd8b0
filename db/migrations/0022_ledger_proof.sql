CREATE TABLE "cover" (
	"table_name" text PRIMARY KEY NOT NULL,
	"key_columns" text[] NOT NULL,
	"left_out" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imprint" (
	"id" bigint PRIMARY KEY DEFAULT nextval('contract_event_id_seq') NOT NULL,
	"table_name" text NOT NULL,
	"row_key" text NOT NULL,
	"op" text NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"state" "bytea" NOT NULL,
	"hash" "bytea" DEFAULT '' NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "era" (
	"id" integer PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"shift" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contract_event" ADD COLUMN "state" "bytea";--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "hash" "bytea" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "seal" ADD COLUMN "postings" integer;--> statement-breakpoint
ALTER TABLE "seal" ADD COLUMN "trails" integer;--> statement-breakpoint
ALTER TABLE "seal" ADD COLUMN "imprints" integer;--> statement-breakpoint
ALTER TABLE "trail" ADD COLUMN "hash" "bytea" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "trail" ADD COLUMN "xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "imprint_row" ON "imprint" USING btree ("table_name","row_key","id");--> statement-breakpoint
CREATE INDEX "imprint_xid" ON "imprint" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "posting_xid" ON "posting" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "trail_xid" ON "trail" USING btree ("xid");
--> statement-breakpoint
-- The number of this transaction, counted on over restores into younger servers.
CREATE FUNCTION jishi_era_shift() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT shift FROM era ORDER BY id DESC LIMIT 1), 0)
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_xid() RETURNS xid8 LANGUAGE sql STABLE AS $$
  SELECT (pg_current_xact_id()::text::bigint + jishi_era_shift())::text::xid8
$$;
--> statement-breakpoint
-- Begins an era if the server's numbers lie below what the ledger holds: it was restored into a younger server.
CREATE FUNCTION jishi_begin_era() RETURNS boolean LANGUAGE plpgsql SET search_path = public AS $$
DECLARE latest bigint; coming bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
BEGIN
  SELECT max(number)::text::bigint INTO latest FROM (
    SELECT max(xid) AS number FROM contract_event UNION ALL SELECT max(xid) FROM posting UNION ALL SELECT max(xid) FROM trail
    UNION ALL SELECT max(xid) FROM imprint UNION ALL SELECT max(below) FROM seal
  ) AS held;
  IF latest < coming + jishi_era_shift() + 1 IS NOT FALSE THEN RETURN false; END IF;
  INSERT INTO era (id, shift) SELECT coalesce(max(id), 0) + 1, latest + 1 - coming FROM era;
  RETURN true;
END $$;
--> statement-breakpoint
-- Canonical text of a posting, trail row or imprint: every column but the hash, under its name, so that a nullable
-- column added later changes no row of before. Callers set time zone and bytea format, which the text would follow.
CREATE FUNCTION jishi_line_text(line jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT (jsonb_strip_nulls(line - '{hash,details}'::text[])
    || CASE WHEN line ? 'details' THEN jsonb_build_object('details', line -> 'details') ELSE '{}' END)::text
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_line_hash(line jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(jishi_line_text(line), 'UTF8'))
$$;
--> statement-breakpoint
-- Canonical text of a row of a covered table: every column that is not left out and not null.
CREATE FUNCTION jishi_row_state(of_row jsonb, left_out text[]) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8'))
  FROM jsonb_each(of_row - left_out) WHERE value <> 'null'
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_row_key(of_row jsonb, key_columns text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(of_row ->> name, '/' ORDER BY place) FROM unnest(key_columns) WITH ORDINALITY AS k (name, place)
$$;
--> statement-breakpoint
-- What an event's hash covers beside the hash before. Events from before 0018 have no state, and their text no end.
CREATE FUNCTION jishi_event_text(e contract_event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws('|', e.contract, e.seq, e.action, e.status_after, e.actor, extract(epoch FROM e.at), e.details, e.content,
    encode(e.state, 'hex'), CASE WHEN e.state IS NOT NULL THEN e.id END, CASE WHEN e.state IS NOT NULL THEN e.xid END)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_event_hash(before bytea, e contract_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(before || convert_to(jishi_event_text(e), 'UTF8'))
$$;
--> statement-breakpoint
-- The contract is written before its event: the event takes the fingerprint of the whole row with it.
CREATE OR REPLACE FUNCTION jishi_chain_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE before record;
BEGIN
  SELECT seq, hash INTO before FROM contract_event WHERE contract = NEW.contract ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(before.seq, 0) + 1;
  NEW.at := jishi_now();
  NEW.xid := jishi_xid();
  SELECT jishi_row_state(to_jsonb(c), covered.left_out) INTO NEW.state
  FROM contract c, cover covered WHERE c.id = NEW.contract AND covered.table_name = 'contract';
  NEW.hash := jishi_event_hash(coalesce(before.hash, ''), NEW);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_date_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7140);
  NEW.known_at := coalesce((
    SELECT p.known_at FROM posting p
    WHERE p.year = NEW.year AND p.contract = NEW.contract AND p.event = NEW.event LIMIT 1
  ), jishi_now());
  IF NEW.sign = -1 AND NOT EXISTS (
    SELECT FROM posting WHERE year = NEW.year AND contract = NEW.contract GROUP BY contract HAVING sum(sign) = 1
  ) THEN
    RAISE EXCEPTION 'posting: contract % has no line to take out', NEW.contract USING ERRCODE = 'check_violation';
  END IF;
  NEW.xid := jishi_xid();
  NEW.hash := jishi_line_hash(to_jsonb(NEW));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION jishi_hash_line() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  NEW.xid := jishi_xid();
  NEW.hash := jishi_line_hash(to_jsonb(NEW));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER trail_hash BEFORE INSERT ON trail FOR EACH ROW EXECUTE FUNCTION jishi_hash_line();
--> statement-breakpoint
CREATE TRIGGER imprint_hash BEFORE INSERT ON imprint FOR EACH ROW EXECUTE FUNCTION jishi_hash_line();
--> statement-breakpoint
CREATE FUNCTION jishi_imprint() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE covered cover; before jsonb; after jsonb; old_key text; new_key text;
BEGIN
  SELECT * INTO STRICT covered FROM cover WHERE table_name = TG_TABLE_NAME;
  IF TG_OP <> 'INSERT' THEN
    before := to_jsonb(OLD) - covered.left_out;
    old_key := jishi_row_key(before, covered.key_columns);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    after := to_jsonb(NEW) - covered.left_out;
    new_key := jishi_row_key(after, covered.key_columns);
  END IF;
  IF before = after THEN RETURN NULL; END IF;
  IF old_key IS DISTINCT FROM new_key AND old_key IS NOT NULL THEN
    INSERT INTO imprint (table_name, row_key, op, state)
    VALUES (TG_TABLE_NAME, old_key, 'delete', jishi_row_state(before, '{}'));
  END IF;
  IF after IS NOT NULL THEN
    INSERT INTO imprint (table_name, row_key, op, state) VALUES (TG_TABLE_NAME, new_key,
      CASE WHEN old_key = new_key THEN 'update' ELSE 'insert' END, jishi_row_state(after, '{}'));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- An act's event carries the contract's state; only what is written without one (saving a draft) leaves an imprint.
CREATE FUNCTION jishi_imprint_contract() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contract_event WHERE contract = NEW.id AND xid = jishi_xid()) THEN
    INSERT INTO imprint (table_name, row_key, op, state)
    SELECT 'contract', c.id, lower(TG_OP), jishi_row_state(to_jsonb(c), covered.left_out)
    FROM contract c, cover covered WHERE c.id = NEW.id AND covered.table_name = 'contract';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER contract_imprint AFTER INSERT OR UPDATE ON contract DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION jishi_imprint_contract();
--> statement-breakpoint
-- Covers a table from now on: each change of a row leaves an imprint, and so does each row there is. Generated columns
-- follow from others. Called again after a column was added to a covered table.
CREATE FUNCTION jishi_cover(of_table regclass, VARIADIC without text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE covered cover;
BEGIN
  SELECT c.relname, array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO covered.table_name, covered.key_columns
  FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
  WHERE c.oid = of_table GROUP BY c.relname;
  SELECT coalesce(array_agg(attname::text ORDER BY attname), '{}') INTO covered.left_out
  FROM pg_attribute WHERE attrelid = of_table AND attnum > 0 AND NOT attisdropped
    AND (attgenerated <> '' OR attname = ANY (without));
  INSERT INTO cover VALUES (covered.*)
  ON CONFLICT (table_name) DO UPDATE SET key_columns = excluded.key_columns, left_out = excluded.left_out;
  IF covered.table_name <> 'contract' THEN
    EXECUTE format('CREATE OR REPLACE TRIGGER imprint AFTER INSERT OR UPDATE OR DELETE ON %s
      FOR EACH ROW EXECUTE FUNCTION jishi_imprint()', of_table);
  END IF;
  EXECUTE format('INSERT INTO imprint (table_name, row_key, op, state)
    SELECT $1.table_name, jishi_row_key(to_jsonb(t), $1.key_columns), ''cover'', jishi_row_state(to_jsonb(t), $1.left_out)
    FROM %s t', of_table) USING covered;
END $$;
--> statement-breakpoint
-- Rows of before get their hash now; the next seal covers them, because they count as written by this migration.
DO $$ BEGIN
  PERFORM set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true);
  UPDATE posting p SET hash = jishi_line_hash(to_jsonb(p));
  UPDATE trail t SET hash = jishi_line_hash(to_jsonb(t));
  PERFORM jishi_cover(name::regclass) FROM unnest(ARRAY['cover', 'era', 'contract', 'counter', 'attachment', 'inflow', 'organisation',
    'account', 'credential', 'api_token', 'unit', 'unit_version', 'setting', 'holiday', 'code_mapping', 'published_unit', 'request', 'evidence', 'audit_rule_switch', 'campaign',
    'campaign_contract', 'finding', 'finding_act', 'campaign_reminder']) AS name;
END $$;
--> statement-breakpoint
CREATE FUNCTION jishi_leaves(above xid8, horizon xid8) RETURNS TABLE (kind text, root bytea, leaves integer)
LANGUAGE sql STABLE AS $$
  SELECT kind, jishi_merkle(array_agg(sha256('\x00'::bytea || hash) ORDER BY id)), count(*)::integer
  FROM (
    SELECT 'events' AS kind, id, hash FROM contract_event WHERE xid >= above AND xid < horizon
    UNION ALL SELECT 'postings', id, hash FROM posting WHERE xid >= above AND xid < horizon
    UNION ALL SELECT 'trails', id, hash FROM trail WHERE xid >= above AND xid < horizon
    UNION ALL SELECT 'imprints', id, hash FROM imprint WHERE xid >= above AND xid < horizon
  ) AS line
  GROUP BY kind
$$;
--> statement-breakpoint
-- What a root covers beside the root before and the trees; null for seals of events alone, whose root has no head.
CREATE FUNCTION jishi_seal_text(s seal) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN s.imprints IS NOT NULL THEN
    concat_ws('|', s.id, extract(epoch FROM s.at), s.below, s.events, s.postings, s.trails, s.imprints) END
$$;
--> statement-breakpoint
-- The seal as the rows of its span make it: counts and root anew, number and time as given.
CREATE FUNCTION jishi_seal_of(s seal, above xid8, before bytea) RETURNS seal LANGUAGE plpgsql STABLE AS $$
DECLARE tree record; text_of text;
BEGIN
  SELECT
    coalesce(max(leaves) FILTER (WHERE kind = 'events'), 0) AS events, (array_agg(root) FILTER (WHERE kind = 'events'))[1] AS event_root,
    coalesce(max(leaves) FILTER (WHERE kind = 'postings'), 0) AS postings, (array_agg(root) FILTER (WHERE kind = 'postings'))[1] AS posting_root,
    coalesce(max(leaves) FILTER (WHERE kind = 'trails'), 0) AS trails, (array_agg(root) FILTER (WHERE kind = 'trails'))[1] AS trail_root,
    coalesce(max(leaves) FILTER (WHERE kind = 'imprints'), 0) AS imprints, (array_agg(root) FILTER (WHERE kind = 'imprints'))[1] AS imprint_root
  INTO tree FROM jishi_leaves(above, s.below);
  s.events := tree.events;
  IF s.imprints IS NULL THEN
    s.root := sha256(coalesce(before, '') || coalesce(tree.event_root, ''));
    RETURN s;
  END IF;
  s.postings := tree.postings; s.trails := tree.trails; s.imprints := tree.imprints;
  s.root := sha256(coalesce(before, '') || sha256(convert_to(jishi_seal_text(s), 'UTF8')) || coalesce(tree.event_root, '')
    || coalesce(tree.posting_root, '') || coalesce(tree.trail_root, '') || coalesce(tree.imprint_root, ''));
  RETURN s;
END $$;
--> statement-breakpoint
-- Seals what no running transaction can still precede; returns the number of rows sealed.
CREATE OR REPLACE FUNCTION jishi_seal() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE before seal; made seal; rows integer;
BEGIN
  PERFORM pg_advisory_xact_lock(7141);
  SELECT * INTO before FROM seal ORDER BY id DESC LIMIT 1;
  made.id := coalesce(before.id, 0) + 1;
  made.at := jishi_now();
  made.below := (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + jishi_era_shift())::text::xid8;
  made.imprints := 0;
  made := jishi_seal_of(made, coalesce(before.below, '0'::xid8), before.root);
  rows := made.events + made.postings + made.trails + made.imprints;
  IF rows > 0 THEN INSERT INTO seal VALUES (made.*); END IF;
  RETURN rows;
END $$;
--> statement-breakpoint
DROP FUNCTION jishi_verify_seals();
--> statement-breakpoint
DROP FUNCTION jishi_root(xid8, xid8, bytea);
--> statement-breakpoint
DROP FUNCTION jishi_verify_contracts(integer);
--> statement-breakpoint
DROP FUNCTION jishi_verify_events(integer);
--> statement-breakpoint
CREATE FUNCTION jishi_checks_ledger() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(jishi_role() IN ('auditor', 'security'), false)
$$;
--> statement-breakpoint
-- Whoever checks the ledger is told which row is at fault, and sees no content.
CREATE FUNCTION jishi_verify_events(most integer) RETURNS TABLE (key text, what text, contract uuid, seq integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT checked.id::text, checked.fault, checked.contract, checked.seq FROM (
    SELECT e.id, e.contract, e.seq, CASE
      WHEN e.seq <> row_number() OVER chain THEN 'missing-before'
      WHEN e.hash <> jishi_event_hash(coalesce(lag(e.hash) OVER chain, ''), e) THEN 'altered'
      WHEN NOT EXISTS (SELECT FROM contract c WHERE c.id = e.contract) THEN 'no-contract'
    END AS fault
    FROM contract_event e WINDOW chain AS (PARTITION BY e.contract ORDER BY e.seq)
  ) AS checked
  WHERE checked.fault IS NOT NULL AND (SELECT jishi_checks_ledger())
  ORDER BY checked.id LIMIT most
$$;
--> statement-breakpoint
-- Contracts that are not as they were last written, by an act or without one; what is known to differ is named.
CREATE FUNCTION jishi_verify_contracts(most integer) RETURNS TABLE (key text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
  SELECT c.id::text, CASE
    WHEN e.id IS NULL THEN 'no-event'
    WHEN e.status_after <> c.status THEN 'status'
    WHEN c.status NOT IN ('draft', 'returned') AND e.content <> c.content THEN 'content'
    ELSE 'altered' END
  FROM contract c CROSS JOIN (SELECT left_out FROM cover WHERE table_name = 'contract') AS covered
  LEFT JOIN LATERAL (
    SELECT * FROM contract_event WHERE contract = c.id ORDER BY contract_event.seq DESC LIMIT 1
  ) AS e ON true
  LEFT JOIN LATERAL (
    SELECT * FROM imprint WHERE table_name = 'contract' AND row_key = c.id::text ORDER BY imprint.id DESC LIMIT 1
  ) AS i ON true
  WHERE (e.id IS NULL OR e.status_after <> c.status OR (c.status NOT IN ('draft', 'returned') AND e.content <> c.content)
    OR jishi_row_state(to_jsonb(c), covered.left_out)
      IS DISTINCT FROM CASE WHEN e.state IS NULL OR i.id > e.id THEN i.state ELSE e.state END)
    AND (SELECT jishi_checks_ledger())
  ORDER BY c.id LIMIT most
$$;
--> statement-breakpoint
-- Postings, trail rows or imprints that are not as they were written.
CREATE FUNCTION jishi_verify_lines(of_table text, most integer) RETURNS TABLE (key text, what text) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  IF of_table NOT IN ('posting', 'trail', 'imprint') OR NOT jishi_checks_ledger() THEN RETURN; END IF;
  RETURN QUERY EXECUTE format('SELECT %s, ''altered'' FROM %I t WHERE hash <> jishi_line_hash(to_jsonb(t)) ORDER BY id LIMIT $1',
    CASE of_table WHEN 'posting' THEN 'year || ''/'' || id' ELSE 'id::text' END, of_table) USING most;
END $$;
--> statement-breakpoint
-- Rows of a covered table that are not as their last imprint says.
CREATE FUNCTION jishi_verify_cover(of_table text, most integer) RETURNS TABLE (key text, what text) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE covered cover;
BEGIN
  IF NOT jishi_checks_ledger() THEN RETURN; END IF;
  SELECT * INTO covered FROM cover WHERE table_name = of_table;
  IF covered.table_name IS NULL THEN
    RETURN QUERY SELECT of_table, 'uncovered';
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format($query$
    WITH present AS (
      SELECT jishi_row_key(to_jsonb(t), $1.key_columns) AS row_key, jishi_row_state(to_jsonb(t), $1.left_out) AS state FROM %I t
    ), last AS (
      SELECT DISTINCT ON (row_key) row_key, op, state FROM imprint WHERE table_name = $1.table_name ORDER BY row_key, id DESC
    )
    SELECT row_key, CASE WHEN present.row_key IS NULL THEN 'removed' WHEN last.op IS NULL OR last.op = 'delete' THEN 'slipped-in'
      ELSE 'altered' END
    FROM present FULL JOIN last USING (row_key)
    WHERE present.state IS DISTINCT FROM CASE WHEN last.op <> 'delete' THEN last.state END
    ORDER BY row_key LIMIT $2 $query$, of_table) USING covered, most;
END $$;
--> statement-breakpoint
-- Seals that the rows of their span don't make; `what` names the kind of rows whose number differs, or the root.
CREATE FUNCTION jishi_verify_seals(most integer) RETURNS TABLE (key text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id::text, CASE
    WHEN s.id <> coalesce(s.before_id, 0) + 1 THEN 'missing-before'
    WHEN (made.made).events <> s.events THEN 'events'
    WHEN (made.made).postings <> s.postings THEN 'postings'
    WHEN (made.made).trails <> s.trails THEN 'trails'
    WHEN (made.made).imprints <> s.imprints THEN 'imprints'
    ELSE 'root' END
  FROM (
    SELECT seal AS kept, id, events, postings, trails, imprints, root, lag(id) OVER (ORDER BY id) AS before_id,
      coalesce(lag(below) OVER (ORDER BY id), '0'::xid8) AS above, lag(root) OVER (ORDER BY id) AS before
    FROM seal
  ) AS s, LATERAL (SELECT jishi_seal_of(s.kept, s.above, s.before) AS made OFFSET 0) AS made
  WHERE ((made.made).root <> s.root OR s.kept IS DISTINCT FROM made.made OR s.id <> coalesce(s.before_id, 0) + 1)
    AND (SELECT jishi_checks_ledger())
  ORDER BY s.id LIMIT most
$$;
--> statement-breakpoint
-- Registration counters that don't stand at the last number the acts gave, and those whose numbers have a gap.
CREATE FUNCTION jishi_verify_numbers(most integer) RETURNS TABLE (key text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT year || '/' || point, CASE WHEN taken.last IS DISTINCT FROM c.last THEN 'last' ELSE 'gap' END
  FROM (
    SELECT left(number, 4)::integer AS year, substr(number, 9, 2)::char(2) AS point, max(substr(number, 11)::integer) AS last,
      count(DISTINCT number) AS numbers
    FROM (SELECT details ->> 'number' AS number FROM contract_event WHERE action = 'approve') AS given
    WHERE number ~ '^\d{4}6600\d{8}$' GROUP BY 1, 2
  ) AS taken FULL JOIN registration_counter c USING (year, point)
  WHERE (taken.last IS DISTINCT FROM c.last OR taken.numbers <> taken.last) AND (SELECT jishi_checks_ledger())
  ORDER BY 1 LIMIT most
$$;
--> statement-breakpoint
-- How many rows a check reads, by table.
CREATE FUNCTION jishi_ledger_size() RETURNS TABLE (name text, rows bigint) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT jishi_checks_ledger() THEN RETURN; END IF;
  FOR name IN SELECT unnest(ARRAY['contract_event', 'posting', 'trail', 'imprint', 'seal', 'registration_counter', 'total', 'day_total'])
    UNION SELECT table_name FROM cover WHERE to_regclass(table_name) IS NOT NULL LOOP
    EXECUTE format('SELECT count(*) FROM %I', name) INTO rows;
    RETURN NEXT;
  END LOOP;
END $$;
--> statement-breakpoint
-- The lines of the ledger as an export gives them away: exactly the text that was hashed. What an office has not submitted
-- goes out as a hash alone, the trail likewise, and to who sees no contract every event.
CREATE FUNCTION jishi_ledger_lines(kind text)
RETURNS TABLE (id bigint, xid text, chain text, hash text, line text) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  IF NOT jishi_checks_ledger() THEN RETURN; END IF;
  CASE kind
    WHEN 'events' THEN RETURN QUERY
      SELECT e.id, e.xid::text, e.contract::text || '/' || e.seq, encode(e.hash, 'hex'),
        CASE WHEN jishi_role() = 'auditor' AND c.status NOT IN ('draft', 'discarded') THEN jishi_event_text(e) END
      FROM contract_event e JOIN contract c ON c.id = e.contract ORDER BY e.id;
    WHEN 'postings' THEN RETURN QUERY
      SELECT p.id, p.xid::text, NULL, encode(p.hash, 'hex'), CASE WHEN jishi_role() = 'auditor' THEN jishi_line_text(to_jsonb(p)) END
      FROM posting p ORDER BY p.id;
    WHEN 'trails' THEN RETURN QUERY
      SELECT t.id, t.xid::text, NULL, encode(t.hash, 'hex'), NULL FROM trail t ORDER BY t.id;
    WHEN 'imprints' THEN RETURN QUERY
      SELECT i.id, i.xid::text, NULL, encode(i.hash, 'hex'), jishi_line_text(to_jsonb(i))
      FROM imprint i ORDER BY i.id;
  END CASE;
END $$;
--> statement-breakpoint
DO $$ DECLARE name regprocedure; BEGIN
  FOR name IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname IN ('jishi_era_shift', 'jishi_xid', 'jishi_begin_era', 'jishi_line_text', 'jishi_line_hash',
    'jishi_row_state', 'jishi_row_key', 'jishi_event_text', 'jishi_hash_line', 'jishi_imprint', 'jishi_imprint_contract', 'jishi_cover',
    'jishi_leaves', 'jishi_seal_text', 'jishi_seal_of', 'jishi_checks_ledger', 'jishi_verify_events', 'jishi_verify_contracts',
    'jishi_verify_lines', 'jishi_verify_cover', 'jishi_verify_seals', 'jishi_verify_numbers', 'jishi_ledger_size', 'jishi_ledger_lines') LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_verify_events(integer), jishi_verify_contracts(integer), jishi_verify_lines(text, integer),
  jishi_verify_cover(text, integer), jishi_verify_seals(integer), jishi_verify_numbers(integer), jishi_ledger_size(),
  jishi_ledger_lines(text), jishi_seal_text(seal) TO jishi_app;
--> statement-breakpoint
REVOKE ALL ON cover, imprint, era FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT ON cover, imprint TO jishi_app;
--> statement-breakpoint
ALTER TABLE cover ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE era ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE imprint ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY auditors_read ON cover FOR SELECT TO jishi_app USING ((SELECT jishi_role()) IN ('auditor', 'security'));
--> statement-breakpoint
CREATE POLICY auditors_read ON imprint FOR SELECT TO jishi_app USING ((SELECT jishi_role()) IN ('auditor', 'security'));
