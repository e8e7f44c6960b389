import '../../../../support/settings';
import { dictionary } from '@zxcvbn-ts/language-common';
import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { attemptKeys, networkOf } from '$lib/server/platform/auth/attempt-keys';
import { knownDevice, markDevice } from '$lib/server/platform/auth/known-device';
import { checkPassword, hashPassword } from '$lib/server/platform/auth/password';
import { weakness } from '$lib/server/platform/auth/password-rule';
import { mayEnter, needsSecondFactor } from '$lib/server/platform/auth/second-factor-rule';
import { describeOffer, offerSecret, openOffer, stepOfCode } from '$lib/server/platform/auth/totp';

describe('passwords', () => {
	test('are hashed with argon2id, 19 MiB, two passes, one lane', async () => {
		const hashed = await hashPassword('cavallo batteria graffetta');
		expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await checkPassword(hashed, 'cavallo batteria graffetta')).toBe(true);
		expect(await checkPassword(hashed, 'cavallo batteria')).toBe(false);
	});
	test('open nothing without an account or before one is chosen', async () => {
		expect(await checkPassword(undefined, 'nobody has this password')).toBe(false);
		expect(await checkPassword('', 'nobody has this password')).toBe(false);
	});
	test.each([
		['nove lett', 'too-short'],
		['dieci lett', null],
		['a'.repeat(200) + 'b', 'too-long'],
		['aaaaaaaaaaaa', 'too-common'],
		['PASSWORD123', 'too-common'],
		['maria.rossi@example.org', 'too-common'],
		['ｐａｓｓｗｏｒｄ１２３', 'too-common'],
		['Dragon2026!', 'too-common'],
		['!!!monkey1999', 'too-common'],
		['sunshinesunshine', 'too-common'],
		['chiavi.milano.2026', 'too-common'],
		['CasaCasa2026', 'too-common'],
		['juventus10', 'too-common'],
		['Nicolò2026!!', 'too-common'],
		['Nicolò2026!!'.normalize('NFD'), 'too-common'],
		['la casa di mia nonna', null],
		['uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici', null],
		['8392017465', null],
		['e\u0301'.repeat(9), 'too-short'],
		['😀😀😀😀😀', 'too-short']
	])('the rule of passwords: %s is %s', (password, problem) =>
		expect(weakness(password, ['maria.rossi@example.org', 'Nicolò Verdi'])).toBe(problem)
	);
});

describe('a much used password', () => {
	const used = dictionary['passwords-common'].slice(0, 3_000).map(String);
	test('is refused, in every written form and with a year after it', () => {
		expect(used).toHaveLength(3_000);
		const forms = used.flatMap((password) =>
			['NFC', 'NFD', 'NFKC'].flatMap((form) => [password.normalize(form), password.toUpperCase().normalize(form)])
		);
		expect(forms.filter((password) => weakness(password, []) === null)).toEqual([]);
		const letters = used.filter((password) => /^[a-z]{4,}$/.test(password));
		expect(letters.length).toBeGreaterThan(1_000);
		expect(letters.filter((password) => weakness(`${password}20261!`, []) === null)).toEqual([]);
	});
});

describe('second factor', () => {
	const account = { role: 'officer', demo: false, hasSecondFactor: false } as const;
	test('is owed by every role that sees other people’s data, by who chose it, and not by demo accounts', () => {
		for (const role of ['caseworker', 'officer', 'manager', 'programme', 'auditor', 'administrator'] as const)
			expect(needsSecondFactor({ ...account, role })).toBe(true);
		// Both see each other by pseudonym only (tests/integration/letting/proposals/thread.test.ts).
		for (const role of ['applicant', 'landlord'] as const) expect(needsSecondFactor({ ...account, role })).toBe(false);
		expect(needsSecondFactor({ ...account, role: 'applicant', hasSecondFactor: true })).toBe(true);
		expect(needsSecondFactor({ ...account, demo: true })).toBe(false);
	});
	test('demo accounts, which owe none, enter no portal but a demo', () => {
		expect(mayEnter({ demo: true }, false)).toBe(false);
		expect(mayEnter({ demo: true }, true)).toBe(true);
	});

	const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
	const epoch = 1_800_000_000;
	const code = generateSync({ secret, epoch });
	const step = epoch / 30;
	test('a code counts for its step, with one step of tolerance', () => {
		expect(stepOfCode(secret, code, null, epoch)).toBe(step);
		expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, null, epoch)).toBe(step);
		expect(stepOfCode(secret, code, null, epoch + 30)).toBe(step);
		expect(stepOfCode(secret, code, null, epoch + 90)).toBeNull();
	});
	test('a code is refused a second time', () => {
		expect(stepOfCode(secret, code, step, epoch)).toBeNull();
		expect(stepOfCode(secret, code, step - 1, epoch)).toBe(step);
	});
	test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345'])('%j is no code', (text) =>
		expect(stepOfCode(secret, text, null, epoch)).toBeNull()
	);
	test('an offered secret opens for its account only', () => {
		const offer = offerSecret('a');
		expect(openOffer('a', offer)).toMatch(/^[A-Z2-7]{32}$/);
		expect(openOffer('b', offer)).toBeNull();
		expect(openOffer('a', 'tampered')).toBeNull();
		expect(describeOffer('a', offer, 'Prova')?.groups).toHaveLength(8);
	});
});

describe('what tries are counted against', () => {
	test('an IPv6 household is one address', () => {
		expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'));
		expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
		expect(networkOf('::ffff:192.0.2.7')).toBe('::ffff:192.0.2.7');
		expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
	});
	test('a device that signed in is counted by itself, for its own account', () => {
		const mark = markDevice('Maria@Example.org');
		expect(knownDevice(mark, 'maria@example.org')).not.toBeNull();
		expect(knownDevice(mark, 'other@example.org')).toBeNull();
		expect(knownDevice(`x${mark}`, 'maria@example.org')).toBeNull();
		expect(knownDevice(undefined, 'maria@example.org')).toBeNull();
		expect(knownDevice('.', 'maria@example.org')).toBeNull();
		const from = { email: 'maria@example.org', address: '192.0.2.7' };
		const limitsOf = (knownDevice: string | null) => {
			const { refusing, slowing } = attemptKeys({ ...from, knownDevice });
			return [refusing, slowing].map((keys) => keys.map(([limit]) => limit));
		};
		expect(limitsOf('d')).toEqual([['device'], []]);
		expect(limitsOf(null)).toEqual([['pair', 'address'], ['account']]);
	});
});
