CREATE TABLE "kept_answer" (
	"token" uuid NOT NULL,
	"key" text NOT NULL,
	"account" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"asked" "bytea" NOT NULL,
	"answer" "bytea" NOT NULL,
	CONSTRAINT "kept_answer_token_key_pk" PRIMARY KEY("token","key")
);
--> statement-breakpoint
ALTER TABLE "contract_event" ADD COLUMN "place" "xid8";--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "scope" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "kept_answer" ADD CONSTRAINT "kept_answer_token_api_token_id_fk" FOREIGN KEY ("token") REFERENCES "public"."api_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_answer_at" ON "kept_answer" USING btree ("at");--> statement-breakpoint
CREATE INDEX "contract_event_place" ON "contract_event" USING btree ("place","id") WHERE place is not null;--> statement-breakpoint
CREATE INDEX "api_token_account" ON "api_token" USING btree ("account");--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_scope" CHECK ("api_token"."scope" in ('all','read'));