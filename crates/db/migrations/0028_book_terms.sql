-- Reference data of the books: what is configured, each from a day on.

-- Over how many whole months a report must be to count as financial reporting.
create table report_terms (
    valid_from {date} not null primary key,
    months {small} not null check (months > 0)
) {rowless};

-- Trades whose classes are about finance: who finished one is shown so beside their books.
create table finance_trade (
    trade {text} not null,
    valid_from {date} not null,
    valid_to {date},
    primary key (trade, valid_from)
) {rowless};
