CREATE TABLE "report_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"unit" text,
	"block" text NOT NULL,
	"text" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "report_comment_resolved" CHECK (("report_comment"."resolved_at" is null) = ("report_comment"."resolved_by" is null))
);
--> statement-breakpoint
CREATE TABLE "report_manuscript" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"unit" text,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_by_account_id_fk" FOREIGN KEY ("by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_resolved_by_account_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_manuscript" ADD CONSTRAINT "report_manuscript_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_manuscript" ADD CONSTRAINT "report_manuscript_by_account_id_fk" FOREIGN KEY ("by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_comment_report" ON "report_comment" USING btree ("year","unit","at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_manuscript_revision" ON "report_manuscript" USING btree ("year",coalesce("unit", ''),"revision");