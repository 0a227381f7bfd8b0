-- Registered contracts change by a granted request alone; what leaves the register keeps its number and stays readable.
CREATE OR REPLACE FUNCTION jishi_may_follow(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT before = after AND before IN ('draft', 'returned', 'submitted', 'registered')
    OR (before, after) IN (
      ('draft', 'submitted'), ('draft', 'discarded'), ('returned', 'submitted'), ('returned', 'discarded'),
      ('submitted', 'draft'), ('submitted', 'registered'), ('submitted', 'endorsed'), ('submitted', 'returned'),
      ('submitted', 'refused'), ('endorsed', 'registered'), ('endorsed', 'returned'), ('endorsed', 'refused'),
      ('registered', 'cancelled'), ('registered', 'revoked'))
$$;
--> statement-breakpoint
-- Whether a technology turnover in fen asks for two approvers, by the threshold of the day of acceptance.
CREATE FUNCTION jishi_is_large(technology bigint, accepted_on date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT technology >= (jishi_setting('largeThreshold', accepted_on) #>> '{}')::numeric * 100
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_guard_by_request(before contract, after contract) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE granted request;
BEGIN
  SELECT * INTO granted FROM request r
  WHERE r.contract = before.id AND r.status = 'granted' AND r.base = before.revision AND r.decided_by = jishi_actor();
  IF granted.id IS NULL THEN
    RAISE EXCEPTION 'contract: a registered contract changes by a granted request alone' USING ERRCODE = 'check_violation';
  END IF;
  IF after.status <> (CASE granted.kind WHEN 'cancel' THEN 'cancelled' WHEN 'revoke' THEN 'revoked' ELSE 'registered' END)
    OR after.content IS DISTINCT FROM coalesce(granted.content, before.content) THEN
    RAISE EXCEPTION 'contract: not what was granted' USING ERRCODE = 'check_violation';
  END IF;
  IF (after.number, after.year, after.registered_on, after.accepted_on, after.submitted_at, after.decided_by,
      after.decided_at, after.first_approver, after.edited_by, after.rule_set, after.explanations)
    IS DISTINCT FROM (before.number, before.year, before.registered_on, before.accepted_on, before.submitted_at,
      before.decided_by, before.decided_at, before.first_approver, before.edited_by, before.rule_set, before.explanations)
  THEN
    RAISE EXCEPTION 'contract: the registration itself can''t change' USING ERRCODE = 'check_violation';
  END IF;
  IF jishi_is_large(greatest(before.technology, after.technology), before.accepted_on) AND granted.endorsed_by IS NULL THEN
    RAISE EXCEPTION 'contract: a large contract needs two approvers' USING ERRCODE = 'check_violation';
  END IF;
END $$;
--> statement-breakpoint
-- After the row is written: its generated columns are known then, and need not be computed twice.
CREATE OR REPLACE FUNCTION jishi_guard_contract() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  who uuid := jishi_actor();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.entered_by IS DISTINCT FROM who OR NEW.edited_by IS DISTINCT FROM who THEN
      RAISE EXCEPTION 'contract: begins as a draft of the person who enters it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END IF;
  IF NOT jishi_may_follow(OLD.status, NEW.status) THEN
    RAISE EXCEPTION 'contract: % can''t follow %', NEW.status, OLD.status USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW.unit, NEW.entered_by, NEW.local_number, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.unit, OLD.entered_by, OLD.local_number, OLD.created_at) THEN
    RAISE EXCEPTION 'contract: identity can''t change' USING ERRCODE = 'check_violation';
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
DROP TRIGGER contract_guard_submitted ON contract;
--> statement-breakpoint
DROP FUNCTION jishi_guard_submitted();
--> statement-breakpoint
CREATE TRIGGER contract_guard AFTER INSERT OR UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION jishi_guard_contract();
--> statement-breakpoint
-- A request stays what was asked; who asks it decides nothing of it, and it is settled once.
CREATE FUNCTION jishi_guard_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  who uuid := jishi_actor();
  role text := jishi_role();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'asked' OR NEW.asked_by IS DISTINCT FROM who OR NEW.served_on IS NOT NULL
      OR NEW.stated_on IS NOT NULL OR NOT EXISTS (
        SELECT FROM contract c
        WHERE c.id = NEW.contract AND c.status = 'registered' AND c.unit = NEW.unit AND c.revision = NEW.base)
    THEN
      RAISE EXCEPTION 'request: begins with whoever asks, on a registered contract as it stands' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status NOT IN ('asked', 'endorsed') THEN
    RAISE EXCEPTION 'request: it is settled' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW.number, NEW.contract, NEW.unit, NEW.kind, NEW.base, NEW.content, NEW.reason, NEW.text, NEW.asked_by, NEW.asked_at)
    IS DISTINCT FROM
    (OLD.id, OLD.number, OLD.contract, OLD.unit, OLD.kind, OLD.base, OLD.content, OLD.reason, OLD.text, OLD.asked_by, OLD.asked_at)
    OR (OLD.served_on IS NOT NULL AND (NEW.served_on, NEW.served, NEW.hearing_until) IS DISTINCT FROM (OLD.served_on, OLD.served, OLD.hearing_until))
    OR (OLD.stated_on IS NOT NULL AND (NEW.stated_on, NEW.statement) IS DISTINCT FROM (OLD.stated_on, OLD.statement))
    OR (OLD.endorsed_by IS NOT NULL AND NEW.endorsed_by IS DISTINCT FROM OLD.endorsed_by) THEN
    RAISE EXCEPTION 'request: what was said can''t change' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'withdrawn' AND who IS DISTINCT FROM OLD.asked_by THEN
    RAISE EXCEPTION 'request: taken back by whoever asked' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.endorsed_by IS DISTINCT FROM OLD.endorsed_by AND (role <> 'approver' OR NEW.endorsed_by IS DISTINCT FROM who OR NEW.status <> 'endorsed')
    OR NEW.status = 'endorsed' AND NEW.endorsed_by IS NULL
    OR NEW.status IN ('granted', 'declined') AND (role <> 'approver' OR NEW.decided_by IS DISTINCT FROM who)
    OR NEW.served_on IS DISTINCT FROM OLD.served_on AND (role <> 'approver' OR NEW.kind <> 'revoke') THEN
    RAISE EXCEPTION 'request: decided by an approver in their own name' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status IN ('endorsed', 'granted') AND NEW.kind = 'revoke'
    AND (NEW.served_on IS NULL OR (NEW.stated_on IS NULL AND jishi_today() <= NEW.hearing_until)) THEN
    RAISE EXCEPTION 'request: the party is heard first' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_guard BEFORE INSERT OR UPDATE ON request FOR EACH ROW EXECUTE FUNCTION jishi_guard_request();
--> statement-breakpoint
CREATE FUNCTION jishi_announce_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM pg_notify('jishi', 'work ' || NEW.unit);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_announce AFTER INSERT OR UPDATE ON request FOR EACH ROW EXECUTE FUNCTION jishi_announce_request();
--> statement-breakpoint
-- Lines of one event are known at one moment: no reading of the past lies between old and new.
CREATE OR REPLACE FUNCTION jishi_date_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Only the very line that is in force is taken out again.
CREATE FUNCTION jishi_guard_line_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM posting p
    WHERE p.year = NEW.year AND p.contract = NEW.contract AND p.sign = 1
      AND to_jsonb(p) - '{id,event,sign,known_at,xid,hash}'::text[] = to_jsonb(NEW) - '{id,event,sign,known_at,xid,hash}'::text[]
  ) THEN
    RAISE EXCEPTION 'posting: contract % has no such line', NEW.contract USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER posting_line_out BEFORE INSERT ON posting FOR EACH ROW WHEN (NEW.sign = -1)
  EXECUTE FUNCTION jishi_guard_line_out();
