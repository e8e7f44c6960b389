import '../../../../support/settings';
import { describe, expect, it } from 'vitest';
import { matchKeys } from '$lib/server/people/persons/match-keys';

const nadia = { givenName: 'Nadia', familyName: 'Haddad', taxCode: 'HDDNDA86E54F205O', phone: '+39 333 123 4567' };
const keys = (changed: Partial<typeof nadia> = {}) => {
	const [code, base, letters, sound, phone] = matchKeys({ ...nadia, ...changed }).split(' ');
	return { code, base, letters, sound, phone };
};

describe('the keys of a person', () => {
	it('are hashes of another kind each, which tell nothing of what they were made of', () => {
		const all = Object.values(keys());
		expect(new Set(all).size).toBe(5);
		for (const one of all) expect(one).toMatch(/^[\w-]{16}$/);
	});

	it('say that nothing was told, and are no hash of nothing', () => {
		const untold = keys({ givenName: '', familyName: '', taxCode: '', phone: '' });
		expect(Object.values(untold)).toEqual(['-', '-', '-', '-', '-']);
		expect(keys({ givenName: 'Al', familyName: 'Wu' }).sound).toBe('-');
	});

	it('take a given name alone for no name', () => {
		expect(keys({ familyName: '' })).toMatchObject({ letters: '-', sound: '-' });
		expect(keys({ familyName: '🙂' })).toMatchObject({ letters: '-', sound: '-' });
	});

	it('are equal where the person is written otherwise', () => {
		expect(keys({ givenName: 'HADDAD', familyName: 'Nàdia' }).letters).toBe(keys().letters);
		expect(keys({ phone: '+393331234567' }).phone).toBe(keys().phone);
		expect(keys({ taxCode: 'HDDNDA86E54F20RZ' })).toMatchObject({ base: keys().base });
		expect(keys({ taxCode: 'HDDNDA86E54F20RZ' }).code).not.toBe(keys().code);
	});
});
