import { inLanguage } from '$lib/i18n/in-language';
import { m } from '$lib/paraglide/messages';
import { evidenceKinds } from '$lib/domain/duplicates/evidence';
import { fullName } from '$lib/domain/person/person';
import type { readCluster } from '$lib/server/requests/duplicates/reading-service';
import { formatDate, formatNumber } from '$lib/words/format';
import { evidenceName, evidenceText } from '../duplicate-text';

type Cluster = Extract<NonNullable<Awaited<ReturnType<typeof readCluster>>>, { closed: false }>;
type Person = Cluster['people'][number];

/** A cluster in words. `isLater`: not the first page of its people. */
export function clusterText(cluster: Cluster, isLater: boolean) {
	const { id, kind, evidence, revision, size, people, next, allOpened, outcome, reason, decidedBy, decidedAt } =
		cluster;
	return {
		...{ id, kind, revision, next, allOpened, isLater, reason },
		size: formatNumber(size),
		isWhole: next === null && !isLater,
		why: evidenceText(evidence),
		isOmocode: evidence.includes('omocode'),
		decided: outcome && decidedText(outcome, { who: decidedBy ?? '', when: formatDate(decidedAt!) }),
		sameNotice: sameNotice(people),
		people: people.map((person) => personText(person, cluster))
	};
}

const decidedText = (outcome: 'same' | 'apart', by: { who: string; when: string }): string =>
	outcome === 'same' ? m.duplicates_decided_same(by) : m.duplicates_decided_apart(by);

function personText({ personId, told, relation, requests, evidence }: Person, { notices }: Cluster) {
	const name = told ? (told.names && fullName(told.names)) || m.duplicates_unnamed() : m.duplicates_unopened();
	return {
		id: personId,
		name,
		code: told ? told.names?.taxCode || m.duplicates_no_code() : '',
		born: told?.born ? formatDate(told.born) : '',
		place: relation === 'applicant' ? m.duplicates_applicant() : m.duplicates_member(),
		requests: requests.map(({ id, protocol, noticeId, ended }) => ({
			...{ id, protocol, ended },
			notice: inLanguage(notices.get(noticeId)!)
		})),
		why: evidenceKinds
			.filter((kind) => kind !== 'account')
			.flatMap((kind) =>
				(evidence[kind] ?? []).map((number) => m.duplicates_link({ what: evidenceName[kind](), number }))
			)
	};
}

/** The live requests under a notice that has two of them; of one household each. */
function sameNotice(people: readonly Person[]): string | null {
	const live = new Map<string, Set<string>>();
	for (const { requests } of people)
		for (const { noticeId, protocol, ended } of requests)
			if (!ended) live.set(noticeId, (live.get(noticeId) ?? new Set()).add(protocol));
	const several = [...live.values()].filter(({ size }) => size > 1).flatMap((protocols) => [...protocols]);
	return several.length > 0 ? several.join(', ') : null;
}
