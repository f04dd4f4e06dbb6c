//! Making the rows of an entry again, whatever was done.
use super::Difference;
use crate::{
    House, Problem,
    activity::{self, ActivityOverruled, DomicileChecked, MembershipEnded, MembershipResumed},
    assessments::{self, Assessed},
    attendance::{self, AttendanceMarked, ClassFinished, ClassReopened},
    bazaars::{
        self, BazaarAnnounced, BazaarAsked, BazaarCalledOff, SellerDayTold, StandGivenUp,
        StandsDrawn,
    },
    books::{
        self, ConsentGiven, ConsentRevoked, EntryMade, MonthClosed, MonthReopened, ReceiptAdded,
        ReportKept,
    },
    certificates::{self, CertificateReissued, CertificateRevoked, CertificatesIssued},
    classes::{self, ClassAnnounced, ClassCalledOff, ClassChanged},
    curations::{
        self, EntryGraded, EntryRegistered, EntryScheduled, EntryStepped, RoundAnnounced,
        RoundClosed,
    },
    groups::{self, GroupFormed, GroupJoined, GroupLeft},
    growth::{self, MeasurementRecorded, MeasurementVoided},
    journal::{Event, Stamp},
    licences::{
        self, EvidenceAdded, LicenceCorrected, LicenceDecided, LicenceRecorded, LicenceVoided,
    },
    mentoring::{
        self, CaseloadsShared, MentorAppointed, MentorAssigned, MentorTargetSet, PhotoAdded,
        TermEnded, TransferAnswered, TransferOffered, Visited,
    },
    partners::{self, AgreementSigned, PartGone, PartTaken, PartnerKept},
    people::{self, Corrected, Decided, Registered, Undone},
    places::{self, PlaceAsked, PlaceCancelled, PlaceTransferred, PlacesInvited},
    plans::{self, LaidOut, Revised},
    privacy::Salt,
    products::{
        self, ListingChecked, ListingTold, ListingVoided, ProductAdded, ProductChanged,
        ProductPhotoAdded, ProductPublished, ProductTakenOff,
    },
    referrals::{
        self, AccountBound, AnswerTakenBack, ReferralSent, ReferralStepped, ReferralWithdrawn,
        SlikChecked,
    },
    releases::{self, OutsideEntered, ReportReleased},
    residents::SignInCodeGiven,
    staff::{
        self, OwnPasswordChanged, TokenMade, TokenRevoked, UserAdded, UserDisabled, UserReset,
    },
    stages::{self, ServiceRecorded, ServiceVoided},
    support::{self, SupportGiven, SupportProved, SupportVoided},
    targets::{self, TargetSet},
    tools::{self, ToolsGranted, ToolsTakenBack},
    waves::{self, WaveClosed, WaveJoined, WaveLeft, WaveOpened},
    webhooks::{
        self, WebhookEnded, WebhookPaused, WebhookReplayed, WebhookResumed, WebhookRotated,
        WebhookSubscribed,
    },
};
use db::{Entry, Tx};
use rules::PersonId;

/// The person whose salt an entry needs to be replayed.
pub(super) fn person_of(entry: &Entry) -> Result<Option<PersonId>, Difference> {
    let person = match entry.act.as_str() {
        Registered::ACT => Registered::of(entry).map(|event| Some(event.person)),
        Corrected::ACT => Corrected::of(entry).map(|event| Some(event.keyed_by)),
        _ => Ok(None),
    };
    person.map_err(|problem| not_replayed(entry, &problem))
}

/// Makes the rows of an entry.
pub(super) fn replay(
    tx: &mut Tx<'_>,
    house: &House,
    entry: &Entry,
    salt: Option<Salt>,
) -> Result<(), Difference> {
    rows(tx, house, entry, salt).map_err(|problem| not_replayed(entry, &problem))
}

