import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '$lib/server/platform/auth/actor';
import { isOutage } from '$lib/server/platform/db/outage';
import { newId } from '$lib/server/ids';
import { preparePhotograph } from '$lib/server/homes/photographs/prepare';
import {
	erasePhotograph,
	keepPhotograph,
	photographBytes,
	photographsOf,
	type NewPhotograph
} from '$lib/server/homes/photographs/service';
import { aBuilding, aDwelling, anActor, anOwner } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-10T10:00:00.000Z';
const picture = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: '#3a6' } });

let test: TestDatabase;
let officer: Actor;
let building: string;
let dwelling: string;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer', 'Rita Riva');
	building = await aBuilding(test.db);
	dwelling = await aDwelling(test.db, { building_id: building, owner_id: await anOwner(test.db) });
});
afterEach(() => test.close());

async function photograph(changes: Partial<NewPhotograph> = {}): Promise<NewPhotograph> {
	const prepared = (await preparePhotograph(await picture(800, 600).png().toBuffer()))!;
	return {
		...prepared,
		id: newId(),
		of: { dwellingId: dwelling },
		part: 'bathroom',
		takenOn: '2026-11-10',
		...changes
	};
}
const keep = (one: NewPhotograph, by = officer) => test.transact((trx) => keepPhotograph(trx, one, by, now));

describe('a picture, before it is kept', () => {
	it('is made smaller, upright, and loses where it was taken and with what', async () => {
		const taken = await picture(4_000, 3_000)
			.withExif({ IFD0: { Make: 'Telefono' }, IFD3: { GPSLatitude: '45/1 27/1 0/1' } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		expect((await sharp(taken).metadata()).exif?.includes('Telefono')).toBe(true);
		const { image, thumbnail, width, height } = (await preparePhotograph(taken))!;
		expect([width, height]).toEqual([1_200, 1_600]);
		for (const kept of [image, thumbnail]) {
			const { exif, xmp, iptc, format } = await sharp(kept).metadata();
			expect([exif, xmp, iptc, format, kept.includes('Telefono')]).toEqual([
				...[undefined, undefined, undefined, 'jpeg', false]
			]);
		}
		expect((await sharp(thumbnail).metadata()).height).toBe(320);
	});

	it('is prepared alone: others that came at the same time wait, and those too many are refused', async () => {
		const bytes = await picture(1_500, 1_000).png().toBuffer();
		const counts = () => sharp.counters().process + sharp.counters().queue;
		const most = { tasks: 0 };
		const watch = setInterval(() => (most.tasks = Math.max(most.tasks, counts())));
		const all = await Promise.allSettled(Array.from({ length: 30 }, () => preparePhotograph(bytes)));
		clearInterval(watch);
		expect(most.tasks).toBe(1);
		expect(all.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(21);
		expect(all.filter((one) => one.status === 'rejected').map(({ reason }) => isOutage(reason))).toEqual(
			Array(9).fill(true)
		);
	});

	it('is refused when it is no picture, a drawing with a script, cut short, or a bomb', async () => {
		const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>');
		const cut = (await picture(800, 600).jpeg().toBuffer()).subarray(0, 700);
		const bomb = await picture(12_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
		for (const bytes of [svg, cut, bomb, Buffer.from('MZ'), Buffer.alloc(0)])
			expect(await preparePhotograph(bytes)).toBeUndefined();
	});
});

describe('a photograph', () => {
	it('is kept with its bytes, what it shows and who took it; sent twice it is one', async () => {
		const one = await photograph();
		expect([await keep(one), await keep(one)]).toEqual([
			{ ok: true, id: one.id },
			{ ok: true, id: one.id }
		]);
		const { id, width, height, part } = one;
		const kept = { id, width, height, part, takenOn: '2026-11-10', takenBy: 'Rita Riva' };
		expect(await photographsOf(test.db, { dwellingId: dwelling })).toEqual([kept]);
		expect(await photographsOf(test.db, { buildingId: building })).toEqual([]);
		expect(Buffer.compare((await photographBytes(test.db, id, 'image'))!, one.image)).toBe(0);
		expect(Buffer.compare((await photographBytes(test.db, id, 'thumbnail'))!, one.thumbnail)).toBe(0);
		const entries = await test.db.selectFrom('audit_entries').select('event').execute();
		expect(entries.map(({ event }) => event)).toEqual(['photograph_kept']);
	});

	it('is refused to others, of nothing, and of tomorrow', async () => {
		expect(await keep(await photograph(), await anActor(test.db, 'auditor'))).toMatchObject({ problem: 'not-allowed' });
		expect(await keep(await photograph({ of: { dwellingId: building } }))).toMatchObject({ problem: 'unknown' });
		expect(await keep(await photograph({ takenOn: '2026-11-11' }))).toMatchObject({ problem: 'in-the-future' });
	});

	it('has room for sixty', async () => {
		const one = await photograph();
		for (let taken = 0; taken < 60; taken += 1) await keep({ ...one, id: newId() });
		expect(await keep({ ...one, id: newId() })).toEqual({ ok: false, problem: 'too-many' });
		expect(await keep({ ...one, id: newId(), of: { buildingId: building } })).toMatchObject({ ok: true });
	});

	it('is erased for good, once, and only where it belongs', async () => {
		const one = await photograph();
		await keep(one);
		const erase = (of: NewPhotograph['of'], by = officer) =>
			test.transact((trx) => erasePhotograph(trx, one.id, of, by, now));
		expect(await erase({ buildingId: building })).toMatchObject({ problem: 'unknown' });
		expect(await erase(one.of, await anActor(test.db, 'auditor'))).toMatchObject({ problem: 'not-allowed' });
		expect([await erase(one.of), await erase(one.of)]).toEqual([{ ok: true }, { ok: true }]);
		expect(await photographBytes(test.db, one.id, 'image')).toBeUndefined();
		const entries = await test.db.selectFrom('audit_entries').select('event').orderBy('seq').execute();
		expect(entries.map(({ event }) => event)).toEqual(['photograph_kept', 'photograph_erased']);
	});
});
