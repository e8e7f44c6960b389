import { documentKinds, type DocumentKind } from '$lib/domain/documents/kinds';
import type { Actor } from '$lib/server/platform/auth/actor';
import { unveil, veil } from '$lib/server/platform/secrets/veil';
import { kindName } from '$lib/words/people/document-text';

/** A kind as it stands in an address of this person: some kinds tell of violence or of health. */
export const veiledKind = (by: Actor, kind: DocumentKind): string => veil(by.id, kind);

/** The kinds to choose from. */
export const kindOptions = (by: Actor) =>
	documentKinds.map((kind) => ({ value: veiledKind(by, kind), label: kindName[kind]() }));

/** The kind that an address asks for. */
export const askedKind = (by: Actor, search: URLSearchParams): DocumentKind | null =>
	unveil(by.id, documentKinds, search.get('kind'));
