-- Counts are nobody's record: a crash may empty them, and they write no log.
ALTER TABLE rate_bucket SET UNLOGGED;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_bucket TO jishi_app;
--> statement-breakpoint
ALTER TABLE rate_bucket ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY gate_only ON rate_bucket FOR ALL TO jishi_app USING ((SELECT jishi_role()) = 'gate');
