import '../../../support/settings';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { keepTally, readTally } from '$lib/server/platform/audit/tally';
import { codeKeys, mailKeys } from '$lib/server/platform/auth/attempt-keys';
import { enter, type Gate } from '$lib/server/platform/auth/enter';
import { hashPassword } from '$lib/server/platform/auth/password';
import { completeSignIn } from '$lib/server/platform/auth/second-factor';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { limits, openThrottle } from '$lib/server/platform/auth/throttle';
import { offerSecret, openOffer } from '$lib/server/platform/auth/totp';
import { now } from '$lib/server/clock';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
	database = await openTestDatabase();
	passwordHash = await hashPassword('tre parole facili');
});
afterAll(() => database.close());

type Rules = Partial<Record<keyof typeof limits, { points: number; duration: number }>>;
const gate = (changes: Rules = {}, pause: Gate['pause'] = async () => {}): Gate => ({
	database,
	sessions: openSessions(database),
	throttle: openThrottle(database, { ...limits, ...changes }),
	portalIsDemo: false,
	pause
});
let nextAddress = 0;
const from = () => ({ address: `192.0.2.${(nextAddress += 1)}`, knownDevice: null, oldSession: null });

describe('the same answer', () => {
	test('to an unknown address, a wrong password, a disabled account and a demo account outside the demo', async () => {
		const known = await anAccount(database, { passwordHash });
		const disabled = await anAccount(database, { passwordHash, disabledAt: now() });
		const demo = await anAccount(database, { passwordHash, demo: true });
		const pairs = [
			['nobody@example.org', 'tre parole facili'],
			[known.email, 'quattro parole'],
			[disabled.email, 'tre parole facili'],
			[demo.email, 'tre parole facili']
		] as const;
		for (const [email, password] of pairs)
			expect(await enter(gate(), { email, password, ...from() }, now())).toEqual({
				ok: false,
				problem: 'wrong-credentials'
			});
	});

	test('to an address that waits for confirmation', async () => {
		const { email } = await anAccount(database, { passwordHash, emailConfirmedAt: null });
		for (const password of ['no', 'tre parole facili'])
			expect(await enter(gate(), { email, password, ...from() }, now())).toEqual({
				ok: false,
				problem: 'wrong-credentials'
			});
	});
});

