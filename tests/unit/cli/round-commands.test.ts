import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../support/call-command';
import { recompute, recomputeDepartures } from '$lib/domain/allocation/reference/recompute';
import type { Round } from '$lib/domain/allocation/round';

const round: Round = {
	format: 'round/1',
	notice: 'avviso-\u{1f511}',
	beacon: 'c0ffee',
	dwellings: [
		{ id: 'u2', list: 'comune', setAside: ['disabled'] },
		{ id: 'u1', list: 'comune', capacity: 2 },
		{ id: 'u3', list: 'aler', order: ['d', 'a'] }
	],
	applications: [
		{ id: 'a', choices: ['u1', 'u3', 'u2'], keys: { comune: [1000, 3] } },
		{ id: 'b', choices: ['u1', 'u2'], keys: { comune: [1000, 3] } },
		{ id: 'c', choices: ['u2', 'u1'], keys: { comune: [900, 9] }, categories: ['disabled'] },
		{ id: 'd', choices: ['u1', 'u3'], keys: { comune: [1000, 2] } },
		{ id: 'e\uffee', choices: ['u2'], keys: { comune: [1000, 4] }, frozen: 'u1' },
		{ id: 'f', choices: ['u1'], keys: { comune: [1, 1] }, withdrawn: true }
	]
};

let folder = '';
const file = (name: string) => join(folder, name);
/** Written by hand rather than canonically: a file is hashed as it is. */
const text = JSON.stringify(round, null, 2);
const hash = createHash('sha256').update(text).digest('hex');

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'round-'));
	writeFileSync(file('round.json'), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
	writeFileSync(file(name), content);
	return file(name);
}

describe('allocate', () => {
	it('prints the result and nothing else', async () => {
		expect(await call('allocate', file('round.json'))).toEqual({ code: 0, out: recompute(round, hash), err: '' });
	});

	it('explains when asked, before or after the file', async () => {
		const out = recompute(round, hash, { explain: true });
		expect(await call('allocate', file('round.json'), '--explain')).toEqual({ code: 0, out, err: '' });
		expect(await call('allocate', '--explain', file('round.json'))).toEqual({ code: 0, out, err: '' });
		expect(out).toContain('"explanations":[{');
	});

	it('refuses a file with one line that names the place and the reason', async () => {
		const wrong = write('wrong.json', text.replace(/"u3",(\s+"u2")/, '"u9",$1'));
		const err = 'applications[0].choices[1]: no dwelling "u9"\n';
		expect(await call('allocate', wrong)).toEqual({ code: 2, out: '', err });
	});

	it('names ids that are anything but plain, and never on more than one line', async () => {
		const ids = ['__proto__', '\u0000', '"\\', '\u{10ffff}', '\uffee', 'a\nb', '\u2028'];
		const odd: Round = {
			...round,
			dwellings: ids.map((id) => ({ id, list: '__proto__' })),
			applications: ids.map((id, i) => ({ id, choices: ids.toSpliced(i, 1), keys: { ['__proto__']: [i] } }))
		};
		const content = JSON.stringify(odd);
		const path = write('odd.json', content);
		const out = recompute(odd, createHash('sha256').update(content).digest('hex'), { explain: true });
		expect(await call('allocate', path, '--explain')).toEqual({ code: 0, out, err: '' });
		for (const id of ids) {
			const twice = write('odd.json', JSON.stringify({ ...odd, dwellings: [...odd.dwellings, { id, list: 'l' }] }));
			const { code, out: said, err } = await call('allocate', twice);
			expect([code, said]).toEqual([2, '']);
			expect(err).toMatch(/^dwellings\[7\]\.id: "[^\n\u2028]*" is repeated\n$/);
		}
	});

	it('refuses a file over 1 GiB unread', async () => {
		const path = write('large.json', '');
		truncateSync(path, 2 ** 30 + 1);
		expect(await call('allocate', path)).toEqual({ code: 2, out: '', err: 'file: larger than 1 GiB\n' });
	});

	it('says so when the file is not there or the command is called wrongly', async () => {
		const absent = await call('allocate', file('absent.json'));
		expect(absent).toMatchObject({ code: 2, out: '' });
		expect(absent.err).toMatch(/^file: cannot be read \(ENOENT\): .*\n$/);
		expect((await call('allocate', folder)).err).toMatch(/^file: cannot be read \(EISDIR\): .*\n$/);
		for (const args of [[], ['a', 'b'], ['--explain'], ['a', '--explain', '--explain']]) {
			expect(await call('allocate', ...args)).toMatchObject({ code: 2, out: '' });
		}
	});
});

