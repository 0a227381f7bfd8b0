CREATE TABLE "campaign" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"year" integer NOT NULL,
	"plan" jsonb NOT NULL,
	"instructions" text NOT NULL,
	"due_on" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"report" jsonb,
	CONSTRAINT "campaign_number_unique" UNIQUE("number"),
	CONSTRAINT "campaign_closed" CHECK (("campaign"."closed_at" is null) = ("campaign"."report" is null))
);
--> statement-breakpoint
CREATE TABLE "campaign_contract" (
	"campaign" uuid NOT NULL,
	"contract" uuid NOT NULL,
	"unit" text NOT NULL,
	"stratum" text NOT NULL,
	"sampled" text[] NOT NULL,
	CONSTRAINT "campaign_contract_campaign_contract_pk" PRIMARY KEY("campaign","contract")
);
--> statement-breakpoint
CREATE TABLE "campaign_reminder" (
	"campaign" uuid NOT NULL,
	"unit" text NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "campaign_reminder_campaign_unit_at_pk" PRIMARY KEY("campaign","unit","at")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign" uuid NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"contract" uuid,
	"unit" text NOT NULL,
	"path" text,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"answer" text,
	"explanation" text,
	"outcome" text,
	"request" uuid,
	CONSTRAINT "finding_status" CHECK ("finding"."status" in ('open','answered','returned','settled')),
	CONSTRAINT "finding_answer" CHECK ("finding"."answer" in ('no-error','correct','revoke')),
	CONSTRAINT "finding_outcome" CHECK (("finding"."status" = 'settled') = ("finding"."outcome" is not null))
);
--> statement-breakpoint
CREATE TABLE "finding_act" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"finding" uuid NOT NULL,
	"act" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"result" text,
	"text" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_opened_by_account_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_closed_by_account_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contract" ADD CONSTRAINT "campaign_contract_campaign_campaign_id_fk" FOREIGN KEY ("campaign") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contract" ADD CONSTRAINT "campaign_contract_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contract" ADD CONSTRAINT "campaign_contract_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_reminder" ADD CONSTRAINT "campaign_reminder_campaign_campaign_id_fk" FOREIGN KEY ("campaign") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_reminder" ADD CONSTRAINT "campaign_reminder_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_reminder" ADD CONSTRAINT "campaign_reminder_by_account_id_fk" FOREIGN KEY ("by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_campaign_campaign_id_fk" FOREIGN KEY ("campaign") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_request_request_id_fk" FOREIGN KEY ("request") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_act" ADD CONSTRAINT "finding_act_finding_finding_id_fk" FOREIGN KEY ("finding") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_act" ADD CONSTRAINT "finding_act_by_account_id_fk" FOREIGN KEY ("by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_year" ON "campaign" USING btree ("year","opened_at");--> statement-breakpoint
CREATE INDEX "campaign_contract_unit" ON "campaign_contract" USING btree ("campaign","unit");--> statement-breakpoint
CREATE INDEX "finding_campaign" ON "finding" USING btree ("campaign","unit","status");--> statement-breakpoint
CREATE INDEX "finding_contract" ON "finding" USING btree ("contract");--> statement-breakpoint
CREATE INDEX "finding_rule" ON "finding" USING btree ("rule");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_sample" ON "finding" USING btree ("campaign","contract") WHERE rule = 'sample';--> statement-breakpoint
CREATE INDEX "finding_act_finding" ON "finding_act" USING btree ("finding","id");--> statement-breakpoint
REVOKE ALL ON campaign, campaign_contract, finding, finding_act, campaign_reminder FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON campaign, campaign_contract, finding, finding_act, campaign_reminder TO jishi_app;
--> statement-breakpoint
GRANT UPDATE ON campaign, finding TO jishi_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE finding_act_id_seq TO jishi_app;
--> statement-breakpoint
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['campaign', 'campaign_contract', 'finding', 'finding_act', 'campaign_reminder'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- An office sees a campaign that looks at its contracts, and of it its own part.
CREATE POLICY whose_part ON campaign FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor')
  OR ((SELECT jishi_role()) = 'registrar' AND EXISTS (
    SELECT FROM campaign_contract c WHERE c.campaign = campaign.id AND c.unit = (SELECT jishi_unit())))
  OR ((SELECT jishi_role()) = 'registrar' AND EXISTS (
    SELECT FROM finding f WHERE f.campaign = campaign.id AND f.unit = (SELECT jishi_unit()))));
--> statement-breakpoint
CREATE POLICY auditor_opens ON campaign FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) = 'auditor' AND opened_by = (SELECT jishi_actor()) AND closed_at IS NULL);
--> statement-breakpoint
CREATE POLICY auditor_closes ON campaign FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) = 'auditor' AND closed_at IS NULL)
  WITH CHECK ((SELECT jishi_role()) = 'auditor' AND closed_by = (SELECT jishi_actor()));
--> statement-breakpoint
CREATE POLICY own_part ON campaign_contract FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY auditor_draws ON campaign_contract FOR INSERT TO jishi_app WITH CHECK ((SELECT jishi_role()) = 'auditor');
--> statement-breakpoint
CREATE POLICY own_part ON finding FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY auditor_finds ON finding FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) = 'auditor' AND status = 'open');
--> statement-breakpoint
CREATE POLICY office_answers ON finding FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()) AND status <> 'settled')
  WITH CHECK ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()) AND status <> 'settled');
--> statement-breakpoint
CREATE POLICY auditor_judges ON finding FOR UPDATE TO jishi_app
  USING ((SELECT jishi_role()) = 'auditor' AND status <> 'settled')
  WITH CHECK ((SELECT jishi_role()) = 'auditor');
--> statement-breakpoint
CREATE POLICY with_finding ON finding_act FOR SELECT TO jishi_app
  USING (EXISTS (SELECT FROM finding f WHERE f.id = finding_act.finding));
--> statement-breakpoint
CREATE POLICY whoever_acts ON finding_act FOR INSERT TO jishi_app
  WITH CHECK (by = (SELECT jishi_actor()) AND EXISTS (SELECT FROM finding f WHERE f.id = finding_act.finding));
--> statement-breakpoint
CREATE POLICY own_part ON campaign_reminder FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) IN ('approver', 'auditor')
  OR ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit())));
--> statement-breakpoint
CREATE POLICY auditor_reminds ON campaign_reminder FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) = 'auditor' AND by = (SELECT jishi_actor()));
--> statement-breakpoint
-- What was found stays what it was, and a closed campaign stays closed; the office is told that its part moved.
CREATE FUNCTION jishi_guard_finding() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF (NEW.id, NEW.campaign, NEW.rule, NEW.severity, NEW.contract, NEW.unit, NEW.path, NEW.params)
    IS DISTINCT FROM (OLD.id, OLD.campaign, OLD.rule, OLD.severity, OLD.contract, OLD.unit, OLD.path, OLD.params) THEN
    RAISE EXCEPTION 'finding: what was found can''t change' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM campaign c WHERE c.id = NEW.campaign AND c.closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'finding: the campaign is closed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER finding_guard BEFORE UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION jishi_guard_finding();
--> statement-breakpoint
CREATE FUNCTION jishi_announce_finding() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM pg_notify('jishi', 'work ' || NEW.unit);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER finding_announce AFTER INSERT OR UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION jishi_announce_finding();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_guard_finding(), jishi_announce_finding() FROM PUBLIC;
