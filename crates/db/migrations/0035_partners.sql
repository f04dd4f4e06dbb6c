-- Partners of the programme: universities, companies, marketplaces, ministries; their agreements, and what they
-- took part in. All of it is derived from the journal.

create table partner (
    id {uuid} not null primary key,
    kind {text} not null,
    name {text} not null,
    marketplace {text},
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null
) {rowless};
create index partner_position on partner (position);

-- An agreement as it was signed; what is given are words of a closed list, parted by spaces.
create table partner_agreement (
    id {uuid} not null primary key,
    partner_id {uuid} not null,
    number {text} not null,
    title {text} not null,
    agency {text} not null,
    starts_on {date} not null,
    ends_on {date} not null,
    gives {text} not null,
    position {int} not null
) {rowless};
create index partner_agreement_partner on partner_agreement (partner_id, starts_on);

-- A class, a visit or a handover of tools that a partner took part in; taken back, it stays.
create table partner_part (
    partner_id {uuid} not null,
    kind {text} not null,
    subject_id {uuid} not null,
    position {int} not null,
    ended_at_position {int},
    primary key (partner_id, kind, subject_id)
) {rowless};
create index partner_part_subject on partner_part (kind, subject_id);

-- A part names a visit or a handover by its id alone.
create index visit_id on visit (id);
create index tool_grant_id on tool_grant (id);
