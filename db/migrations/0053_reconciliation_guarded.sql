REVOKE ALL ON reconciliation, reconciliation_line, reconciliation_finding, reconciliation_decision, monthly_statement FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON reconciliation TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON reconciliation_line, reconciliation_decision, monthly_statement TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON reconciliation_finding TO jishi_app;
--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['reconciliation', 'reconciliation_line', 'reconciliation_finding', 'reconciliation_decision',
    'monthly_statement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- An office's reconciliations are its own and read by the centre; those over all units are the centre's.
CREATE POLICY readers ON reconciliation FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY writers ON reconciliation FOR INSERT TO jishi_app WITH CHECK (
  uploaded_by = (SELECT jishi_actor())
  AND (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
    OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL)));
--> statement-breakpoint
CREATE POLICY compares ON reconciliation FOR UPDATE TO jishi_app USING (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL))
  WITH CHECK (
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL));
--> statement-breakpoint
-- Rows of a file and what was found go with it: read with it, written by whose it is.
CREATE FUNCTION jishi_owns_reconciliation(of_id uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM reconciliation r WHERE r.id = of_id
    AND CASE jishi_role() WHEN 'registrar' THEN r.unit = jishi_unit() WHEN 'auditor' THEN r.unit IS NULL ELSE false END)
$$;
--> statement-breakpoint
CREATE POLICY with_file ON reconciliation_line FOR SELECT TO jishi_app
  USING (EXISTS (SELECT FROM reconciliation r WHERE r.id = reconciliation_line.reconciliation));
--> statement-breakpoint
CREATE POLICY own_file ON reconciliation_line FOR INSERT TO jishi_app
  WITH CHECK (jishi_owns_reconciliation(reconciliation));
--> statement-breakpoint
CREATE POLICY with_file ON reconciliation_finding FOR SELECT TO jishi_app
  USING (EXISTS (SELECT FROM reconciliation r WHERE r.id = reconciliation_finding.reconciliation));
--> statement-breakpoint
CREATE POLICY own_file ON reconciliation_finding FOR INSERT TO jishi_app
  WITH CHECK (jishi_owns_reconciliation(reconciliation));
--> statement-breakpoint
CREATE POLICY own_file_anew ON reconciliation_finding FOR DELETE TO jishi_app
  USING (jishi_owns_reconciliation(reconciliation));
--> statement-breakpoint
CREATE POLICY readers ON reconciliation_decision FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY deciders ON reconciliation_decision FOR INSERT TO jishi_app WITH CHECK (
  by = (SELECT jishi_actor())
  AND (((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
    OR ((SELECT jishi_role()) = 'auditor' AND unit IS NULL)));
--> statement-breakpoint
-- A statement is signed by the office whose it is, and read by whoever reads its figures.
CREATE POLICY readers ON monthly_statement FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY signs ON monthly_statement FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()) AND signed_by = (SELECT jishi_actor()));
--> statement-breakpoint
SELECT jishi_cover('reconciliation_decision'), jishi_cover('monthly_statement');
--> statement-breakpoint
-- The signature is over the content as it stands in the row, whoever says otherwise, and of now.
CREATE FUNCTION jishi_guard_statement() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  NEW.signed_at := jishi_now();
  IF NEW.content ->> 'unit' IS DISTINCT FROM NEW.unit OR NEW.content ->> 'month' IS DISTINCT FROM NEW.month::text
    OR NEW.month > to_char(jishi_today(), 'YYYY-MM') THEN
    RAISE EXCEPTION 'monthly_statement: of another unit or month' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER monthly_statement_guard BEFORE INSERT ON monthly_statement
  FOR EACH ROW EXECUTE FUNCTION jishi_guard_statement();
--> statement-breakpoint
-- Whose figures of a month somebody may know: those that statistics.read reaches. They are the same whoever reads them, so
-- they are counted past the walls around the contracts themselves.
CREATE FUNCTION jishi_reads_figures_of(of_unit text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT CASE jishi_role() WHEN 'registrar' THEN of_unit = jishi_unit() ELSE jishi_role() IN ('approver', 'auditor', 'leader') END
$$;
--> statement-breakpoint
-- What was done to contracts in each month of a year, by the office's calendar.
CREATE FUNCTION jishi_month_acts(of_year integer) RETURNS TABLE (unit text, month text, action text, acts integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.unit, to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), e.action, count(*)::integer
  FROM contract_event e JOIN contract c ON c.id = e.contract
  WHERE e.at >= make_timestamptz(of_year, 1, 1, 0, 0, 0, 'Asia/Shanghai')
    AND e.at < make_timestamptz(of_year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
    AND e.action IN ('approve', 'import', 'correct', 'change', 'cancel', 'revoke')
    AND (e.action NOT IN ('approve', 'import') OR e.status_after = 'registered')
    AND jishi_reads_figures_of(c.unit)
  GROUP BY 1, 2, 3
$$;
--> statement-breakpoint
-- How the latest reconciliation of each unit and month of a year stands.
CREATE FUNCTION jishi_month_reconciliations(of_year integer)
RETURNS TABLE (unit text, month text, id uuid, differing integer, undecided integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH latest AS (
    SELECT DISTINCT ON (r.unit, r.period) r.unit, r.period, r.id FROM reconciliation r
    WHERE r.unit IS NOT NULL AND r.status = 'compared' AND r.period LIKE of_year || '-%' AND jishi_reads_figures_of(r.unit)
    ORDER BY r.unit, r.period, r.uploaded_at DESC, r.id DESC
  )
  SELECT l.unit, l.period, l.id, count(f.seq)::integer,
    count(f.seq) FILTER (WHERE NOT EXISTS (SELECT FROM reconciliation_decision d
      WHERE d.period = l.period AND d.unit = l.unit AND d.fingerprint = f.fingerprint))::integer
  FROM latest l LEFT JOIN reconciliation_finding f ON f.reconciliation = l.id AND f.outcome <> 'same'
  GROUP BY 1, 2, 3
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_guard_statement(), jishi_owns_reconciliation(uuid), jishi_reads_figures_of(text), jishi_month_acts(integer),
  jishi_month_reconciliations(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_owns_reconciliation(uuid), jishi_reads_figures_of(text), jishi_month_acts(integer),
  jishi_month_reconciliations(integer) TO jishi_app;
