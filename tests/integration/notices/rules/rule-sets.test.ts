import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import type { Actor } from '$lib/server/platform/auth/actor';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import { findNotice } from '$lib/server/notices/notices/repository';
import {
	approveRuleSet,
	discardRuleSet,
	proposeRuleSet,
	returnRuleSet
} from '$lib/server/notices/rules/approval-service';
import { changeRuleSet, forkRuleSet, importRuleSet } from '$lib/server/notices/rules/edit-service';
import { findApproved } from '$lib/server/notices/rules/find-rule-set';
import { readRules } from '$lib/server/notices/rules/read-rules';
import { findVersion } from '$lib/server/notices/rules/repository';
import { aDraft, certifiedDwellings } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { anApprovedRuleSet } from '../../../support/builders/rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-10-20T08:00:00.000Z';
let database: TestDatabase;
let officer: Actor;
let manager: Actor;

beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anActor(database.db, 'officer', 'Franca');
	manager = await anActor(database.db, 'manager', 'Daria');
});

afterAll(() => database.close());

const lower = (rules: RuleSet): RuleSet => ({
	...rules,
	eligibility: { ...rules.eligibility, isee: illustrative({ maxCents: 3_000_000 }) }
});
async function aFork(baseId = 'agency-2026') {
	const forked = await database.transact((trx) => forkRuleSet(trx, baseId, officer, now));
	if (!forked.ok) throw new Error(forked.problem);
	return (await findVersion(database.db, forked.id))!;
}
const change = (id: string, revision: number, rules: object, by = officer) =>
	database.transact((trx) => changeRuleSet(trx, { id, revision, rules: rules as Record<string, unknown> }, by, now));
const propose = (id: string, revision: number, by = officer) =>
	database.transact((trx) => proposeRuleSet(trx, { id, revision }, by, now));
const approve = (id: string, revision: number, by = manager) =>
	database.transact((trx) => approveRuleSet(trx, { id, revision }, by, now));
const auditOf = async (id: string) =>
	(
		await database.db.selectFrom('audit_entries').select('event').where('subject_id', '=', id).orderBy('seq').execute()
	).map(({ event }) => event);

