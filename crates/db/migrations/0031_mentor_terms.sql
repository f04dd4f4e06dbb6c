-- Terms of mentors: the area a mentor has for an agency, from a day to a day, both within. Of those that ended
-- early, the last day and why. Derived from the journal.
create table mentor_term (
    id {uuid} not null primary key,
    mentor_id {uuid} not null,
    agency {text} not null,
    area {text} not null,
    from_on {date} not null,
    until_on {date} not null,
    position {int} not null,
    recorded_by {text} not null,
    ended_on {date},
    because {text},
    ended_at_position {int}
) {rowless};
create index mentor_term_mentor on mentor_term (mentor_id, from_on);
-- Whom a mentor has now: read once for each page of the mentor's day.
create index mentor_assignment_now on mentor_assignment (mentor_id, shard, member_id) where until_on is null;
