ALTER TABLE "import_batch" DROP CONSTRAINT "import_batch_status";--> statement-breakpoint
DROP INDEX "contract_unit_signed";--> statement-breakpoint
DROP INDEX "import_batch_working";--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "asks" jsonb;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "request" uuid;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "refusal" jsonb;--> statement-breakpoint
CREATE INDEX "contract_unit_signed" ON "contract" USING btree ("unit","sign_date",jishi_plain(seller_name),jishi_plain(buyer_name));--> statement-breakpoint
CREATE INDEX "import_batch_working" ON "import_batch" USING btree ("worker_until") WHERE status in ('judging','writing','asking','undoing');--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_status" CHECK ("import_batch"."status" in ('mapping','judging','judged','writing','asking','done','undoing','undone','cancelled','failed'));