import type { Transaction } from 'kysely';
import { savePersonTold } from '$lib/server/people/persons/told-persons';
import { insertHouseholdPerson } from '$lib/server/requests/applications/household-repository';
import { storedHousehold } from '$lib/server/requests/applications/stored-household';
import type { Database } from '$lib/server/schema';
import type { DemoAccountKey } from './accounts';
import type { World } from './world';

/** The invented names of the members of a household, the applicant left out, in their order. */
const names = {
	richiedente: ['Lina', 'Samir']
} as const satisfies Partial<Record<DemoAccountKey, readonly string[]>>;

/** Names the members of the households of the demo accounts, as the accounts would before they send. */
export async function playMembers(trx: Transaction<Database>, { rows, cast, load }: World): Promise<void> {
	for (const key of Object.keys(names) as (keyof typeof names)[]) {
		const request = rows.applications!.find(({ account_id }) => account_id === cast[key].id)!;
		const others = storedHousehold(request.facts).members.filter(({ relation }) => relation !== 'applicant');
		for (const [at, givenName] of names[key].entries()) {
			const told = { id: null, names: { givenName, familyName: 'Esempio', taxCode: '' } };
			const personId = await savePersonTold(trx, told, cast[key], load.at(-280));
			await insertHouseholdPerson(trx, { requestId: request.id, member: others[at]!.id, personId });
		}
	}
}
