ALTER TABLE "contract" ADD COLUMN "warnings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "maybe_duplicate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "returns" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "seeks_benefits" boolean GENERATED ALWAYS AS (coalesce(jsonb_array_length(content -> 'policies') > 0, false)) STORED;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "is_foreign" boolean GENERATED ALWAYS AS (coalesce(content ->> 'trade', '0') <> '0' or jsonb_path_exists(content, '$.*.country ? (@ <> "142")')) STORED;--> statement-breakpoint
CREATE INDEX "contract_seller_uncoded" ON "contract" USING btree ("seller_name") WHERE seller_code is null;--> statement-breakpoint
CREATE INDEX "contract_buyer_uncoded" ON "contract" USING btree ("buyer_name") WHERE buyer_code is null;