describe('refuse and verify', () => {
	it('three households leave one after the other, and each result verifies', async () => {
		let result = write('result.json', (await call('allocate', file('round.json'), '--explain')).out);
		const left: string[] = [];
		for (const leaver of ['b', 'e\uffee', 'd']) {
			left.push(leaver);
			const next = await call('refuse', file('round.json'), result, leaver);
			expect(next).toEqual({ code: 0, out: recomputeDepartures(round, hash, left), err: '' });
			result = write('result.json', next.out);
			expect(await call('verify', file('round.json'), result)).toEqual({ code: 0, out: 'same\n', err: '' });
		}
		expect(await call('refuse', file('round.json'), result, 'b')).toMatchObject({ code: 2, out: '' });
	});

	it('an unknown, a withdrawn household, or another round cannot be served', async () => {
		const result = write('result.json', recompute(round, hash));
		const other = write('other.json', recompute(round, 'ab'.repeat(32)));
		expect(await call('refuse', file('round.json'), result, 'zz')).toEqual({
			code: 2,
			out: '',
			err: '"zz": no such application in the round\n'
		});
		expect(await call('refuse', file('round.json'), result, 'f')).toMatchObject({ code: 2, out: '' });
		expect(await call('refuse', file('round.json'), other, 'a')).toMatchObject({ code: 2, out: '' });
		expect(await call('refuse', file('round.json'), file('absent.json'), 'a')).toMatchObject({ code: 2, out: '' });
	});

	it('a round with quotas has no refusal chain, and says what to do', async () => {
		const quotas = [{ kind: 'ceiling', category: 'disabled', places: 1 }] as const;
		const dwellings = [{ id: 'u1', list: 'comune' }];
		const applications = [{ id: 'a', choices: ['u1'], keys: { comune: [1] } }];
		const withQuotas = { ...round, dwellings, applications, quotas };
		const path = write('quotas.json', JSON.stringify(withQuotas));
		const result = write('quota-result.json', (await call('allocate', path)).out);
		expect(await call('verify', path, result)).toMatchObject({ code: 0 });
		const refused = await call('refuse', path, result, 'a');
		expect(refused).toMatchObject({ code: 2, out: '' });
		expect(refused.err).toContain('run a new round');
	});

	it('a result with one byte changed is different', async () => {
		const changed = write('changed.json', recompute(round, hash).replace('"wasted":0', '"wasted":1'));
		const err = 'different: the round gives another result\n';
		expect(await call('verify', file('round.json'), changed)).toEqual({ code: 1, out: '', err });
	});

	it('an unreadable result is different, an unreadable round is refused', async () => {
		for (const content of ['', 'null', '[]', '{"left":1}', '{"left":[1]}', '{"left":["zz"]}', '{"left":[]}']) {
			const path = write('claim.json', content);
			expect(await call('verify', file('round.json'), path)).toMatchObject({ code: 1, out: '' });
		}
		for (const unreadable of [file('absent.json'), folder]) {
			const verified = await call('verify', file('round.json'), unreadable);
			expect(verified).toMatchObject({ code: 1, out: '' });
			expect(verified.err).toMatch(/^file: cannot be read .*\n$/);
			expect(await call('refuse', file('round.json'), unreadable, 'a')).toMatchObject({ code: 2, out: '' });
		}
		expect(await call('verify', file('absent.json'), file('round.json'))).toMatchObject({ code: 2, out: '' });
	});
});

describe('publish', () => {
	it('prints orders and choices by pseudonym that allocate the same, and nothing personal', async () => {
		const published = await call('publish', file('round.json'));
		expect(published.code).toBe(0);
		// This round has set-asides, so the projection of it may not be published.
		expect(published.err).toMatch(/^warning: .* do not publish this\.\n$/);
		const projection = JSON.parse(published.out) as Round;
		expect(Object.keys(projection.dwellings[0]!)).toEqual(['id', 'list', 'capacity', 'order']);
		expect(projection.applications.map((row) => Object.keys(row).join())).toEqual([
			...Array<string>(4).fill('id,choices'),
			'id,choices,frozen'
		]);
		const { out } = await call('allocate', write('projection.json', published.out));
		const held = (result: string) =>
			(
				JSON.parse(result) as { assignments: { application: string; dwelling: string; place: number }[] }
			).assignments.map(({ application, dwelling, place }) => [application, dwelling, place]);
		expect(held(out)).toEqual(held(recompute(round, hash)));
	});
});
