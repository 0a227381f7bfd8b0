-- What an act runs through many times. A function in plpgsql keeps its plan for the session, one in SQL plans in each
-- statement that calls it; and of a partitioned table a plan for the given year seems cheaper each time, yet making it takes
-- longer than carrying out the one for any year.
CREATE OR REPLACE FUNCTION jishi_era_shift() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((SELECT shift FROM era ORDER BY id DESC LIMIT 1), 0);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION jishi_setting(name text, day date) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT value FROM setting WHERE key = name AND valid_from <= day ORDER BY valid_from DESC LIMIT 1);
END $$;
--> statement-breakpoint
ALTER FUNCTION jishi_near_duplicates(uuid) SET plan_cache_mode = force_generic_plan;
--> statement-breakpoint
ALTER FUNCTION jishi_guard_line_out() SET plan_cache_mode = force_generic_plan;
--> statement-breakpoint
-- Only a line in can follow another line of its event, and only a line out has to find one to take out.
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
--> statement-breakpoint
-- The same bounds in a form of which the planner expects half of the lines; of alternatives with OR it expected one in
-- seventy, and read every contract behind a common cell instead of the first fifty.
ALTER POLICY figures ON posting USING (CASE (SELECT jishi_role())
  WHEN 'registrar' THEN unit = (SELECT jishi_unit())
  WHEN 'approver' THEN true
  WHEN 'auditor' THEN true
  WHEN 'leader' THEN true
  ELSE false END);