fn rows(tx: &mut Tx<'_>, house: &House, entry: &Entry, salt: Option<Salt>) -> Result<(), Problem> {
    let stamp = Stamp::of(entry);
    match entry.act.as_str() {
        Registered::ACT => people::replay(tx, house, &stamp, &Registered::of(entry)?, salt),
        Corrected::ACT => {
            people::replay_correction(tx, house, &stamp, &Corrected::of(entry)?, salt)
        }
        Decided::ACT => people::replay_decision(tx, &stamp, &Decided::of(entry)?),
        Undone::ACT => people::replay_undone(tx, &stamp, &Undone::of(entry)?),
        ServiceRecorded::ACT => stages::replay(tx, &stamp, &ServiceRecorded::of(entry)?),
        ServiceVoided::ACT => stages::replay_void(tx, &stamp, &ServiceVoided::of(entry)?),
        GroupFormed::ACT => groups::replay_formed(tx, &stamp, &GroupFormed::of(entry)?),
        GroupJoined::ACT => groups::replay_joined(tx, &stamp, &GroupJoined::of(entry)?),
        GroupLeft::ACT => groups::replay_left(tx, &stamp, &GroupLeft::of(entry)?),
        CertificatesIssued::ACT => {
            certificates::replay_issued(tx, &stamp, &CertificatesIssued::of(entry)?)
        }
        CertificateReissued::ACT => {
            certificates::replay_reissued(tx, &stamp, &CertificateReissued::of(entry)?)
        }
        CertificateRevoked::ACT => {
            certificates::replay_revoked(tx, &stamp, &CertificateRevoked::of(entry)?)
        }
        ToolsGranted::ACT => tools::replay_granted(tx, &stamp, &ToolsGranted::of(entry)?),
        ToolsTakenBack::ACT => tools::replay_taken_back(tx, &stamp, &ToolsTakenBack::of(entry)?),
        LicenceRecorded::ACT => licences::replay_recorded(tx, &stamp, &LicenceRecorded::of(entry)?),
        LicenceDecided::ACT => licences::replay_decided(tx, &stamp, &LicenceDecided::of(entry)?),
        LicenceCorrected::ACT => {
            licences::replay_corrected(tx, &stamp, &LicenceCorrected::of(entry)?)
        }
        LicenceVoided::ACT => licences::replay_voided(tx, &stamp, &LicenceVoided::of(entry)?),
        EvidenceAdded::ACT => licences::replay_evidence(tx, &stamp, &EvidenceAdded::of(entry)?),
        SupportGiven::ACT => support::replay_given(tx, &stamp, &SupportGiven::of(entry)?),
        SupportVoided::ACT => support::replay_voided(tx, &stamp, &SupportVoided::of(entry)?),
        SupportProved::ACT => support::replay_evidence(tx, &stamp, &SupportProved::of(entry)?),
        WaveOpened::ACT => waves::replay_opened(tx, &stamp, &WaveOpened::of(entry)?),
        WaveClosed::ACT => waves::replay_closed(tx, &stamp, &WaveClosed::of(entry)?),
        WaveJoined::ACT => waves::replay_joined(tx, &stamp, &WaveJoined::of(entry)?),
        WaveLeft::ACT => waves::replay_left(tx, &stamp, &WaveLeft::of(entry)?),
        MeasurementRecorded::ACT => {
            growth::replay_measured(tx, &stamp, &MeasurementRecorded::of(entry)?)
        }
        MeasurementVoided::ACT => growth::replay_voided(tx, &stamp, &MeasurementVoided::of(entry)?),
        Assessed::ACT => assessments::replay(tx, &stamp, &Assessed::of(entry)?),
        MentorAssigned::ACT => mentoring::replay_assigned(tx, &stamp, &MentorAssigned::of(entry)?),
        CaseloadsShared::ACT => mentoring::replay_shared(tx, &stamp, &CaseloadsShared::of(entry)?),
        TransferOffered::ACT => mentoring::replay_offered(tx, &stamp, &TransferOffered::of(entry)?),
        TransferAnswered::ACT => {
            mentoring::replay_answered(tx, &stamp, &TransferAnswered::of(entry)?)
        }
        MentorTargetSet::ACT => mentoring::replay_target(tx, &stamp, &MentorTargetSet::of(entry)?),
        MentorAppointed::ACT => {
            mentoring::replay_appointed(tx, &stamp, &MentorAppointed::of(entry)?)
        }
        TermEnded::ACT => mentoring::replay_term_ended(tx, &stamp, &TermEnded::of(entry)?),
        PhotoAdded::ACT => mentoring::replay_photo(tx, &stamp, &PhotoAdded::of(entry)?),
        DomicileChecked::ACT => activity::replay_checked(tx, &stamp, &DomicileChecked::of(entry)?),
        ActivityOverruled::ACT => {
            activity::replay_overruled(tx, &stamp, &ActivityOverruled::of(entry)?)
        }
        MembershipEnded::ACT => activity::replay_ended(tx, &stamp, &MembershipEnded::of(entry)?),
        MembershipResumed::ACT => {
            activity::replay_resumed(tx, &stamp, &MembershipResumed::of(entry)?)
        }
        Visited::ACT => mentoring::replay_visited(tx, &stamp, &Visited::of(entry)?),
        UserAdded::ACT => staff::replay_added(tx, &stamp, &UserAdded::of(entry)?),
        UserDisabled::ACT => staff::replay_disabled(tx, &stamp, &UserDisabled::of(entry)?),
        LaidOut::ACT => plans::replay_laid_out(tx, &stamp, &LaidOut::of(entry)?),
        Revised::ACT => plans::replay_revised(tx, &stamp, &Revised::of(entry)?),
        ClassAnnounced::ACT => classes::replay_announced(tx, &stamp, &ClassAnnounced::of(entry)?),
        ClassChanged::ACT => classes::replay_changed(tx, &stamp, &ClassChanged::of(entry)?),
        ClassCalledOff::ACT => classes::replay_called_off(tx, &stamp, &ClassCalledOff::of(entry)?),
        PlacesInvited::ACT => places::replay_invited(tx, &stamp, &PlacesInvited::of(entry)?),
        PlaceAsked::ACT => places::replay_asked(tx, &stamp, &PlaceAsked::of(entry)?),
        PlaceCancelled::ACT => places::replay_cancelled(tx, &stamp, &PlaceCancelled::of(entry)?),
        PlaceTransferred::ACT => {
            places::replay_transferred(tx, &stamp, &PlaceTransferred::of(entry)?)
        }
        AttendanceMarked::ACT => {
            attendance::replay_marked(tx, &stamp, &AttendanceMarked::of(entry)?)
        }
        ClassFinished::ACT => attendance::replay_finished(tx, &stamp, &ClassFinished::of(entry)?),
        ClassReopened::ACT => attendance::replay_reopened(tx, &stamp, &ClassReopened::of(entry)?),
        ReportReleased::ACT => releases::replay(tx, &stamp, &ReportReleased::of(entry)?),
        OutsideEntered::ACT => releases::replay_outside(tx, &stamp, &OutsideEntered::of(entry)?),
        TargetSet::ACT => targets::replay_set(tx, &stamp, &TargetSet::of(entry)?),
        targets::Revised::ACT => targets::replay_revised(tx, &stamp, &targets::Revised::of(entry)?),
        // What proves who somebody is stays out of the journal, and so do its rows.
        UserReset::ACT
        | OwnPasswordChanged::ACT
        | TokenMade::ACT
        | TokenRevoked::ACT
        | SignInCodeGiven::ACT => Ok(()),
        _ => in_later_stages(tx, entry, &stamp),
    }
}

