import { euro } from '../../ruleset/kinds';
import { requirement } from '../requirement';

/** ISEE at most the limit, the limit included (L.R. 16/2016 art. 22: 16,000.00 is in, 16,000.01 is out). Cents. */
export const isee = requirement('isee', {
	numbers: { maxCents: euro },
	facts: ['iseeCents'],
	judge: ({ household: { iseeCents } }, { maxCents }) => ({
		outcome: iseeCents <= maxCents ? 'met' : 'failed',
		threshold: maxCents,
		fact: iseeCents,
		reason: iseeCents <= maxCents ? 'met' : 'isee-over-limit'
	})
});
