-- Bazaars: what is configured is reference data; bazaars, who asked for a stand, who was there and what was sold
-- are derived from the journal. Who has a stand is not stored: it follows from the order of the draw.

create table bazaar_terms (
    valid_from {date} not null primary key,
    stands_a_tent {small} not null check (stands_a_tent > 0),
    outsiders {text} not null check (outsiders in ('never', 'while_places_remain')),
    window_months {small} not null check (window_months > 0),
    ground {text} not null check (ground in ('attended', 'attended_and_told', 'attended_and_sold'))
) {rowless};

-- The terms stand here as they were announced. The seed is sealed until the stands are drawn, then shown.
create table bazaar (
    id {uuid} not null primary key,
    title {text} not null,
    kind {text} not null check (kind in ('on_site', 'online')),
    agency {text} not null,
    area {text} not null,
    place {text} not null,
    first_on {date} not null,
    last_on {date} not null check (last_on >= first_on),
    closes_on {date} not null,
    tents {int} not null check (tents >= 0),
    stands_a_tent {small} not null check (stands_a_tent > 0),
    outsiders {text} not null,
    window_months {small} not null check (window_months > 0),
    ground {text} not null,
    commitment {text} not null,
    sealed_seed {bytes} not null,
    position {int} not null,
    changed_at_position {int} not null,
    drawn_at_position {int},
    drawn_on {date},
    seed {text},
    called_off_at_position {int},
    call_off_reason {text}
) {rowless};
create index bazaar_first on bazaar (first_on);

-- A member, or an outsider whose name and number are sealed; never both. A person asks once, unless they gave up.
create table bazaar_application (
    bazaar_id {uuid} not null references bazaar (id),
    id {uuid} not null,
    shard {small},
    member_id {uuid},
    outsider {bytes},
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    given_up_at_position {int},
    rank {int},
    earlier_stands {int},
    service_id {uuid},
    service_on {date},
    primary key (bazaar_id, id),
    check ((member_id is null) <> (outsider is null))
) {rowless};
create unique index bazaar_application_member on bazaar_application (bazaar_id, member_id)
    where given_up_at_position is null;
create index bazaar_application_of_member on bazaar_application (shard, member_id);
create unique index bazaar_application_rank on bazaar_application (bazaar_id, rank);

-- What is told of a seller and day; the latest stands.
create table bazaar_day (
    bazaar_id {uuid} not null,
    application_id {uuid} not null,
    held_on {date} not null,
    attended {small},
    sold_rp {int} check (sold_rp >= 0),
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    primary key (bazaar_id, application_id, held_on)
) {rowless};