/// The rows of products, books and referrals, and of those who are told.
fn in_later_stages(tx: &mut Tx<'_>, entry: &Entry, stamp: &Stamp) -> Result<(), Problem> {
    match entry.act.as_str() {
        BazaarAnnounced::ACT => bazaars::replay_announced(tx, stamp, &BazaarAnnounced::of(entry)?),
        BazaarCalledOff::ACT => bazaars::replay_called_off(tx, stamp, &BazaarCalledOff::of(entry)?),
        BazaarAsked::ACT => bazaars::replay_asked(tx, stamp, &BazaarAsked::of(entry)?),
        StandGivenUp::ACT => bazaars::replay_given_up(tx, stamp, &StandGivenUp::of(entry)?),
        StandsDrawn::ACT => bazaars::replay_drawn(tx, stamp, &StandsDrawn::of(entry)?),
        SellerDayTold::ACT => bazaars::replay_told(tx, stamp, &SellerDayTold::of(entry)?),
        AccountBound::ACT => referrals::replay_bound(tx, stamp, &AccountBound::of(entry)?),
        ReferralSent::ACT => referrals::replay_sent(tx, stamp, &ReferralSent::of(entry)?),
        ReferralStepped::ACT => referrals::replay_stepped(tx, stamp, &ReferralStepped::of(entry)?),
        ReferralWithdrawn::ACT => {
            referrals::replay_withdrawn(tx, stamp, &ReferralWithdrawn::of(entry)?)
        }
        AnswerTakenBack::ACT => {
            referrals::replay_taken_back(tx, stamp, &AnswerTakenBack::of(entry)?)
        }
        SlikChecked::ACT => referrals::replay_slik(tx, stamp, &SlikChecked::of(entry)?),
        ProductAdded::ACT => products::replay_added(tx, stamp, &ProductAdded::of(entry)?),
        ProductChanged::ACT => products::replay_changed(tx, stamp, &ProductChanged::of(entry)?),
        ProductPublished::ACT => {
            products::replay_published(tx, stamp, &ProductPublished::of(entry)?)
        }
        ProductTakenOff::ACT => products::replay_taken_off(tx, stamp, &ProductTakenOff::of(entry)?),
        ProductPhotoAdded::ACT => products::replay_photo(tx, stamp, &ProductPhotoAdded::of(entry)?),
        ListingTold::ACT => products::replay_listed(tx, stamp, &ListingTold::of(entry)?),
        ListingChecked::ACT => products::replay_checked(tx, stamp, &ListingChecked::of(entry)?),
        ListingVoided::ACT => products::replay_voided(tx, stamp, &ListingVoided::of(entry)?),
        EntryMade::ACT => books::replay_made(tx, stamp, &EntryMade::of(entry)?),
        MonthClosed::ACT => books::replay_closed(tx, stamp, &MonthClosed::of(entry)?),
        MonthReopened::ACT => books::replay_reopened(tx, stamp, &MonthReopened::of(entry)?),
        ConsentGiven::ACT => books::replay_consented(tx, stamp, &ConsentGiven::of(entry)?),
        ConsentRevoked::ACT => books::replay_revoked(tx, stamp, &ConsentRevoked::of(entry)?),
        ReceiptAdded::ACT => books::replay_receipt(tx, stamp, &ReceiptAdded::of(entry)?),
        ReportKept::ACT => books::replay_reported(tx, stamp, &ReportKept::of(entry)?),
        WebhookSubscribed::ACT => {
            webhooks::replay_subscribed(tx, stamp, &WebhookSubscribed::of(entry)?)
        }
        WebhookEnded::ACT => webhooks::replay_ended(tx, stamp, &WebhookEnded::of(entry)?),
        // How far a partner was told, and the secrets, are no part of what happened.
        WebhookPaused::ACT | WebhookResumed::ACT | WebhookReplayed::ACT | WebhookRotated::ACT => {
            Ok(())
        }
        _ => in_curation(tx, entry, stamp),
    }
}

