REVOKE ALL ON institution FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON institution TO jishi_app;
--> statement-breakpoint
ALTER TABLE institution ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY read_all ON institution FOR SELECT TO jishi_app USING (true);
--> statement-breakpoint
-- Whoever lists one says so; what already holds is never lost.
CREATE POLICY list_keepers_add ON institution FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) IN ('admin', 'auditor') AND listed_by = (SELECT jishi_actor()) AND until IS NULL);
--> statement-breakpoint
CREATE POLICY list_keepers_end ON institution FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) IN ('admin', 'auditor'))
  WITH CHECK ((SELECT jishi_role()) IN ('admin', 'auditor')
    AND (until IS NULL OR ended_by = (SELECT jishi_actor())));
--> statement-breakpoint
CREATE POLICY list_keepers_take_back ON institution FOR DELETE TO jishi_app
  USING ((SELECT jishi_role()) IN ('admin', 'auditor')
    AND since > (jishi_now() AT TIME ZONE 'Asia/Shanghai')::date);
--> statement-breakpoint
SELECT jishi_cover('institution');
