import { z } from 'zod';
import { evidenceKinds, type Evidence, type EvidenceKind } from '$lib/domain/duplicates/evidence';
import { stored } from '$lib/server/platform/db/stored';

export const storedKinds = stored<readonly EvidenceKind[]>('kinds of evidence', z.array(z.enum(evidenceKinds)));

export const storedEvidence = stored<Evidence>(
	'the evidence of a person',
	z.partialRecord(z.enum(evidenceKinds), z.array(z.number()))
);
