import { papersFor } from '$lib/domain/documents/papers-for';
import { factsOfPaper } from '$lib/domain/documents/papers-of-fact';
import { link } from '$lib/i18n/link';
import { veil } from '$lib/server/platform/secrets/veil';
import type { PapersOfRequest } from '$lib/server/requests/papers/service';
import { kindName } from '$lib/words/people/document-text';
import { factName } from '$lib/words/verification-text';

/**
 * The documents of a file, the facts that each proves, and the names of those that are missing. `open`: facts can still be
 * checked, so each has its page.
 */
export function papersText(id: string, { kept, told, needed, read }: PapersOfRequest, open: boolean) {
	const proves = kept.map(({ id: document, facts }) => {
		const proven = factsOfPaper(facts.kind, told).filter((fact) => read.includes(fact));
		const hrefOf = (fact: string) =>
			open ? link('/(staff)/staff/requests/[id]/check/[fact]', { id, fact: veil(id, fact) }) : null;
		return [document, proven.map((fact) => ({ name: factName(fact), href: hrefOf(fact) }))] as const;
	});
	const papers = papersFor(
		needed,
		kept.map((one) => ({ ...one, kind: one.facts.kind, holder: one.facts.holder }))
	);
	return {
		documents: kept,
		proves: Object.fromEntries(proves),
		missing: papers.filter(({ state }) => state === 'missing').map(({ kind }) => kindName[kind]())
	};
}
