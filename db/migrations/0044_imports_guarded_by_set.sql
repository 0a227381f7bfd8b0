-- A contract begins as a draft of the person who enters it, or in an import of the centre, having been registered elsewhere.
-- Asked once for all rows of a statement: an import writes hundreds together.
CREATE FUNCTION jishi_guard_beginning() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added WHERE status <> 'registered'
      AND (status <> 'draft' OR entered_by IS DISTINCT FROM jishi_actor() OR edited_by IS DISTINCT FROM jishi_actor())) THEN
    RAISE EXCEPTION 'contract: begins as a draft of the person who enters it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM added WHERE status = 'registered') AND (jishi_role() IS DISTINCT FROM 'auditor' OR EXISTS (
    SELECT FROM added AS made WHERE made.status = 'registered' AND (
      (made.entered_by, made.edited_by) IS DISTINCT FROM (jishi_actor(), jishi_actor())
      OR num_nonnulls(made.decided_by, made.decided_at, made.first_approver, made.submitted_at, made.due_on) > 0
      OR made.number !~ '^\d{16}$' OR made.registered_on > jishi_today() OR made.year <> extract(year FROM made.registered_on)
      OR NOT EXISTS (
        SELECT FROM import_row r JOIN import_batch b ON b.id = r.batch
        WHERE r.contract = made.id AND r.verdict = 'new' AND b.kind = 'registered' AND b.status = 'writing')))) THEN
    RAISE EXCEPTION 'contract: begins registered in an import of the centre alone' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_begins AFTER INSERT ON contract REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION jishi_guard_beginning();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_guard_contract() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  who uuid := jishi_actor();
BEGIN
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
DROP TRIGGER contract_guard ON contract;
--> statement-breakpoint
CREATE TRIGGER contract_guard AFTER UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION jishi_guard_contract();
--> statement-breakpoint
DROP FUNCTION jishi_guard_imported(contract);
--> statement-breakpoint
-- An office's contracts between the same parties, signed the same day: what rows of a file may speak of. Only ids, which say
-- nothing that the caller could not read.
CREATE FUNCTION jishi_same_parties(of_unit text, asked jsonb) RETURNS TABLE (contract uuid) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT c.id FROM jsonb_to_recordset(asked) AS a (day text, seller text, buyer text)
  JOIN contract c ON c.unit = of_unit AND c.sign_date = a.day
    AND jishi_plain(c.seller_name) = jishi_plain(a.seller) AND jishi_plain(c.buyer_name) = jishi_plain(a.buyer)
  WHERE jishi_reaches(of_unit, c.status) AND c.status <> 'discarded'
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_idle_imports() RETURNS TABLE (batch uuid, username text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public AS $$
  SELECT b.id, a.username FROM import_batch b JOIN account a ON a.id = b.actor
  WHERE b.status IN ('judging', 'writing', 'asking', 'undoing') AND coalesce(b.worker_until, '-infinity') < clock_timestamp()
  ORDER BY b.started_at
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_guard_beginning(), jishi_same_parties(text, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_guard_beginning(), jishi_same_parties(text, jsonb) TO jishi_app;
--> statement-breakpoint
-- What was judged before knows nothing of what it will be counted by: it is judged anew, and what was being written ends there.
UPDATE import_batch SET status = CASE status WHEN 'writing' THEN 'done' ELSE 'mapping' END, done = 0, worker = NULL, worker_until = NULL
WHERE kind = 'registered' AND status IN ('judging', 'judged', 'writing');
--> statement-breakpoint
DELETE FROM import_row r USING import_batch b WHERE b.id = r.batch AND b.kind = 'registered' AND b.status = 'mapping';
--> statement-breakpoint
-- Registration posts its event's only line; to look for another one of it took longer than all else about a line.
CREATE OR REPLACE FUNCTION jishi_date_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public SET timezone = 'UTC' SET bytea_output = 'hex' SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7140);
  IF NEW.sign = -1 THEN
    IF NOT EXISTS (
      SELECT FROM posting WHERE year = NEW.year AND contract = NEW.contract GROUP BY contract HAVING sum(sign) = 1
    ) THEN
      RAISE EXCEPTION 'posting: contract % has no line to take out', NEW.contract USING ERRCODE = 'check_violation';
    END IF;
    NEW.known_at := jishi_now();
  ELSIF EXISTS (SELECT FROM contract_event WHERE id = NEW.event AND action IN ('approve', 'import')) THEN
    NEW.known_at := jishi_now();
  ELSE
    NEW.known_at := coalesce((
      SELECT p.known_at FROM posting p
      WHERE p.year = NEW.year AND p.contract = NEW.contract AND p.event = NEW.event LIMIT 1
    ), jishi_now());
  END IF;
  NEW.xid := jishi_xid();
  NEW.hash := jishi_line_hash(to_jsonb(NEW));
  RETURN NEW;
END $$;
