-- Products of members, their photos, and where they are sold online. Everything here is derived from the journal;
-- name, description, contact and addresses are sealed, and opened for the catalogue only while published.

create table product (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    category {text} not null,
    price_rp {int} not null check (price_rp > 0),
    told {bytes} not null,
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    changed_at_position {int} not null,
    published_at_position {int},
    published_at {instant},
    contact {bytes},
    primary key (shard, id)
) {rowless};
create index product_member on product (shard, member_id);
create index product_published on product (published_at_position);
create index product_changed on product (changed_at_position);

create table product_photo (
    shard {small} not null,
    product_id {uuid} not null,
    file_id {uuid} not null,
    media {text} not null,
    size {int} not null,
    width {int} not null,
    height {int} not null,
    digest {bytes} not null,
    position {int} not null,
    primary key (shard, product_id, file_id)
) {rowless};

-- A product at an address of a marketplace: told on a day, seen there by an officer or gone, or never there.
create table product_listing (
    shard {small} not null,
    id {uuid} not null,
    product_id {uuid} not null,
    member_id {uuid} not null,
    marketplace {text} not null,
    listed_on {date} not null,
    told {bytes} not null,
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    checked_on {date},
    gone_on {date},
    service_id {uuid},
    voided_at_position {int},
    void_reason {bytes},
    primary key (shard, id)
) {rowless};
create index product_listing_product on product_listing (shard, product_id);
