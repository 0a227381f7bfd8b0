CREATE TABLE "audit_rule_switch" (
	"rule" text NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"on" boolean NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "audit_rule_switch_rule_at_pk" PRIMARY KEY("rule","at")
);
--> statement-breakpoint
ALTER TABLE "audit_rule_switch" ADD CONSTRAINT "audit_rule_switch_by_account_id_fk" FOREIGN KEY ("by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
REVOKE ALL ON audit_rule_switch FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_rule_switch TO jishi_app;
--> statement-breakpoint
ALTER TABLE audit_rule_switch ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Whoever may run the self-audit reads which rules are on; the auditor switches them, under their own name.
CREATE POLICY centre_reads ON audit_rule_switch FOR SELECT TO jishi_app
  USING ((SELECT jishi_role()) IN ('approver', 'auditor'));
--> statement-breakpoint
CREATE POLICY auditor_switches ON audit_rule_switch FOR INSERT TO jishi_app
  WITH CHECK ((SELECT jishi_role()) = 'auditor' AND by = (SELECT jishi_actor()));
