CREATE TABLE "day_total" (
	"year" integer NOT NULL,
	"unit" text NOT NULL,
	"day" date NOT NULL,
	"contracts" bigint NOT NULL,
	"turnover" bigint NOT NULL,
	"technology" bigint NOT NULL,
	CONSTRAINT "day_total_year_unit_day_pk" PRIMARY KEY("year","unit","day")
);
--> statement-breakpoint
CREATE TABLE "published_unit" (
	"year" integer NOT NULL,
	"edition" smallint NOT NULL,
	"unit" text NOT NULL,
	"turnover" bigint NOT NULL,
	"rank" smallint,
	CONSTRAINT "published_unit_year_edition_unit_pk" PRIMARY KEY("year","edition","unit")
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner" uuid NOT NULL,
	"unit" text,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone DEFAULT jishi_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "published_unit" ADD CONSTRAINT "published_unit_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_account_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("owner","name");--> statement-breakpoint
CREATE INDEX "contract_event_returned" ON "contract_event" USING btree ("at") WHERE action = 'return';
--> statement-breakpoint
INSERT INTO day_total (year, unit, day, contracts, turnover, technology)
SELECT year, unit, registered_on, sum(sign), sum(sign * turnover), sum(sign * technology)
FROM posting GROUP BY year, unit, registered_on;
--> statement-breakpoint
-- 'all' comes first and is locked first, so that two postings of a unit and year can't wait for each other.
CREATE OR REPLACE FUNCTION jishi_keep_totals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO total AS t (year, unit, dimension, member, contracts, turnover, technology)
  SELECT NEW.year, NEW.unit, d, m, NEW.sign, NEW.sign * NEW.turnover, NEW.sign * NEW.technology
  FROM (VALUES
    ('all', ''), ('month', NEW.month), ('area', NEW.area), ('type', NEW.type), ('subtype', NEW.subtype),
    ('plan', NEW.plan), ('flow', NEW.flow), ('seller', NEW.seller), ('field', NEW.field), ('band', NEW.band),
    ('property', NEW.property), ('goal', NEW.goal), ('buyer', NEW.buyer), ('province', NEW.province),
    ('trade', NEW.trade)
  ) AS split (d, m)
  ON CONFLICT (year, unit, dimension, member) DO UPDATE SET
    contracts = t.contracts + excluded.contracts,
    turnover = t.turnover + excluded.turnover,
    technology = t.technology + excluded.technology;
  INSERT INTO day_total AS t (year, unit, day, contracts, turnover, technology)
  VALUES (NEW.year, NEW.unit, NEW.registered_on, NEW.sign, NEW.sign * NEW.turnover, NEW.sign * NEW.technology)
  ON CONFLICT (year, unit, day) DO UPDATE SET
    contracts = t.contracts + excluded.contracts,
    turnover = t.turnover + excluded.turnover,
    technology = t.technology + excluded.technology;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Open dashboards are told what moved and nothing of it: `year unit` of figures, `work unit` of contracts under way.
-- PostgreSQL delivers at commit and folds equal notices of one transaction into one.
CREATE FUNCTION jishi_announce_figures() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM pg_notify('jishi', NEW.year || ' ' || NEW.unit);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER posting_announce AFTER INSERT ON posting FOR EACH ROW EXECUTE FUNCTION jishi_announce_figures();
--> statement-breakpoint
CREATE FUNCTION jishi_announce_work() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' OR (OLD.status, OLD.disputed) IS DISTINCT FROM (NEW.status, NEW.disputed) THEN
    PERFORM pg_notify('jishi', 'work ' || NEW.unit);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contract_announce AFTER INSERT OR UPDATE OF status, disputed ON contract
  FOR EACH ROW EXECUTE FUNCTION jishi_announce_work();
--> statement-breakpoint
CREATE FUNCTION jishi_announce_inflow() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM pg_notify('jishi', year || ' *') FROM (SELECT DISTINCT year FROM added) AS years;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER inflow_announce AFTER INSERT ON inflow REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION jishi_announce_inflow();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_announce_figures(), jishi_announce_work(), jishi_announce_inflow() FROM PUBLIC;
--> statement-breakpoint
REVOKE ALL ON day_total, saved_view, published_unit FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT ON day_total, saved_view, published_unit TO jishi_app;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON saved_view TO jishi_app;
--> statement-breakpoint
GRANT INSERT ON published_unit TO jishi_app;
--> statement-breakpoint
ALTER TABLE day_total ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE published_unit ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY figures ON day_total FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor', 'leader')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
-- Own views, and shared ones: an office shares with its own people and the centre, the centre with everybody.
CREATE POLICY own_and_shared ON saved_view FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('registrar', 'approver', 'auditor', 'leader')
  AND (owner = (SELECT jishi_actor())
    OR (shared AND ((SELECT jishi_role()) <> 'registrar' OR unit IS NULL OR unit = (SELECT jishi_unit())))));
--> statement-breakpoint
CREATE POLICY own_kept ON saved_view FOR INSERT TO jishi_app WITH CHECK (
  (SELECT jishi_role()) IN ('registrar', 'approver', 'auditor', 'leader')
  AND owner = (SELECT jishi_actor()) AND unit IS NOT DISTINCT FROM nullif((SELECT jishi_unit()), ''));
--> statement-breakpoint
CREATE POLICY own_changed ON saved_view FOR UPDATE TO jishi_app
  USING (owner = (SELECT jishi_actor()))
  WITH CHECK (owner = (SELECT jishi_actor()) AND unit IS NOT DISTINCT FROM nullif((SELECT jishi_unit()), ''));
--> statement-breakpoint
CREATE POLICY own_removed ON saved_view FOR DELETE TO jishi_app USING (owner = (SELECT jishi_actor()));
--> statement-breakpoint
-- What is published is for everybody who reads statistics; nobody changes it afterwards.
CREATE POLICY published ON published_unit FOR SELECT TO jishi_app
  USING ((SELECT jishi_role()) IN ('registrar', 'approver', 'auditor', 'leader'));
--> statement-breakpoint
CREATE POLICY auditor_records ON published_unit FOR INSERT TO jishi_app WITH CHECK ((SELECT jishi_role()) = 'auditor');
