import type { Transaction } from 'kysely';
import type { PersonFacts } from '$lib/domain/person/person';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import type { Database } from '$lib/server/schema';
import type { DemoAccountKey } from './accounts';
import { allowed } from './play-rounds';
import type { World } from './world';

type Told = Partial<PersonFacts> & Pick<PersonFacts, 'givenName'>;

/** The invented people whom the agency has to reach. The numbers and the streets are no one's. */
const people: Partial<Record<DemoAccountKey, Told>> = {
	richiedente: { givenName: 'Nadia', phone: '+39 02 0000 4512', street: 'Via dell’Esempio 12', channel: 'email' },
	richiedente2: { givenName: 'Rita', phone: '+39 02 0000 4513', street: 'Via dell’Esempio 31', channel: 'phone' },
	richiedente3: {
		givenName: 'Sara',
		safeContact: 'Sportello dell’Esempio, 02 0000 4599',
		ordinaryWays: 'nothing',
		taxCode: '12345678903'
	},
	proprietario: { givenName: 'Pietro', phone: '+39 02 0000 4601', street: 'Via del Modello 4', channel: 'phone' },
	nucleo1: { givenName: 'Bruno', phone: '+39 02 0000 4521', street: 'Via della Prova 1', channel: 'email' },
	nucleo2: { givenName: 'Carla', phone: '+39 02 0000 4522', street: 'Via della Prova 2', channel: 'letter' },
	nucleo3: { givenName: 'Dino', phone: '+39 02 0000 4523', street: 'Via della Prova 3', channel: 'email' },
	nucleo4: { givenName: 'Elsa', phone: '+39 02 0000 4524', street: 'Via della Prova 4', channel: 'phone' },
	nucleo5: { givenName: 'Fulvio', phone: '+39 02 0000 4525', street: 'Via della Prova 5', channel: 'email' },
	nucleo6: { givenName: 'Gina', phone: '+39 02 0000 4526', street: 'Via della Prova 6', channel: 'email' },
	nucleo7: { givenName: 'Hamid', phone: '+39 02 0000 4527', street: 'Via della Prova 7', channel: 'email' },
	proprietario2: { givenName: 'Pia', phone: '+39 02 0000 4602', street: 'Via del Modello 9', channel: 'email' }
};

const blank = { taxCode: '', birthPlace: 'Milano', postcode: '20100', town: 'Milano', safeContact: '' } as const;

/** Saves the contact details of the demo accounts, as they would themselves. */
export async function playPersons(trx: Transaction<Database>, { cast, load }: World): Promise<void> {
	for (const [key, told] of Object.entries(people) as [DemoAccountKey, Told][]) {
		const facts: PersonFacts = {
			...{
				...blank,
				familyName: 'Esempio',
				phone: '',
				street: '',
				ordinaryWays: 'unsaid',
				channel: 'email',
				spoken: 'it'
			},
			...told
		};
		allowed(await saveOwnPerson(trx, () => facts, cast[key], load.at(-290)));
	}
}
