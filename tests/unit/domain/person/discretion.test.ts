import { describe, expect, it } from 'vitest';
import { discretionOf, type Discretion, type ToldOfViolence } from '$lib/domain/person/discretion';
import { channels, type PersonFacts } from '$lib/domain/person/person';
import { aPerson } from '../../../support/builders/person';

const SAFE = 'Centro Esempio, 02 0000 0000';

describe('what a message may say on its way', () => {
	it.each<[ToldOfViolence, string, Discretion]>([
		['nowhere', '', 'open'],
		['nowhere', SAFE, 'open'],
		['draft', '', 'news'],
		['draft', SAFE, 'news'],
		['request', '', 'news'],
		['request', SAFE, 'closed']
	])('violence told in %s, safe contact “%s”, nothing chosen: %s', (told, safeContact, discretion) => {
		for (const channel of ['email', 'phone', 'io'] as const)
			expect(discretionOf(aPerson({ channel, safeContact }), told)).toBe(discretion);
	});

	it('of somebody who told nothing of themselves follows what they declared', () => {
		expect(discretionOf(null, 'nowhere')).toBe('open');
		expect(discretionOf(null, 'draft')).toBe('news');
		expect(discretionOf(null, 'request')).toBe('news');
	});

	it.each<[Partial<PersonFacts>, Discretion]>([
		[{ ordinaryWays: 'everything' }, 'open'],
		[{ ordinaryWays: 'news' }, 'news'],
		[{ ordinaryWays: 'nothing', safeContact: SAFE }, 'closed']
	])('is what the person chose, whatever they declared: %j', (facts, discretion) => {
		for (const told of ['nowhere', 'draft', 'request'] as const)
			expect(discretionOf(aPerson(facts), told)).toBe(discretion);
	});

	it('is nothing by letter where there is a safe contact, unless the person chose letters knowingly', () => {
		const letter = { channel: 'letter', safeContact: SAFE } as const;
		expect(discretionOf(aPerson(letter), 'nowhere')).toBe('closed');
		expect(discretionOf(aPerson({ ...letter, ordinaryWays: 'news' }), 'nowhere')).toBe('closed');
		expect(discretionOf(aPerson({ ...letter, ordinaryWays: 'everything' }), 'request')).toBe('open');
		expect(discretionOf(aPerson({ channel: 'letter' }), 'nowhere')).toBe('open');
	});

	it('is open after violence was told only where the person said so', () => {
		for (const channel of channels)
			for (const safeContact of ['', SAFE])
				for (const told of ['draft', 'request'] as const)
					expect(discretionOf(aPerson({ channel, safeContact }), told)).not.toBe('open');
	});
});
