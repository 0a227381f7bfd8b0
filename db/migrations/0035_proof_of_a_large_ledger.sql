-- What the proof computes of each row reads nothing but the row and the session, so that several workers may share a table.
ALTER FUNCTION jishi_actor() PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_role() PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_unit() PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_checks_ledger() PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_line_text(jsonb) PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_line_hash(jsonb) PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_row_state(jsonb, text[]) PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_row_key(jsonb, text[]) PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_event_text(contract_event) PARALLEL SAFE;
--> statement-breakpoint
ALTER FUNCTION jishi_event_hash(bytea, contract_event) PARALLEL SAFE;
--> statement-breakpoint
-- Only number, place and hash go through the sort; with the contents it was as large as the ledger itself.
CREATE OR REPLACE FUNCTION jishi_verify_events(most integer) RETURNS TABLE (key text, what text, contract uuid, seq integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET work_mem = '256MB' AS $$
  SELECT checked.id::text, checked.fault, checked.contract, checked.seq FROM (
    SELECT e.id, e.contract, e.seq, CASE
      WHEN e.seq <> placed.place THEN 'missing-before'
      WHEN e.hash <> jishi_event_hash(coalesce(placed.before, ''), e) THEN 'altered'
      WHEN NOT EXISTS (SELECT FROM contract c WHERE c.id = e.contract) THEN 'no-contract'
    END AS fault
    FROM contract_event e JOIN (
      SELECT id, row_number() OVER chain AS place, lag(hash) OVER chain AS before
      FROM contract_event WINDOW chain AS (PARTITION BY contract ORDER BY seq)
    ) AS placed ON placed.id = e.id
    OFFSET 0
  ) AS checked
  WHERE checked.fault IS NOT NULL AND (SELECT jishi_checks_ledger())
  ORDER BY checked.id LIMIT most
$$;
--> statement-breakpoint
-- All rows are read before the first faults are told: told in their order one by one, they were looked up by the index.
CREATE OR REPLACE FUNCTION jishi_verify_lines(of_table text, most integer) RETURNS TABLE (key text, what text) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
  IF of_table NOT IN ('posting', 'trail', 'imprint') OR NOT jishi_checks_ledger() THEN RETURN; END IF;
  RETURN QUERY EXECUTE format('SELECT key, ''altered'' FROM (
      SELECT %s AS key, id FROM %I t WHERE hash <> jishi_line_hash(to_jsonb(t)) OFFSET 0
    ) AS altered ORDER BY id LIMIT $1',
    CASE of_table WHEN 'posting' THEN 'year || ''/'' || id' ELSE 'id::text' END, of_table) USING most;
END $$;
