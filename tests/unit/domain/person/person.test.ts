import { describe, expect, it } from 'vitest';
import { contactGap } from '$lib/domain/person/person';
import { shownContact } from '$lib/domain/person/shown-contact';
import { aPerson } from '../../../support/builders/person';

describe('what is missing before an office can reach somebody', () => {
	it('nothing, with names and a way', () => {
		expect(contactGap(aPerson({ phone: '', street: '', town: '' }), false)).toBeNull();
	});

	it('is everything before the first save', () => expect(contactGap(null, false)).toBe('contact-missing'));

	it.each([
		['a name', { familyName: '' }],
		['the number for messages', { channel: 'phone', phone: '' }],
		['the street of letters', { channel: 'letter', street: '' }],
		['the town of letters', { channel: 'letter', town: '' }]
	] as const)('is %s', (_, changes) => expect(contactGap(aPerson(changes), false)).toBe('contact-missing'));

	it('is a safe contact where violence is declared, or where nothing else may be used', () => {
		expect(contactGap(aPerson(), true)).toBe('safe-contact-missing');
		expect(contactGap(aPerson({ ordinaryWays: 'nothing' }), false)).toBe('safe-contact-missing');
		expect(contactGap(aPerson({ ordinaryWays: 'nothing', safeContact: 'Centro Esempio' }), true)).toBeNull();
	});
});

describe('what is shown of a contact', () => {
	it('is the whole of it for most people', () => {
		expect(shownContact(aPerson({ postcode: '' }), { email: 'nadia@example.org', hasSms: false }, false)).toEqual({
			isProtected: false,
			way: 'email',
			email: 'nadia@example.org',
			phone: '+39 333 123 4567',
			address: ['Via Inventata 7', 'Milano'],
			spoken: 'it'
		});
	});

	it.each([
		['phone', true, 'sms'],
		['phone', false, 'phone'],
		['io', true, 'io'],
		['letter', true, 'letter']
	] as const)('says for %s, with an SMS gateway or without (%s): %s', (channel, hasSms, way) => {
		expect(shownContact(aPerson({ channel }), { email: 'nadia@example.org', hasSms }, false)).toMatchObject({ way });
	});

	it.each([
		['who asked for it', aPerson({ ordinaryWays: 'nothing', safeContact: 'Centro Esempio' }), false],
		['whose request tells of violence', aPerson({ safeContact: 'Centro Esempio' }), true]
	])('is the safe contact alone for somebody %s', (_, person, violence) => {
		const shown = shownContact(person, { email: 'nadia@example.org', hasSms: false }, violence);
		expect(shown).toEqual({ isProtected: true, safeContact: 'Centro Esempio', spoken: 'it' });
		expect(JSON.stringify(shown)).not.toMatch(/333|Inventata|example\.org/);
	});
});
