REVOKE ALL ON preference, recent, hanzi, spelled_name FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON preference TO jishi_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON recent TO jishi_app;
--> statement-breakpoint
ALTER TABLE preference ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE recent ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hanzi ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE spelled_name ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON preference FOR ALL TO jishi_app USING (account = (SELECT jishi_actor()));
--> statement-breakpoint
-- With the session they are read before there is a person.
CREATE POLICY gate_reads ON preference FOR SELECT TO jishi_app USING ((SELECT jishi_role()) = 'gate');
--> statement-breakpoint
CREATE POLICY own ON recent FOR ALL TO jishi_app USING (account = (SELECT jishi_actor()));
