import { describe, expect, it } from 'vitest';
import { MAX_ROUND_BYTES, parseColumns, parseRound, TOO_LARGE } from '$lib/domain/allocation/reading/parse-round';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => parseRound(bytes(text));

const round = {
	format: 'round/1',
	notice: 'n',
	beacon: '00',
	dwellings: [{ id: 'u1', list: 'l' }],
	applications: [{ id: 'a', choices: ['u1'], keys: { l: [1] } }]
};
const withDwelling = (dwelling: object) =>
	JSON.stringify({ ...round, dwellings: [{ id: 'u1', list: 'l', ...dwelling }] });
const withApplication = (application: object) =>
	JSON.stringify({ ...round, applications: [{ id: 'a', choices: ['u1'], ...application }] });
const withQuotas = (quotas: unknown, dwellings: object[] = round.dwellings) =>
	JSON.stringify({ ...round, dwellings, quotas });
/** The round with its only key written in this way. */
const withKey = (key: string) => JSON.stringify(round).replace('[1]', `[${key}]`);

describe('a round file is read', () => {
	it('with members in any order, white space and escapes', () => {
		const text =
			' {"applications":[],"dwellings" : [\r\n{"list":"\\u006c\\/\\ud83d\\udd11","id":"\\"\\\\\\b\\f\\n\\r\\t"}],\t"beacon":"0aff","notice":"è","format":"round\\/1"} \n';
		const dwelling = { id: '"\\\b\f\n\r\t', list: 'l/\u{1f511}' };
		expect(read(text)).toEqual({
			ok: true,
			round: { format: 'round/1', notice: 'è', beacon: '0aff', dwellings: [dwelling], applications: [] }
		});
	});

	it.each([
		['1.0', 1],
		['-0', 0],
		['0.000', 0],
		['0e999999999999', 0],
		['10e-1', 1],
		['1.5E+1', 15],
		['123.4500e2', 12345],
		['9007199254740991', Number.MAX_SAFE_INTEGER],
		['-9007199254740991', Number.MIN_SAFE_INTEGER],
		['9007199254740991.000', Number.MAX_SAFE_INTEGER],
		['0.9007199254740991e16', Number.MAX_SAFE_INTEGER],
		[`1${'0'.repeat(200_000)}e-200000`, 1]
	])('integers by their value: %s', (text, value) => {
		const parsed = read(withKey(text));
		expect(parsed.ok && parsed.round.applications[0]?.keys?.l?.[0]).toBe(value);
	});

	it('a list may have any name, even one that JavaScript treats in a way of its own', () => {
		const parsed = read(JSON.stringify(round).replace('{"l":[1]}', '{"__proto__":[1],"constructor":[2]}'));
		expect(parsed.ok && Object.entries(parsed.round.applications[0]?.keys ?? {})).toEqual([
			['__proto__', [1]],
			['constructor', [2]]
		]);
	});

	it('arrays may be empty', () => {
		expect(read(withDwelling({ order: [] })).ok).toBe(true);
		expect(read(withApplication({ keys: { l: [] }, choices: [], categories: [] })).ok).toBe(true);
		expect(read(withQuotas([])).ok).toBe(true);
		expect(read(JSON.stringify({ ...round, dwellings: [], applications: [] })).ok).toBe(true);
	});
});

