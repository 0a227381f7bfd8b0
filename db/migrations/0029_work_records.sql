CREATE TABLE "work_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"unit" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"year" integer,
	"identity" text,
	"counted" jsonb,
	"counted_year" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "work_record_status" CHECK ("work_record"."status" in ('draft','submitted','returned','confirmed','withdrawn','discarded')),
	CONSTRAINT "work_record_counted" CHECK (("work_record"."counted" is null) = ("work_record"."counted_year" is null)),
	CONSTRAINT "work_record_confirmed" CHECK ("work_record"."status" <> 'confirmed' or "work_record"."counted" is not null),
	CONSTRAINT "work_record_ended" CHECK ("work_record"."status" not in ('withdrawn','discarded') or "work_record"."counted" is null)
);
--> statement-breakpoint
CREATE TABLE "work_record_version" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"record" uuid NOT NULL,
	"kind" text NOT NULL,
	"unit" text,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"status_after" text NOT NULL,
	"content" jsonb NOT NULL,
	"counted" jsonb,
	"counted_year" integer,
	"reason" text DEFAULT '' NOT NULL,
	"actor" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT jishi_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "work_record" ADD CONSTRAINT "work_record_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_record" ADD CONSTRAINT "work_record_entered_by_account_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_record" ADD CONSTRAINT "work_record_edited_by_account_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_record" ADD CONSTRAINT "work_record_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_record_version" ADD CONSTRAINT "work_record_version_record_work_record_id_fk" FOREIGN KEY ("record") REFERENCES "public"."work_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_record_version" ADD CONSTRAINT "work_record_version_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "work_record_identity" ON "work_record" USING btree ("kind",coalesce(unit, ''),"identity") WHERE status not in ('withdrawn','discarded');--> statement-breakpoint
CREATE INDEX "work_record_list" ON "work_record" USING btree ("kind","year" DESC NULLS LAST,"edited_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "work_record_counted_year" ON "work_record" USING btree ("counted_year","kind") WHERE counted is not null;--> statement-breakpoint
CREATE INDEX "work_record_waiting" ON "work_record" USING btree ("kind") WHERE status = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX "work_record_version_seq" ON "work_record_version" USING btree ("record","seq");--> statement-breakpoint
CREATE INDEX "work_record_version_counts" ON "work_record_version" USING btree ("record","id" DESC NULLS LAST) WHERE action in ('confirm','withdraw');