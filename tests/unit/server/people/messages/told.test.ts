import '../../../../support/settings';
import { describe, expect, it } from 'vitest';
import { filled } from '$lib/domain/messages/message-text';
import { auditEvents, type AuditEvent } from '$lib/server/platform/audit/events';
import type { ApplicationEventsTable } from '$lib/server/requests/applications/table';
import type { ListingEventsTable } from '$lib/server/letting/listings/table';
import type { OfferEventsTable } from '$lib/server/letting/offers/table';
import type { RejectionsTable } from '$lib/server/requests/rejections/table';
import type { TenancyEventsTable } from '$lib/server/letting/tenancies/table';
import type { RoundKind } from '$lib/domain/rounds/round-kind';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import { builtInText, templates, type Template } from '$lib/server/people/messages/templates';
import { whoIsTold } from '$lib/server/people/messages/told';
import { gulpease } from '../../../../support/gulpease';

const names = Object.keys(templates) as Template[];
const told = Object.values(whoIsTold).flatMap((row) => ('told' in row ? row.told.map(([, template]) => template) : []));

describe('the table of messages', () => {
	it('says of every change of state who is told, or why nobody is', () => {
		expect(Object.keys(whoIsTold).toSorted()).toEqual([...auditEvents].toSorted());
		for (const row of Object.values(whoIsTold)) if ('nobody' in row) expect(row.nobody).toMatch(/\w+ \w+/);
	});

	it('uses every template, and no other', () => {
		expect([...new Set(told)].toSorted()).toEqual(names.toSorted());
	});

	/** A new event of a life cycle does not compile until it has the act that people are told of here. */
	it('reaches each event of the life cycles of requests, offers, tenancies and listings', () => {
		const application: Record<ApplicationEventsTable['event'], AuditEvent | null> = {
			submitted: 'application_submitted',
			// The message about the version that takes its place says so.
			replaced: null,
			withdrawn: 'application_withdrawn',
			excluded: 'application_excluded',
			// No act writes it yet.
			verified: null
		};
		const rejection: Record<NonNullable<RejectionsTable['outcome']>, AuditEvent> = {
			excluded: 'application_excluded',
			dropped: 'rejection_dropped'
		};
		const offer: Record<OfferEventsTable['event'], AuditEvent> = {
			made: 'offer_made',
			accepted: 'offer_accepted',
			refused: 'offer_refused',
			expired: 'offer_expired',
			withdrawn: 'offer_withdrawn'
		};
		const tenancy: Record<TenancyEventsTable['event'], AuditEvent> = {
			assigned: 'offer_accepted',
			contract_registered: 'contract_registered',
			keys_delivered: 'keys_delivered',
			ended: 'offer_withdrawn'
		};
		const listing: Record<ListingEventsTable['event'], AuditEvent> = {
			submitted: 'listing_submitted',
			inspected: 'listing_inspected',
			published: 'listing_published',
			refused: 'listing_refused',
			withdrawn: 'listing_withdrawn'
		};
		for (const cycle of [application, rejection, offer, tenancy, listing])
			for (const act of Object.values(cycle)) if (act !== null) expect(whoIsTold[act]).toHaveProperty('told');
		const ranking: Record<RoundKind, Template> = {
			provisional: 'ranking_provisional',
			corrected: 'ranking_corrected',
			final: 'ranking_final'
		};
		expect(names.filter((name) => name.startsWith('ranking_')).toSorted()).toEqual(Object.values(ranking).toSorted());
	});
});

/** Values that stand for what a message is filled with; those of a person begin with `SECRET`. */
const values = {
	protocol: '2026-000123',
	earlier: '2026-000099',
	deadline: 'mercoledì 2 dicembre, fine giornata',
	day: '02/12/2026',
	until: 'mercoledì 2 dicembre, fine giornata',
	when: 'mercoledì 2 dicembre 2026, ore 10:00',
	notice: 'SECRET avviso',
	pseudonym: 'SECRET codice',
	leaf: 'SECRET impronta',
	organisation: 'Associazione Prova',
	home: 'SECRET via Padova 3',
	homes: 'SECRET - via Padova 3',
	reason: 'SECRET è danneggiata',
	then: 'SECRET puoi sceglierne altre',
	link: 'https://chiavi.example/my'
};
const PERSONAL =
	/SECRET|salut|health|disab|invalid|isee|reddit|income|sfratt|evict|violen|carrozz|wheel|esclus|exclu|requisit|requirement/i;

describe.each(['it', 'en'] as const)('every template, in %s', (locale) => {
	it.each(names)('%s', (name) => {
		const { subject, text } = filled(builtInText(name, locale), values);
		expect(subject).not.toMatch(PERSONAL);
		expect(subject).not.toMatch(/[{}\n]|undefined/);
		expect(subject.length).toBeLessThanOrEqual(78);
		expect(text).not.toMatch(/[{}]|undefined/);
		expect(text).toContain(values.link);
		expect(text).toMatch(/^\p{Ll}/u);
		if (locale === 'it') expect(Math.round(gulpease(text.replaceAll('SECRET ', '')))).toBeGreaterThanOrEqual(60);
		else expect(text).not.toBe(filled(builtInText(name, 'it'), values).text);
	});

	it('ends with the name, the phone and the hours of the office', () => {
		expect(officeLines(locale).split('\n')).toEqual([
			'Ufficio Casa (dimostrazione)',
			expect.stringMatching(/: 02 0000 0000$/),
			expect.stringMatching(locale === 'it' ? /dalle 9 alle 13$/ : /from 9 to 13$/)
		]);
	});
});