describe('throttling', () => {
	test('after its tries, a pair of address and account waits, and is told how long', async () => {
		const { email } = await anAccount(database, { passwordHash });
		const tight = gate({ pair: { points: 2, duration: 77 } });
		const attempt = { email, password: 'sbagliata', ...from() };
		for (let count = 0; count < 2; count += 1)
			expect(await enter(tight, attempt, now())).toMatchObject({ problem: 'wrong-credentials' });
		const refused = await enter(tight, { ...attempt, password: 'tre parole facili' }, now());
		expect(refused).toMatchObject({ ok: false, problem: 'wait' });
		expect('seconds' in refused && refused.seconds).toBeGreaterThan(60);
		expect('seconds' in refused && refused.seconds).toBeLessThanOrEqual(77);
		// The account is not locked: from elsewhere its owner enters.
		expect(await enter(tight, { ...attempt, ...from(), password: 'tre parole facili' }, now())).toMatchObject({
			ok: true
		});
	});

	test('every try that fails or has to wait is counted, and a right one is not', async () => {
		// Counts are kept in memory, and earlier tests of this process may have left some.
		await keepTally(async () => {}, now());
		const { email } = await anAccount(database, { passwordHash });
		const tight = gate({ pair: { points: 2, duration: 77 } });
		const attempt = { email, password: 'sbagliata', ...from() };
		for (let count = 0; count < 3; count += 1) await enter(tight, attempt, now());
		expect(await enter(tight, { ...attempt, ...from(), password: 'tre parole facili' }, now())).toMatchObject({
			ok: true
		});
		await keepTally(database.transact, now());
		expect((await readTally(database.db, now())).signInFailed.today).toBe(3);
	});

	test('right passwords use nothing up', async () => {
		const { email } = await anAccount(database, { passwordHash });
		const tight = gate({ pair: { points: 1, duration: 77 } });
		const attempt = { email, password: 'tre parole facili', ...from() };
		for (let count = 0; count < 4; count += 1) expect(await enter(tight, attempt, now())).toMatchObject({ ok: true });
	});

	test('many addresses trying one account slow everybody and refuse nobody; a known device does not wait', async () => {
		const { email } = await anAccount(database, { passwordHash });
		const pauses: number[] = [];
		const tight = gate({ account: { points: 3, duration: 77 } }, async (seconds) => void pauses.push(seconds));
		const stranger = () => enter(tight, { email, password: 'sbagliata', ...from() }, now());
		for (let count = 0; count < 3; count += 1) await stranger();
		expect(pauses).toEqual([]);
		for (let count = 0; count < 7; count += 1) expect(await stranger()).toMatchObject({ problem: 'wrong-credentials' });
		expect(pauses).toEqual([1, 2, 3, 4, 5, 5, 5]);
		const attempt = { email, password: 'tre parole facili' };
		expect(await enter(tight, { ...attempt, ...from(), knownDevice: 'known' }, now())).toMatchObject({ ok: true });
		expect(pauses).toHaveLength(7);
		expect(await enter(tight, { ...attempt, ...from() }, now())).toMatchObject({ ok: true });
		expect(pauses).toHaveLength(8);
	});

	test('one machine trying one account a hundred times costs the account its own few tries, and others nothing', async () => {
		const { email } = await anAccount(database, { passwordHash });
		const pauses: number[] = [];
		const rules = { pair: { points: 2, duration: 77 }, account: { points: 3, duration: 77 } };
		const tight = gate(rules, async (seconds) => void pauses.push(seconds));
		const machine = { email, password: 'sbagliata', ...from() };
		const tries = await Promise.all(Array.from({ length: 100 }, () => enter(tight, machine, now())));
		expect(tries.filter((one) => !one.ok && one.problem === 'wrong-credentials')).toHaveLength(2);
		// The pair was refused first: neighbours who share the machine's address lost nothing either.
		const neighbour = await anAccount(database, { passwordHash });
		const near = { ...machine, email: neighbour.email, password: 'tre parole facili' };
		expect(await enter(tight, near, now())).toMatchObject({ ok: true });
		expect(await enter(tight, { ...machine, ...from(), password: 'tre parole facili' }, now())).toMatchObject({
			ok: true
		});
		expect(pauses).toEqual([]);
	});

	test('codes tried by who stole the password cost the device of the owner nothing', async () => {
		const counters = openThrottle(database, { ...limits, code: { points: 1, duration: 77 } });
		await counters.take(codeKeys('stolen', null));
		expect((await counters.take(codeKeys('stolen', null))).ok).toBe(false);
		expect((await counters.take(codeKeys('stolen', 'of the owner'))).ok).toBe(true);
	});

	test('mails asked for from elsewhere cost the owner nothing', async () => {
		const counters = openThrottle(database, { ...limits, mail: { points: 1, duration: 77 } });
		for (const place of ['198.51.100.1', '198.51.100.2'])
			expect((await counters.take(mailKeys('asked@example.org', place))).ok).toBe(true);
		expect((await counters.take(mailKeys('asked@example.org', '198.51.100.1'))).ok).toBe(false);
	});

	test('one address trying many accounts waits', async () => {
		const tight = gate({ address: { points: 3, duration: 77 } });
		const here = from();
		const tries = ['a', 'b', 'c', 'd'].map((name) => ({ email: `${name}@example.org`, password: 'x', ...here }));
		for (const attempt of tries.slice(0, 3))
			expect(await enter(tight, attempt, now())).toMatchObject({ problem: 'wrong-credentials' });
		expect(await enter(tight, tries[3]!, now())).toMatchObject({ problem: 'wait' });
	});

	test('processes on PostgreSQL share the count; on SQLite there is one process', async () => {
		const rule = { ...limits, code: { points: 1, duration: 60 } };
		const [one, two] = [openThrottle(database, rule), openThrottle(database, rule)];
		expect(await one.take([['code', 'shared']])).toEqual({ ok: true });
		expect((await two.take([['code', 'shared']])).ok).toBe(database.kind === 'sqlite');
		expect((await one.take([['code', 'shared']])).ok).toBe(false);
	});

	test('no address is kept in clear', async () => {
		const keys = await database.db.selectFrom('throttle').select('key').execute();
		expect(JSON.stringify(keys)).not.toMatch(/example\.org|192\.0\.2/);
	});
});

