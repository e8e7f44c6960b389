import { Unavailable } from '$lib/server/platform/db/outage';

/**
 * Keeps bytes under a name, whole or not at all. Callers seal what they keep. Each act throws `StoreUnavailable` where
 * the folder or the server cannot do it now.
 */
export type ObjectStore = {
	/** When it answers, the bytes outlive a power cut. */
	put(name: string, bytes: Buffer): Promise<void>;
	/** Undefined where nothing has this name. */
	get(name: string): Promise<Buffer | undefined>;
	/** Removing what is not there does nothing. */
	remove(name: string): Promise<void>;
	/** The names of everything kept, in any order. */
	list(): Promise<string[]>;
};

/** The store of files cannot do an act now. Its message is for the log: it names no secret and no person. */
export class StoreUnavailable extends Unavailable {}

const NAME = /^[0-9a-z][0-9a-z-]{0,99}$/;

/** Throws on a name that could leave the folder, or mean something to a server. */
export function requireName(name: string): string {
	if (!NAME.test(name)) throw new Error('This is no name of an object: small letters, digits and hyphens only.');
	return name;
}
