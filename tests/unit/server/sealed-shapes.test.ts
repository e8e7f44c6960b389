import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { storeHealth } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { openStoredSecrets } from '$lib/server/allocation/rounds/stored-secrets';
import { openReport } from '$lib/server/allocation/what-if/stored-report';
import { seal } from '$lib/server/platform/secrets/seal';
import { openSealedText } from '$lib/server/platform/secrets/sealed-value';
import { openAnswers, sealAnswers } from '$lib/server/requests/applications/open-draft';
import { needsPlace } from '$lib/server/platform/secrets/places';
import { openHealth, openNeeds } from '$lib/server/requests/applications/stored-health';
import { openStoredAnswers } from '$lib/server/requests/applications/stored-answers';
import { aHousehold, healthFacts } from '../../support/builders/household';

const key = randomBytes(32);
const sealed = (value: unknown) => seal(key, 'here', value);

describe('a sealed text', () => {
	it('is a text, and nothing that could be written as one', () => {
		expect(openSealedText(key, 'here', sealed('secret'))).toBe('secret');
		for (const other of [7, null, ['secret']])
			expect(() => openSealedText(key, 'here', sealed(other))).toThrow('a sealed text cannot be read');
	});
});

describe('the health of a request', () => {
	const health = storeHealth(healthFacts('wheelchairIndoors'));
	const open = (value: unknown) => openHealth({ id: '1', needsSealed: seal(key, needsPlace('1'), value) }, key);

	it('comes back as it was sealed, in either form', () => {
		expect(open(health)).toEqual(health);
		const older = { ...health, needs: { wheelchairIndoors: true, walker: false } };
		expect(open(older)).toEqual(older);
	});

	it('is refused with a need or a value that this version does not know, which the error does not repeat', () => {
		const wrong = [
			{ ...health, needs: ['wheelchair-of-another-version'] },
			{ ...health, severeDisability: 'diagnosis' },
			{ ...health, disabilities: [{ member: 'm1' }] },
			{ severeDisability: false }
		];
		for (const value of wrong) {
			expect(() => open(value), JSON.stringify(value)).toThrow('the health of a household cannot be read');
			expect(() => open(value)).not.toThrow(/diagnosis|another-version/);
		}
		expect(() => openNeeds(key, 'here', sealed(['unknown']))).toThrow('the needs of a household cannot be read');
	});
});

describe('the answers of a draft', () => {
	const { members, citizenship, regionSince, municipalitySince, worksInLombardy } = aHousehold();
	const residence = { citizenship, regionSince, municipalitySince, worksInLombardy };
	const answers: Answers = { members, residence, needs: healthFacts('walker'), choices: ['d1'] };

	it('come back as they were sealed', () => {
		expect(openAnswers(key, 'draft', sealAnswers(key, 'draft', answers))).toEqual(answers);
	});

	it('are asked again where a part lacks a fact or holds another choice; the other parts stay', () => {
		const older = sealed({ members, residence: { ...residence, citizenship: 'martian' }, choices: ['d1'], floor: 3 });
		expect(openStoredAnswers(key, 'here', older)).toEqual({ members, choices: ['d1'] });
		expect(() => openStoredAnswers(key, 'here', sealed('answers'))).toThrow('the answers of a draft cannot be read');
	});
});

describe('the secrets of a round and the report of a question', () => {
	const secrets = { format: 'round-secrets/1', round: 'a'.repeat(64), setAsides: { secret: 's', labels: {} } };

	it('are read in their shape', () => {
		expect(openStoredSecrets(key, 'here', sealed(secrets))).toEqual(secrets);
	});

	it.each([
		['another format', { ...secrets, format: 'round-secrets/2' }],
		['a short secret', { ...secrets, round: 'abc' }],
		['no labels', { ...secrets, setAsides: { secret: 's' } }]
	])('secrets with %s are refused', (_, value) => {
		expect(() => openStoredSecrets(key, 'here', sealed(value))).toThrow('the secrets of a round cannot be read');
	});

	it('a report without its figures is refused', () => {
		expect(() => openReport(key, 'here', sealed({ bands: [] }))).toThrow('a what-if report cannot be read: before');
	});
});
