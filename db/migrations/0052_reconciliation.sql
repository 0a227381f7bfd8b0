CREATE TABLE "monthly_statement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit" text NOT NULL,
	"month" char(7) NOT NULL,
	"content" jsonb NOT NULL,
	"hash" char(64) NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone DEFAULT jishi_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit" text,
	"period" text NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"file" jsonb NOT NULL,
	"seen" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"compared_at" timestamp with time zone,
	"ours_contracts" integer,
	"ours_turnover" bigint,
	"ours_technology" bigint,
	"theirs_contracts" integer,
	"theirs_turnover" bigint,
	"theirs_technology" bigint,
	CONSTRAINT "reconciliation_status" CHECK ("reconciliation"."status" in ('mapping', 'compared'))
);
--> statement-breakpoint
CREATE TABLE "reconciliation_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit" text,
	"period" text NOT NULL,
	"fingerprint" char(64) NOT NULL,
	"decision" text NOT NULL,
	"text" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	CONSTRAINT "reconciliation_decision_kind" CHECK ("reconciliation_decision"."decision" in ('ours', 'theirs', 'explained'))
);
--> statement-breakpoint
CREATE TABLE "reconciliation_finding" (
	"reconciliation" uuid NOT NULL,
	"seq" integer NOT NULL,
	"outcome" text NOT NULL,
	"row" integer,
	"contract" uuid,
	"unit" text,
	"number" text,
	"title" jsonb NOT NULL,
	"differences" jsonb NOT NULL,
	"issues" jsonb NOT NULL,
	"fingerprint" char(64) NOT NULL,
	CONSTRAINT "reconciliation_finding_reconciliation_seq_pk" PRIMARY KEY("reconciliation","seq"),
	CONSTRAINT "reconciliation_outcome" CHECK ("reconciliation_finding"."outcome" in ('here', 'there', 'differs', 'unread', 'same'))
);
--> statement-breakpoint
CREATE TABLE "reconciliation_line" (
	"reconciliation" uuid NOT NULL,
	"row" integer NOT NULL,
	"cells" jsonb NOT NULL,
	CONSTRAINT "reconciliation_line_reconciliation_row_pk" PRIMARY KEY("reconciliation","row")
);
--> statement-breakpoint
ALTER TABLE "monthly_statement" ADD CONSTRAINT "monthly_statement_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_statement" ADD CONSTRAINT "monthly_statement_signed_by_account_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_uploaded_by_account_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_decision" ADD CONSTRAINT "reconciliation_decision_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_decision" ADD CONSTRAINT "reconciliation_decision_by_account_id_fk" FOREIGN KEY ("by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_finding" ADD CONSTRAINT "reconciliation_finding_reconciliation_reconciliation_id_fk" FOREIGN KEY ("reconciliation") REFERENCES "public"."reconciliation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_finding" ADD CONSTRAINT "reconciliation_finding_contract_contract_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_reconciliation_reconciliation_id_fk" FOREIGN KEY ("reconciliation") REFERENCES "public"."reconciliation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "monthly_statement_month" ON "monthly_statement" USING btree ("month","unit","signed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "reconciliation_period" ON "reconciliation" USING btree ("period","unit","uploaded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "reconciliation_decision_of" ON "reconciliation_decision" USING btree ("period","fingerprint");--> statement-breakpoint
CREATE INDEX "reconciliation_finding_outcome" ON "reconciliation_finding" USING btree ("reconciliation","outcome","seq");