describe('the second factor', () => {
	const codeOf = (secret: string, ahead = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead });

	async function pendingOfficer() {
		const officer = await anAccount(database, { passwordHash, role: 'officer' });
		const entered = await enter(gate(), { email: officer.email, password: 'tre parole facili', ...from() }, now());
		if (!entered.ok) throw new Error(entered.problem);
		return { officer, sessionId: entered.sessionId };
	}
	const complete = (
		pending: { id: string; role: 'officer'; sessionId: string },
		input: { code: string; offer?: string }
	) => database.transact((trx) => completeSignIn(trx, openSessions(database), input, pending, now()));

	test('is enrolled at the first sign-in, with a code that shows the secret was copied', async () => {
		const { officer, sessionId } = await pendingOfficer();
		const pending = { id: officer.id, role: 'officer' as const, sessionId };
		const offer = offerSecret(officer.id);
		const secret = openOffer(officer.id, offer)!;
		expect(await complete(pending, { offer, code: '000000' === codeOf(secret) ? '111111' : '000000' })).toMatchObject({
			problem: 'wrong-code'
		});
		expect(await complete(pending, { offer: offerSecret('another'), code: codeOf(secret) })).toMatchObject({
			problem: 'offer-invalid'
		});
		const done = await complete(pending, { offer, code: codeOf(secret) });
		if (!done.ok) throw new Error(done.problem);
		const sessions = openSessions(database);
		expect(done.sessionId).not.toBe(sessionId);
		expect(await sessions.read(sessionId)).toBeNull();
		expect(await sessions.read(done.sessionId)).toMatchObject({ secondFactor: true });
		const stored = await findAccount(database.db, officer.id);
		expect(stored?.totpSealed).not.toContain(secret);
	});

	test('takes a code once: the same one, or an older one, opens nothing (replay)', async () => {
		const { officer, sessionId } = await pendingOfficer();
		const pending = { id: officer.id, role: 'officer' as const, sessionId };
		const offer = offerSecret(officer.id);
		const secret = openOffer(officer.id, offer)!;
		const code = codeOf(secret);
		expect((await complete(pending, { offer, code })).ok).toBe(true);
		expect(await complete(pending, { code })).toMatchObject({ problem: 'wrong-code' });
		const next = codeOf(secret, 30);
		const both = await Promise.all([complete(pending, { code: next }), complete(pending, { code: next })]);
		expect(both.filter((one) => one.ok)).toHaveLength(1);
	});

	test('an enrolled account cannot be given another secret at sign-in', async () => {
		const { officer, sessionId } = await pendingOfficer();
		const pending = { id: officer.id, role: 'officer' as const, sessionId };
		const mine = offerSecret(officer.id);
		await complete(pending, { offer: mine, code: codeOf(openOffer(officer.id, mine)!) });
		const theirs = offerSecret(officer.id);
		expect(await complete(pending, { offer: theirs, code: codeOf(openOffer(officer.id, theirs)!, 30) })).toMatchObject({
			problem: 'wrong-code'
		});
	});
});
