-- Support that agencies give beside the seven stages, and the usual size of a facilitation wave. The support is
-- derived from the journal; kinds and sizes are reference data.

-- Reference data: how many permits a wave has where nobody says.
create table wave_quota (
    valid_from {date} not null primary key,
    quota {int} not null check (quota > 0)
) {rowless};

-- Reference data: kinds of support, with the other names officers write, divided by |.
create table support_kind (
    code {text} not null primary key,
    name {text} not null,
    name_en {text} not null,
    also {text} not null,
    valid_from {date} not null,
    valid_to {date}
) {rowless};

-- Something an agency gave a member; what exactly is sealed. A value that is not known is null, not zero.
create table support (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    kind {text} not null references support_kind (code),
    agency {text} not null references agency (code),
    given_on {date} not null,
    value_rp {int} check (value_rp >= 0),
    details {bytes} not null,
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    voided_at_position {int},
    void_reason {bytes},
    primary key (shard, id)
) {rowless};
create index support_member on support (shard, member_id);
create index support_agency on support (agency, kind, given_on);
create index support_position on support (position);

create table support_evidence (
    shard {small} not null,
    support_id {uuid} not null,
    file_id {uuid} not null,
    media {text} not null,
    size {int} not null,
    digest {bytes} not null,
    position {int} not null,
    primary key (shard, support_id, file_id)
) {rowless};
