-- Released reports: figures frozen under a number. Nothing here is ever changed or deleted.

-- A released report, derived from the journal. Agency and area are those of the records it counts, empty
-- for all, so that they compare with a scope's bounds.
create table released_report (
    id {uuid} not null primary key,
    year {int} not null,
    serial {int} not null,
    kind {text} not null,
    title {text} not null,
    as_at {date} not null,
    known_at {int} not null,
    agency {text} not null,
    area {text} not null,
    persons {int} not null,
    sha256 {bytes} not null,
    size {int} not null,
    restates {uuid} unique,
    reason {text},
    released_at {instant} not null,
    released_by {text} not null,
    position {int} not null,
    unique (year, serial)
) {rowless};
create index released_report_position on released_report (position);
create index released_report_sha256 on released_report (sha256);

-- The exact bytes. Not derived from the journal, which holds their digest.
create table released_content (
    id {uuid} not null primary key references released_report (id),
    content {bytes} not null
) {strict};
