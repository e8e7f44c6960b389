import type { Transaction } from 'kysely';
import { noNeeds, type Needs } from '../../../src/lib/domain/accessibility/needs';
import type { Actor, Role } from '../../../src/lib/server/platform/auth/actor';
import type { Database } from '../../../src/lib/server/schema';
import { newId } from '../../../src/lib/server/ids';
import { askForHome } from '../../../src/lib/server/letting/home-searches/service';
import { inspectListing, publishListing } from '../../../src/lib/server/letting/listings/inspection-service';
import type { ListingAnswers } from '../../../src/lib/domain/matching/listing';
import type { ListingMeasures } from '../../../src/lib/domain/matching/listing-measures';
import { beginListing, saveStep, sendListing } from '../../../src/lib/server/letting/listings/service';
import type { TenantFacts } from '../../../src/lib/server/letting/home-searches/home-search';
import { withContact } from './person';
import type { TestDatabase } from '../database';

export const NOW = '2026-11-22T10:00:00.000Z';

export const unmeasured: ListingMeasures = {
	stepFreeEntrance: null,
	entranceDoorMm: null,
	lift: null,
	liftDoorMm: null,
	liftCabinWidthMm: null,
	liftCabinDepthMm: null,
	liftLandingMm: null,
	flatDoorMm: null,
	thresholdMm: null,
	innerDoorMm: null,
	corridorMm: null,
	turningMm: null,
	wcSideMm: null,
	wcFrontMm: null,
	showerFloorLevel: null
};

/** A flat of 60 m2 in zone 3, band 2: 480.00 to 725.00 euro a month. */
export const homeAnswers: Required<ListingAnswers> = {
	address: { street: 'Via Inventata', streetNumber: '7', unit: null, zone: 3 },
	flat: {
		areaDm2: 60_00,
		netAreaDm2: 55_00,
		rooms: 3,
		floor: 1,
		cadastralCategory: 'A/3',
		energyClass: 'D',
		elements: ['A1', 'A2', 'A3', 'A4', 'B1'],
		stoves: false
	},
	access: { survey: true, measures: unmeasured },
	rent: { years: 3, furnished: 'no', rentCents: 700_00, availableFrom: '2027-01-01', conditions: [] }
};

export async function anAccount(database: TestDatabase, role: Role): Promise<Actor> {
	const id = newId();
	await database.transact((trx) => insertAccount(trx, id, role));
	return { id, role, name: 'Prova Esempio', organisationId: null, demo: true };
}

async function insertAccount(trx: Transaction<Database>, id: string, role: Role): Promise<void> {
	await trx
		.insertInto('accounts')
		.values({ id, email: `${id}@chiavi.example`, name: 'Prova Esempio', role, password_hash: 'x', created_at: NOW })
		.execute();
}

/** A listing with every step answered, and sent on request. */
export async function aListing(
	database: TestDatabase,
	landlord: Actor,
	changes: { answers?: Partial<Required<ListingAnswers>>; sent?: boolean } = {}
): Promise<string> {
	const id = newId();
	await withContact(database, landlord, NOW);
	const answers = { ...homeAnswers, ...changes.answers };
	await database.transact((trx) => beginListing(trx, id, answers.address, landlord, NOW));
	const { flat, access, rent } = answers;
	await database.transact((trx) => saveStep(trx, id, { flat, access, rent }, landlord, NOW));
	if (changes.sent ?? true) await database.transact((trx) => sendListing(trx, id, landlord, NOW));
	return id;
}

export async function aPublishedListing(
	database: TestDatabase,
	landlord: Actor,
	officer: Actor,
	changes: { answers?: Partial<Required<ListingAnswers>>; measures?: Partial<ListingMeasures> } = {}
): Promise<string> {
	const id = await aListing(database, landlord, { answers: changes.answers });
	const measures = { ...unmeasured, ...changes.measures };
	const inspection = { on: '2026-11-22', note: '', netAreaDm2: 55_00, measures };
	await database.transact((trx) => inspectListing(trx, id, inspection, officer, NOW));
	await database.transact((trx) => publishListing(trx, id, officer, NOW));
	return id;
}

/** A household of three that looks for a home. Three people need 48 to 65 m2. */
export async function aTenant(
	database: TestDatabase,
	changes: Partial<TenantFacts> & { needs?: Partial<Needs> } = {}
): Promise<{ actor: Actor; requestId: string }> {
	const actor = await anAccount(database, 'applicant');
	const { needs, ...facts } = changes;
	const input = {
		...{ people: 3, iseeCents: 18_000_00, yearlyIncomeCents: 28_000_00, neededBy: null, smokes: false, hasPets: false },
		...facts,
		needs: { ...noNeeds, ...needs }
	};
	const asked = await database.transact((trx) => askForHome(trx, input, actor, NOW));
	if (!asked.ok) throw new Error(asked.problem);
	return { actor, requestId: asked.id };
}
