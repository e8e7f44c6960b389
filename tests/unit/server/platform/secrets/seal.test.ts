import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from '$lib/server/platform/secrets/seal';

const key = randomBytes(32);

test('what is sealed opens in its place, and nowhere else', () => {
	const sealed = seal(key, 'applications.needs_sealed:a', { wheelchair: true });
	expect(unseal(key, 'applications.needs_sealed:a', sealed)).toEqual({ wheelchair: true });
	expect(() => unseal(key, 'applications.needs_sealed:b', sealed)).toThrow();
	expect(() => unseal(randomBytes(32), 'applications.needs_sealed:a', sealed)).toThrow();
});

test('a changed byte anywhere is refused', () => {
	const bytes = Buffer.from(seal(key, 'place', ['sedia a rotelle']), 'base64');
	for (let index = 0; index < bytes.length; index += 1) {
		const changed = Buffer.from(bytes);
		changed[index]! ^= 1;
		expect(() => unseal(key, 'place', changed.toString('base64'))).toThrow();
	}
});

test('its length does not tell whether there is anything to hide', () => {
	expect(seal(key, 'place', {}).length).toBe(seal(key, 'place', { wheelchair: true, carerRoom: true }).length);
});
