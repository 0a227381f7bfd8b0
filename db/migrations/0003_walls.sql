-- The second wall: what the application's role may touch, whatever the code above it does.
-- The reach of the person who acts is set for each transaction: app.actor, app.role, app.unit.
DO $$ BEGIN
  CREATE ROLE jishi_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT;
EXCEPTION WHEN duplicate_object THEN NULL; END $$;
--> statement-breakpoint
CREATE FUNCTION jishi_actor() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.actor', true), '')::uuid
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT current_setting('app.role', true) $$;
--> statement-breakpoint
CREATE FUNCTION jishi_unit() RETURNS text LANGUAGE sql STABLE AS $$ SELECT current_setting('app.unit', true) $$;
--> statement-breakpoint
-- Which contract statuses may follow which (lib/domain/contract/lifecycle.ts `transitions`; a test compares the two).
CREATE FUNCTION jishi_may_follow(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT before = after AND before IN ('draft', 'returned', 'submitted')
    OR (before, after) IN (
      ('draft', 'submitted'), ('draft', 'discarded'), ('returned', 'submitted'), ('returned', 'discarded'),
      ('submitted', 'draft'), ('submitted', 'registered'), ('submitted', 'endorsed'), ('submitted', 'returned'),
      ('submitted', 'refused'), ('endorsed', 'registered'), ('endorsed', 'returned'), ('endorsed', 'refused'))
$$;
--> statement-breakpoint
CREATE FUNCTION jishi_guard_contract() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  who uuid := jishi_actor();
  threshold bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.entered_by IS DISTINCT FROM who OR NEW.edited_by IS DISTINCT FROM who THEN
      RAISE EXCEPTION 'contract: begins as a draft of the person who enters it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT jishi_may_follow(OLD.status, NEW.status) THEN
    RAISE EXCEPTION 'contract: % can''t follow %', NEW.status, OLD.status USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW.unit, NEW.entered_by, NEW.local_number, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.unit, OLD.entered_by, OLD.local_number, OLD.created_at) THEN
    RAISE EXCEPTION 'contract: identity can''t change' USING ERRCODE = 'check_violation';
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
  IF NEW.status = 'registered' THEN
    threshold := (jishi_setting('largeThreshold', NEW.accepted_on) #>> '{}')::numeric * 100;
    IF greatest(OLD.technology, NEW.technology) >= threshold AND OLD.status <> 'endorsed' THEN
      RAISE EXCEPTION 'contract: a large contract needs two approvers' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_guard BEFORE INSERT OR UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION jishi_guard_contract();
--> statement-breakpoint
-- A file of a contract under examination or registered can't be changed or taken off any more.
CREATE FUNCTION jishi_guard_attachment() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contract WHERE id = NEW.contract AND status IN ('draft', 'returned')) THEN
    RAISE EXCEPTION 'attachment: the contract is not being edited' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'removed_at' - 'kind') IS DISTINCT FROM (to_jsonb(OLD) - 'removed_at' - 'kind') THEN
    RAISE EXCEPTION 'attachment: a file can only be taken off or filed under another kind' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attachment_guard BEFORE INSERT OR UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION jishi_guard_attachment();
--> statement-breakpoint
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO jishi_app;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO jishi_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO jishi_app;
--> statement-breakpoint
GRANT SELECT ON unit, unit_version, setting, holiday, code_mapping, account, organisation, contract, attachment,
  contract_event, seal, posting, total, inflow, trail, registration_counter TO jishi_app;
