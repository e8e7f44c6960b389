import { describe, expect, it } from 'vitest';
import { matchesName, searchWords, tokensOfPerson, tokensOfQuery, wordsOfName } from '$lib/domain/person/name-words';

const tokens = (...names: string[]) => new Set(tokensOfPerson(searchWords(names)));
const finds = (typed: string, ...names: string[]) => {
	const words = wordsOfName(typed);
	const has = tokens(...names);
	const asked = tokensOfQuery(words);
	return asked.length > 0 && asked.every((one) => has.has(one)) && matchesName(words, searchWords(names));
};

describe('a name', () => {
	it.each([
		['had', 'Nadia', 'Haddad'],
		['HADDAD nadia', 'Nadia', 'Haddad'],
		['nad had', 'Nadia', 'Haddad'],
		['Jose Muno', 'José', 'Muñoz'],
		['lukasz', 'Łukasz', 'Kowalski'],
		['strasse', 'Anna', 'Straße'],
		['d’angelo', 'Anna', 'D’Angelo'],
		['deluca', 'Anna', 'De Luca'],
		['de luca', 'Anna', 'De Luca'],
		['abdelrahman', 'Abdelrahman', 'Saleh'],
		['li', 'Wei', 'Li'],
		['maria-grazia ros', 'Maria Grazia', 'Rossi']
	])('%s finds %s %s', (typed, given, family) => {
		expect(finds(typed, given, family)).toBe(true);
	});

	it.each([
		['haddat', 'Nadia', 'Haddad'],
		['nadia rossi', 'Nadia', 'Haddad'],
		['abdelrahmax', 'Abdelrahman', 'Saleh'],
		['dad', 'Nadia', 'Haddad'],
		['n', 'Nadia', 'Haddad']
	])('%s does not find %s %s', (typed, given, family) => {
		expect(finds(typed, given, family)).toBe(false);
	});

	it('looks the rarest token up first: two words together', () => {
		expect(tokensOfQuery(['nadia', 'haddad'])[0]).toBe('had+nad');
	});
});
