import type { Relation } from '$lib/domain/household/choices';
import type { PersonFacts, PersonNames } from '$lib/domain/person/person';
import type { HealthFacts } from '$lib/domain/accessibility/needs';
import { savePersonTold } from '$lib/server/people/persons/told-persons';
import type { Actor } from '$lib/server/platform/auth/actor';
import { insertHouseholdPerson } from '$lib/server/requests/applications/household-repository';
import type { TestDatabase } from '../database';
import { aClosedNotice, anAccount, NOW } from './closed-notice';
import { aHousehold } from './household';
import { withContact } from './person';

type Told = Partial<PersonNames> & { readonly born: string; readonly relation?: Relation };
type Household = {
	readonly applicant: Told & Partial<PersonFacts>;
	readonly others?: readonly Told[];
	readonly health?: HealthFacts;
	/** The account of an earlier household. */
	readonly by?: Actor;
};

/** Requests of households at one notice, each with an account of its own and names for everybody. */
export async function toldHouseholds(database: TestDatabase, households: readonly Household[]) {
	const told: Telling[] = [];
	for (const { by, ...household } of households)
		told.push({ ...household, account: by ?? (await anAccount(database, 'applicant')) });
	const applications = told.map(asking);
	const { noticeId } = await aClosedNotice(database, { applications });
	const requests = [];
	for (const [index, one] of told.entries()) {
		const { id, protocol } = await database.db
			.selectFrom('applications')
			.select(['id', 'protocol'])
			.where('notice_id', '=', noticeId)
			.where('pseudonym', '=', applications[index]!.pseudonym)
			.executeTakeFirstOrThrow();
		await tellNames(database, id, one);
		requests.push({ id, protocol, account: one.account });
	}
	return { noticeId, requests };
}

type Telling = Omit<Household, 'by'> & { readonly account: Actor };

function asking({ applicant, others = [], account, health }: Telling, index: number) {
	const members = [{ ...applicant, relation: 'applicant' as const }, ...others].map((one, number) => ({
		...{ id: `m${number + 1}`, relation: one.relation ?? ('child' as const), birthDate: one.born }
	}));
	const pseudonym = `T${account.id.slice(-6)}-${index}`;
	return { pseudonym, choices: [1], account, household: aHousehold({ members }), ...(health && { health }) };
}

async function tellNames(database: TestDatabase, requestId: string, { account, applicant, others = [] }: Telling) {
	const { born: _, relation: _own, ...facts } = applicant;
	await withContact(database, account, NOW, { phone: '', taxCode: '', ...facts });
	for (const [index, { givenName = '', familyName = '', taxCode = '' }] of others.entries())
		await database.transact(async (trx) => {
			const names = { givenName, familyName, taxCode };
			const personId = await savePersonTold(trx, { id: null, names }, account, NOW);
			await insertHouseholdPerson(trx, { requestId, member: `m${index + 2}`, personId });
		});
}
