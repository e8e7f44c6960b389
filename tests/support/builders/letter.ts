import type { Letter } from '$lib/server/people/messages/letters-service';

/** A letter to print, as the portal writes one. */
export const aLetter = (changes: Partial<Letter> = {}): Letter => ({
	id: 'letter',
	at: '2026-11-20T09:00:00.000Z',
	name: 'Nadia Esempio',
	postal: ['via Padova 3', '20127 Milano'],
	onlySafe: false,
	template: 'offer_made',
	locale: 'it',
	subject: 'Hai una proposta: rispondi entro mercoledì 2 dicembre',
	text: 'Ciao Nadia,\n\nc’è una casa per la tua famiglia.\n\nPer vederla:\nhttps://chiavi.example/my/offers/1',
	path: '/my/offers/1',
	reference: null,
	...changes
});
