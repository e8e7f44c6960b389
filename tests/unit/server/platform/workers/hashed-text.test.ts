import { expect, test } from 'vitest';
import { hashedText } from '$lib/server/platform/workers/hashed-text';
import { sha256 } from '$lib/server/allocation/rounds/signature';

test('a text in pieces has the hash of the whole, whatever its letters', () => {
	const pieces = ['{"id":"', 'Città 🏠', '', '"}\n'];
	const { hash, text } = hashedText(pieces);
	expect(text()).toBe(pieces.join(''));
	expect(hash).toBe(sha256(text()));
});
