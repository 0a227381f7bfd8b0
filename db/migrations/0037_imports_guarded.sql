REVOKE ALL ON import_batch, import_part, import_row, import_heading FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON import_batch TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON import_part TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_row TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON import_heading TO jishi_app;
--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['import_batch', 'import_part', 'import_row', 'import_heading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- An office's imports are its own, those of registered contracts the centre's.
CREATE POLICY whose ON import_batch FOR ALL TO jishi_app
  USING (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
    OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL))
  WITH CHECK (actor = (SELECT jishi_actor())
    AND (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
      OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL)));
--> statement-breakpoint
CREATE POLICY with_batch ON import_part FOR ALL TO jishi_app
  USING (EXISTS (SELECT FROM import_batch b WHERE b.id = import_part.batch));
--> statement-breakpoint
CREATE POLICY with_batch ON import_row FOR ALL TO jishi_app
  USING (EXISTS (SELECT FROM import_batch b WHERE b.id = import_row.batch));
--> statement-breakpoint
CREATE POLICY own_office ON import_heading FOR ALL TO jishi_app
  USING (office = CASE (SELECT jishi_role()) WHEN 'registrar' THEN (SELECT jishi_unit()) WHEN 'auditor' THEN 'centre' END);
--> statement-breakpoint
-- Imports whose worker is gone, with who set them going: any process may take them up in that person's name.
CREATE FUNCTION jishi_idle_imports() RETURNS TABLE (batch uuid, username text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public AS $$
  SELECT b.id, a.username FROM import_batch b JOIN account a ON a.id = b.actor
  WHERE b.status IN ('judging', 'writing', 'undoing') AND coalesce(b.worker_until, '-infinity') < clock_timestamp()
  ORDER BY b.started_at
$$;
--> statement-breakpoint
-- So many numbers of a gap-free series at once; returns the last.
CREATE FUNCTION jishi_count_on(of_name text, of_year integer, many integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO counter AS c (name, year, last) VALUES (of_name, of_year, many)
  ON CONFLICT (name, year) DO UPDATE SET last = c.last + many RETURNING last
$$;
--> statement-breakpoint
-- A number that came with an imported contract is passed over: it is kept as it is and never given twice.
CREATE OR REPLACE FUNCTION jishi_take_number(of_year integer, of_unit text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE of_point text; serial integer; taken text;
BEGIN
  SELECT point INTO STRICT of_point FROM unit WHERE code = of_unit;
  LOOP
    INSERT INTO registration_counter AS c (year, point, last) VALUES (of_year, of_point, 1)
    ON CONFLICT (year, point) DO UPDATE SET last = c.last + 1 RETURNING last INTO serial;
    taken := lpad(of_year::text, 4, '0') || '6600' || of_point || lpad(serial::text, 6, '0');
    EXIT WHEN NOT EXISTS (SELECT FROM contract WHERE number = taken);
  END LOOP;
  RETURN taken;
END $$;
--> statement-breakpoint
-- Registration counters that don't stand at the last number the acts gave, and those whose numbers have a gap; a number that
-- an import brought fills its place.
CREATE OR REPLACE FUNCTION jishi_verify_numbers(most integer) RETURNS TABLE (key text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH given AS (
    SELECT left(number, 4)::integer AS year, substr(number, 9, 2)::char(2) AS point, substr(number, 11)::integer AS serial,
      action = 'approve' AS taken
    FROM (SELECT action, details ->> 'number' AS number FROM contract_event WHERE action IN ('approve', 'import')) AS said
    WHERE number ~ '^\d{4}6600\d{8}$'
  ), taken AS (
    SELECT year, point, max(serial) AS last FROM given WHERE taken GROUP BY 1, 2
  ), filled AS (
    SELECT g.year, g.point, count(DISTINCT g.serial) AS numbers
    FROM given g JOIN taken t ON t.year = g.year AND t.point = g.point AND g.serial BETWEEN 1 AND t.last GROUP BY 1, 2
  )
  SELECT year || '/' || point, CASE WHEN taken.last IS DISTINCT FROM c.last THEN 'last' ELSE 'gap' END
  FROM taken JOIN filled USING (year, point) FULL JOIN registration_counter c USING (year, point)
  WHERE (taken.last IS DISTINCT FROM c.last OR filled.numbers <> taken.last) AND (SELECT jishi_checks_ledger())
  ORDER BY 1 LIMIT most
$$;
--> statement-breakpoint
-- Once for all lines of a statement. In one order whoever posts, 'all' first: two can't wait for each other.
CREATE OR REPLACE FUNCTION jishi_keep_totals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO total AS t (year, unit, dimension, member, contracts, turnover, technology)
  SELECT line.year, line.unit, d, m, sum(line.sign), sum(line.sign * line.turnover), sum(line.sign * line.technology)
  FROM added AS line, LATERAL (VALUES
    ('all', ''), ('month', line.month), ('area', line.area), ('type', line.type), ('subtype', line.subtype),
    ('plan', line.plan), ('flow', line.flow), ('seller', line.seller), ('field', line.field), ('band', line.band),
    ('property', line.property), ('goal', line.goal), ('buyer', line.buyer), ('province', line.province),
    ('trade', line.trade)
  ) AS split (d, m)
  GROUP BY line.year, line.unit, d, m ORDER BY line.year, line.unit, d, m
  ON CONFLICT (year, unit, dimension, member) DO UPDATE SET
    contracts = t.contracts + excluded.contracts,
    turnover = t.turnover + excluded.turnover,
    technology = t.technology + excluded.technology;
  INSERT INTO day_total AS t (year, unit, day, contracts, turnover, technology)
  SELECT year, unit, registered_on, sum(sign), sum(sign * turnover), sum(sign * technology)
  FROM added GROUP BY year, unit, registered_on ORDER BY year, unit, registered_on
  ON CONFLICT (year, unit, day) DO UPDATE SET
    contracts = t.contracts + excluded.contracts,
    turnover = t.turnover + excluded.turnover,
    technology = t.technology + excluded.technology;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER posting_totals ON posting;
--> statement-breakpoint
CREATE TRIGGER posting_totals AFTER INSERT ON posting REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION jishi_keep_totals();
--> statement-breakpoint
-- A contract that begins registered was registered elsewhere: an auditor enters it from a file, and nobody here decided on it.
CREATE FUNCTION jishi_guard_imported(made contract) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  IF jishi_role() <> 'auditor' OR (made.entered_by, made.edited_by) IS DISTINCT FROM (jishi_actor(), jishi_actor())
    OR num_nonnulls(made.decided_by, made.decided_at, made.first_approver, made.submitted_at, made.due_on) > 0
    OR made.number !~ '^\d{16}$' OR made.registered_on > jishi_today() OR made.year <> extract(year FROM made.registered_on)
    OR NOT EXISTS (
      SELECT FROM import_row r JOIN import_batch b ON b.id = r.batch
      WHERE r.contract = made.id AND r.verdict = 'new' AND b.kind = 'registered' AND b.status = 'writing') THEN
    RAISE EXCEPTION 'contract: begins registered in an import of the centre alone' USING ERRCODE = 'check_violation';
  END IF;
END $$;
--> statement-breakpoint
-- Taking back an import ends what it made, as long as nothing came after.
CREATE FUNCTION jishi_guard_import_undone(before contract, after contract) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  IF before.content IS DISTINCT FROM after.content OR NOT EXISTS (
      SELECT FROM import_row r JOIN import_batch b ON b.id = r.batch
      WHERE r.contract = before.id AND r.outcome = 'written' AND b.kind = 'registered' AND b.status = 'undoing')
    OR (SELECT count(*) FROM contract_event WHERE contract = before.id) <> 1
    OR EXISTS (SELECT FROM request WHERE contract = before.id) OR EXISTS (SELECT FROM finding WHERE contract = before.id) THEN
    RAISE EXCEPTION 'contract: something was done since it was imported' USING ERRCODE = 'check_violation';
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_guard_contract() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  who uuid := jishi_actor();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status = 'registered' THEN
      PERFORM jishi_guard_imported(NEW);
    ELSIF NEW.status <> 'draft' OR NEW.entered_by IS DISTINCT FROM who OR NEW.edited_by IS DISTINCT FROM who THEN
      RAISE EXCEPTION 'contract: begins as a draft of the person who enters it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END IF;
  IF (NEW.id, NEW.unit, NEW.entered_by, NEW.local_number, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.unit, OLD.entered_by, OLD.local_number, OLD.created_at) THEN
    RAISE EXCEPTION 'contract: identity can''t change' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status = 'registered' AND NEW.status = 'discarded' THEN
    PERFORM jishi_guard_import_undone(OLD, NEW);
    RETURN NULL;
  END IF;
  IF NOT jishi_may_follow(OLD.status, NEW.status) THEN
    RAISE EXCEPTION 'contract: % can''t follow %', NEW.status, OLD.status USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status = 'registered' THEN
    PERFORM jishi_guard_by_request(OLD, NEW);
    RETURN NULL;
  END IF;
  IF OLD.status = 'submitted' AND NEW.status <> 'draft' AND jishi_role() <> 'approver' THEN
    RAISE EXCEPTION 'contract: a submitted contract can only be withdrawn by its office' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.content IS DISTINCT FROM OLD.content THEN
    IF OLD.status IN ('draft', 'returned') THEN
      IF NEW.edited_by IS DISTINCT FROM who THEN
        RAISE EXCEPTION 'contract: the editor is whoever acts' USING ERRCODE = 'check_violation';
      END IF;
    ELSIF NEW.content - 'technology' IS DISTINCT FROM OLD.content - 'technology' OR NEW.technology > OLD.technology THEN
      RAISE EXCEPTION 'contract: an approver may only lower the technology turnover' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.edited_by IS DISTINCT FROM OLD.edited_by AND NEW.edited_by IS DISTINCT FROM who THEN
    RAISE EXCEPTION 'contract: the editor is whoever acts' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status IN ('registered', 'refused') AND NEW.decided_by IS DISTINCT FROM who THEN
    RAISE EXCEPTION 'contract: decided by whoever acts' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'endorsed' AND OLD.status <> 'endorsed' AND NEW.first_approver IS DISTINCT FROM who THEN
    RAISE EXCEPTION 'contract: first approved by whoever acts' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'registered' AND OLD.status <> 'endorsed'
    AND jishi_is_large(greatest(OLD.technology, NEW.technology), NEW.accepted_on) THEN
    RAISE EXCEPTION 'contract: a large contract needs two approvers' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE POLICY auditor_imports ON contract FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) = 'auditor' AND status = 'registered');
--> statement-breakpoint
CREATE POLICY auditor_imports ON posting FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) = 'auditor' AND sign = 1 AND EXISTS (
    SELECT FROM contract_event e WHERE e.id = posting.event AND e.contract = posting.contract AND e.action = 'import'
      AND e.actor = (SELECT jishi_actor())));
