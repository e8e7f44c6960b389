import { describe, expect, it } from 'vitest';
import { decideMilestone, type MilestoneProposal } from '$lib/domain/programme/decide-milestone';
import { nextMilestones } from '$lib/domain/programme/next-milestones';
import { aHistory, certified, worksDone } from './history';

const now = '2026-06-10T10:00:00.000Z';
const certificate: MilestoneProposal = {
	event: 'certified',
	on: '2026-06-10',
	document: 'Certificato di regolare esecuzione 12/2026',
	signedBy: 'ing. Anna Villa'
};
const problem = (history: ReturnType<typeof aHistory>, change: Partial<MilestoneProposal>) => {
	const decision = decideMilestone(history, { ...certificate, ...change }, now);
	return decision.ok ? null : decision.problem;
};

describe('next milestones', () => {
	it('are taken one at a time, with withdrawal beside', () => {
		expect(nextMilestones(aHistory([]))).toEqual(['identified', 'withdrawn']);
		expect(nextMilestones(aHistory(['identified']))).toEqual(['works_planned', 'withdrawn']);
		expect(nextMilestones(aHistory(worksDone))).toEqual(['certified', 'withdrawn']);
		expect(nextMilestones(aHistory(certified))).toEqual(['let_before_portal', 'withdrawn']);
	});

	it('are none for a dwelling withdrawn, let, offered or lived in', () => {
		expect(nextMilestones(aHistory(['identified', 'withdrawn']))).toEqual([]);
		expect(nextMilestones(aHistory([...certified, 'let_before_portal']))).toEqual([]);
		expect(nextMilestones(aHistory(certified, { offered: true }))).toEqual([]);
		expect(nextMilestones(aHistory(certified, { keysDelivered: true }))).toEqual([]);
	});

	it('go on from the furthest one: a gap in an imported history is not asked for', () => {
		expect(nextMilestones(aHistory(['identified', 'works_started']))).toEqual(['works_done', 'withdrawn']);
	});
});

describe('certifying works', () => {
	it('is recorded after the works are done, with a document and the person who signed it', () => {
		expect(problem(aHistory(worksDone), {})).toBeNull();
	});

	it.each([
		['before the works are done', aHistory(worksDone.slice(0, 3)), {}, 'milestone-out-of-order'],
		['twice', aHistory(certified), {}, 'milestone-already-recorded'],
		['after withdrawal', aHistory([...worksDone, 'withdrawn']), {}, 'dwelling-withdrawn'],
		['without a document', aHistory(worksDone), { document: null }, 'document-missing'],
		['without a signature', aHistory(worksDone), { signedBy: null }, 'signature-missing'],
		['tomorrow', aHistory(worksDone), { on: '2026-06-11' }, 'date-in-future'],
		['before the works ended', aHistory(worksDone), { on: '2026-03-03' }, 'date-before-previous']
	])('is refused %s', (_, history, change, expected) => {
		expect(problem(history, change)).toBe(expected);
	});

	it('may fall on the day the works ended', () => {
		expect(problem(aHistory(worksDone), { on: '2026-03-04' })).toBeNull();
	});

	it('takes Milan’s day: at 22:30 UTC of a summer evening tomorrow has begun', () => {
		const decision = decideMilestone(
			aHistory(worksDone),
			{ ...certificate, on: '2026-06-11' },
			'2026-06-10T22:30:00.000Z'
		);
		expect(decision).toEqual({ ok: true });
	});
});

describe('withdrawing a dwelling', () => {
	it('is refused while a family holds it or lives there', () => {
		for (const held of [{ offered: true }, { keysDelivered: true }])
			expect(problem(aHistory(certified, held), { event: 'withdrawn' })).toBe('dwelling-held');
		expect(problem(aHistory([...certified, 'let_before_portal']), { event: 'withdrawn' })).toBe('dwelling-held');
	});

	it('needs no document', () => {
		expect(problem(aHistory(['identified']), { event: 'withdrawn', document: null, signedBy: null })).toBeNull();
	});
});
