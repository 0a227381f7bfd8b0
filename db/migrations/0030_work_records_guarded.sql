REVOKE ALL ON work_record, work_record_version FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON work_record, work_record_version TO jishi_app;
--> statement-breakpoint
GRANT UPDATE ON work_record TO jishi_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE work_record_version_id_seq TO jishi_app;
--> statement-breakpoint
ALTER TABLE work_record ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE work_record_version ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- An office's own; the auditor's of the centre; beside them what was handed in or counts; to leadership what counts.
CREATE POLICY within_reach ON work_record FOR SELECT TO jishi_app USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL)
  OR ((SELECT jishi_role()) IN ('approver', 'auditor') AND (status NOT IN ('draft', 'discarded') OR counted IS NOT NULL))
  OR ((SELECT jishi_role()) = 'leader' AND counted IS NOT NULL));
--> statement-breakpoint
CREATE POLICY owner_enters ON work_record FOR INSERT TO jishi_app WITH CHECK (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL));
--> statement-breakpoint
CREATE POLICY owner_edits ON work_record FOR UPDATE TO jishi_app
  USING (status IN ('draft', 'returned', 'confirmed')
    AND (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
      OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL)))
  WITH CHECK (status <> 'withdrawn'
    AND (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
      OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL)));
--> statement-breakpoint
CREATE POLICY centre_decides ON work_record FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) = 'approver' AND status IN ('submitted', 'confirmed'))
  WITH CHECK ((SELECT jishi_role()) = 'approver' AND status IN ('confirmed', 'returned', 'withdrawn'));
--> statement-breakpoint
-- Versions tell leadership what counted, also of records that no longer do: figures of a past moment are read from them.
CREATE POLICY within_reach ON work_record_version FOR SELECT TO jishi_app USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR (SELECT jishi_role()) IN ('approver', 'auditor')
  OR ((SELECT jishi_role()) = 'leader' AND action IN ('confirm', 'withdraw')));
--> statement-breakpoint
CREATE POLICY whoever_acts ON work_record_version FOR INSERT TO jishi_app
  WITH CHECK (actor = (SELECT jishi_actor())
    AND EXISTS (SELECT FROM work_record r WHERE r.id = work_record_version.record));
--> statement-breakpoint
-- The ways of `lib/domain/work-records/lifecycle.ts`. Only a confirmation or a withdrawal changes what counts, and nobody
-- confirms what they entered or last edited (four eyes).
CREATE FUNCTION jishi_guard_work_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE who uuid := jishi_actor();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.counted IS NOT NULL OR NEW.entered_by IS DISTINCT FROM who
      OR NEW.edited_by IS DISTINCT FROM who THEN
      RAISE EXCEPTION 'work_record: begins as a draft of the person who enters it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.kind, NEW.unit, NEW.entered_by, NEW.entered_at)
    IS DISTINCT FROM (OLD.id, OLD.kind, OLD.unit, OLD.entered_by, OLD.entered_at) THEN
    RAISE EXCEPTION 'work_record: identity can''t change' USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.status, NEW.status) NOT IN (('draft', 'draft'), ('draft', 'submitted'), ('draft', 'discarded'),
    ('draft', 'confirmed'), ('returned', 'returned'), ('returned', 'submitted'), ('returned', 'discarded'),
    ('returned', 'confirmed'), ('submitted', 'confirmed'), ('submitted', 'returned'), ('confirmed', 'draft'),
    ('confirmed', 'withdrawn')) THEN
    RAISE EXCEPTION 'work_record: % can''t follow %', NEW.status, OLD.status USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status = 'submitted' AND NEW.status = 'confirmed' THEN
    IF NEW.counted IS DISTINCT FROM NEW.content THEN
      RAISE EXCEPTION 'work_record: what is confirmed counts' USING ERRCODE = 'check_violation';
    END IF;
    IF who IS NULL OR NEW.decided_by IS DISTINCT FROM who OR who IN (OLD.entered_by, OLD.edited_by) THEN
      RAISE EXCEPTION 'work_record: confirmed by somebody else than who entered it' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.status = 'withdrawn' THEN
    IF NEW.decided_by IS DISTINCT FROM who OR NEW.reason = '' THEN
      RAISE EXCEPTION 'work_record: withdrawn with a reason by whoever acts' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF (NEW.counted, NEW.counted_year) IS DISTINCT FROM (OLD.counted, OLD.counted_year) THEN
    RAISE EXCEPTION 'work_record: only a confirmation or a withdrawal changes what counts' USING ERRCODE = 'check_violation';
  ELSIF NEW.status = 'confirmed' AND NEW.content IS DISTINCT FROM NEW.counted THEN
    RAISE EXCEPTION 'work_record: a correction given up leaves what was confirmed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.content IS DISTINCT FROM OLD.content AND NOT (OLD.status IN ('draft', 'returned') AND
    (NEW.status = 'confirmed' OR (NEW.status = OLD.status AND NEW.edited_by IS NOT DISTINCT FROM who))) THEN
    RAISE EXCEPTION 'work_record: edited by whoever acts, before it is handed in' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.edited_by IS DISTINCT FROM OLD.edited_by AND NEW.edited_by IS DISTINCT FROM who THEN
    RAISE EXCEPTION 'work_record: the editor is whoever acts' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER work_record_guard BEFORE INSERT OR UPDATE ON work_record
  FOR EACH ROW EXECUTE FUNCTION jishi_guard_work_record();
--> statement-breakpoint
-- A version says what its record says at that moment, and is dated like a posting, so that figures as of a moment stay.
CREATE FUNCTION jishi_date_work_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE now_is work_record;
BEGIN
  SELECT * INTO now_is FROM work_record WHERE id = NEW.record;
  IF (NEW.kind, NEW.unit, NEW.status_after, NEW.content, NEW.counted, NEW.counted_year) IS DISTINCT FROM
    (now_is.kind, now_is.unit, now_is.status, now_is.content, now_is.counted, now_is.counted_year) THEN
    RAISE EXCEPTION 'work_record_version: differs from its record' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(7140);
  NEW.at := jishi_now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER work_record_version_date BEFORE INSERT ON work_record_version
  FOR EACH ROW EXECUTE FUNCTION jishi_date_work_version();
--> statement-breakpoint
-- Reports of the year on screen are made anew when what counts in it moves.
CREATE FUNCTION jishi_announce_work_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.counted IS DISTINCT FROM OLD.counted THEN
    PERFORM pg_notify('jishi', year || ' ' || coalesce(NEW.unit, '*'))
    FROM (SELECT DISTINCT unnest(ARRAY[OLD.counted_year, NEW.counted_year]) AS year) AS years WHERE year IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER work_record_announce AFTER UPDATE ON work_record
  FOR EACH ROW EXECUTE FUNCTION jishi_announce_work_record();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_guard_work_record(), jishi_date_work_version(), jishi_announce_work_record() FROM PUBLIC;
--> statement-breakpoint
SELECT jishi_cover('work_record');
--> statement-breakpoint
SELECT jishi_cover('work_record_version');
