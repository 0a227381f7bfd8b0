CREATE TABLE "known_address" (
	"key" text PRIMARY KEY NOT NULL,
	"account" uuid NOT NULL,
	"last_at" timestamp with time zone DEFAULT jishi_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "via" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "known_address" ADD CONSTRAINT "known_address_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_via" CHECK ("session"."via" in ('password','oidc'));--> statement-breakpoint
ALTER TABLE known_address ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON known_address TO jishi_app;
--> statement-breakpoint
CREATE POLICY gate_only ON known_address FOR ALL TO jishi_app USING ((SELECT jishi_role()) = 'gate');
