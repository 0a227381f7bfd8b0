CREATE TABLE "institution" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"unit" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"listed_by" uuid,
	"listed_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "institution_name_zh_unique" UNIQUE("name_zh"),
	CONSTRAINT "institution_kind" CHECK ("institution"."kind" in ('university','institute')),
	CONSTRAINT "institution_days" CHECK ("institution"."until" is null or "institution"."until" > "institution"."since"),
	CONSTRAINT "institution_ended" CHECK (("institution"."until" is null) = ("institution"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "institution" ADD CONSTRAINT "institution_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution" ADD CONSTRAINT "institution_listed_by_account_id_fk" FOREIGN KEY ("listed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution" ADD CONSTRAINT "institution_ended_by_account_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;