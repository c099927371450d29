-- Columns are what objects are found by; the body is what the API shows of them.
-- seq orders what was created in the same second.

create table identity (
  name  text primary key,
  value text not null
);

create table assistants (
  seq        integer primary key,
  id         text not null unique,
  tenant     text not null,
  created_at bigint not null,
  deleted_at bigint,
  body       text not null
);
create index assistants_of_tenant on assistants (tenant, seq) where deleted_at is null;

create table threads (
  seq        integer primary key,
  id         text not null unique,
  tenant     text not null,
  created_at bigint not null,
  deleted_at bigint,
  body       text not null
);

create table messages (
  seq        integer primary key,
  id         text not null unique,
  tenant     text not null,
  thread_id  text not null references threads (id) on delete cascade,
  run_id     text,
  status     text not null,
  created_at bigint not null,
  deleted_at bigint,
  body       text not null
);
create index messages_of_thread on messages (thread_id, seq) where deleted_at is null;
create index messages_of_run on messages (run_id, seq) where run_id is not null and deleted_at is null;

create table runs (
  seq        integer primary key,
  id         text not null unique,
  tenant     text not null,
  thread_id  text not null references threads (id) on delete cascade,
  status     text not null,
  -- Whoever works on a run has the number that it set here, or works on it no more.
  epoch      bigint not null default 0,
  -- Whether it can only be executed with the key that it was created with.
  needs_key  boolean not null default false,
  expires_at bigint not null,
  created_at bigint not null,
  deleted_at bigint,
  body       text not null
);
create index runs_of_thread on runs (thread_id, seq);
-- The lock of a thread: it holds whatever becomes of the process that took it.
create unique index one_active_run on runs (thread_id)
  where status in ('queued', 'in_progress', 'requires_action', 'cancelling');
create index active_runs_by_end on runs (expires_at)
  where status in ('queued', 'in_progress', 'requires_action', 'cancelling');

create table run_steps (
  seq        integer primary key,
  id         text not null unique,
  tenant     text not null,
  run_id     text not null references runs (id) on delete cascade,
  status     text not null,
  created_at bigint not null,
  deleted_at bigint,
  body       text not null
);
create index steps_of_run on run_steps (run_id, seq);

-- What the model put out, and what came of its calls, in the order in which it is shown them again.
create table run_items (
  seq    integer primary key,
  run_id text not null references runs (id) on delete cascade,
  body   text not null
);
create index items_of_run on run_items (run_id, seq);

-- The queue of runs, as db-scheduler lays it out.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            blob,
  execution_time       timestamp not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamp,
  last_failure         timestamp,
  consecutive_failures integer,
  last_heartbeat       timestamp,
  version              bigint not null,
  priority             integer,
  primary key (task_name, task_instance)
);
create index tasks_by_time on scheduled_tasks (execution_time);
create index tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

pragma user_version = 1;
