import { describe, expect, it } from 'vitest';
import { mailAddress, normaliseEmail, oddInAddress } from '$lib/server/platform/accounts/mail-address';

describe('an address that a mail server could take', () => {
	it.each([
		['anna@città.example', 'anna@xn--citt-3na.example'],
		['anna@例え.テスト', 'anna@xn--r8jz45g.xn--zckzah'],
		['josé@example.com', 'josé@example.com'],
		['anna..rossi@docomo.example', 'anna..rossi@docomo.example'],
		["d'angelo@example.com", "d'angelo@example.com"],
		['a+b@example.com', 'a+b@example.com'],
		[' Anna@Example.COM ', 'anna@example.com'],
		['a'.repeat(64) + '@example.com', 'a'.repeat(64) + '@example.com']
	])('%s', (typed, kept) => expect(mailAddress(typed)).toBe(kept));

	it('is the same account in every written form', () => {
		const forms = ['Jose\u0301@CITTÀ.example', 'josé@citta\u0300.example', 'josé@xn--citt-3na.example'];
		expect(new Set(forms.map(normaliseEmail))).toEqual(new Set(['josé@xn--citt-3na.example']));
	});
});

it.each([
	['no sign', 'anna.example.com'],
	['nothing before it', '@example.com'],
	['nothing behind it', 'anna@'],
	['a domain without a dot', 'anna@localhost'],
	['a number for a domain', 'anna@192.0.2.1'],
	['an empty part of the domain', 'anna@example..com'],
	['a hyphen at the edge of the domain', 'anna@-example.com'],
	['an underscore in the domain', 'anna@ex_ample.com'],
	['a blank', 'anna rossi@example.com'],
	['a line break', 'anna@example.com\nbcc: x@example.com'],
	['two signs', 'anna@rossi@example.com'],
	['a wide sign that becomes a second one', 'anna＠evil.example@example.com'],
	['angle brackets', '<anna@example.com>'],
	['a sign that nobody sees', 'an\u200bna@example.com'],
	['65 letters before the sign', `${'a'.repeat(65)}@example.com`],
	['64 letters of two octets', `${'é'.repeat(64)}@example.com`],
	['255 signs', `anna@${'abcdefgh.'.repeat(28)}example`]
])('no server takes %s', (_, typed) => expect(mailAddress(typed)).toBeUndefined());

it.each([
	['josé@example.com', 'letters'],
	['anna..rossi@docomo.example', 'dots'],
	['.anna@example.com', 'dots'],
	['anna@città.example', null],
	["d'angelo+casa@example.com", null]
])('what is rare in %s', (email, odd) => expect(oddInAddress(email)).toBe(odd));
