-- Partner systems that are told of changes.

-- A subscription, derived from the journal. The address is sealed: it may carry what only the partner knows.
create table webhook (
    id {uuid} not null primary key,
    owner {text} not null,
    label {text} not null,
    destination {bytes} not null,
    kinds {text} not null,
    agency {text},
    area {text},
    position {int} not null,
    ended_at_position {int}
) {rowless};

-- The secrets that sign: the newest, and the one before until it ends. Sealed, and no part of the journal.
create table webhook_secret (
    webhook_id {uuid} not null references webhook (id),
    number {int} not null,
    secret {bytes} not null,
    made_at {instant} not null,
    ends_at {instant},
    primary key (webhook_id, number)
) {rowless};

-- How far a partner was told. What is being told now reaches up to `reaching`, held by one process until
-- `leased_until`; the same part is told again under the same id until it arrives.
create table webhook_progress (
    webhook_id {uuid} not null primary key references webhook (id),
    delivered {int} not null,
    generation {int} not null,
    reaching {int},
    lessee {uuid},
    leased_until {instant},
    failures {int} not null,
    failing_since {instant},
    due_at {instant},
    paused_at {instant},
    paused_why {text},
    delivered_at {instant},
    deliveries {int} not null,
    items {int} not null,
    attempts {int} not null,
    check (delivered >= 0 and (reaching is null or reaching > delivered))
) {rowless};

-- The last answers of each partner; older ones are swept away.
create table webhook_attempt (
    webhook_id {uuid} not null references webhook (id),
    number {int} not null,
    at {instant} not null,
    after_position {int} not null,
    until_position {int} not null,
    items {int} not null,
    outcome {text} not null,
    status {small},
    primary key (webhook_id, number)
) {rowless};
