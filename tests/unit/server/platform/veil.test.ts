import '../../../support/settings';
import { expect, test } from 'vitest';
import { unveil, veil } from '$lib/server/platform/secrets/veil';

const names = ['violence', 'disabilities', 'iseeCents'] as const;

test('a name in an address is found again, and only under its own record', () => {
	for (const name of names) {
		const veiled = veil('request-1', name);
		expect(veiled).toMatch(/^[\w-]{16}$/);
		expect(unveil('request-1', names, veiled)).toBe(name);
		expect(unveil('request-2', names, veiled)).toBeNull();
	}
});

test.each(['violence', '', null, undefined])('the plain name %j opens nothing', (given) =>
	expect(unveil('request-1', names, given)).toBeNull()
);