--> statement-breakpoint
-- Takes back some registrations of an import, line and number with them; returns the contracts. An auditor can't see a
-- contract that has left the register this way, so the database does it for them.
CREATE FUNCTION jishi_undo_import(of_batch uuid, many integer) RETURNS TABLE (contract uuid, unit text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE ids uuid[];
BEGIN
  IF jishi_role() <> 'auditor' OR NOT EXISTS (
    SELECT FROM import_batch b WHERE b.id = of_batch AND b.kind = 'registered' AND b.status = 'undoing' AND b.actor = jishi_actor()) THEN
    RAISE EXCEPTION 'import: not being taken back by whoever acts' USING ERRCODE = 'check_violation';
  END IF;
  SELECT array_agg(r.contract) INTO ids FROM (
    SELECT i.contract FROM import_row i WHERE i.batch = of_batch AND i.outcome = 'written' ORDER BY i.row LIMIT many) AS r;
  CREATE TEMP TABLE leaving ON COMMIT DROP AS
  SELECT c.id, c.unit, c.year, c.posting AS line, c.content, nextval('contract_event_id_seq') AS event, nextval('posting_id') AS out
  FROM contract c WHERE c.id = ANY (ids) ORDER BY c.id FOR UPDATE OF c;
  UPDATE contract c SET status = 'discarded', number = NULL, year = NULL, registered_on = NULL, posting = NULL,
    revision = c.revision + 1, updated_at = jishi_now() FROM leaving l WHERE c.id = l.id;
  INSERT INTO contract_event (id, contract, seq, action, status_after, actor, details, content)
  SELECT event, id, 0, 'discard', 'discarded', jishi_actor(), jsonb_build_object('batch', of_batch), leaving.content FROM leaving ORDER BY event;
  INSERT INTO posting (id, contract, event, sign, year, registered_on, unit, month, area, type, subtype, plan, flow, seller, field,
    band, property, goal, buyer, province, trade, turnover, technology)
  SELECT l.out, l.id, l.event, -1, p.year, p.registered_on, p.unit, p.month, p.area, p.type, p.subtype, p.plan, p.flow, p.seller,
    p.field, p.band, p.property, p.goal, p.buyer, p.province, p.trade, p.turnover, p.technology
  FROM leaving l JOIN posting p ON p.year = l.year AND p.id = l.line ORDER BY l.out;
  UPDATE import_row r SET outcome = 'undone' WHERE r.batch = of_batch AND r.contract = ANY (ids);
  RETURN QUERY SELECT l.id, l.unit FROM leaving l;
  DROP TABLE leaving;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_idle_imports(), jishi_count_on(text, integer, integer), jishi_guard_imported(contract),
  jishi_guard_import_undone(contract, contract), jishi_undo_import(uuid, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_idle_imports(), jishi_count_on(text, integer, integer), jishi_guard_imported(contract),
  jishi_guard_import_undone(contract, contract), jishi_undo_import(uuid, integer) TO jishi_app;