--> statement-breakpoint
ALTER POLICY within_reach ON contract USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR ((SELECT jishi_role()) IN ('approver', 'auditor') AND status NOT IN ('draft', 'discarded'))
  OR ((SELECT jishi_role()) = 'leader' AND status IN ('registered', 'cancelled', 'revoked')));
--> statement-breakpoint
ALTER POLICY centre_decides ON contract
  USING ((SELECT jishi_role()) = 'approver' AND status IN ('submitted', 'endorsed', 'registered'))
  WITH CHECK ((SELECT jishi_role()) = 'approver'
    AND status IN ('submitted', 'endorsed', 'registered', 'returned', 'refused', 'cancelled', 'revoked'));
--> statement-breakpoint
CREATE OR REPLACE VIEW contract_in_reach AS SELECT * FROM contract WHERE CASE (SELECT jishi_role())
  WHEN 'registrar' THEN unit = (SELECT jishi_unit())
  WHEN 'approver' THEN status NOT IN ('draft', 'discarded')
  WHEN 'auditor' THEN status NOT IN ('draft', 'discarded')
  WHEN 'leader' THEN status IN ('registered', 'cancelled', 'revoked')
  ELSE false END;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_reaches(of_unit text, of_status text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(CASE jishi_role()
    WHEN 'registrar' THEN of_unit = jishi_unit()
    WHEN 'approver' THEN of_status NOT IN ('draft', 'discarded')
    WHEN 'auditor' THEN of_status NOT IN ('draft', 'discarded')
    WHEN 'leader' THEN of_status IN ('registered', 'cancelled', 'revoked')
  END, false)
$$;
--> statement-breakpoint
-- What has left the register may be entered anew with the same papers.
CREATE OR REPLACE FUNCTION jishi_same_file_elsewhere(of_contract uuid) RETURNS TABLE (attachment uuid, contracts integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, count(DISTINCT other.contract)::integer
  FROM attachment a
  JOIN contract mine ON mine.id = a.contract
  JOIN attachment other ON other.sha256 = a.sha256 AND other.contract <> a.contract AND other.removed_at IS NULL
  JOIN contract c ON c.id = other.contract AND c.status NOT IN ('refused', 'discarded', 'cancelled', 'revoked')
  WHERE a.contract = of_contract AND a.removed_at IS NULL AND jishi_reaches(mine.unit, mine.status)
  GROUP BY a.id
$$;
--> statement-breakpoint
REVOKE ALL ON request, evidence FROM PUBLIC;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_is_large(bigint, date), jishi_guard_by_request(contract, contract), jishi_guard_request(),
  jishi_announce_request(), jishi_guard_line_out() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_is_large(bigint, date), jishi_guard_by_request(contract, contract) TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON request, evidence TO jishi_app;
--> statement-breakpoint
GRANT DELETE ON evidence TO jishi_app;
--> statement-breakpoint
ALTER TABLE request ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY with_contract ON request FOR SELECT TO jishi_app USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR (SELECT jishi_role()) IN ('approver', 'auditor'));
--> statement-breakpoint
CREATE POLICY office_and_auditor_ask ON request FOR INSERT TO jishi_app WITH CHECK (
  asked_by = (SELECT jishi_actor())
  AND (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())) OR (SELECT jishi_role()) = 'auditor'));
