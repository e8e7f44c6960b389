import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { gulpease } from '../../support/gulpease';
import { residentMessages } from '../../support/resident-messages';

const FOLDER = 'src/lib/i18n/messages/it';
const LEAST = 60;
const MEDIAN = 70;

const textsOf = (message: unknown): string[] =>
	typeof message === 'string'
		? [message]
		: (message as { match: Record<string, string> }[]).flatMap(({ match }) => Object.values(match));
const italian = readdirSync(FOLDER).flatMap((file) =>
	Object.entries(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Record<string, unknown>)
);
const read = residentMessages();
const texts = italian.flatMap(([key, message]) =>
	read.has(key) ? textsOf(message).map((text) => ({ key, text })) : []
);

it('measures as its authors do', () => {
	// 9 words, 41 letters, 1 sentence: 89 + (300 - 410) / 9.
	expect(gulpease('Oggi il gatto di Maria dorme sul tetto rosso.')).toBeCloseTo(89 + (300 - 10 * 36) / 9, 5);
	expect(gulpease('Casa.')).toBe(100);
});

it('covers what residents read', () => {
	expect(texts.length).toBeGreaterThan(700);
	for (const key of ['home_lead', 'apply_isee_hint', 'offer_refuse', 'auth_mail_confirm_text', 'landlord_accept_note'])
		expect(read).toContain(key);
	expect(read).not.toContain('import_lead');
});

it('each text that a resident reads can be read with middle school', () => {
	const hard = texts.filter(({ text }) => gulpease(text) < LEAST);
	expect(hard.map(({ key, text }) => `${Math.round(gulpease(text))} ${key}: ${text}`)).toEqual([]);
});

it('and most of them more easily', () => {
	const sorted = texts.map(({ text }) => gulpease(text)).sort((a, b) => a - b);
	expect(sorted[Math.floor(sorted.length / 2)]).toBeGreaterThanOrEqual(MEDIAN);
});

it('writes one apostrophe in every language', () => {
	const straight = ['it', 'en'].flatMap((language) =>
		readdirSync(`src/lib/i18n/messages/${language}`).filter((file) =>
			/[\p{L}\d}]'/u.test(readFileSync(`src/lib/i18n/messages/${language}/${file}`, 'utf8'))
		)
	);
	expect(straight).toEqual([]);
});

it('says tu to everybody', () => {
	const formal =
		/\b(Scelga|Scriva|Misuri|Guardi|Riprovi|Ricarichi|Svuoti|mandi di nuovo|Inserisca|Aspetti|[Ll]a preghiamo|Suo accesso)\b/;
	const said = italian.flatMap(([key, message]) =>
		textsOf(message).flatMap((text) => (formal.test(text) ? [key] : []))
	);
	expect(said).toEqual([]);
});
