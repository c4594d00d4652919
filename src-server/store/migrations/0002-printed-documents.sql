-- A page of documents is read a thousand times for each time one is written: they are kept as the text that is sent (json, not
-- jsonb), and beside it what others than the owner get, where that differs.
alter table record disable trigger record_guard;
alter table record alter column fv drop default;
alter table record alter column doc type json using doc::text::json, alter column fv type json using fv::text::json, add column shown json;
alter table record alter column fv set default '{}';
update record set shown = case kind
    when 'offer' then (doc::jsonb - 'price')::text::json
    when 'request' then (doc::jsonb - 'budget')::text::json
    else (doc::jsonb - 'contact')::text::json end
  where kind = 'offer' and doc::jsonb ? 'price' or kind = 'request' and doc::jsonb ? 'budget'
    or kind in ('centre', 'organisation', 'person', 'facility') and doc::jsonb ? 'contact';
alter table record enable trigger record_guard;
