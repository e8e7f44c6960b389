import { z } from 'zod';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { documentKinds } from '$lib/domain/documents/kinds';
import { relations } from '$lib/domain/household/choices';
import { seal } from '$lib/server/platform/secrets/seal';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

export const pageTypes = ['image/jpeg', 'application/pdf'] as const;
/** `size` in bytes; `sheets`: how many pages a PDF has. */
export type StoredPage = { readonly type: (typeof pageTypes)[number]; readonly size: number; readonly sheets: number };
/** What is sealed of a document, besides the bytes of its pages. */
export type SealedFacts = DocumentFacts & { readonly pages: readonly StoredPage[] };

const day = z.iso.date().nullable();
const shape = z.object({
	kind: z.enum(documentKinds),
	// Documents of before have none.
	holder: z
		.object({ relation: z.enum(relations), birthDate: z.iso.date(), givenName: z.string() })
		.nullable()
		.default(null),
	issued: day,
	expires: day,
	name: z.string(),
	year: z.number().nullable(),
	explanation: z.string(),
	pages: z.array(z.object({ type: z.enum(pageTypes), size: z.number(), sheets: z.number() }))
});

const open = sealedValue<SealedFacts>('what a document says', shape);
const placeOf = (id: string) => `documents.facts_sealed:${id}`;

export const sealFacts = (key: Buffer, id: string, facts: SealedFacts): string => seal(key, placeOf(id), facts);
export const openFacts = (key: Buffer, id: string, sealed: string): SealedFacts => open(key, placeOf(id), sealed);

/** The name of a page in the store of files; `number` counts from 1. */
export const pageName = (uploadId: string, number: number) => `${uploadId}-${number}`;
/** The upload to which an object of the store belongs; undefined for a name of another kind. */
export const uploadOf = (name: string): string | undefined => /^([0-9a-f-]{36})-\d+$/.exec(name)?.[1];
/** Where a page stands, to which its seal is bound. */
export const pagePlace = (uploadId: string, number: number) => `objects:${pageName(uploadId, number)}`;