--> statement-breakpoint
CREATE POLICY whoever_acts ON request FOR UPDATE TO jishi_app USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR (SELECT jishi_role()) IN ('approver', 'auditor'));
--> statement-breakpoint
-- Papers on their way are their sender's alone; with the request they are for whoever reads it.
CREATE POLICY with_request ON evidence FOR SELECT TO jishi_app USING (
  EXISTS (SELECT FROM request r WHERE r.id = evidence.request)
  OR (request IS NULL AND added_by = (SELECT jishi_actor())));
--> statement-breakpoint
CREATE POLICY whoever_asks ON evidence FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) IN ('registrar', 'auditor') AND added_by = (SELECT jishi_actor()) AND request IS NULL
  AND EXISTS (SELECT FROM contract c WHERE c.id = evidence.contract));
--> statement-breakpoint
CREATE POLICY whoever_asks_files ON evidence FOR UPDATE TO jishi_app
  USING (request IS NULL AND added_by = (SELECT jishi_actor()))
  WITH CHECK (added_by = (SELECT jishi_actor())
    AND EXISTS (SELECT FROM request r WHERE r.id = evidence.request AND r.contract = evidence.contract));
--> statement-breakpoint
CREATE POLICY whoever_asks_takes_off ON evidence FOR DELETE TO jishi_app
  USING (request IS NULL AND added_by = (SELECT jishi_actor()));
