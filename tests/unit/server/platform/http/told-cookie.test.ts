import '../../../../support/settings';
import type { Cookies } from '@sveltejs/kit';
import { beforeEach, expect, it } from 'vitest';
import { emergencyGrounds } from '$lib/domain/household/choices';
import type { Told } from '$lib/domain/household/told';
import { fadeTold, forgetTold, keepTold, readTold } from '$lib/server/platform/http/told-cookie';
import { allTold } from '../../../../support/builders/told';

const now = '2026-11-22T10:00:00.000Z';
let kept: Map<string, string>;
let options: Record<string, unknown>;
const cookies = {
	get: (name: string) => kept.get(name),
	set: (name: string, value: string, given: Record<string, unknown>) => {
		kept.set(name, value);
		options = given;
	},
	delete: (name: string) => kept.delete(name)
} as unknown as Cookies;
beforeEach(() => (kept = new Map()));

const told = allTold({ emergency: ['violence'] });
const value = () => [...kept.values()][0]!;
const change = (text: string) => kept.set([...kept.keys()][0]!, text);

it('keeps what was told for two hours, sealed and out of reach of scripts', () => {
	expect(keepTold(cookies, told, now)).toBe(true);
	expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', maxAge: 7_200, path: '/' });
	expect(value()).toMatch(/^[\w-]+$/);
	for (const text of [value(), Buffer.from(value(), 'base64url').toString('latin1')])
		for (const secret of ['violence', '1985', 'told']) expect(text).not.toContain(secret);
	expect(readTold(cookies, '2026-11-22T11:59:59.999Z')).toEqual(JSON.parse(JSON.stringify(told)));
	expect(readTold(cookies, '2026-11-22T12:00:00.000Z')).toBeNull();
	forgetTold(cookies);
	expect(readTold(cookies, now)).toBeNull();
});

it('fades once it was used: a second click under way still finds it', () => {
	keepTold(cookies, told, now);
	fadeTold(cookies, told, now);
	expect(options).toMatchObject({ httpOnly: true, maxAge: 60 });
	expect(readTold(cookies, '2026-11-22T10:00:59.999Z')).not.toBeNull();
	expect(readTold(cookies, '2026-11-22T10:01:00.000Z')).toBeNull();
});

it('opens nothing that was changed, and nothing of somebody else’s making', () => {
	keepTold(cookies, told, now);
	const [first, rest] = [value()[0]!, value().slice(1)];
	for (const text of [(first === 'A' ? 'B' : 'A') + rest, value().slice(0, -4), 'x', '{"format":"told/1"}']) {
		change(text);
		expect(readTold(cookies, now)).toBeNull();
	}
});

it('opens nothing that this version does not know: an unknown fact, or a value of another kind', () => {
	for (const wrong of [{ floor: 3 }, { iseeCents: 'little' }, { kind: 'castle' }, { members: [{ id: 'm1' }] }]) {
		keepTold(cookies, { ...told, ...wrong } as unknown as Told, now);
		expect(readTold(cookies, now), JSON.stringify(wrong)).toBeNull();
	}
});

it('holds the largest household that the check takes, and refuses what no browser keeps', () => {
	const members = Array.from({ length: 15 }, (_, index) => ({
		id: `m${index + 1}`,
		relation: 'other' as const,
		birthDate: `${1930 + index * 6}-0${(index % 9) + 1}-1${index % 10}`
	}));
	const disabilities = members.map(({ id }) => ({ member: id, percent: 67, serious: true, attendanceAllowance: true }));
	expect(keepTold(cookies, allTold({ members, disabilities, emergency: emergencyGrounds }), now)).toBe(true);
	const random = Array.from({ length: 400 }, (_, index) => ({ ...members[0]!, id: `${Math.sin(index)}` }));
	expect(keepTold(cookies, allTold({ members: random }), now)).toBe(false);
});
