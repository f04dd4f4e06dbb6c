-- Training. Everything here is derived from the journal, but for the reference data.

-- Reference data: what classes are about.
create table trade (
    code {text} not null primary key,
    name {text} not null,
    name_en {text} not null,
    business_type {text} not null
) {rowless};

-- A year's plan of one agency and area, as it holds now.
create table training_plan (
    id {uuid} not null primary key,
    agency {text} not null references agency (code),
    area {text} not null,
    year {int} not null,
    title {text} not null,
    persons_target {int} not null,
    version {int} not null,
    position {int} not null,
    copied_from {uuid},
    unique (agency, area, year)
) {rowless};

-- Every version of a plan, with what it said and why it was made.
create table plan_version (
    plan_id {uuid} not null references training_plan (id),
    version {int} not null,
    title {text} not null,
    persons_target {int} not null,
    reason {text},
    recorded_at {instant} not null,
    recorded_by {text} not null,
    position {int} not null,
    primary key (plan_id, version)
) {rowless};

-- What a plan lays out: so many classes of a trade in a kecamatan and a month. A line holds from one
-- version until another, so that a new version writes only the lines that differ.
create table planned_class (
    plan_id {uuid} not null references training_plan (id),
    line {int} not null,
    since_version {int} not null,
    until_version {int},
    kind {text} not null,
    trade {text} not null references trade (code),
    area {text} not null,
    month {small} not null,
    classes {int} not null,
    seats {int} not null,
    sessions {int} not null,
    persons {int} not null,
    budget_line {text} not null,
    budget {int},
    first_on {date},
    place {text},
    trainer {text},
    primary key (plan_id, line, since_version)
) {rowless};

-- A file of a plan that was read and not yet laid out, sealed; whoever sent it opens it alone.
create table import_plan (
    id {uuid} not null primary key,
    sent_by {text} not null,
    sent_at {instant} not null,
    content {bytes} not null
) {rowless};

create table class (
    id {uuid} not null primary key,
    kind {text} not null,
    title {text} not null,
    trade {text} not null references trade (code),
    agency {text} not null references agency (code),
    area {text} not null,
    place {text} not null,
    capacity {int} not null,
    closes_on {date} not null,
    share {small} not null,
    notes {text} not null,
    plan_id {uuid},
    state {text} not null,
    call_off_reason {text},
    first_on {date} not null,
    last_on {date} not null,
    position {int} not null,
    changed_at_position {int} not null
) {rowless};
create index class_first_on on class (first_on, id);
create index class_plan on class (plan_id);

-- Who holds a class beside its own agency: agencies, ministries, universities, companies.
create table class_organiser (
    class_id {uuid} not null references class (id),
    line {small} not null,
    kind {text} not null,
    name {text} not null,
    agency {text} references agency (code),
    primary key (class_id, line)
) {rowless};

-- Who teaches; a trainer with an account finds the class among their own.
create table class_trainer (
    class_id {uuid} not null references class (id),
    line {small} not null,
    name {text} not null,
    user_id {uuid} references user_account (id),
    primary key (class_id, line)
) {rowless};
create index class_trainer_user on class_trainer (user_id, class_id);

create table class_session (
    class_id {uuid} not null references class (id),
    number {small} not null,
    held_on {date} not null,
    starts {text} not null,
    ends {text} not null,
    mode {text} not null,
    place {text} not null,
    trainer {text} not null,
    topic {text} not null,
    primary key (class_id, number)
) {rowless};
create index class_session_held_on on class_session (held_on, class_id);

-- One row a member and class. Waiting places are in the order of the request's position.
create table class_place (
    shard {small} not null,
    class_id {uuid} not null references class (id),
    member_id {uuid} not null,
    state {text} not null,
    invited_at_position {int},
    asked_at_position {int},
    confirmed_at_position {int},
    ended_at_position {int},
    walk_in {small} not null,
    reason {bytes},
    came_from {uuid},
    primary key (shard, class_id, member_id)
) {rowless};
create index class_place_queue on class_place (class_id, state, asked_at_position);
create index class_place_member on class_place (member_id);

-- The mark that holds now; earlier ones are in the journal.
create table attendance (
    shard {small} not null,
    class_id {uuid} not null references class (id),
    session {small} not null,
    member_id {uuid} not null,
    mark {text} not null,
    way {text} not null,
    position {int} not null,
    recorded_at {instant} not null,
    primary key (shard, class_id, session, member_id)
) {rowless};
create index attendance_session on attendance (class_id, session);

-- Who finished, and the training service they have by it.
create table class_finisher (
    shard {small} not null,
    class_id {uuid} not null references class (id),
    member_id {uuid} not null,
    service_id {uuid} not null,
    attended {small} not null,
    position {int} not null,
    primary key (shard, class_id, member_id)
) {rowless};
create index class_finisher_class on class_finisher (class_id);

-- Numbers run for each unit and year; the number belongs to one certificate for ever.
create table certificate_number (
    unit {text} not null,
    year {small} not null,
    sequence {int} not null,
    number {text} not null unique,
    shard {small} not null,
    certificate_id {uuid} not null,
    primary key (unit, year, sequence)
) {rowless};

-- What was printed is kept as it was issued, sealed with the person's key; so are reasons.
create table certificate (
    shard {small} not null,
    id {uuid} not null,
    class_id {uuid} not null,
    member_id {uuid} not null,
    keyed_by {uuid} not null,
    number {text} not null,
    printed {bytes} not null,
    issued_on {date} not null,
    position {int} not null,
    replaces {uuid},
    reason {bytes},
    replaced_by {uuid},
    revoked_at_position {int},
    revoked_on {date},
    revoke_reason {bytes},
    primary key (shard, id)
) {rowless};
create index certificate_class on certificate (class_id);
create index certificate_member on certificate (shard, member_id);

-- Production tools, once a person and agency. A permit's number and a reason are sealed.
create table tool_grant (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    agency {text} not null references agency (code),
    class_id {uuid},
    number {text} not null,
    items {text} not null,
    value {int},
    permit {text} not null,
    details {bytes} not null,
    given_on {date} not null,
    position {int} not null,
    taken_back_at_position {int},
    taken_back_on {date},
    take_back_reason {bytes},
    primary key (shard, id)
) {rowless};
create index tool_grant_member on tool_grant (shard, member_id);
