-- Targets: what was to be reached. Everything here is derived from the journal.

-- A target as it holds now: one for each indicator, agency, area, period and counting rule. The agency is
-- empty for all agencies together, so that it compares with a scope's bounds.
create table target (
    id {uuid} not null primary key,
    indicator {text} not null,
    agency {text} not null,
    area {text} not null,
    period {text} not null,
    rule {text} not null,
    version {int} not null,
    persons {int} not null,
    basis {text} not null,
    position {int} not null,
    unique (indicator, agency, area, period, rule)
) {rowless};
create index target_position on target (position);

-- Every version of a target: its value, what it rests on, and why it differs from the one before.
create table target_version (
    target_id {uuid} not null references target (id),
    version {int} not null,
    persons {int} not null,
    basis {text} not null,
    reason {text},
    recorded_at {instant} not null,
    recorded_by {text} not null,
    position {int} not null,
    primary key (target_id, version)
) {rowless};
create index target_version_position on target_version (position);
