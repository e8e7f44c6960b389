import { describe, expect, it } from 'vitest';
import { areaOf, mainNavigation } from '$lib/ui/navigation';

const names = (role: Parameters<typeof mainNavigation>[0]) => mainNavigation(role, '/').map(({ name }) => name);

describe('the main navigation', () => {
	it('invites a visitor to look, to follow and to offer a home', () => {
		expect(names(null)).toEqual(['Avvisi', 'Alloggi', 'Calcola il canone', 'Il programma', 'Offri una casa']);
	});

	it('puts the own area first, and invites only those who may accept', () => {
		expect(names('applicant')).toEqual([
			'Le tue domande',
			'Avvisi',
			'Alloggi',
			'Calcola il canone',
			'Il programma',
			'Offri una casa'
		]);
		expect(names('landlord')).toEqual(['Le tue case', 'Avvisi', 'Alloggi', 'Calcola il canone', 'Il programma']);
		expect(names('manager')).toEqual(['Ufficio', 'Avvisi', 'Alloggi', 'Calcola il canone', 'Il programma']);
	});

	it('marks the part the reader is in, and no part with a longer name', () => {
		const current = (path: string) => mainNavigation('officer', path).filter((link) => link.current);
		expect(current('/notices/0199').map(({ href }) => href)).toEqual(['/notices']);
		expect(current('/noticeboard')).toEqual([]);
	});

	it('leads each role to its own group of pages', () => {
		expect(areaOf('auditor').href).toBe('/audit');
		expect(areaOf('programme').href).toBe('/office');
	});
});
