REVOKE ALL ON report_manuscript, report_comment FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON report_manuscript, report_comment TO jishi_app;
--> statement-breakpoint
GRANT UPDATE (resolved_by, resolved_at) ON report_comment TO jishi_app;
--> statement-breakpoint
ALTER TABLE report_manuscript ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE report_comment ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Whoever reads a report reads what the staff laid over it; the staff of the centre write it.
CREATE POLICY with_report ON report_manuscript FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY staff_write ON report_manuscript FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) IN ('approver', 'auditor') AND by = (SELECT jishi_actor()));
--> statement-breakpoint
CREATE POLICY centre_reads ON report_comment FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader'));
--> statement-breakpoint
CREATE POLICY centre_comments ON report_comment FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  AND by = (SELECT jishi_actor()) AND resolved_at IS NULL);
--> statement-breakpoint
-- The staff resolve any comment, a leader their own; what is resolved stays so.
CREATE POLICY centre_resolves ON report_comment FOR UPDATE TO jishi_app
  USING (resolved_at IS NULL AND ((SELECT jishi_role()) IN ('approver', 'auditor')
    OR ((SELECT jishi_role()) = 'leader' AND by = (SELECT jishi_actor()))))
  WITH CHECK (resolved_by = (SELECT jishi_actor()));
--> statement-breakpoint
SELECT jishi_cover('report_manuscript'), jishi_cover('report_comment');
--> statement-breakpoint
-- Open pages of the report are told, as of any figure of its year.
CREATE FUNCTION jishi_announce_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM pg_notify('jishi', NEW.year || ' ' || coalesce(NEW.unit, '*'));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER report_manuscript_announce AFTER INSERT ON report_manuscript
  FOR EACH ROW EXECUTE FUNCTION jishi_announce_report();
--> statement-breakpoint
CREATE TRIGGER report_comment_announce AFTER INSERT OR UPDATE ON report_comment
  FOR EACH ROW EXECUTE FUNCTION jishi_announce_report();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_announce_report() FROM PUBLIC;
--> statement-breakpoint
-- As with postings: what was shown as of a moment stays so, since a reader of it waits for this lock.
CREATE FUNCTION jishi_date_manuscript() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7140);
  NEW.at := jishi_now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER report_manuscript_date BEFORE INSERT ON report_manuscript
  FOR EACH ROW EXECUTE FUNCTION jishi_date_manuscript();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_date_manuscript() FROM PUBLIC;
