import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proofText } from '$lib/domain/publication/household-proof';
import { planText } from '$lib/domain/notice/set-aside-plan';
import { openSetAsides } from '$lib/domain/publication/sealed-round';
import { call } from '../../support/call-command';
import { aPlan, roundOfPlan } from '../../support/drawn-round';
import { aRankedRound, aSealedVersion } from '../../support/sealed-version';

const [round] = fc.sample(aRankedRound, { numRuns: 1, seed: 7 });
const version = aSealedVersion(round!);
let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}
const opened = (changed: Partial<typeof version> = {}) => {
	const files = { ...version, ...changed };
	const names = ['round', 'result', 'secrets', 'statement', 'publication'] as const;
	return names.map((name) => write(`${name}.txt`, files[name]));
};

test('verify recomputes an opened version against what was signed, and names each difference', async () => {
	expect(await call('verify', ...opened())).toEqual({
		code: 0,
		out: 'same\n',
		err: 'not shown: the notice opened without a plan, so nothing tells how its set-asides were drawn\n'
	});
	const changed = await call('verify', ...opened({ statement: version.statement.replace('final', 'corrected') }));
	expect(changed).toMatchObject({ code: 1, out: '' });
	expect(changed.err).toMatch(/^different: the publication is not the signed one.*\n$/);
	expect(await call('verify', ...opened().slice(0, 4))).toMatchObject({ code: 2, out: '' });
	expect(await call('verify', ...opened().with(2, join(folder, 'none')))).toMatchObject({ code: 2, out: '' });
});

test('verify recomputes how the set-asides were drawn, where the notice published a plan', async () => {
	const plan = fc.sample(aPlan, { numRuns: 1, seed: 7 })[0]!;
	const secret = '7e'.repeat(32);
	const drawn = aSealedVersion(roundOfPlan(plan, secret, []), 'ab'.repeat(32), openSetAsides(plan, secret));
	const file = write('set-asides.json', planText(plan));
	expect(await call('verify', ...opened(drawn), file)).toEqual({ code: 0, out: 'same\n', err: '' });
	const other = write('other.json', planText({ ...plan, notice: 'm' }));
	const err = 'different: the set-asides are not those that the published plan gives with the secret\n';
	expect(await call('verify', ...opened(drawn), other)).toEqual({ code: 1, out: '', err });
	expect(await call('verify', ...opened(drawn))).toEqual({ code: 1, out: '', err });
});

test('proof checks a household’s own outcome, line by line', async () => {
	const application = round!.applications.find(({ withdrawn }) => !withdrawn)!;
	const file = write('proof.json', proofText(version.proofOf(application)));
	const statement = write('statement.txt', version.statement);
	const { code, out } = await call('proof', file, statement);
	expect(code).toBe(0);
	expect(out).toContain('version same\nreceipt same\norders same\noutcome same\n');
	for (const id of application.choices) expect(out).toContain(`\n${id} `);
	const forged = write('forged.json', proofText({ ...version.proofOf(application), pseudonym: 'x' }));
	expect(await call('proof', forged, statement)).toMatchObject({ code: 1 });
	expect(await call('proof', file)).toMatchObject({ code: 2, out: '' });
	expect(await call('proof', file, join(folder, 'none'))).toMatchObject({ code: 2, out: '' });
});
