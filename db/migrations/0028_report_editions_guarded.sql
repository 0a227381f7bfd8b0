REVOKE ALL ON report_edition, report_signature, report_file FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON report_edition, report_signature, report_file TO jishi_app;
--> statement-breakpoint
GRANT UPDATE ON report_edition TO jishi_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE report_signature_id_seq TO jishi_app;
--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['report_edition', 'report_signature', 'report_file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What is published is for everybody who reads statistics, what is public for anybody; the rest is the centre's and leadership's.
CREATE POLICY readers ON report_edition FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  OR ((SELECT jishi_role()) = 'registrar' AND status = 'published')
  OR ((SELECT jishi_role()) = 'visitor' AND status = 'published' AND is_public));
--> statement-breakpoint
CREATE POLICY centre_opens ON report_edition FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) IN ('approver', 'auditor') AND opened_by = (SELECT jishi_actor())
  AND status = 'review' AND round = 1 AND NOT is_public);
--> statement-breakpoint
CREATE POLICY centre_moves ON report_edition FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) IN ('approver', 'auditor')) WITH CHECK ((SELECT jishi_role()) IN ('approver', 'auditor'));
--> statement-breakpoint
CREATE POLICY reviewers ON report_signature FOR SELECT TO jishi_app
  USING ((SELECT jishi_role()) IN ('approver', 'auditor', 'leader'));
--> statement-breakpoint
CREATE POLICY own_name ON report_signature FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader') AND signed_by = (SELECT jishi_actor())
  AND EXISTS (SELECT FROM report_edition e
    WHERE e.id = edition AND e.status = 'review' AND e.round = report_signature.round));
--> statement-breakpoint
CREATE POLICY with_edition ON report_file FOR SELECT TO jishi_app
  USING (EXISTS (SELECT FROM report_edition e WHERE e.id = edition));
--> statement-breakpoint
-- Files come before their edition is published, in the same transaction; afterwards none can be added.
CREATE POLICY auditor_adds ON report_file FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) = 'auditor' AND EXISTS (SELECT FROM report_edition e WHERE e.id = edition AND e.status = 'review'));
--> statement-breakpoint
-- The ways of an edition, and that whoever publishes neither opened the review nor is its only signer.
CREATE FUNCTION jishi_guard_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  -- The number is settled with each review, for a printed report may have been recorded under it meanwhile.
  IF (NEW.id, NEW.year, NEW.unit) IS DISTINCT FROM (OLD.id, OLD.year, OLD.unit)
    OR (NEW.number <> OLD.number AND (OLD.status, NEW.status) <> ('draft', 'review')) THEN
    RAISE EXCEPTION 'edition: what it is an edition of can''t change' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status = 'published' THEN
    IF to_jsonb(NEW) - 'is_public' IS DISTINCT FROM to_jsonb(OLD) - 'is_public' THEN
      RAISE EXCEPTION 'edition: what is published never changes' USING ERRCODE = 'check_violation';
    END IF;
    IF jishi_role() <> 'auditor' THEN
      RAISE EXCEPTION 'edition: the auditor alone makes it public' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status = 'published' THEN
    IF OLD.status <> 'review' OR jishi_role() <> 'auditor' OR NEW.published_by IS DISTINCT FROM jishi_actor()
      OR NEW.opened_by <> OLD.opened_by OR NEW.round <> OLD.round THEN
      RAISE EXCEPTION 'edition: the auditor publishes what is in review' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM report_signature s
      WHERE s.edition = NEW.id AND s.round = NEW.round AND s.signed_by <> NEW.published_by) THEN
      RAISE EXCEPTION 'edition: nobody else has signed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status = 'review' AND NEW.status = 'draft' AND NEW.opened_by = OLD.opened_by AND NEW.round = OLD.round THEN
    RETURN NEW;
  END IF;
  IF OLD.status = 'draft' AND NEW.status = 'review' AND NEW.opened_by = jishi_actor() AND NEW.round = OLD.round + 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'edition: no such way' USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER edition_guard BEFORE UPDATE ON report_edition FOR EACH ROW EXECUTE FUNCTION jishi_guard_edition();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_guard_edition() FROM PUBLIC;
--> statement-breakpoint
SELECT jishi_cover(name::regclass) FROM unnest(ARRAY['report_edition', 'report_signature', 'report_file']) AS name;
