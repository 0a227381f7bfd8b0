CREATE TABLE "certificate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"hash" char(64) NOT NULL,
	"digest" "bytea" NOT NULL,
	"contracts" uuid[] NOT NULL,
	"unit" text,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	CONSTRAINT "certificate_kind" CHECK ("certificate"."kind" in ('contract','list'))
);
--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_issued_by_account_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_number" ON "certificate" USING btree ("number","version");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_digest" ON "certificate" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "certificate_hash" ON "certificate" USING btree ("hash");