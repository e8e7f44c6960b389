import { expect, it } from 'vitest';
import { changedLines } from '../../../../src/routes/(applicant)/my/apply/[notice]/check/changed-lines';

const line = (label: string, value: string) => ({ label, value });

it('says what was and what is, by the label of the line', () => {
	const before = [line('ISEE', '12.000'), line('Cittadinanza', 'italiana')];
	const after = [line('ISEE', '9.000'), line('Cittadinanza', 'italiana')];
	expect(changedLines(before, after)).toEqual([{ label: 'ISEE', was: '12.000', now: '9.000' }]);
});

it('of several people with one label, those who stayed are not told as changed', () => {
	const before = [line('Figlio', '2014'), line('Figlio', '2018')];
	expect(changedLines(before, [line('Figlio', '2018')])).toEqual([{ label: 'Figlio', was: '2014', now: null }]);
	expect(changedLines(before, [line('Figlio', '2018'), line('Figlio', '2014')])).toEqual([]);
	expect(changedLines(before, [...before, line('Figlio', '2020')])).toEqual([
		{ label: 'Figlio', was: null, now: '2020' }
	]);
	expect(changedLines(before, [line('Figlio', '2018'), line('Figlio', '2015')])).toEqual([
		{ label: 'Figlio', was: '2014', now: '2015' }
	]);
});

it('homes that changed places are told by place', () => {
	const before = [line('1ª scelta', 'via A'), line('2ª scelta', 'via B')];
	expect(changedLines(before, [line('1ª scelta', 'via B'), line('2ª scelta', 'via A')])).toEqual([
		{ label: '1ª scelta', was: 'via A', now: 'via B' },
		{ label: '2ª scelta', was: 'via B', now: 'via A' }
	]);
});
