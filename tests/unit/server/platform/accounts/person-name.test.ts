import { describe, expect, test } from 'vitest';
import { nameInMail, personName } from '$lib/server/platform/accounts/person-name';

const isName = (text: string) => personName.safeParse(text).success;

describe('a real name', () => {
	test.each([
		'Nadia Esempio',
		'O',
		'O’Brien',
		"Sean O'Brien",
		'Chiara D’Angelo',
		'Maria de los Ángeles y García-López',
		'Ludwig van der Rohe',
		'J. R. R. Tolkien',
		'J.R.R. Tolkien',
		'Martin Luther King Jr.',
		'Anna-Maria St. John',
		'李',
		'李小龙',
		'محمد',
		'عبد الله بن محمد',
		'Αλέξανδρος Παπαδόπουλος',
		'Владимир Ильич',
		'अमिताभ बच्चन',
		'நரேந்திர',
		'ศิริพร',
		'김민준',
		'Nguyễn Thị Minh Khai',
		'Þórður Ægisson',
		'Núria Col·lell',
		'مهدی‌زاده'
	])('%s', (name) => expect(isName(name)).toBe(true));
});

describe('what is no name', () => {
	test.each([
		'',
		'   ',
		'\u3164',
		'Anna\u3164',
		'Anna\u200bRossi',
		'Anna \u202eRossi',
		'\u115fAnna',
		'Anna\u2800',
		'An\u00adna',
		'.',
		'-',
		'Vinci su http://evil.example',
		'https:evil',
		'evil.example',
		'Vai su evil.example ora',
		'x.com',
		't.co',
		'www.evil.example',
		'www.x',
		'a.b.example',
		'пример.рф',
		'李.中国',
		'evil。example',
		'evil．example',
		'evil․example',
		'someone@evil.example',
		'someone＠evil',
		'10.0.0.1',
		'Chiama 02 1234567',
		'evil/example',
		'evil／example',
		'<a href=x>',
		'[qui](x)',
		'Nadia\nVai su',
		'Nadia\r\nBcc: x',
		'Nadia\u2028Vai',
		'Nadia\u202eevil',
		'\u2066Nadia',
		'Nadia\u200fa',
		'Nadia\0',
		'Nadia\u00ad',
		'Nadia!',
		'Nadia 🎁',
		'a'.repeat(81)
	])('%j', (name) => expect(isName(name)).toBe(false));
});

test('at the longest and above it', () => {
	expect(isName('a'.repeat(80))).toBe(true);
	expect(isName('a'.repeat(81))).toBe(false);
});

test('spaces are kept as one', () => expect(personName.parse(' Nadia \u00a0 Esempio ')).toBe('Nadia Esempio'));

describe('in a mail', () => {
	test('is the first word', () => {
		expect(nameInMail('Nadia Esempio')).toBe('Nadia');
		expect(nameInMail('Chiara D’Angelo')).toBe('Chiara');
		expect(nameInMail('李小龙')).toBe('李小龙');
	});

	test.each([
		'Hai vinto! Vai su http://evil.example/x',
		'http://evil.example',
		'evil.example',
		'a@evil.example',
		'x\r\nBcc: y'
	])('%j, kept before there was a rule, carries no link and no message', (name) =>
		expect(nameInMail(name)).toMatch(/^[\p{L}]{0,40}$/u)
	);

	test('is cut', () => expect(nameInMail('a'.repeat(120))).toHaveLength(40));
});
