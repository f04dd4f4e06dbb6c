-- The list of pairs to look at is read newest first; without this it looks at every pair ever decided.
create index possible_duplicate_undecided on possible_duplicate (position) where decision is null;