--> statement-breakpoint
GRANT INSERT ON contract, attachment, contract_event, posting, inflow, trail TO jishi_app;
--> statement-breakpoint
GRANT UPDATE ON contract, attachment TO jishi_app;
--> statement-breakpoint
GRANT INSERT, UPDATE ON organisation, unit, unit_version, account, code_mapping TO jishi_app;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON setting, holiday TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON credential, api_token TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON session, sign_in_failure, presence TO jishi_app;
--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['unit', 'unit_version', 'setting', 'holiday', 'code_mapping', 'account', 'credential',
    'session', 'sign_in_failure', 'api_token', 'organisation', 'contract', 'attachment', 'contract_event', 'seal',
    'posting', 'total', 'inflow', 'trail', 'registration_counter', 'counter', 'presence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Reference data: read by all, written by the administrator.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['unit', 'unit_version', 'setting', 'holiday', 'code_mapping'] LOOP
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO jishi_app USING (true)', name);
    EXECUTE format('CREATE POLICY admin_writes ON %I FOR ALL TO jishi_app USING ((SELECT jishi_role()) = ''admin'')', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY read_all ON registration_counter FOR SELECT TO jishi_app USING (true);
--> statement-breakpoint
CREATE POLICY read_names ON account FOR SELECT TO jishi_app USING (true);
--> statement-breakpoint
CREATE POLICY admin_writes ON account FOR ALL TO jishi_app USING ((SELECT jishi_role()) = 'admin');
--> statement-breakpoint
-- The gate is sign-in itself: no person yet, and no reach but accounts.
CREATE POLICY gate_and_admin ON credential FOR ALL TO jishi_app
  USING ((SELECT jishi_role()) IN ('gate', 'admin') OR account = (SELECT jishi_actor()));
--> statement-breakpoint
CREATE POLICY gate_and_admin ON session FOR ALL TO jishi_app
  USING ((SELECT jishi_role()) IN ('gate', 'admin') OR account = (SELECT jishi_actor()));
--> statement-breakpoint
CREATE POLICY gate_and_admin ON api_token FOR ALL TO jishi_app USING ((SELECT jishi_role()) IN ('gate', 'admin'));
--> statement-breakpoint
CREATE POLICY gate_only ON sign_in_failure FOR ALL TO jishi_app USING ((SELECT jishi_role()) = 'gate');
--> statement-breakpoint
CREATE POLICY offices_and_centre_read ON organisation FOR SELECT TO jishi_app
  USING ((SELECT jishi_role()) IN ('registrar', 'approver', 'auditor', 'leader'));
--> statement-breakpoint
CREATE POLICY offices_and_centre_add ON organisation FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) IN ('registrar', 'approver'));
--> statement-breakpoint
CREATE POLICY offices_and_centre_mend ON organisation FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) IN ('registrar', 'approver'));
--> statement-breakpoint
CREATE POLICY within_reach ON contract FOR SELECT TO jishi_app USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR ((SELECT jishi_role()) IN ('approver', 'auditor') AND status NOT IN ('draft', 'discarded'))
  OR ((SELECT jishi_role()) = 'leader' AND status = 'registered'));
--> statement-breakpoint
CREATE POLICY office_enters ON contract FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()));
--> statement-breakpoint
CREATE POLICY office_edits ON contract FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())
    AND status IN ('draft', 'returned', 'submitted'))
  WITH CHECK (unit = (SELECT jishi_unit()) AND status IN ('draft', 'returned', 'submitted', 'discarded'));
--> statement-breakpoint
CREATE POLICY centre_decides ON contract FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) = 'approver' AND status IN ('submitted', 'endorsed'))
  WITH CHECK ((SELECT jishi_role()) = 'approver'
    AND status IN ('submitted', 'endorsed', 'registered', 'returned', 'refused'));
--> statement-breakpoint
CREATE POLICY with_contract ON attachment FOR SELECT TO jishi_app
  USING (EXISTS (SELECT FROM contract c WHERE c.id = attachment.contract));
--> statement-breakpoint
CREATE POLICY office_attaches ON attachment FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) = 'registrar' AND added_by = (SELECT jishi_actor())
    AND EXISTS (SELECT FROM contract c WHERE c.id = attachment.contract));
--> statement-breakpoint
CREATE POLICY office_takes_off ON attachment FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) = 'registrar' AND EXISTS (SELECT FROM contract c WHERE c.id = attachment.contract));
--> statement-breakpoint
CREATE POLICY with_contract ON contract_event FOR SELECT TO jishi_app
  USING (EXISTS (SELECT FROM contract c WHERE c.id = contract_event.contract));
--> statement-breakpoint
CREATE POLICY by_whoever_acts ON contract_event FOR INSERT TO jishi_app
  WITH CHECK (actor = (SELECT jishi_actor()) AND EXISTS (SELECT FROM contract c WHERE c.id = contract_event.contract));
--> statement-breakpoint
CREATE POLICY auditors_read ON seal FOR SELECT TO jishi_app
  USING ((SELECT jishi_role()) IN ('auditor', 'security'));
--> statement-breakpoint
CREATE POLICY figures ON posting FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY centre_posts ON posting FOR INSERT TO jishi_app WITH CHECK ((SELECT jishi_role()) = 'approver');
--> statement-breakpoint
CREATE POLICY figures ON total FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY figures ON inflow FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  OR ((SELECT jishi_role()) = 'registrar' AND buyer_unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY auditor_imports ON inflow FOR INSERT TO jishi_app WITH CHECK ((SELECT jishi_role()) = 'auditor');
--> statement-breakpoint
CREATE POLICY security_reads ON trail FOR SELECT TO jishi_app USING ((SELECT jishi_role()) = 'security');
--> statement-breakpoint
CREATE POLICY whoever_acts ON trail FOR INSERT TO jishi_app
  WITH CHECK (actor IS NOT DISTINCT FROM (SELECT jishi_actor()) AND role = (SELECT jishi_role()));
--> statement-breakpoint
CREATE POLICY centre_sees_who_looks ON presence FOR ALL TO jishi_app
  USING ((SELECT jishi_role()) IN ('approver', 'auditor'))
  WITH CHECK ((SELECT jishi_role()) IN ('approver', 'auditor') AND account = (SELECT jishi_actor()));
