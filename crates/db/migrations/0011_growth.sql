-- What is told of a member's business, month by month. Everything here is derived from the journal.

-- A row for each telling. The one that stands for a month has not ended: a correction ends it and stands
-- instead, taking it back ends it with a reason. Amounts, workers and reasons are sealed.
create table measurement (
    shard {small} not null,
    member_id {uuid} not null,
    month {small} not null,
    position {int} not null,
    measured_on {date} not null,
    source {text} not null,
    baseline {small} not null,
    told {bytes} not null,
    recorded_by {text} not null,
    ended_at_position {int},
    void_reason {bytes},
    primary key (shard, member_id, month, position)
) {rowless};
