import { Unavailable } from '$lib/server/platform/db/outage';

/** What a scanner says of a file. `found`: its own name of what it recognises. */
export type Verdict =
	| { readonly verdict: 'clean' }
	| { readonly verdict: 'infected'; readonly found: string }
	| { readonly verdict: 'too-large' };

/** Looks for viruses and the like. Each act throws `ScannerUnavailable` where there is no verdict. */
export type Scanner = {
	scan(bytes: Uint8Array): Promise<Verdict>;
	/** Answers when the scanner does. */
	ping(): Promise<void>;
};

/** There is no verdict now. Its message is for the log. */
export class ScannerUnavailable extends Unavailable {}