describe('a round file is refused with the place and the reason', () => {
	it.each([
		['nothing', '', 'file', 'an object expected, but the file ends'],
		['not an object', '[]', 'file', 'an object expected at byte 0'],
		['cut short', '{"format":"round/1"', 'file', '"," or "}" expected, but the file ends'],
		['a second value', `${JSON.stringify(round)}{}`, 'file', 'something after the end, at byte 146'],
		['another format', '{"format":"round/2"}', 'format', 'not "round/1"'],
		['a missing field', '{"format":"round/1","notice":"n"}', 'file', '"beacon" is missing'],
		['an unknown member', '{"formats":"round/1"}', 'file', 'unknown member "formats"'],
		['a member of every object', '{"constructor":1}', 'file', 'unknown member "constructor"'],
		['a repeated member', '{"notice":"n","n\\u006ftice":"n"}', 'file', 'member "notice" is repeated'],
		['an odd beacon', '{"beacon":"abc"}', 'beacon', 'not lower-case hexadecimal pairs'],
		['an upper-case beacon', '{"beacon":"AB"}', 'beacon', 'not lower-case hexadecimal pairs'],
		['a beacon with a line feed', '{"beacon":"ab\\n"}', 'beacon', 'not lower-case hexadecimal pairs'],
		['a trailing comma', '{"notice":"n",}', 'file', 'a member name expected at byte 14'],
		['a bare control character', '{"notice":"a\nb"}', 'notice', 'a control character inside a text'],
		['an unknown escape', '{"notice":"\\x41"}', 'notice', 'an unknown escape inside a text'],
		['a short escape', '{"notice":"\\u00g0"}', 'notice', 'an unknown escape inside a text'],
		['an open text', '{"notice":"a', 'notice', 'the file ends inside a text'],
		['an open escape', '{"notice":"a\\', 'notice', 'the file ends inside a text'],
		['an empty text', '{"notice":""}', 'notice', 'an empty text'],
		['a lone high surrogate', '{"notice":"\\ud83d"}', 'notice', 'a text with a lone surrogate'],
		['a lone low surrogate', '{"notice":"\\udd11\\ud83d"}', 'notice', 'a text with a lone surrogate'],
		['null', '{"notice":null}', 'notice', 'a text expected at byte 10, null is not allowed'],
		['a number for a text', '{"notice":1}', 'notice', 'a text expected at byte 10'],
		['an empty list name', withApplication({ keys: { '': [1] } }), 'applications[0].keys', 'an empty text']
	])('%s', (_, text, place, reason) => {
		expect(read(text)).toEqual({ ok: false, place, reason });
	});

	it.each([
		['1.5', 'not an integer'],
		['1e-400', 'not an integer'],
		['9007199254740991.4', 'not an integer'],
		['9007199254740992', 'an integer beyond 2^53 - 1'],
		['-9007199254740993', 'an integer beyond 2^53 - 1'],
		['1e400', 'an integer beyond 2^53 - 1'],
		['01', 'an integer expected at byte 140'],
		['+1', 'an integer expected at byte 140'],
		['.5', 'an integer expected at byte 140'],
		['"1"', 'an integer expected at byte 140'],
		['true', 'an integer expected at byte 140'],
		['null', 'an integer expected at byte 140, null is not allowed']
	])('a key written %s', (text, reason) => {
		expect(read(withKey(text))).toMatchObject({ ok: false, place: 'applications[0].keys.l[0]', reason });
	});

	it('a byte order mark, and bytes that are not UTF-8, overlong or a surrogate', () => {
		const mark = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(JSON.stringify(round))]);
		expect(parseRound(mark)).toEqual({ ok: false, place: 'file', reason: 'begins with a byte order mark' });
		for (const wrong of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
			const text = new Uint8Array([...bytes('{"notice":"'), ...wrong, ...bytes('"}')]);
			expect(parseRound(text)).toEqual({ ok: false, place: 'notice', reason: 'a text that is not UTF-8' });
		}
	});

	it.each([
		['capacity', { capacity: 0 }, 'dwellings[0].capacity', 'less than 1'],
		['exclusive', { exclusive: true }, 'dwellings[0].exclusive', 'exclusive needs "setAside"'],
		['a repeated category', { setAside: ['x', 'y', 'x'] }, 'dwellings[0].setAside[2]', '"x" is repeated'],
		['an unknown application', { order: ['a', 'z'] }, 'dwellings[0].order[1]', 'no application "z"'],
		['a repeated application', { order: ['a', 'a'] }, 'dwellings[0].order[1]', '"a" is repeated'],
		['a missing list', { list: undefined }, 'dwellings[0]', '"list" is missing']
	])('a dwelling: %s', (_, dwelling, place, reason) => {
		expect(read(withDwelling(dwelling))).toEqual({ ok: false, place, reason });
	});

	it.each([
		['an unknown dwelling', { choices: ['u1', 'u9'] }, 'applications[0].choices[1]', 'no dwelling "u9"'],
		['a repeated choice', { choices: ['u1', 'u1'] }, 'applications[0].choices[1]', '"u1" is repeated'],
		['a repeated category', { categories: ['x', 'x'] }, 'applications[0].categories[1]', '"x" is repeated'],
		['signed nowhere', { frozen: 'u9' }, 'applications[0].frozen', 'no dwelling "u9"'],
		['both', { frozen: 'u1', withdrawn: true }, 'applications[0].frozen', 'frozen and withdrawn at once'],
		['a word', { withdrawn: 'yes' }, 'applications[0].withdrawn', 'true or false expected at byte 139'],
		['missing choices', { choices: undefined }, 'applications[0]', '"choices" is missing']
	])('an application: %s', (_, application, place, reason) => {
		expect(read(withApplication(application))).toEqual({ ok: false, place, reason });
	});

	it('ids used twice', () => {
		const dwellings = [...round.dwellings, ...round.dwellings];
		const applications = Array.from({ length: 20 }, (_, i) => ({ id: `a${i % 19}`, choices: [] }));
		const place = 'applications[19].id';
		expect(read(JSON.stringify({ ...round, dwellings }))).toMatchObject({ ok: false, place: 'dwellings[1].id' });
		expect(read(JSON.stringify({ ...round, applications }))).toEqual({ ok: false, place, reason: '"a0" is repeated' });
	});

	it('keys of another length than the rest of the list, withdrawn ones too', () => {
		const applications = [...round.applications, { id: 'b', choices: [], keys: { l: [1, 2] }, withdrawn: true }];
		expect(read(JSON.stringify({ ...round, applications }))).toEqual({
			ok: false,
			place: 'applications[1].keys.l',
			reason: '2 keys where others of list "l" have 1'
		});
	});

	it('more signed households than places', () => {
		const applications = ['a', 'b', 'c'].map((id) => ({ id, choices: [], frozen: 'u1' }));
		const dwellings = [{ id: 'u1', list: 'l', capacity: 2 }];
		expect(read(JSON.stringify({ ...round, dwellings, applications }))).toEqual({
			ok: false,
			place: 'applications[2].frozen',
			reason: 'dwelling "u1" has no place left to hold'
		});
	});

	it('quotas by count where they would punish the truth, and says what to do instead', () => {
		const quota = { kind: 'guarantee', category: 'x', places: 1 };
		const two = [...round.dwellings, { id: 'u2', list: 'm' }];
		const refused = (text: string) => {
			const parsed = read(text);
			return parsed.ok ? null : parsed;
		};
		expect(refused(withQuotas([quota]))).toBeNull();
		expect(refused(withQuotas([quota], two))).toMatchObject({ place: 'dwellings[1].list' });
		expect(refused(withQuotas([quota], two))?.reason).toContain('set dwellings aside');
		for (const member of [{ setAside: ['x'] }, { order: [] }]) {
			const place = `dwellings[0].${Object.keys(member)[0]}`;
			expect(refused(withQuotas([quota], [{ ...round.dwellings[0], ...member }]))).toMatchObject({ place });
		}
		expect(refused(withQuotas([quota, { ...quota, kind: 'ceiling' }]))).toMatchObject({ place: 'quotas[1].category' });
		expect(refused(withQuotas([{ ...quota, kind: 'reserve' }]))).toMatchObject({ place: 'quotas[0].kind' });
		expect(refused(withQuotas([{ ...quota, places: 0 }]))).toMatchObject({ place: 'quotas[0].places' });
	});

	it('never with more than one line, whatever an id holds', () => {
		const parsed = read(withApplication({ choices: ['u\n\u2028\u0085'] }));
		expect(parsed).toMatchObject({ ok: false, reason: 'no dwelling "u\\n\\u2028\\u0085"' });
	});

	it('larger than 1 GiB, at once or in pieces', () => {
		const whole = (length: number) => parseRound({ length } as Uint8Array);
		const pieces = (length: number) => parseColumns(() => length);
		for (const parse of [whole, pieces]) {
			expect(parse(MAX_ROUND_BYTES + 1)).toEqual(TOO_LARGE);
			expect(parse(MAX_ROUND_BYTES)).not.toEqual(TOO_LARGE);
		}
	});

	it('and not when it cannot be read at all: that is no fault of the file', () => {
		const broken = () => {
			throw new Error('the disk is gone');
		};
		expect(() => parseColumns(broken)).toThrow('the disk is gone');
	});
});
