-- Permits and facilitation waves. Everything here is derived from the journal, but for the reference data and
-- the files kept as evidence.

-- Reference data: kinds of permits, with the other names officers write, divided by |.
create table licence_kind (
    code {text} not null primary key,
    name {text} not null,
    name_en {text} not null,
    also {text} not null,
    family {text} not null,
    valid_from {date} not null,
    valid_to {date}
) {rowless};

-- Reference data: what holds for permits of a kind that are issued in a time.
create table licence_terms (
    kind {text} not null references licence_kind (code),
    valid_from {date} not null,
    valid_to {date},
    format {text} not null,
    years {small},
    issuer {text} not null,
    source {text},
    primary key (kind, valid_from)
) {rowless};

-- Reference data: products that a kind does not admit.
create table licence_exclusion (
    kind {text} not null references licence_kind (code),
    product {text} not null,
    name {text} not null,
    name_en {text} not null,
    valid_from {date} not null,
    valid_to {date},
    primary key (kind, product, valid_from)
) {rowless};

-- Reference data: up to where halal goes by the producer's own statement.
create table halal_limits (
    valid_from {date} not null primary key,
    sales {int} not null,
    outlets {int} not null
) {rowless};

-- A facilitation wave: so many permits of a kind, in the order of asking.
create table licence_wave (
    id {uuid} not null primary key,
    kind {text} not null references licence_kind (code),
    title {text} not null,
    quota {int} not null check (quota > 0),
    agency {text} not null references agency (code),
    area {text} not null,
    opens_on {date} not null,
    closes_on {date} not null,
    position {int} not null,
    ended_at_position {int},
    ended_on {date}
) {rowless};
create index licence_wave_position on licence_wave (position);

create table wave_place (
    shard {small} not null,
    wave_id {uuid} not null references licence_wave (id),
    member_id {uuid} not null,
    state {text} not null,
    asked_at_position {int} not null,
    enrolled_at_position {int},
    ended_at_position {int},
    reason {bytes},
    licence_id {uuid},
    primary key (shard, wave_id, member_id)
) {rowless};
create index wave_place_queue on wave_place (wave_id, state, asked_at_position);
create index wave_place_member on wave_place (member_id);

-- A permit as it stands now; its number and what is noted are sealed.
create table licence (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    kind {text} not null references licence_kind (code),
    state {text} not null,
    agency {text} not null references agency (code),
    issuer {text} not null,
    requested_on {date},
    issued_on {date},
    expires_on {date},
    ended_on {date},
    refusal {text},
    details {bytes} not null,
    warnings {text} not null,
    service_id {uuid},
    wave_id {uuid},
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    changed_at_position {int} not null,
    voided_at_position {int},
    primary key (shard, id)
) {rowless};
create index licence_member on licence (shard, member_id);
create index licence_expires_on on licence (expires_on, position);
create index licence_position on licence (position);

-- What happened to a permit, in order; the first is its recording.
create table licence_step (
    shard {small} not null,
    licence_id {uuid} not null,
    position {int} not null,
    step {text} not null,
    happened_on {date} not null,
    said {bytes},
    recorded_at {instant} not null,
    recorded_by {text} not null,
    primary key (shard, licence_id, position)
) {rowless};

-- A file kept as evidence, sealed with the person's key; not in the journal, which has its digest.
create table stored_file (
    shard {small} not null,
    id {uuid} not null,
    sealed {bytes} not null,
    primary key (shard, id)
) {rowless};

create table licence_evidence (
    shard {small} not null,
    licence_id {uuid} not null,
    file_id {uuid} not null,
    media {text} not null,
    size {int} not null,
    digest {bytes} not null,
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    primary key (shard, licence_id, file_id)
) {rowless};
