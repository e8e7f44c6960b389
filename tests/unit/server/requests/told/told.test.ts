import '../../../../support/settings';
import { describe, expect, it } from 'vitest';
import { questionsOf, type Question } from '$lib/domain/ruleset/questions';
import { readPart } from '$lib/server/requests/told/read-part';
import { readSpans } from '$lib/server/requests/told/spans';
import { anyRules } from '../../../../support/builders/told';

const form = (values: Record<string, string | string[]>) => {
	const posted = new FormData();
	for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) posted.append(name, one);
	return posted;
};
const everything = questionsOf([anyRules]);
const read = (
	part: Parameters<typeof readPart>[0],
	values: Record<string, string | string[]>,
	asked: readonly Question[] = everything
) => readPart(part, form(values), { needed: true, asked, members: [{ id: 'm1' }, { id: 'm3' }] });
const wrong = (read: { ok: boolean; errors?: Record<string, string> }) => Object.keys(read.errors ?? {});

describe('what a request asks has to be answered', () => {
	it('names every blank at once', () => {
		const blank = wrong(read('home', { netArea: '' }));
		expect(blank).toEqual(expect.arrayContaining(['kind', 'eviction', 'unhealthy', 'shared', 'ownsAdequateHome']));
		expect(blank).not.toContain('netArea');
		expect(wrong(read('home', {}, []))).not.toContain('shared');
		expect(wrong(read('income', { isee: '', assets: '' }))).toEqual(['isee']);
		expect(wrong(read('residence', {}))).toEqual(['worksInLombardy', 'citizenship']);
	});

	it('no tick of what happened is that nothing did', () => {
		expect(read('income', { isee: '1', iseeValidTo: '2026-12-31', iseeKind: 'current' })).toMatchObject({
			ok: true,
			told: { iseeKind: 'current', iseeValidTo: '2026-12-31', lostPublicDwelling: false, squatted: false }
		});
	});
});

describe('earlier residence', () => {
	const spans = (values: Record<string, string>) => readSpans(form(values));
	const row = (place: string, from: string, to: string, number = 1) => ({
		[`spanPlace-${number}`]: place,
		[`spanFrom-${number}`]: from,
		[`spanTo-${number}`]: to
	});

	it('rows left blank are none, the others are read in their order', () => {
		const two = {
			...row('region', '2001-01-01', '2003-01-01', 2),
			...row('municipality', '2005-01-01', '2006-01-01', 4)
		};
		expect(spans({ ...two, ...row('', '', '', 1) })).toEqual({
			spans: [
				{ place: 'region', from: '2001-01-01', to: '2003-01-01' },
				{ place: 'municipality', from: '2005-01-01', to: '2006-01-01' }
			],
			errors: {}
		});
	});

	it.each([
		[row('', '2001-01-01', '2003-01-01'), 'spanPlace-1'],
		[row('castle', '2001-01-01', '2003-01-01'), 'spanPlace-1'],
		[row('region', '', '2003-01-01'), 'spanFrom-1'],
		[row('region', '2001-02-30', '2003-01-01'), 'spanFrom-1'],
		[row('region', '2001-01-01', ''), 'spanTo-1'],
		[row('region', '2001-01-01', '2000-12-31'), 'spanTo-1'],
		[row('region', '2001-01-01', '2999-01-01'), 'spanTo-1']
	])('%j: %s', (values, field) => {
		expect(spans(values)).toMatchObject({ spans: [], errors: { [field]: expect.any(String) as string } });
	});
});

describe('circumstances', () => {
	it('are asked one by one, and only those of the notice', () => {
		expect(wrong(read('circumstances', {}))).toEqual(['hasDisability', 'homeHasBarriers', 'emergency']);
		expect(wrong(read('circumstances', {}, ['disabilities']))).toEqual(['hasDisability']);
	});

	it('a yes has to say which', () => {
		const others = { homeHasBarriers: ['no'], emergency: ['none'] };
		expect(wrong(read('circumstances', { ...others, hasDisability: ['yes'] }))).toEqual(['hasDisability']);
		const which = { hasDisability: ['yes'], 'percent-3': ['67'], 'disability-1': ['serious'] };
		expect(read('circumstances', { ...others, ...which })).toEqual({
			ok: true,
			told: {
				disabilities: [
					{ member: 'm1', percent: null, serious: true, attendanceAllowance: false },
					{ member: 'm3', percent: 67, serious: false, attendanceAllowance: false }
				],
				homeHasBarriers: false,
				emergency: []
			}
		});
	});
});
