//! The journal and what was released cannot be rewritten: triggers on SQLite, and a role without the right on PostgreSQL.
use crate::{Result, engine::Connection};

const SQLITE: &str = "
    create trigger if not exists journal_stays before update on journal
    begin select raise(abort, 'the journal is append-only'); end;
    create trigger if not exists journal_keeps before delete on journal
    begin select raise(abort, 'the journal is append-only'); end;
    create trigger if not exists released_report_stays before update on released_report
    begin select raise(abort, 'a released report never changes'); end;
    create trigger if not exists released_report_keeps before delete on released_report
    begin select raise(abort, 'a released report never changes'); end;
    create trigger if not exists released_content_stays before update on released_content
    begin select raise(abort, 'a released report never changes'); end;
    create trigger if not exists released_content_keeps before delete on released_content
    begin select raise(abort, 'a released report never changes'); end;";

/// The role the application works as owns nothing. An account that may not make roles keeps its own.
const STEP_DOWN: &str = "
    do $$ begin
        if exists (select 1 from pg_roles where rolname = 'jakpreneur_app')
           and pg_has_role(current_user, 'jakpreneur_app', 'member') then
            execute 'set role jakpreneur_app';
        end if;
    end $$";

const POSTGRES: &str = "
    do $$ begin
        create role jakpreneur_app nologin;
    exception when duplicate_object or unique_violation or insufficient_privilege then null; end $$;
    do $$ begin
        if not exists (select 1 from pg_roles where rolname = 'jakpreneur_app') then
            return;
        end if;
        if not pg_has_role(current_user, 'jakpreneur_app', 'member') then
            execute format('grant jakpreneur_app to %I', current_user);
        end if;
        execute format('grant usage on schema %I to jakpreneur_app', current_schema());
        execute format('grant select, insert, update, delete on all tables in schema %I to jakpreneur_app', current_schema());
        revoke update, delete, truncate on journal, released_report, released_content from jakpreneur_app;
    end $$;
    create or replace function journal_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'the journal is append-only'; end $$;
    create or replace trigger journal_stays before update or delete on journal
        for each row execute function journal_is_append_only();
    create or replace trigger journal_keeps before truncate on journal
        for each statement execute function journal_is_append_only();
    create or replace function released_never_changes() returns trigger language plpgsql as
        $$ begin raise exception 'a released report never changes'; end $$;
    create or replace trigger released_report_stays before update or delete on released_report
        for each row execute function released_never_changes();
    create or replace trigger released_report_keeps before truncate on released_report
        for each statement execute function released_never_changes();
    create or replace trigger released_content_stays before update or delete on released_content
        for each row execute function released_never_changes();
    create or replace trigger released_content_keeps before truncate on released_content
        for each statement execute function released_never_changes();";

/// Makes the journal and what was released append-only. Where the account may not make roles, the triggers still hold.
pub(crate) fn guard(connection: &mut Connection) -> Result<()> {
    match connection {
        Connection::Sqlite(lite) => Ok(lite.execute_batch(SQLITE)?),
        Connection::Postgres(session) => Ok(session.client.batch_execute(POSTGRES)?),
    }
}

/// Gives up the owner's rights for this session.
pub(crate) fn step_down(client: &mut postgres::Client) -> Result<()> {
    Ok(client.batch_execute(STEP_DOWN)?)
}
