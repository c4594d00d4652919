-- One row a network. It is locked before anything else is written: its seq orders every change.
create table space_head(
  space uuid primary key default gen_random_uuid(), name text not null, epoch uuid not null default gen_random_uuid(),
  seq bigint not null default 0, reserved_from bigint not null default 0, gc bigint not null default 0,
  sysid text, secret bytea not null, created_at timestamptz not null default now());

-- The current state by seq, not a log of operations: there is nothing to compact.
-- fv: path -> seq of its last change; deny: keys of the rules in force; deny_next: the day they change by themselves.
create table record(
  space uuid not null, id uuid not null, ref text not null, kind text not null, scope text not null, owner text not null,
  deny text[] not null default '{}', deny_next date, seq bigint not null, doc jsonb not null, fv jsonb not null default '{}',
  missing text[] not null default '{}', origin_sha bytea, primary key(space, id));
create unique index record_ref on record(space, ref);
-- a page of a pull is chosen from this index alone
create index record_seq on record(space, seq) include (scope, owner, deny);
create index record_scope on record(space, scope, id);
create index record_deny on record using gin (deny) where deny <> '{}';
create index record_deny_next on record(space, deny_next) where deny_next is not null;
create index record_deal on record(space, (doc->>'deal')) where kind = 'document';

-- What a centre could see once and may see no longer: scope is `ctr:<centre>`.
create table scope_exit(space uuid not null, scope text not null, id uuid not null, seq bigint not null, primary key(space, scope, id));
create index scope_exit_seq on scope_exit(space, seq) include (scope);

-- Scopes of several centres (deal rooms, bilateral) and their centres.
create table room(space uuid not null, scope text not null, centres text[] not null, primary key(space, scope));
create index room_centres on room using gin (centres);
-- What a viewer is: kept beside the centre's record, for each pull reads it.
create table centre(space uuid not null, ref text not null, countries text[] not null default '{}', hosts text[] not null default '{}', primary key(space, ref));

create table device(
  space uuid not null, id uuid not null, centre text not null, name text not null, public_key jsonb not null,
  last_mseq bigint not null default 0, created_at timestamptz not null default now(), seen_at timestamptz, revoked_at timestamptz, primary key(space, id));
-- Every numbered change a device sent, with its answer: idempotency, audit, history.
create table mutation(
  space uuid not null, device uuid not null, mseq bigint not null, seq bigint not null, gid text, hlc text not null, op text not null, record uuid not null,
  status text not null, result json not null, body json not null, body_sha bytea not null, received_at timestamptz not null default now(), primary key(space, device, mseq));
create index mutation_seq on mutation(space, seq);
create table enrolment_code(
  space uuid not null, hash bytea not null, centre text not null, name text not null, created_at timestamptz not null default now(),
  expires_at timestamptz not null, used_at timestamptz, device uuid, primary key(space, hash));
create table import_batch(space uuid not null, seq bigint not null, at timestamptz not null default now(), source text not null, records int not null, primary key(space, seq));

-- A row may only carry a seq that this very transaction reserved: a forgotten lock is an error, not a lost row.
create function record_guard() returns trigger language plpgsql as $$
begin
  perform 1 from space_head h where h.space = new.space and new.seq between h.reserved_from and h.seq and h.xmin = pg_current_xact_id()::xid;
  if not found then raise exception 'seq % was not reserved by this transaction', new.seq using errcode = '23514'; end if;
  return new;
end $$;
create trigger record_guard before insert or update on record for each row execute function record_guard();
create trigger exit_guard before insert or update on scope_exit for each row execute function record_guard();
