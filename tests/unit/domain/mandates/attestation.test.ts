import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attestationHash, type Attested } from '../../../../src/lib/domain/mandates/attestation';

const salt = '00112233445566778899aabbccddeeff';
const attested: Attested = {
	mandate: '019aa000-0000-7000-8000-000000000001',
	organisation: 'Il Ballatoio',
	person: 'Nadia Haddad',
	procedures: ['request', 'offer'],
	from: '2026-11-30T10:00:00.000Z',
	until: '2026-12-31T22:59:59.999Z',
	way: 'code'
};

describe('the hash of an attestation', () => {
	it('is made as anybody can make it again: SHA-256 of the salt and of the text with sorted members', () => {
		const text =
			'{"format":"mandate/1","from":"2026-11-30T10:00:00.000Z","mandate":"019aa000-0000-7000-8000-000000000001",' +
			'"organisation":"Il Ballatoio","person":"Nadia Haddad","procedures":["offer","request"],' +
			'"until":"2026-12-31T22:59:59.999Z","way":"code"}';
		const expected = createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest('hex');
		expect(attestationHash(salt, attested)).toBe(expected);
	});

	it('does not depend on the order of the procedures', () => {
		expect(attestationHash(salt, { ...attested, procedures: ['offer', 'request'] })).toBe(
			attestationHash(salt, attested)
		);
	});

	it.each([
		{ organisation: 'Il Ballatoi' },
		{ person: 'Nadia Haddad ' },
		{ procedures: ['request'] },
		{ until: '2027-12-31T22:59:59.999Z' },
		{ from: '2026-11-30T10:00:00.001Z' },
		{ way: 'paper' }
	] as const)('is another one when %o', (change) => {
		expect(attestationHash(salt, { ...attested, ...change })).not.toBe(attestationHash(salt, attested));
	});
});
