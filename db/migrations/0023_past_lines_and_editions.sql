CREATE TABLE "published_edition" (
	"year" integer NOT NULL,
	"edition" smallint NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "published_edition_year_edition_pk" PRIMARY KEY("year","edition")
);
--> statement-breakpoint
-- Editions recorded before have their moment on the trail.
INSERT INTO published_edition (year, edition, published_at)
SELECT year, edition, coalesce(
  (SELECT min(at) FROM trail WHERE action = 'report.record' AND details -> 'year' = to_jsonb(p.year)
    AND details -> 'edition' = to_jsonb(p.edition)), jishi_now())
FROM (SELECT DISTINCT year, edition FROM published_unit) p;
--> statement-breakpoint
REVOKE ALL ON published_edition FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT, INSERT ON published_edition TO jishi_app;
--> statement-breakpoint
ALTER TABLE published_edition ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY published ON published_edition FOR SELECT TO jishi_app
  USING ((SELECT jishi_role()) IN ('registrar', 'approver', 'auditor', 'leader'));
--> statement-breakpoint
CREATE POLICY auditor_records ON published_edition FOR INSERT TO jishi_app WITH CHECK ((SELECT jishi_role()) = 'auditor');
--> statement-breakpoint
-- The lines of the ledger with what their contract said after the act that posted them, under the names that filters
-- know of `contract`: a past table is narrowed by the words of then. It sets the bounds of the policy figures on posting;
-- a contract that has left the register since was counted, and is told of to whoever sees the figure.
CREATE VIEW counted_line AS
SELECT p.contract AS id, p.id AS posting, p.year, p.sign, p.known_at, p.event, e.action, e.content, p.unit,
  p.registered_on, c.number, c.local_number, c.accepted_on, c.due_on,
  e.content ->> 'name' AS name, e.content ->> 'subtype' AS subtype,
  ((e.content ->> 'turnover')::numeric * 100)::bigint AS turnover,
  ((e.content ->> 'technology')::numeric * 100)::bigint AS technology,
  e.content #>> '{seller,name}' AS seller_name, e.content #>> '{seller,code}' AS seller_code,
  e.content #>> '{buyer,name}' AS buyer_name, e.content #>> '{buyer,code}' AS buyer_code,
  e.content ->> 'payMethod' AS pay_method, e.content ->> 'techField' AS tech_field, e.content ->> 'goal' AS goal,
  e.content ->> 'planSource' AS plan_source, e.content #>> '{intellectualProperty,0}' AS ip_kind,
  (e.content ->> 'isRelated')::boolean AS is_related, e.content ->> 'trade' AS trade,
  e.content ->> 'signDate' AS sign_date, e.content ->> 'endDate' AS end_date,
  jishi_grams(coalesce(c.number::text, '') || ' ' || c.local_number || ' ' || coalesce(e.content ->> 'name', '') || ' '
    || coalesce(e.content #>> '{seller,name}', '') || ' ' || coalesce(e.content #>> '{buyer,name}', '')) AS grams,
  jishi_facets(e.content ->> 'subtype', e.content ->> 'payMethod', e.content ->> 'techField', e.content ->> 'goal',
    e.content ->> 'planSource', e.content #>> '{intellectualProperty,0}', e.content ->> 'trade',
    e.content ->> 'isRelated', e.content ->> 'name', e.content #>> '{seller,name}', e.content #>> '{buyer,name}') AS facets
FROM posting p JOIN contract_event e ON e.id = p.event JOIN contract c ON c.id = p.contract
WHERE CASE (SELECT jishi_role())
  WHEN 'registrar' THEN p.unit = (SELECT jishi_unit())
  WHEN 'approver' THEN true
  WHEN 'auditor' THEN true
  WHEN 'leader' THEN true
  ELSE false END;
--> statement-breakpoint
REVOKE ALL ON counted_line FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT ON counted_line TO jishi_app;
--> statement-breakpoint
SELECT jishi_cover('published_edition');
