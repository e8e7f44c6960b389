import type { Insertable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { AccountsTable } from '$lib/server/platform/accounts/table';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { accountRows, householdKeys, type DemoAccounts } from './accounts';
import { certifiedHomes } from './certified-homes';
import { castOf, type Cast } from './cast';
import { loadDay, type LoadDay } from './day';
import { erpDwellings } from './erp-dwellings';
import { together, type Homes } from './homes';
import { openNotice } from './notice-open';
import type { NoticeWorld } from './notice-rows';
import { runningNotice } from './notice-running';
import { simulationNotice } from './notice-simulation';
import { operationDwellings } from './operation-dwellings';
import { organisations } from './organisations';
import { createRandom } from './random';
import type { Rows } from './repository';
import { surveysOf } from './surveys';
import { wheelchairDraft } from './wheelchair-draft';
import { tenantRequests } from './tenant-requests';

/** Changing it, or what is drawn from it, makes another world. */
export const SEED = 'chiavi-demo-1';

/** The parts that are not drawn from the seed: secrets are made when the world is loaded. */
export type Secrets = {
	readonly passwordHash: string;
	/** One key for the invented requests of each notice. */
	readonly simulation: DataKey;
	readonly open: DataKey;
	readonly running: DataKey;
	readonly tenants: DataKey;
	/** The keys of the demo applicants. */
	readonly applicant: DataKey;
	readonly wheelchairUser: DataKey;
	readonly protectedApplicant: DataKey;
	/** Those of `householdKeys`, in their order. */
	readonly households: readonly DataKey[];
};

export type World = {
	readonly load: LoadDay;
	readonly rows: Rows;
	readonly cast: Cast;
	readonly running: { readonly noticeId: string; readonly applicantPseudonym: string };
};

/** Every row of the demo world, dated from the day of `now`; the same for the same day and seed, secrets apart. */
export function makeWorld(now: Instant, secrets: Secrets): World {
	const load = loadDay(now);
	const draw = (part: string) => createRandom(`${SEED}/${part}`);
	const bodies = organisations(draw('organisations'), load);
	const accounts = accountRows(draw('accounts'), load, bodies, secrets.passwordHash, keyIds(secrets));
	const staff = { officerId: accounts.funzionario.id, managerId: accounts.dirigente.id };
	const restored = operationDwellings(draw('operations'), load, bodies, staff);
	const { forOpen, forRunning } = certifiedHomes(restored);
	const simulation = simulationNotice(draw('simulation'), load, bodies, staff, secrets.simulation);
	const open = openNotice(draw('open'), load, staff, forOpen, secrets.open);
	const running = runningNotice(draw('running'), load, staff, forRunning, ownersOf(accounts, secrets), secrets);
	const homes = together(erpDwellings(draw('erp'), load, bodies.comune.id), restored, simulation.homes);
	const drafting = { noticeId: open.notice.id, accountId: accounts.richiedente2.id };
	const draft = wheelchairDraft(draw('wheelchair'), load, forOpen, secrets.wheelchairUser, drafting);
	const rows: Rows = {
		demo_world: [{ id: 1, seed: SEED, loaded_at: now }],
		organisations: Object.values(bodies),
		accounts: Object.values<Insertable<AccountsTable>>(accounts),
		...homeRows(homes, surveysOf(draw('surveys'), load, homes)),
		...noticeRows([simulation, open, running]),
		application_drafts: [draft],
		tenant_requests: tenantRequests(draw('tenants'), load, secrets.tenants)
	};
	const applicantPseudonym = running.applications[0]!.pseudonym;
	return { load, rows, cast: castOf(accounts), running: { noticeId: running.notice.id, applicantPseudonym } };
}

const keyIds = ({ applicant, wheelchairUser, protectedApplicant, households }: Secrets) => ({
	...{ richiedente: applicant.id, richiedente2: wheelchairUser.id, richiedente3: protectedApplicant.id },
	...Object.fromEntries(householdKeys.map((key, at) => [key, households[at]!.id]))
});

const ownersOf = (accounts: DemoAccounts, { households }: Secrets) => ({
	applicantId: accounts.richiedente.id,
	accounts: householdKeys.map((key, at) => ({ id: accounts[key].id, key: households[at]! }))
});

const homeRows = (homes: Homes, surveys: NonNullable<Rows['surveys']>): Rows => {
	const { buildings, dwellings, events, works = [], workEvents = [], certificates = [] } = homes;
	return { buildings, dwellings, dwelling_events: events, works, work_events: workEvents, certificates, surveys };
};

function noticeRows(notices: readonly NoticeWorld[]): Rows {
	return {
		notices: notices.map(({ notice }) => notice),
		notice_beacons: notices.flatMap(({ beacons }) => beacons ?? []),
		notice_events: notices.flatMap(({ events }) => events),
		notice_dwellings: notices.flatMap(({ dwellings }) => dwellings),
		applications: notices.flatMap(({ applications }) => applications),
		application_events: notices.flatMap(({ applicationEvents }) => applicationEvents)
	};
}
