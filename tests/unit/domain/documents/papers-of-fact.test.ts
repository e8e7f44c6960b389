import { describe, expect, it } from 'vitest';
import { documentIds } from '$lib/domain/documents/document';
import type { Holder } from '$lib/domain/documents/holder';
import { documentKinds, type DocumentKind } from '$lib/domain/documents/kinds';
import { factsOfPaper, papersOfFact } from '$lib/domain/documents/papers-of-fact';
import { allTold } from '../../../support/builders/told';

const disability = { member: 'm1', percent: 100, serious: true, attendanceAllowance: true };
const hard = allTold({
	...{ citizenship: 'two-year-permit-and-work', netAreaDm2: 1_000, unhealthy: true, homeHasBarriers: true },
	...{ disabilities: [disability], eviction: 'enforceable', kind: 'improper' },
	emergency: ['eviction-carried-out', 'home-unusable', 'violence', 'no-shelter', 'leaving-care']
});
const child: Holder = { relation: 'child', birthDate: '2014-02-03', givenName: 'Lina' };
const paper = (kind: DocumentKind, holder: Holder | null = null) => ({ facts: { kind, holder } });

describe('the facts that a document proves', () => {
	it('are some for every kind, in one household or another, except for papers of no kind', () => {
		const households = [hard, { ...hard, eviction: 'notified' as const }];
		const idle = documentKinds.filter((kind) => households.every((told) => factsOfPaper(kind, told).length === 0));
		expect(idle).toEqual(['other']);
	});

	it('are those that the household declares: no eviction is proved where none is declared', () => {
		expect(factsOfPaper('eviction-enforceable', hard)).toEqual(['eviction']);
		expect(factsOfPaper('eviction-notified', hard)).toEqual([]);
		expect(factsOfPaper('permit', allTold())).not.toContain('citizenship');
	});

	it('are several for a report of the ISEE', () => {
		expect(factsOfPaper('isee', hard)).toEqual(['iseeCents', 'iseeKind', 'iseeValidTo', 'assetsCents']);
	});
});

describe('the papers of a fact', () => {
	const papers = { kept: [paper('permit'), paper('civil-disability', child)], needed: documentIds };

	it('are those that the household sent, and those that are missing', () => {
		const { documents, missing } = papersOfFact('citizenship', hard, papers);
		expect(documents).toEqual([paper('permit')]);
		expect(missing).toEqual(['work']);
		expect(papersOfFact('disabilities', hard, papers)).toEqual({
			documents: [paper('civil-disability', child)],
			missing: ['serious-handicap']
		});
	});

	it('ask for the applicant’s own where only a member has one, and for none that the notice does not need', () => {
		const kept = [paper('identity', child)];
		expect(papersOfFact('members', hard, { kept, needed: ['identity'] })).toEqual({
			documents: kept,
			missing: ['identity']
		});
		expect(papersOfFact('iseeCents', hard, { kept: [], needed: [] })).toEqual({ documents: [], missing: [] });
	});
});
