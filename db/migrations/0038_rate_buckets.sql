CREATE TABLE "rate_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"empty_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "rate_bucket_empty" ON "rate_bucket" USING btree ("empty_at");