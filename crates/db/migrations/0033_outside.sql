-- Figures published elsewhere, entered beside a released report with their source. Derived from the journal.

-- What a line of a release was told as elsewhere. Another entry of the same line and source takes its place;
-- reasons are JSON, and add up to the release's figure less the other one.
create table outside_figure (
    release_id {uuid} not null references released_report (id),
    position {int} not null,
    line {text} not null,
    value {int} not null,
    source {text} not null,
    explanation {text} not null,
    parts {text} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    replaced_at_position {int},
    primary key (release_id, position)
) {rowless};
