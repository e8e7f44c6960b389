import { afterEach, describe, expect, it, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import {
	formatArea,
	formatDate,
	formatDateTime,
	formatDeadline,
	formatMoney,
	formatNumber,
	formatPoints
} from '$lib/words/format';

const inEnglish = () => overwriteGetLocale(() => 'en');

/** Intl writes no-break spaces, which look the same and compare differently. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

afterEach(() => overwriteGetLocale(() => 'it'));

test('a letter in English from an Italian office has its deadline in English', () => {
	expect(formatDeadline('2026-12-02T22:59:59.999Z', 'en')).toBe('Wednesday 2 December 2026, end of day');
	expect(formatDeadline('2026-12-02T14:30:00.000Z', 'en')).toBe('Wednesday 2 December 2026, 15:30');
	expect(formatDeadline('2026-12-02T22:59:59.999Z')).toBe('mercoledì 2 dicembre 2026, fine giornata');
});

describe('dates', () => {
	it('are read in Rome: an instant late in the evening of UTC is the next day', () => {
		expect(formatDate('2026-12-01T23:30:00.000Z')).toBe('2 dicembre 2026');
		expect(formatDate('2026-07-01T22:00:00.000Z')).toBe('2 luglio 2026');
	});

	it('take a plain date as that day', () => {
		expect(formatDate('2026-12-02')).toBe('2 dicembre 2026');
	});

	it('carry the hour of Rome in winter and in summer', () => {
		expect(formatDateTime('2026-12-02T14:05:00.000Z')).toBe('2 dicembre 2026, ore 15:05');
		expect(formatDateTime('2026-07-02T14:05:00.000Z')).toBe('2 luglio 2026, ore 16:05');
	});

	it('are written in the language of the reader', () => {
		inEnglish();
		expect(formatDate('2026-12-02')).toBe('2 December 2026');
		expect(formatDateTime('2026-12-02T14:05:00.000Z')).toBe('2 December 2026, 15:05');
	});
});

describe('a deadline', () => {
	it('at the last instant of a day says end of day, with the weekday', () => {
		expect(formatDeadline('2026-12-02T22:59:59.999Z')).toBe('mercoledì 2 dicembre 2026, fine giornata');
		expect(formatDeadline('2026-07-02T21:59:59.999Z')).toBe('giovedì 2 luglio 2026, fine giornata');
	});

	it('given as a date means the end of that day', () => {
		expect(formatDeadline('2026-12-02')).toBe('mercoledì 2 dicembre 2026, fine giornata');
	});

	it('at another hour says the hour', () => {
		expect(formatDeadline('2026-12-02T11:00:00.000Z')).toBe('mercoledì 2 dicembre 2026, ore 12:00');
	});

	it('reads naturally in English', () => {
		inEnglish();
		expect(formatDeadline('2026-12-02')).toBe('Wednesday 2 December 2026, end of day');
	});
});

describe('figures', () => {
	it('separate thousands from four digits up', () => {
		expect(formatNumber(145)).toBe('145');
		expect(formatNumber(1908)).toBe('1.908');
		expect(formatNumber(14901)).toBe('14.901');
	});

	it('show cents as euro', () => {
		expect(plain(formatMoney(125050))).toBe('1.250,50 €');
		expect(plain(formatMoney(5))).toBe('0,05 €');
		inEnglish();
		expect(formatMoney(125050)).toBe('€1,250.50');
	});

	it('show an area without needless decimals', () => {
		expect(plain(formatArea(5800))).toBe('58 m²');
		expect(plain(formatArea(5825))).toBe('58,25 m²');
		expect(plain(formatArea(4190))).toBe('41,90 m²');
	});

	it('show points always with two decimals', () => {
		expect(formatPoints(3250)).toBe('32,50');
		expect(formatPoints(0)).toBe('0,00');
		expect(formatPoints(123456)).toBe('1.234,56');
	});
});
