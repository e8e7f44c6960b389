import type { Insertable } from 'kysely';
import { noHealthFacts, type HealthFacts } from '$lib/domain/accessibility/needs';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { Household } from '$lib/domain/household/household';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';
import { declaredRow } from '$lib/server/requests/applications/declared-row';
import type { Actor, Role } from '$lib/server/platform/auth/actor';
import { insertAll } from '$lib/server/demo/repository';
import { needsPlace } from '$lib/server/requests/applications/for-ranking';
import type { BuildingsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { newId } from '$lib/server/ids';
import type { TestDatabase } from '../database';
import { aHousehold } from './household';

/** The clock of these tests: the notice closed the evening before. */
export const NOW = '2026-11-22T09:00:00.000Z';

/** The salt of every receipt of these tests. */
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
	/** Numbers of the notice's dwellings, most wanted first. */
	choices: readonly number[];
	household?: Household;
	health?: HealthFacts;
	account?: Actor;
};

type Closed = {
	/** `row`: what the register has of it beside its net area of 58 m2. */
	dwellings?: readonly { setAside?: readonly string[]; row?: Partial<Insertable<DwellingsTable>> }[];
	/** What the register has of the building of all of them. */
	building?: Partial<Insertable<BuildingsTable>>;
	applications: readonly Asks[];
	beacon?: string | null;
	closesAt?: string;
	/** Days for corrections; none: the first version is final. */
	corrections?: number;
};

/** A notice that closed and had its public draw, its dwellings (`dwelling-1` of N), and the requests sent under it. */
export async function aClosedNotice({ transact }: TestDatabase, { applications, ...given }: Closed) {
	const { dwellings = [{}, {}], beacon = 'beac07', closesAt = '2026-11-21T22:59:59.999Z', corrections = 0 } = given;
	const days = { ...agency2026.procedure!.value, corrections };
	const rules = { ...agency2026, procedure: { ...agency2026.procedure!, value: days } };
	const noticeId = newId();
	const dwellingIds = dwellings.map(() => newId());
	await transact(async (trx) => {
		const owner = newId();
		const building = newId();
		await trx
			.insertInto('organisations')
			.values({ id: owner, kind: 'owner', name: 'Comune', created_at: NOW })
			.execute();
		await trx
			.insertInto('buildings')
			.values({
				id: building,
				code: building,
				street: 'Via Hermada',
				street_number: '2',
				municipality: 'Milano',
				synthetic: 1,
				created_at: NOW,
				...given.building
			})
			.execute();
		await trx
			.insertInto('notices')
			.values({
				id: noticeId,
				code: noticeId,
				source: 'own',
				title_it: 'Alloggi ripristinati',
				title_en: 'Restored homes',
				summary_it: '',
				summary_en: '',
				rule_set_id: agency2026.id,
				rule_set: JSON.stringify(rules),
				rule_set_hash: '00',
				max_choices: 5,
				offer_days: 10,
				opens_at: '2026-10-01T08:00:00.000Z',
				closes_at: closesAt,
				beacon_source: 'drand 1',
				beacon,
				synthetic: 1,
				created_at: NOW
			})
			.execute();
		await trx
			.insertInto('notice_events')
			.values([
				{ id: newId(), notice_id: noticeId, event: 'opened', at: '2026-10-01T08:00:00.000Z' },
				{ id: newId(), notice_id: noticeId, event: 'beacon_recorded', at: '2026-11-22T08:00:00.000Z' }
			])
			.execute();
		for (const [index, id] of dwellingIds.entries()) {
			await trx
				.insertInto('dwellings')
				.values({
					id,
					code: `dwelling-${index + 1}-${id.slice(-6)}`,
					building_id: building,
					owner_id: owner,
					erp: 0,
					net_area_dm2: 5800,
					search: '',
					synthetic: 1,
					created_at: NOW,
					...dwellings[index]?.row
				})
				.execute();
			await trx
				.insertInto('notice_dwellings')
				.values({
					notice_id: noticeId,
					dwelling_id: id,
					list: 'comune',
					set_aside: JSON.stringify(dwellings[index]?.setAside ?? [])
				})
				.execute();
		}
		const key = await createDataKey(trx, NOW);
		const requests = applications.map((asks, index) => {
			const id = newId();
			const household = asks.household ?? aHousehold();
			const health = asks.health ?? noHealthFacts;
			const choices = asks.choices.map((number) => dwellingIds[number - 1]!);
			const declared = declaredRow({ notice: noticeId, pseudonym: asks.pseudonym, household, health, choices });
			return {
				id,
				notice_id: noticeId,
				account_id: asks.account?.id ?? null,
				pseudonym: asks.pseudonym,
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
		});
		await insertAll(trx, { applications: requests });
	});
	return { noticeId, dwellingIds };
}
