import '../../../../support/settings';
import { describe, expect, it } from 'vitest';
import { contactForm, contactValues, suggestedValues } from '$lib/server/people/persons/contact-form';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { aPerson } from '../../../../support/builders/person';

function send(changes: Record<string, string> = {}) {
	const form = new FormData();
	const whole = { ...contactValues(aPerson()), ...changes };
	for (const [name, value] of Object.entries(whole)) form.set(name, value);
	return parseForm(contactForm, form);
}
const errorsOf = (changes: Record<string, string>) => {
	const read = send(changes);
	return read.ok ? [] : Object.keys(read.errors).sort();
};

describe('the form of one’s details', () => {
	it('comes back as it was saved', () => expect(send()).toEqual({ ok: true, data: aPerson() }));

	it('needs the names and a channel, and names every field that is wrong at once', () => {
		const read = parseForm(contactForm, new FormData());
		expect(read.ok).toBe(false);
		expect(errorsOf({ givenName: '', familyName: '12', channel: 'pigeon' })).toEqual([
			'channel',
			'familyName',
			'givenName'
		]);
		expect(errorsOf({ givenName: '', channel: 'phone', phone: '' })).toEqual(['givenName', 'phone']);
	});

	it('needs what the channel needs', () => {
		expect(errorsOf({ channel: 'phone', phone: '' })).toEqual(['phone']);
		expect(errorsOf({ channel: 'letter', street: '', town: '' })).toEqual(['street', 'town']);
		expect(errorsOf({ ordinaryWays: 'nothing', safeContact: '' })).toEqual(['safeContact']);
		expect(errorsOf({ channel: 'email', phone: '', street: '', town: '', postcode: '' })).toEqual([]);
	});

	it.each(["D'Amico", 'De’ Rossi', 'O', 'Ng', 'محمد', '王', 'Nguyễn Thị', 'Jean-Luc'])('takes the name %s', (name) =>
		expect(send({ familyName: name })).toMatchObject({ ok: true, data: { familyName: name } })
	);

	it('refuses texts without end and signs that nobody sees', () => {
		expect(errorsOf({ givenName: 'a'.repeat(81), street: 'v'.repeat(121) })).toEqual(['givenName', 'street']);
		expect(errorsOf({ familyName: 'Rossi\u202eissoR' })).toEqual(['familyName']);
	});

	it('keeps a known number in one form, and an unknown one as typed', () => {
		expect(send({ phone: '0039 3331234567' })).toMatchObject({ data: { phone: '+39 333 123 4567' } });
		expect(send({ phone: '+33 6 12 34 56 78' })).toMatchObject({ data: { phone: '+33 6 12 34 56 78' } });
		expect(send({ phone: 'chiedere a Omar' })).toMatchObject({ data: { phone: 'chiedere a Omar' } });
	});
});

describe('suggestedValues', () => {
	it('takes two words of a name for a name and a surname', () => {
		expect(suggestedValues('Maria Rossi')).toMatchObject({ givenName: 'Maria', familyName: 'Rossi', channel: 'email' });
	});
	it.each(['Maria', 'Maria Rosa De Luca', ''])('leaves the fields of “%s” empty', (name) => {
		expect(suggestedValues(name)).toMatchObject({ givenName: '', familyName: '' });
	});
});