/// The rows of curation and partners.
fn in_curation(tx: &mut Tx<'_>, entry: &Entry, stamp: &Stamp) -> Result<(), Problem> {
    match entry.act.as_str() {
        RoundAnnounced::ACT => curations::replay_announced(tx, stamp, &RoundAnnounced::of(entry)?),
        RoundClosed::ACT => curations::replay_closed(tx, stamp, &RoundClosed::of(entry)?),
        EntryRegistered::ACT => {
            curations::replay_registered(tx, stamp, &EntryRegistered::of(entry)?)
        }
        EntryStepped::ACT => curations::replay_stepped(tx, stamp, &EntryStepped::of(entry)?),
        EntryScheduled::ACT => curations::replay_scheduled(tx, stamp, &EntryScheduled::of(entry)?),
        PartnerKept::ACT => partners::replay_kept(tx, stamp, &PartnerKept::of(entry)?),
        AgreementSigned::ACT => partners::replay_agreed(tx, stamp, &AgreementSigned::of(entry)?),
        PartTaken::ACT => partners::replay_part(tx, stamp, &PartTaken::of(entry)?),
        PartGone::ACT => partners::replay_gone(tx, stamp, &PartGone::of(entry)?),
        EntryGraded::ACT => curations::replay_graded(tx, stamp, &EntryGraded::of(entry)?),
        _ => Err(Problem::Broken("this program does not know the act".to_owned())),
    }
}

fn not_replayed(entry: &Entry, problem: &Problem) -> Difference {
    let why = problem.to_string();
    Difference::Replay { position: entry.position, act: entry.act.clone(), why }
}
