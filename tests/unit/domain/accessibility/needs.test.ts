import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import {
	listNeeds,
	needMask,
	needNames,
	needsOf,
	noHealthFacts,
	noNeeds,
	readHealth,
	storeHealth
} from '$lib/domain/accessibility/needs';
import { seal, unseal } from '$lib/server/platform/secrets/seal';

const stored = (...needs: string[]) => ({ needs, severeDisability: false });

it('stores the needs that are there, in the order of the form', () => {
	const health = { needs: needsOf(['hearing', 'wheelchairIndoors']), severeDisability: true };
	expect(storeHealth(health)).toEqual({ needs: ['wheelchairIndoors', 'hearing'], severeDisability: true });
	expect(readHealth(storeHealth(health))).toEqual(health);
});

it('reads the object of booleans of before', () => {
	const old = { needs: { wheelchairIndoors: true, fewSteps: false, walker: false }, severeDisability: true };
	expect(readHealth(old)).toEqual({ needs: needsOf(['wheelchairIndoors']), severeDisability: true });
});

it('gives every household without needs the same frozen objects', () => {
	expect(readHealth(stored())).toBe(noHealthFacts);
	expect(readHealth({ needs: { walker: false }, severeDisability: true }).needs).toBe(noNeeds);
	expect(Object.isFrozen(noNeeds) && Object.isFrozen(noHealthFacts)).toBe(true);
	expect(() => Object.assign(noNeeds, { walker: true })).toThrow();
});

it('leaves out a need that this version does not know', () => {
	expect(readHealth(stored('walker', 'telepathy')).needs).toEqual(needsOf(['walker']));
});

it('has one number for the same needs, whatever their order', () => {
	const masks = new Set(needNames.map((need) => needMask(needsOf([need]))));
	expect(masks.size).toBe(needNames.length);
	expect(needMask(needsOf(['walker', 'hearing']))).toBe(needMask(needsOf(['hearing', 'walker'])));
	expect(listNeeds(needsOf(needNames))).toEqual(needNames);
});

it('is as long sealed with all needs as with none, so that the length tells nothing', () => {
	const key = createHash('sha256').update('a key').digest();
	const sealed = [noNeeds, needsOf(needNames)].map((needs) =>
		seal(key, 'applications.needs_sealed:1', storeHealth({ needs, severeDisability: false }))
	);
	expect(sealed[0]).toHaveLength(sealed[1]!.length);
	expect(unseal(key, 'applications.needs_sealed:1', sealed[1]!)).toEqual(stored(...needNames));
});
