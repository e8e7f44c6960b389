import type { AccountRequestsTable, AccountTokensTable, AccountsTable } from '$lib/server/platform/accounts/table';
import type {
	ApplicationDraftsTable,
	ApplicationEventsTable,
	ApplicationsTable,
	HouseholdPersonsTable,
	NoticeReceiptsTable
} from '$lib/server/requests/applications/table';
import type { AuditEntriesTable, AuditHeadTable } from '$lib/server/platform/audit/table';
import type { RecoveryCodesTable, SessionsTable, ThrottleTable } from '$lib/server/platform/auth/table';
import type { IdentitiesTable } from '$lib/server/platform/identity/table';
import type { DocumentsTable } from '$lib/server/people/documents/table';
import type { DuplicateClustersTable, DuplicatePersonsTable } from '$lib/server/requests/duplicates/table';
import type { DemoWorldTable } from '$lib/server/demo/table';
import type {
	BuildingsTable,
	DwellingEventsTable,
	DwellingsTable,
	SurveysTable
} from '$lib/server/homes/dwellings/table';
import type { ImportsTable } from '$lib/server/homes/imports/table';
import type { InvitationsTable } from '$lib/server/allocation/invitations/table';
import type { TenantRequestsTable } from '$lib/server/letting/home-searches/table';
import type { ListingEventsTable, ListingsTable } from '$lib/server/letting/listings/table';
import type { ListingProposalsTable } from '$lib/server/letting/proposals/table';
import type { ConsentsTable, MandateAuthorisationsTable, MandatesTable } from '$lib/server/people/mandates/table';
import type { DeskRecordsTable } from '$lib/server/people/desk-records/table';
import type { MessagesTable } from '$lib/server/people/messages/table';
import type { MessageTextsTable } from '$lib/server/people/message-texts/table';
import type { RetentionRunsTable } from '$lib/server/desk/retention/table';
import type { NoticeChangesTable } from '$lib/server/notices/changes/table';
import type { NoticeFollowersTable } from '$lib/server/notices/followers/table';
import type { OutboxTable } from '$lib/server/platform/mail/table';
import type {
	NoticeBeaconsTable,
	NoticeDwellingsTable,
	NoticeEventsTable,
	NoticesTable
} from '$lib/server/notices/notices/table';
import type { CountersTable } from '$lib/server/platform/numbers/table';
import type { OfferEventsTable, OffersTable, ViewingsTable } from '$lib/server/letting/offers/table';
import type { HelperInvitationsTable, OrganisationsTable } from '$lib/server/platform/organisations/table';
import type { NameTokensTable, PersonsTable } from '$lib/server/people/persons/table';
import type { PhotographsTable } from '$lib/server/homes/photographs/table';
import type {
	IndicatorsTable,
	OperationLinesTable,
	OperationsTable,
	ProgrammesTable
} from '$lib/server/programme/operations/table';
import type { ObservationsTable, SourcesTable, StatementsTable } from '$lib/server/programme/facts/table';
import type { ReadingsTable } from '$lib/server/people/readings/table';
import type { RequestNotesTable } from '$lib/server/requests/notes/table';
import type { ControlDrawsTable, ControlSamplesTable } from '$lib/server/requests/controls/table';
import type { HouseholdChangesTable } from '$lib/server/requests/changes/table';
import type { ContestsTable } from '$lib/server/requests/corrections/table';
import type { RejectionsTable } from '$lib/server/requests/rejections/table';
import type { RoundOpeningsTable } from '$lib/server/allocation/openings/table';
import type { RemovalsTable } from '$lib/server/homes/removals/table';
import type { RoundsTable } from '$lib/server/allocation/rounds/table';
import type { RuleSetEventsTable, RuleSetsTable } from '$lib/server/notices/rules/table';
import type { FactChecksTable, VerificationsTable } from '$lib/server/requests/verification/table';
import type { DataKeysTable } from '$lib/server/platform/secrets/table';
import type { TenanciesTable, TenancyEventsTable } from '$lib/server/letting/tenancies/table';
import type { WhatIfsTable } from '$lib/server/allocation/what-if/table';
import type { CertificatesTable, WorkEventsTable, WorksTable } from '$lib/server/homes/works/table';
import type { WorkCostsTable } from '$lib/server/homes/work-costs/table';
import type { RatingsTable } from '$lib/server/requests/ratings/table';

/** Every table, by name. A new one comes with its migration and a line here. */
export type Database = {
	account_requests: AccountRequestsTable;
	account_tokens: AccountTokensTable;
	accounts: AccountsTable;
	application_drafts: ApplicationDraftsTable;
	application_events: ApplicationEventsTable;
	applications: ApplicationsTable;
	audit_entries: AuditEntriesTable;
	audit_head: AuditHeadTable;
	buildings: BuildingsTable;
	certificates: CertificatesTable;
	consents: ConsentsTable;
	contests: ContestsTable;
	control_draws: ControlDrawsTable;
	control_samples: ControlSamplesTable;
	counters: CountersTable;
	data_keys: DataKeysTable;
	desk_records: DeskRecordsTable;
	demo_world: DemoWorldTable;
	documents: DocumentsTable;
	duplicate_clusters: DuplicateClustersTable;
	duplicate_persons: DuplicatePersonsTable;
	dwelling_events: DwellingEventsTable;
	dwellings: DwellingsTable;
	fact_checks: FactChecksTable;
	household_changes: HouseholdChangesTable;
	helper_invitations: HelperInvitationsTable;
	household_persons: HouseholdPersonsTable;
	identities: IdentitiesTable;
	imports: ImportsTable;
	indicators: IndicatorsTable;
	invitations: InvitationsTable;
	listing_events: ListingEventsTable;
	listing_proposals: ListingProposalsTable;
	listings: ListingsTable;
	mandate_authorisations: MandateAuthorisationsTable;
	mandates: MandatesTable;
	message_texts: MessageTextsTable;
	messages: MessagesTable;
	name_tokens: NameTokensTable;
	notice_beacons: NoticeBeaconsTable;
	notice_changes: NoticeChangesTable;
	notice_followers: NoticeFollowersTable;
	notice_dwellings: NoticeDwellingsTable;
	notice_events: NoticeEventsTable;
	notice_receipts: NoticeReceiptsTable;
	notices: NoticesTable;
	observations: ObservationsTable;
	offer_events: OfferEventsTable;
	offers: OffersTable;
	operation_lines: OperationLinesTable;
	operations: OperationsTable;
	organisations: OrganisationsTable;
	outbox: OutboxTable;
	persons: PersonsTable;
	photographs: PhotographsTable;
	programmes: ProgrammesTable;
	ratings: RatingsTable;
	readings: ReadingsTable;
	recovery_codes: RecoveryCodesTable;
	rejections: RejectionsTable;
	removals: RemovalsTable;
	request_notes: RequestNotesTable;
	retention_runs: RetentionRunsTable;
	round_openings: RoundOpeningsTable;
	rounds: RoundsTable;
	rule_set_events: RuleSetEventsTable;
	rule_sets: RuleSetsTable;
	sessions: SessionsTable;
	sources: SourcesTable;
	statements: StatementsTable;
	surveys: SurveysTable;
	tenancies: TenanciesTable;
	tenancy_events: TenancyEventsTable;
	tenant_requests: TenantRequestsTable;
	throttle: ThrottleTable;
	verifications: VerificationsTable;
	viewings: ViewingsTable;
	what_ifs: WhatIfsTable;
	work_costs: WorkCostsTable;
	work_events: WorkEventsTable;
	works: WorksTable;
};
