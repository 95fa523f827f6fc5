-- The database role of the public process: it may read the public tables and nothing else (law 1, by the database itself).
-- Run as the owner of the tables, again after each `manage.py migrate`:  psql -d newsroom -f deploy/readers.sql
-- Once before:  CREATE ROLE newsroom_readers LOGIN PASSWORD '…';

DO $$
DECLARE
    held record;
BEGIN
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM newsroom_readers;
    REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM newsroom_readers;
    FOR held IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'public\_%' LOOP
        EXECUTE format('GRANT SELECT ON %I TO newsroom_readers', held.tablename);
    END LOOP;
END $$;
ALTER ROLE newsroom_readers SET default_transaction_read_only = on;
