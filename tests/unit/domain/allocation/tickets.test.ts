import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawTickets as drawPlainly } from '$lib/domain/allocation/reference/orders';
import { drawTickets, ticketOf } from '$lib/domain/allocation/tickets';
import { runs } from '../../../support/runs';

it('tickets are the first 8 bytes of HMAC-SHA256, for texts and beacons of any length', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.nat(200).map((length) => 'à'.repeat(length))
	);
	const beacon = fc.uint8Array({ minLength: 1, maxLength: 140 }).map((bytes) => Buffer.from(bytes).toString('hex'));
	fc.assert(
		fc.property(beacon, text, fc.array(text, { minLength: 1, maxLength: 8 }), (key, notice, ids) => {
			const expected = ids.map((id) =>
				createHmac('sha256', Buffer.from(key, 'hex')).update(`${notice}|${id}`).digest().readBigUInt64BE()
			);
			const { high, low } = drawTickets(key, notice, ids);
			expect(ids.map((_, i) => (BigInt(high[i]!) << 32n) | BigInt(low[i]!))).toEqual(expected);
			expect(ticketOf(key, notice, ids[0]!)).toBe(expected[0]);
			const applications = ids.map((id) => ({ id, choices: [] }));
			const plain = drawPlainly({ format: 'round/1', notice, beacon: key, dwellings: [], applications });
			expect(ids.map((id) => plain.get(id))).toEqual(expected);
		}),
		runs(300)
	);
});
