import '../../../../support/settings';
import { describe, expect, it } from 'vitest';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { readCircumstances } from '$lib/server/requests/told/circumstances-form';
import { homeForm } from '$lib/server/requests/told/home-form';
import { incomeForm } from '$lib/server/requests/told/income-form';
import { residenceForm } from '$lib/server/requests/told/residence-form';
import { readSpans } from '$lib/server/requests/told/spans';

const form = (values: Record<string, string>) => {
	const posted = new FormData();
	for (const [name, value] of Object.entries(values)) posted.set(name, value);
	return posted;
};
const wrong = (read: { ok: boolean; errors?: Record<string, string> }) => Object.keys(read.errors ?? {});

describe('what a request asks has to be answered', () => {
	it('names every blank at once', () => {
		expect(wrong(parseForm(homeForm(true, { shared: true }), form({ netArea: '' })))).toEqual([
			'kind',
			'eviction',
			'unhealthy',
			'shared',
			'ownsAdequateHome'
		]);
		expect(wrong(parseForm(homeForm(true, { shared: false }), form({})))).not.toContain('shared');
		expect(wrong(parseForm(incomeForm(true), form({ isee: '', assets: '' })))).toEqual(['isee']);
		expect(wrong(parseForm(residenceForm, form({})))).toEqual(['citizenship', 'worksInLombardy']);
	});

	it('no tick of what happened is that nothing did', () => {
		const read = parseForm(incomeForm(true), form({ isee: '1', iseeValidTo: '2026-12-31', iseeKind: 'current' }));
		expect(read).toMatchObject({
			ok: true,
			data: { iseeKind: 'current', iseeValidTo: '2026-12-31', lostPublicDwelling: false, squatted: false }
		});
	});
});

describe('earlier residence', () => {
	const spans = (values: Record<string, string>) => readSpans((name) => values[name] ?? '');
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
	const all = { disabilities: true, homeHasBarriers: true, emergency: true };
	const read = (values: Record<string, string | string[]>, asked = all) =>
		readCircumstances(values, [{ id: 'm1' }, { id: 'm3' }], true, asked);

	it('are asked one by one, and only those of the notice', () => {
		expect(wrong(read({}))).toEqual(['hasDisability', 'homeHasBarriers', 'emergency']);
		expect(wrong(read({}, { ...all, homeHasBarriers: false, emergency: false }))).toEqual(['hasDisability']);
	});

	it('a yes has to say which', () => {
		const others = { homeHasBarriers: ['no'], emergency: ['none'] };
		expect(wrong(read({ ...others, hasDisability: ['yes'] }))).toEqual(['hasDisability']);
		expect(read({ ...others, hasDisability: ['yes'], 'percent-3': ['67'], 'disability-1': ['serious'] })).toEqual({
			ok: true,
			facts: {
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
