CREATE TABLE "report_edition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"unit" text,
	"number" smallint NOT NULL,
	"status" text DEFAULT 'review' NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"known_at" timestamp with time zone,
	"content" text,
	"content_hash" char(64),
	"catalogue_hash" char(64),
	"outline_hash" char(64),
	"head_seal" integer,
	"head_root" char(64),
	"errata" text,
	"is_public" boolean DEFAULT false NOT NULL,
	CONSTRAINT "report_edition_status" CHECK ("report_edition"."status" in ('draft','review','published')),
	CONSTRAINT "report_edition_published" CHECK (num_nonnulls("report_edition"."published_by", "report_edition"."published_at", "report_edition"."known_at", "report_edition"."content", "report_edition"."content_hash", "report_edition"."catalogue_hash",
        "report_edition"."outline_hash") = case when "report_edition"."status" = 'published' then 7 else 0 end),
	CONSTRAINT "report_edition_four_eyes" CHECK ("report_edition"."published_by" is distinct from "report_edition"."opened_by"),
	CONSTRAINT "report_edition_public" CHECK ("report_edition"."status" = 'published' or not "report_edition"."is_public")
);
--> statement-breakpoint
CREATE TABLE "report_file" (
	"edition" uuid NOT NULL,
	"form" text NOT NULL,
	"locale" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "report_file_edition_form_locale_pk" PRIMARY KEY("edition","form","locale")
);
--> statement-breakpoint
CREATE TABLE "report_signature" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"edition" uuid NOT NULL,
	"round" smallint NOT NULL,
	"chapter" text NOT NULL,
	"hash" char(64) NOT NULL,
	"seen" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone DEFAULT jishi_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_edition" ADD CONSTRAINT "report_edition_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_edition" ADD CONSTRAINT "report_edition_opened_by_account_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_edition" ADD CONSTRAINT "report_edition_published_by_account_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_edition_report_edition_id_fk" FOREIGN KEY ("edition") REFERENCES "public"."report_edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_signature" ADD CONSTRAINT "report_signature_edition_report_edition_id_fk" FOREIGN KEY ("edition") REFERENCES "public"."report_edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_signature" ADD CONSTRAINT "report_signature_signed_by_account_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "report_edition_number" ON "report_edition" USING btree ("year",coalesce("unit", ''),"number");--> statement-breakpoint
CREATE UNIQUE INDEX "report_edition_open" ON "report_edition" USING btree ("year",coalesce("unit", '')) WHERE status <> 'published';--> statement-breakpoint
CREATE INDEX "report_signature_edition" ON "report_signature" USING btree ("edition","round");