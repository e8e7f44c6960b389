import { describe, expect, it } from 'vitest';
import { decideMilestone, type MilestoneProposal } from '$lib/domain/programme/decide-milestone';
import { nextMilestones } from '$lib/domain/programme/next-milestones';
import { aHistory, certified, worksDone } from './history';

const now = '2026-06-10T10:00:00.000Z';
const done: MilestoneProposal = { event: 'works_done', on: '2026-06-10', document: null };
const started = worksDone.slice(0, 3);
const problem = (history: ReturnType<typeof aHistory>, change: Partial<MilestoneProposal>) => {
	const decision = decideMilestone(history, { ...done, ...change }, now);
	return decision.ok ? null : decision.problem;
};

describe('next milestones', () => {
	it('are taken one at a time, with withdrawal beside', () => {
		expect(nextMilestones(aHistory([]))).toEqual(['identified', 'withdrawn']);
		expect(nextMilestones(aHistory(['identified']))).toEqual(['works_planned', 'withdrawn']);
		expect(nextMilestones(aHistory(worksDone))).toEqual(['withdrawn']);
		expect(nextMilestones(aHistory(certified))).toEqual(['let_before_portal', 'withdrawn']);
	});

	it('are none for a dwelling withdrawn, let, offered or lived in', () => {
		expect(nextMilestones(aHistory(['identified', 'withdrawn']))).toEqual([]);
		expect(nextMilestones(aHistory([...certified, 'let_before_portal']))).toEqual([]);
		expect(nextMilestones(aHistory(certified, { offered: true }))).toEqual([]);
		expect(nextMilestones(aHistory(certified, { keysDelivered: true }))).toEqual([]);
	});

	it('go on from the furthest one: a gap in an imported history is not asked for', () => {
		expect(nextMilestones(aHistory(['identified', 'works_started']))).toEqual([
			'works_done',
			'works_suspended',
			'withdrawn'
		]);
	});
});

describe('recording a step of the works', () => {
	it.each([
		['before the works start', aHistory(worksDone.slice(0, 2)), {}, 'milestone-out-of-order'],
		['twice', aHistory(worksDone), {}, 'milestone-already-recorded'],
		['after withdrawal', aHistory([...started, 'withdrawn']), {}, 'dwelling-withdrawn'],
		['tomorrow', aHistory(started), { on: '2026-06-11' }, 'date-in-future'],
		['before the last step', aHistory(started), { on: '2026-03-02' }, 'date-before-previous'],
		['while the works stand still', aHistory([...started, 'works_suspended']), {}, 'milestone-out-of-order']
	])('is refused %s', (_, history, change, expected) => {
		expect(problem(history, change)).toBe(expected);
	});

	it('may fall on the day of the last step', () => {
		expect(problem(aHistory(started), { on: '2026-03-03' })).toBeNull();
	});

	it('takes Milan’s day: at 22:30 UTC of a summer evening tomorrow has begun', () => {
		const decision = decideMilestone(aHistory(started), { ...done, on: '2026-06-11' }, '2026-06-10T22:30:00.000Z');
		expect(decision).toEqual({ ok: true });
	});

	it('works stop and go on more than once', () => {
		const twice = aHistory([...started, 'works_suspended', 'works_resumed']);
		expect(problem(twice, { event: 'works_suspended' })).toBeNull();
		expect(nextMilestones(aHistory([...started, 'works_suspended']))).toEqual(['works_resumed', 'withdrawn']);
	});
});

describe('withdrawing a dwelling', () => {
	it('is refused while a family holds it or lives there', () => {
		for (const held of [{ offered: true }, { keysDelivered: true }])
			expect(problem(aHistory(certified, held), { event: 'withdrawn' })).toBe('dwelling-held');
		expect(problem(aHistory([...certified, 'let_before_portal']), { event: 'withdrawn' })).toBe('dwelling-held');
	});

	it('needs no document', () => {
		expect(problem(aHistory(['identified']), { event: 'withdrawn' })).toBeNull();
	});
});
