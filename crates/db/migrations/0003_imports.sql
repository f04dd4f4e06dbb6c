-- Files that officers send. Not derived from the journal: what a file brought in is there, one entry a row.
-- The reach of whoever sent it is kept as text, empty for all, so that it compares with a scope's bounds.
create table import_job (
    id {uuid} not null primary key,
    act_id {uuid} unique,
    kind {text} not null,
    file_name {text} not null,
    format {text} not null,
    size {int} not null,
    sha256 {bytes} not null,
    user_id {uuid},
    reach_agency {text} not null,
    reach_area {text} not null,
    agency {text} not null references agency (code),
    scheme {text},
    dry_run {small} not null,
    state {text} not null,
    line {int} not null,
    new_rows {int} not null,
    existing_rows {int} not null,
    possible_duplicate_rows {int} not null,
    rejected_rows {int} not null,
    unknown_columns {text} not null,
    head {bytes},
    failure {text},
    made_at {instant} not null,
    ended_at {instant}
) {rowless};

-- The file as sent, sealed, until it is done with.
create table import_part (
    import_id {uuid} not null,
    part {int} not null,
    bytes {bytes} not null,
    primary key (import_id, part)
) {strict};

-- Rows that were refused, sealed, until the officer has had time to take them away.
create table import_reject (
    import_id {uuid} not null,
    line {int} not null,
    width {int} not null,
    cells {bytes} not null,
    reasons {text} not null,
    primary key (import_id, line)
) {rowless};
