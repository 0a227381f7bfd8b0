DROP INDEX "contract_seller";--> statement-breakpoint
DROP INDEX "contract_buyer";--> statement-breakpoint
CREATE INDEX "contract_parties" ON "contract" USING btree ("seller_code","buyer_code","sign_date");--> statement-breakpoint
CREATE INDEX "contract_year_by_update" ON "contract" USING btree ("year","updated_at","id");--> statement-breakpoint
CREATE INDEX "contract_seller" ON "contract" USING btree ("seller_code","buyer_name","sign_date");--> statement-breakpoint
CREATE INDEX "contract_buyer" ON "contract" USING btree ("buyer_code","seller_name","sign_date");--> statement-breakpoint
CREATE INDEX "contract_posting" ON "contract" USING btree ("posting");