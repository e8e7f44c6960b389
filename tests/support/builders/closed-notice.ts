import type { Insertable, Transaction } from 'kysely';
import { noHealthFacts, type HealthFacts } from '$lib/domain/accessibility/needs';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type { Household } from '$lib/domain/household/household';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';
import { declaredRow } from '$lib/server/requests/applications/declared-row';
import type { Actor, Role } from '$lib/server/platform/auth/actor';
import { insertAll } from '$lib/server/demo/repository';
import { needsPlace } from '$lib/server/platform/secrets/places';
import type { BuildingsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import { createDataKey, type DataKey } from '$lib/server/platform/secrets/data-key';
import type { ApplicationsTable } from '$lib/server/requests/applications/table';
import type { Database } from '$lib/server/schema';
import { seal } from '$lib/server/platform/secrets/seal';
import { newId } from '$lib/server/ids';
import type { TestDatabase } from '../database';
import { aHousehold } from './household';

/** The time of these tests: the notice closed the evening before. */
export const NOW = '2026-11-22T09:00:00.000Z';

const OPENED = '2026-10-01T08:00:00.000Z';

/** The salt of every receipt in these tests. */
export const SALT = '5a'.repeat(16);

export async function anAccount({ transact }: TestDatabase, role: Role, name: string = role): Promise<Actor> {
	const id = newId();
	await transact((trx) =>
		trx
			.insertInto('accounts')
			.values({ id, email: `${id}@chiavi.example`, name, role, password_hash: 'none', created_at: NOW })
			.execute()
	);
	return { id, role, name, organisationId: null, demo: false };
}

type Asks = {
	pseudonym: string;
	/** The numbers of the notice's dwellings, most wanted first. */
	choices: readonly number[];
	household?: Household;
	health?: HealthFacts;
	account?: Actor;
};

type Closed = {
	/** `row`: the columns of the register besides its net area of 58 m2. */
	dwellings?: readonly { setAside?: readonly string[]; row?: Partial<Insertable<DwellingsTable>> }[];
	/** The columns of the register for their building. */
	building?: Partial<Insertable<BuildingsTable>>;
	applications: readonly Asks[];
	beacon?: string | null;
	opensAt?: string;
	closesAt?: string;
	/** Days for corrections. With none, the first version is final. */
	corrections?: number;
	/** Rules other than those of the agency. */
	rules?: RuleSet;
};

/** A closed notice with its public draw, its dwellings (`dwelling-1` of N), and the requests sent under it. */
export async function aClosedNotice({ transact }: TestDatabase, given: Closed) {
	const noticeId = newId();
	const dwellingIds = (given.dwellings ?? [{}, {}]).map(() => newId());
	await transact(async (trx) => {
		await trx.insertInto('notices').values(noticeRow(noticeId, given)).execute();
		const opened = { notice_id: noticeId, event: 'opened', at: given.opensAt ?? OPENED } as const;
		const drawn = { notice_id: noticeId, event: 'beacon_recorded', at: '2026-11-22T08:00:00.000Z' } as const;
		await trx
			.insertInto('notice_events')
			.values([
				{ id: newId(), ...opened },
				{ id: newId(), ...drawn }
			])
			.execute();
		await insertDwellings(trx, noticeId, dwellingIds, given);
		const key = await createDataKey(trx, NOW);
		const requests = given.applications.map((asks, index) => requestRow(asks, index, { noticeId, dwellingIds, key }));
		await insertAll(trx, { applications: requests });
	});
	return { noticeId, dwellingIds };
}

const restoredHomes = {
	source: 'own',
	title_it: 'Alloggi ripristinati',
	title_en: 'Restored homes',
	summary_it: '',
	summary_en: '',
	rule_set_id: agency2026.id,
	rule_set_hash: '00',
	max_choices: 5,
	offer_days: 10,
	beacon_source: 'drand 1',
	synthetic: 1,
	created_at: NOW
} as const;

function noticeRow(id: string, asked: Closed) {
	const { beacon = 'beac07', opensAt = OPENED, closesAt, corrections = 0, rules: given = agency2026 } = asked;
	const days = { ...agency2026.procedure!.value, corrections };
	const rules = { ...given, procedure: { ...agency2026.procedure!, value: days } };
	const closes_at = closesAt ?? '2026-11-21T22:59:59.999Z';
	return { ...restoredHomes, id, code: id, rule_set: JSON.stringify(rules), opens_at: opensAt, closes_at, beacon };
}

const viaHermada = { street: 'Via Hermada', street_number: '2', municipality: 'Milano', synthetic: 1, created_at: NOW };

async function insertDwellings(
	trx: Transaction<Database>,
	noticeId: string,
	dwellingIds: readonly string[],
	given: Closed
) {
	const [owner, building] = [newId(), newId()];
	const flat = { building_id: building, owner_id: owner, erp: 0, net_area_dm2: 5800, search: '' };
	const made = { synthetic: 1, created_at: NOW };
	await insertAll(trx, {
		organisations: [{ id: owner, kind: 'owner', name: 'Comune', created_at: NOW }],
		buildings: [{ id: building, code: building, ...viaHermada, ...given.building }],
		dwellings: dwellingIds.map((id, index) => {
			const code = `dwelling-${index + 1}-${id.slice(-6)}`;
			return { id, code, ...flat, ...made, ...given.dwellings?.[index]?.row };
		}),
		notice_dwellings: dwellingIds.map((dwelling_id, index) => {
			const set_aside = JSON.stringify(given.dwellings?.[index]?.setAside ?? []);
			return { notice_id: noticeId, dwelling_id, list: 'comune', set_aside };
		})
	});
}

type Where = { readonly noticeId: string; readonly dwellingIds: readonly string[]; readonly key: DataKey };

function requestRow(asks: Asks, index: number, { noticeId, dwellingIds, key }: Where): Insertable<ApplicationsTable> {
	const id = newId();
	const { pseudonym, account, household = aHousehold(), health = noHealthFacts } = asks;
	const choices = asks.choices.map((number) => dwellingIds[number - 1]!);
	const declared = declaredRow({ notice: noticeId, pseudonym, household, health, choices });
	return {
		id,
		notice_id: noticeId,
		account_id: account?.id ?? null,
		pseudonym,
		protocol: `${noticeId}-${index}`,
		facts: JSON.stringify(household),
		needs_sealed: seal(key.key, needsPlace(id), health),
		data_key_id: key.id,
		choices: JSON.stringify(choices),
		receipt_leaf: receiptLeaf(SALT, declared),
		receipt_salt: SALT,
		submitted_at: '2026-11-01T10:00:00.000Z',
		synthetic: 1
	};
}
