-- The annual report tells whoever reads it what the closed self-audits of its year came to; leadership reads it too.
CREATE POLICY report_tells ON campaign FOR SELECT TO jishi_app USING (
  (SELECT jishi_role()) = 'leader' AND closed_at IS NOT NULL);
