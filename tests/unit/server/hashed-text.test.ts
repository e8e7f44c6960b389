import { expect, test } from 'vitest';
import { hashedText } from '$lib/server/rounds/hashed-text';
import { sha256 } from '$lib/server/rounds/signature';

test('a text in pieces has the hash of the whole, whatever its letters', () => {
	const pieces = ['{"id":"', 'Città 🏠', '', '"}\n'];
	expect(hashedText(pieces)).toEqual({ text: pieces.join(''), hash: sha256(pieces.join('')) });
});
