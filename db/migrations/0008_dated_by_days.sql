-- What was in force stays as it was: a setting or a holiday can be set from today on and taken back while it lies
-- ahead; a unit's version may reach back to the beginning of this year, because a closed year reads its last day.
CREATE FUNCTION jishi_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (jishi_now() AT TIME ZONE 'Asia/Shanghai')::date
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_today() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_today() TO jishi_app;
--> statement-breakpoint
CREATE POLICY from_today ON setting AS RESTRICTIVE FOR INSERT TO jishi_app WITH CHECK (valid_from >= jishi_today());
--> statement-breakpoint
CREATE POLICY only_ahead ON setting AS RESTRICTIVE FOR UPDATE TO jishi_app
  USING (valid_from >= jishi_today()) WITH CHECK (valid_from >= jishi_today());
--> statement-breakpoint
CREATE POLICY take_back ON setting AS RESTRICTIVE FOR DELETE TO jishi_app USING (valid_from > jishi_today());
--> statement-breakpoint
CREATE POLICY from_today ON holiday AS RESTRICTIVE FOR INSERT TO jishi_app WITH CHECK (day >= jishi_today());
--> statement-breakpoint
CREATE POLICY only_ahead ON holiday AS RESTRICTIVE FOR UPDATE TO jishi_app
  USING (day >= jishi_today()) WITH CHECK (day >= jishi_today());
--> statement-breakpoint
CREATE POLICY take_back ON holiday AS RESTRICTIVE FOR DELETE TO jishi_app USING (day >= jishi_today());
--> statement-breakpoint
GRANT DELETE ON unit_version, code_mapping TO jishi_app;
--> statement-breakpoint
CREATE POLICY from_this_year ON unit_version AS RESTRICTIVE FOR INSERT TO jishi_app
  WITH CHECK (valid_from >= date_trunc('year', jishi_today()));
--> statement-breakpoint
CREATE POLICY only_this_year ON unit_version AS RESTRICTIVE FOR UPDATE TO jishi_app
  USING (valid_from >= date_trunc('year', jishi_today()))
  WITH CHECK (valid_from >= date_trunc('year', jishi_today()));
--> statement-breakpoint
CREATE POLICY take_back ON unit_version AS RESTRICTIVE FOR DELETE TO jishi_app USING (valid_from > jishi_today());
--> statement-breakpoint
CREATE INDEX trail_subject ON trail (subject, id);
--> statement-breakpoint
CREATE INDEX trail_unit ON trail (unit, id);
