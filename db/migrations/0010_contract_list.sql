-- What a filter or a search of one character finds a contract by, beside the grams.
CREATE FUNCTION jishi_facets(subtype text, pay_method text, tech_field text, goal text, plan_source text, ip_kind text,
  trade text, is_related text, name text, seller_name text, buyer_name text)
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_remove(ARRAY['subtype:' || subtype, 'pay_method:' || pay_method, 'tech_field:' || tech_field,
    'goal:' || goal, 'plan_source:' || plan_source, 'ip_kind:' || ip_kind, 'trade:' || trade,
    'is_related:' || is_related, '^' || left(lower(name), 1), '^' || left(lower(seller_name), 1),
    '^' || left(lower(buyer_name), 1)], NULL)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION jishi_facets FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jishi_facets TO jishi_app;
--> statement-breakpoint
DROP INDEX "contract_grams";--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "facets" text[] GENERATED ALWAYS AS (jishi_facets(content ->> 'subtype', content ->> 'payMethod', content ->> 'techField', content ->> 'goal', content ->> 'planSource', content #>> '{intellectualProperty,0}', content ->> 'trade', content ->> 'isRelated', content ->> 'name', content #>> '{seller,name}', content #>> '{buyer,name}')) STORED;--> statement-breakpoint
CREATE INDEX "contract_search" ON "contract" USING gin ("grams","facets");--> statement-breakpoint
CREATE INDEX "contract_by_update" ON "contract" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "contract_status_by_update" ON "contract" USING btree ("status","updated_at","id");--> statement-breakpoint
CREATE INDEX "contract_by_turnover" ON "contract" USING btree (coalesce(turnover, -1),"id");--> statement-breakpoint
CREATE INDEX "contract_by_technology" ON "contract" USING btree (coalesce(technology, -1),"id");--> statement-breakpoint
CREATE INDEX "contract_by_sign_date" ON "contract" USING btree (coalesce(sign_date, ''),"id");--> statement-breakpoint
CREATE INDEX "contract_by_registration" ON "contract" USING btree (coalesce(registered_on, '-infinity'),"id");
--> statement-breakpoint
-- The contracts within the actor's reach, for lists. Row-level security keeps conditions that are not leakproof (array
-- containment, ILIKE) away from indexes, so a search of a million rows would read them all; this view sets the same
-- bounds as the policy within_reach on contract and leaves the planner free. A test compares the two.
CREATE VIEW contract_in_reach AS SELECT * FROM contract WHERE
  ((SELECT jishi_role()) = 'registrar' AND unit = (SELECT jishi_unit()))
  OR ((SELECT jishi_role()) IN ('approver', 'auditor') AND status NOT IN ('draft', 'discarded'))
  OR ((SELECT jishi_role()) = 'leader' AND status = 'registered');
--> statement-breakpoint
REVOKE ALL ON contract_in_reach FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT ON contract_in_reach TO jishi_app;
