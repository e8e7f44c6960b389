import { describe, expect, it } from 'vitest';
import { compareVersions, fieldsOfValues } from '$lib/domain/forms/two-versions';

const opened = { area: ['49'], floor: ['0'], aids: ['rail', 'lift'] };

describe('two versions of a form', () => {
	it('finds nothing where nobody saved meanwhile', () => {
		expect(compareVersions(opened, opened, { area: ['50'] })).toBeUndefined();
	});

	it('finds nothing where the same values were saved, as by a double click', () => {
		const yours = { ...opened, area: ['50'] };
		expect(compareVersions(opened, yours, yours)).toBeUndefined();
	});

	it('asks about a field that both changed', () => {
		const found = compareVersions(opened, { ...opened, area: ['48'] }, { ...opened, area: ['50'] });
		expect(found?.clashes).toEqual({ area: { opened: ['49'], saved: ['48'], yours: ['50'] } });
		expect(found?.theirs).toEqual({});
	});

	it('keeps the saved value of a field that only the other changed', () => {
		const found = compareVersions(opened, { ...opened, area: ['48'] }, { ...opened, floor: ['1'] });
		expect(found?.clashes).toEqual({});
		expect(found?.theirs).toEqual({ area: { opened: ['49'], saved: ['48'], yours: ['49'] } });
	});

	it('asks about the first save of a form that was opened empty twice', () => {
		const found = compareVersions({}, { area: ['48'] }, { area: ['50'] });
		expect(found?.clashes['area']).toEqual({ opened: [], saved: ['48'], yours: ['50'] });
	});

	it('sees a field that the other save emptied', () => {
		const { area: _, ...without } = opened;
		expect(compareVersions(opened, without, { ...opened, area: ['50'] })?.clashes['area']?.saved).toEqual([]);
	});

	it('does not mind the order of ticked boxes', () => {
		expect(compareVersions(opened, { ...opened, aids: ['lift', 'rail'] }, opened)).toBeUndefined();
	});

	it('reads values as a form holds them', () => {
		const values = { a: ' x ', b: null, c: undefined, d: '', e: ['1', '2'], f: 3, g: 'one\r\ntwo' };
		expect(fieldsOfValues(values)).toEqual({ a: ['x'], e: ['1', '2'], f: ['3'], g: ['one\ntwo'] });
	});
});
