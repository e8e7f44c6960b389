import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { readPublication } from '$lib/domain/publication/publication';
import { planHash, type OpenedSetAsides } from '$lib/domain/publication/sealed-round';
import type { RoundKind } from '$lib/domain/rounds/round-kind';
import { sensitiveGrounds } from '$lib/domain/ruleset/grounds';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { countChoicesAt } from '$lib/server/notices/notices/choices-at-closing';
import { listLabels } from '$lib/server/notices/notices/dwelling-repository';
import { readPlanFile } from '$lib/server/notices/notices/repository';
import { openSetAsideSecret } from '$lib/server/notices/notices/set-aside-secret';
import { hasProtected } from '$lib/server/requests/applications/protected-households';
import type { Database } from '$lib/server/schema';
import type { ToSeal } from './public-files';
import { readPublicFile, type listRounds } from './repository';
import { storedSummary } from './stored-summary';

type About = {
	readonly noticeId: string;
	readonly version: number;
	readonly kind: RoundKind;
	readonly closesAt: Instant;
	readonly rules: RuleSet;
};
type Rows = Awaited<ReturnType<typeof listRounds>>;

/**
 * The secrets and counts for sealing the next version; null where the notice has no sensitive ground, never had one, and holds
 * no protected household (adr 39).
 */
export async function readToSeal(db: Kysely<Database>, about: About, versions: Rows): Promise<ToSeal | null> {
	const { noticeId, version, kind, closesAt, rules } = about;
	const labels = await listLabels(db, noticeId);
	const sensitive = sensitiveGrounds(rules, Object.values(labels).flat()).length > 0;
	const sealedBefore = versions.some(({ publicationHash }) => publicationHash !== null);
	if (!sensitive && !sealedBefore && !(await hasProtected(db, noticeId))) return null;
	const final = versions.find(
		(one) => one.kind === 'final' && one.publishedAt !== null && one.publicationHash !== null
	);
	const file = final && (await readPublicFile(db, noticeId, final.version));
	const setAsides = await setAsidesOf(db, noticeId, labels);
	return {
		version: {
			notice: noticeId,
			version,
			kind,
			listed: await countChoicesAt(db, noticeId, closesAt),
			before: file?.publication ? readPublication(file.publication) : null
		},
		secrets: { format: 'round-secrets/1', round: newSecret(), setAsides },
		roads: final ? (storedSummary(final.summary).roads ?? null) : null
	};
}

async function setAsidesOf(
	db: Kysely<Database>,
	noticeId: string,
	labels: OpenedSetAsides['labels']
): Promise<OpenedSetAsides> {
	const secret = (await openSetAsideSecret(db, noticeId)) ?? newSecret();
	const plan = await readPlanFile(db, noticeId);
	return { secret, labels, ...(plan && { plan: planHash(plan) }) };
}

const newSecret = (): string => randomBytes(32).toString('hex');
