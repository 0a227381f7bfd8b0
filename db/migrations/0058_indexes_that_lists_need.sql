-- Each index is paid for by every act, so each has to have a reader. contract_unit_status was read for what is not registered
-- alone, which the partial index gives for all units together; contract_event_actor by nobody. The search index takes in
-- where a contract stands, and meets that with words and codes by itself.
DROP INDEX "contract_unit_status";--> statement-breakpoint
DROP INDEX "contract_event_actor";--> statement-breakpoint
DROP INDEX "contract_search";--> statement-breakpoint
DROP INDEX "contract_status_by_update";--> statement-breakpoint
CREATE INDEX "contract_event_accepted" ON "contract_event" USING btree ("at") WHERE action in ('approve', 'import', 'correct', 'change', 'cancel', 'revoke');--> statement-breakpoint
CREATE INDEX "contract_search" ON "contract" USING gin ("grams","facets",(array[unit, case when status = 'registered' then 'registered' else 'other' end]));--> statement-breakpoint
CREATE INDEX "contract_status_by_update" ON "contract" USING btree ("status","updated_at","id","unit","turnover","technology") WHERE status <> 'registered';