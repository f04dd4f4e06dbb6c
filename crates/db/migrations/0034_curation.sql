-- Curation (BR-24): criteria and grades are reference data, dated; rounds, entries and what became of them are
-- derived from the journal.

-- What a round looks at; the set of the latest day not after the round's first is offered.
create table curation_criterion (
    valid_from {date} not null,
    code {text} not null,
    name {text} not null,
    name_en {text} not null,
    weight {small} not null check (weight > 0),
    turn {small} not null,
    primary key (valid_from, code)
) {rowless};

create table curation_grade (
    valid_from {date} not null,
    name {text} not null,
    least_score {small} not null check (least_score between 0 and 100),
    passes {small} not null,
    primary key (valid_from, name)
) {rowless};

-- A round keeps the criteria and grades it was announced with.
create table curation_round (
    id {uuid} not null primary key,
    title {text} not null,
    agency {text} not null,
    area {text} not null,
    opens_on {date} not null,
    closes_on {date} not null,
    position {int} not null,
    ended_at_position {int},
    ended_on {date}
) {rowless};
create index curation_round_position on curation_round (position);

create table curation_round_criterion (
    round_id {uuid} not null,
    turn {small} not null,
    code {text} not null,
    weight {small} not null,
    primary key (round_id, turn)
) {rowless};

create table curation_round_grade (
    round_id {uuid} not null,
    name {text} not null,
    least_score {small} not null,
    passes {small} not null,
    primary key (round_id, name)
) {rowless};

-- A product in a round. The advice is sealed.
create table curation_entry (
    shard {small} not null,
    id {uuid} not null,
    round_id {uuid} not null,
    member_id {uuid} not null,
    product_id {uuid} not null,
    state {text} not null,
    state_on {date} not null,
    position {int} not null,
    recorded_by {text} not null,
    verified_by {text},
    held_on {date},
    held_at {text},
    place {text},
    mean {small},
    grade {text},
    passed {small},
    advice {bytes},
    primary key (shard, id)
) {rowless};
create index curation_entry_round on curation_entry (round_id, position);
create index curation_entry_member on curation_entry (shard, member_id);
create index curation_entry_product on curation_entry (shard, product_id);
create index curation_entry_state on curation_entry (state, position);

-- What happened to an entry, in order; why it was sent back is sealed.
create table curation_step (
    shard {small} not null,
    entry_id {uuid} not null,
    position {int} not null,
    state {text} not null,
    taken_on {date} not null,
    reason {bytes},
    recorded_at {instant} not null,
    recorded_by {text} not null,
    primary key (shard, entry_id, position)
) {rowless};

create table curation_score (
    shard {small} not null,
    entry_id {uuid} not null,
    code {text} not null,
    score {small} not null check (score between 0 and 100),
    primary key (shard, entry_id, code)
) {rowless};

-- Numbers run for each agency and year; what is printed is sealed, word for word as it was issued.
create table curation_certificate (
    agency {text} not null,
    year {small} not null,
    sequence {int} not null,
    number {text} not null unique,
    shard {small} not null,
    entry_id {uuid} not null,
    keyed_by {uuid} not null,
    printed {bytes} not null,
    issued_on {date} not null,
    position {int} not null,
    primary key (agency, year, sequence)
) {rowless};
create index curation_certificate_entry on curation_certificate (shard, entry_id);
