import type { PersonNames } from '$lib/domain/person/person';
import type { ShownContact } from '$lib/domain/person/shown-contact';
import { longWord } from './texts';

/** An invented person. The numbers are no one's. */
export const names: PersonNames = { givenName: 'Nadia', familyName: 'Esempio', taxCode: '' };
export const longNames: PersonNames = { givenName: longWord, familyName: longWord, taxCode: 'HDDNDA86E54F205O' };

export const usualContact: ShownContact = {
	isProtected: false,
	way: 'phone',
	email: 'nadia@example.org',
	phone: '+39 02 0000 4512',
	address: ['Via dell’Esempio 12', '20100 Milano'],
	spoken: 'ar'
};
export const safeContact: ShownContact = {
	isProtected: true,
	safeContact: 'Centro Esempio, 02 0000 0000',
	spoken: 'it'
};
