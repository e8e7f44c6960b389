import { afterAll, describe, expect, it } from 'vitest';
import english from '$lib/i18n/messages/en/audit.json';
import italian from '$lib/i18n/messages/it/audit.json';
import { getLocale, overwriteGetLocale } from '$lib/paraglide/runtime';
import { eventName, storedEventName, storedSubjectName, subjectName } from '$lib/server/platform/audit/event-names';
import { auditEvents, auditSubjects } from '$lib/server/platform/audit/events';

const keys = [...auditEvents.map((name) => `act_${name}`), ...auditSubjects.map((name) => `acted_on_${name}`)].sort();

describe.each([
	['it', italian],
	['en', english]
])('in %s', (_, messages) => {
	it('every act and every subject has words of its own, and no words are of nothing', () => {
		const acts = Object.entries(messages).filter(([key]) => /^act(ed_on)?_/.test(key));
		expect(acts.map(([key]) => key).sort()).toEqual(keys);
		expect(acts.filter(([, words]) => words.includes('_') || words.trim() === '')).toEqual([]);
		const sentences = acts.filter(([key]) => key.startsWith('act_')).map(([, words]) => words);
		expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([]);
	});
});

const before = getLocale;
afterAll(() => overwriteGetLocale(before));

it('names are those of the language of the page', () => {
	overwriteGetLocale(() => 'en');
	expect([eventName('offer_made'), subjectName('offer')]).toEqual(['Offered a dwelling', 'Offer of a dwelling']);
	overwriteGetLocale(() => 'it');
	expect([eventName('offer_made'), subjectName('offer')]).toEqual(['Ha proposto un alloggio', 'Proposta di alloggio']);
});

it('an act that an earlier release named otherwise is shown as it is written', () => {
	expect(storedEventName('offer_sent')).toBe('offer_sent');
	expect(storedSubjectName('letter')).toBe('letter');
});
