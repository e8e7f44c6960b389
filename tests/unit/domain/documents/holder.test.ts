import { describe, expect, it } from 'vitest';
import { distinctMembers, holderOf, memberOf, type KnownMember } from '$lib/domain/documents/holder';

const child = (givenName: string | null, birthDate = '2015-03-04'): KnownMember => ({
	...{ relation: 'child', birthDate },
	names: givenName === null ? null : { givenName, familyName: 'Haddad', taxCode: '' }
});
const twins = [child('Samir'), child('Lina')];

describe('the member to whom a document belongs', () => {
	it('is found by relation and birth date, also when the name was told or corrected later', () => {
		expect(memberOf(holderOf(child(null)), [child('Lina')])).toEqual(child('Lina'));
		expect(memberOf(holderOf(child('Lna')), [child('Lina')])).toEqual(child('Lina'));
		expect(memberOf(holderOf(child('Lina')), [child('Lina', '2015-03-05')])).toBeUndefined();
		expect(memberOf(holderOf(child('Lina')), [{ ...child('Lina'), relation: 'other' }])).toBeUndefined();
	});

	it('is told from a twin by the given name, and is nobody without one', () => {
		expect(memberOf(holderOf(child('Lina')), twins)).toEqual(child('Lina'));
		expect(memberOf(holderOf(child(null)), twins)).toBeUndefined();
		expect(memberOf(holderOf(child('Altra')), twins)).toBeUndefined();
	});
});

describe('the members of several requests', () => {
	it('are each there once, with the names of the request that tells most of them', () => {
		expect(distinctMembers([[child(null)], [child('Lina')], [child('LINA')]])).toEqual([child('Lina')]);
		expect(distinctMembers([[child('Samir'), child(null)], twins])).toEqual(twins);
		expect(distinctMembers([[child('Lina')], [child('Nur', '2018-01-01')]])).toHaveLength(2);
	});

	it('keep twins apart where nobody told a name', () => {
		expect(distinctMembers([[child(null), child(null)]])).toHaveLength(2);
		expect(distinctMembers([])).toEqual([]);
	});
});