describe('from a fork to a notice', () => {
	it('a draft is changed, proposed by an officer, approved by a manager, and frozen', async () => {
		const { id, rules } = await aFork();
		expect(rules).toEqual({ ...ruleSets[0], id, name: expect.anything() as RuleSet['name'] });
		expect(rules.name.it).toBe(`${ruleSets[0]!.name.it} (${id})`);
		// A second click finds the same copy, as long as nobody touched it.
		expect((await aFork()).id).toBe(id);
		expect(await change(id, 0, lower(rules))).toEqual({ ok: true });
		expect(await findApproved(database.db, id)).toBeUndefined();
		expect(await propose(id, 1)).toEqual({ ok: true });
		expect(await change(id, 2, rules)).toEqual({ ok: false, problem: 'not-a-draft' });
		expect(await approve(id, 2)).toEqual({ ok: true });
		expect(await findApproved(database.db, id)).toEqual(lower(rules));
		expect(await approve(id, 3)).toEqual({ ok: false, problem: 'not-proposed' });
		expect(await change(id, 3, rules)).toEqual({ ok: false, problem: 'not-a-draft' });
		expect(await auditOf(id)).toEqual([
			'rule_set_forked',
			'rule_set_changed',
			'rule_set_proposed',
			'rule_set_approved'
		]);
	});

	it('a notice bound to an approved version freezes it at the opening; a draft or a returned one binds nothing', async () => {
		const id = await anApprovedRuleSet(database, 'agency-2026', lower);
		const dwellingIds = await certifiedDwellings(database, [4000]);
		const draft = (ruleSetId: string) =>
			database.transact((trx) => draftNotice(trx, aDraft({ dwellingIds, ruleSetId }), officer, now));
		expect(await draft((await aFork()).id)).toEqual({ ok: false, problem: 'unknown-rule-set' });
		const drafted = await draft(id);
		if (!drafted.ok) throw new Error(drafted.problem);
		const opened = await database.transact((trx) => openNotice(trx, { id: drafted.id, revision: 0 }, manager, now));
		expect(opened).toEqual({ ok: true });
		const notice = (await findNotice(database.db, drafted.id))!;
		expect(notice.rules.eligibility.isee!.value.maxCents).toBe(3_000_000);
		expect(notice.rulesHash).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('who may do what', () => {
	it('only officers write, only managers decide, and never the same person', async () => {
		const { id, rules } = await aFork();
		expect(await change(id, 0, lower(rules), manager)).toEqual({ ok: false, problem: 'not-allowed' });
		await change(id, 0, lower(rules));
		expect(await propose(id, 1, manager)).toEqual({ ok: false, problem: 'not-allowed' });
		await propose(id, 1);
		expect(await approve(id, 2, officer)).toEqual({ ok: false, problem: 'not-allowed' });
		// The officer who wrote it becomes a manager: still the same person.
		expect(await approve(id, 2, { ...officer, role: 'manager' })).toEqual({ ok: false, problem: 'two-persons' });
	});

	it('a manager returns it with a reason, and the officer goes on', async () => {
		const { id, rules } = await aFork();
		await change(id, 0, lower(rules));
		await propose(id, 1);
		const back = (reason: string) =>
			database.transact((trx) => returnRuleSet(trx, { id, revision: 2, reason }, manager, now));
		expect(await back('')).toEqual({ ok: false, problem: 'reason-missing' });
		expect(await back('Il limite è troppo basso')).toEqual({ ok: true });
		const version = (await findVersion(database.db, id))!;
		expect(version).toMatchObject({ state: 'draft', revision: 3 });
		expect(version.events.at(-1)).toMatchObject({
			event: 'returned',
			reason: 'Il limite è troppo basso',
			name: 'Daria'
		});
		expect(await change(id, 3, rules)).toEqual({ ok: true });
	});

	it('rules equal to their base are not proposed, and a discarded draft stays as it is', async () => {
		const { id } = await aFork();
		expect(await propose(id, 0)).toEqual({ ok: false, problem: 'nothing-changed' });
		expect(await database.transact((trx) => discardRuleSet(trx, { id, revision: 0 }, officer, now))).toEqual({
			ok: true
		});
		expect(await propose(id, 1)).toEqual({ ok: false, problem: 'not-a-draft' });
	});

	it('when two people changed the same draft, the second is told', async () => {
		const { id, rules } = await aFork();
		expect(await change(id, 0, lower(rules))).toEqual({ ok: true });
		expect(await change(id, 0, rules)).toEqual({ ok: false, problem: 'stale' });
		expect(await propose(id, 0)).toEqual({ ok: false, problem: 'stale' });
	});
});

describe('values', () => {
	it('every rule set that comes with the portal reads back as it is', () => {
		for (const rules of ruleSets) expect(readRules(JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, rules });
	});

	it('a wrong value is named by its path and changes nothing', async () => {
		const { id, rules } = await aFork();
		const wrong = structuredClone(rules) as unknown as { scoring: Record<string, unknown> };
		wrong.scoring['eviction'] = { value: { notified: 7.5, enforceable: '' }, certainty: 'sicura', source: 'x' };
		wrong.scoring['guess'] = {};
		const answer = await change(id, 0, wrong);
		if (answer.ok || answer.problem !== 'wrong-values') throw new Error('it was taken');
		expect(Object.keys(answer.errors).sort()).toEqual([
			'scoring.eviction.certainty',
			'scoring.eviction.value.enforceable',
			'scoring.eviction.value.notified',
			'scoring.guess'
		]);
		expect(await findVersion(database.db, id)).toMatchObject({ revision: 0, rules });
	});

	it('values that do not stand together are refused by path', async () => {
		const { id, rules } = await aFork();
		const unfair = { ...rules, scoring: { ...rules.scoring, noHome: illustrative({ none: 0, improper: 1500 }) } };
		expect(await change(id, 0, unfair)).toMatchObject({
			problem: 'wrong-values',
			errors: { 'scoring.noHome.value.none': expect.any(String) as string }
		});
	});

	it('a file exported is imported under an id of its own; any other file is refused with its places', async () => {
		const load = (text: string) => database.transact((trx) => importRuleSet(trx, text, officer, now));
		const loaded = await load(`\uFEFF${JSON.stringify(ruleSets[1], null, 2)}`);
		if (!loaded.ok) throw new Error(loaded.problem);
		const { rules, baseId, state } = (await findVersion(database.db, loaded.id))!;
		expect({ rules, baseId, state }).toEqual({
			rules: { ...ruleSets[1], id: loaded.id },
			baseId: null,
			state: 'draft'
		});
		expect(await load('{')).toMatchObject({ problem: 'wrong-values', errors: { file: expect.any(String) as string } });
		expect(await load('[]')).toMatchObject({ problem: 'wrong-values', errors: { file: expect.any(String) as string } });
		expect(await load('{"format":"rule-set/2"}')).toMatchObject({
			errors: { format: expect.any(String) as string, validFrom: expect.any(String) as string }
		});
		expect(await load('{"__proto__": {"x": 1}}')).toMatchObject({ problem: 'wrong-values' });
	});
});
