-- After how many months without being seen a member is inactive, from a day on. The operator adds a row; days
-- before it keep what counted then.
create table activity_patience (
    valid_from {date} not null primary key,
    months {small} not null check (months between 1 and 120)
) {rowless};
