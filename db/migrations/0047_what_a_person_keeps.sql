CREATE TABLE "hanzi" (
	"character" text PRIMARY KEY NOT NULL,
	"readings" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preference" (
	"account" uuid PRIMARY KEY NOT NULL,
	"choices" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recent" (
	"account" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT jishi_now() NOT NULL,
	CONSTRAINT "recent_account_kind_subject_pk" PRIMARY KEY("account","kind","subject"),
	CONSTRAINT "recent_kind" CHECK ("recent"."kind" in ('contract','request','campaign','organisation'))
);
--> statement-breakpoint
CREATE TABLE "spelled_name" (
	"name" text NOT NULL,
	"code" text,
	"keys" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "preference" ADD CONSTRAINT "preference_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recent" ADD CONSTRAINT "recent_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spelled_name_name" ON "spelled_name" USING btree ("name");--> statement-breakpoint
CREATE INDEX "spelled_name_keys" ON "spelled_name" USING gin ("keys");